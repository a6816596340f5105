import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Report } from '../../api/views.ts'
import { closing, day, number } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { OTHER_FIGURES, REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Face } from '../Face.tsx'
import { outside } from '../paths.ts'
import { FigureLink } from './FigureLink.tsx'
import { type ReportQuestion, questionOf, reportQuery } from './queries.ts'
import { ReportQuestionForm } from './ReportQuestionForm.tsx'
import { ReportTable } from './ReportTable.tsx'

export function ReportPage() {
  const [search] = useSearchParams()
  const question = questionOf(search)
  const report = useQuery(reportQuery(question))
  return (
    <>
      <title>{`${TEXT.title} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>
          {TEXT.title} <span className="soft head-note">{TEXT.subtitle}</span>
        </h1>
      </div>
      <ReportQuestionForm key={search.toString()} asked={question} />
      {question === null ? (
        <Empty title={TEXT.choose} />
      ) : (
        <Face query={report} rows={12}>
          {(answer) => <Answer report={answer} question={question} />}
        </Face>
      )}
    </>
  )
}

type AnswerProps = { readonly report: Report; readonly question: ReportQuestion }

function Answer({ report, question }: AnswerProps) {
  const { figures } = report
  if ((figures.receivedTotal ?? 0) === 0) {
    return (
      <Empty title={TEXT.empty}>
        <p>{TEXT.emptyWhy}</p>
      </Empty>
    )
  }
  return (
    <>
      <p className="figures">
        {report.scope.name} · {day(report.period.from)}–{day(report.period.to)} · {TEXT.asOfLine} {closing(report.asOf)}{' '}
        ·{' '}
        <a href={outside.reportFile(question)} download>
          XLSX
        </a>
      </p>
      <IdentityLine report={report} question={question} />
      <ReportTable report={report} question={question} />
      <Others report={report} question={question} />
      <Foot report={report} />
    </>
  )
}

function IdentityLine({ report: { figures }, question }: AnswerProps) {
  const link = (figure: string) => <FigureLink question={question} figure={figure} value={figures[figure] ?? null} />
  return (
    <ul className="identity figures">
      <li>
        {TEXT.received} {link('receivedTotal')} = {link('receivedOnline')} + {link('receivedInPersonOrPostal')} +{' '}
        {link('carriedOver')}
      </li>
      <li>
        {TEXT.resolved} {link('resolvedTotal')} = {link('resolvedEarly')} + {link('resolvedOnTime')} +{' '}
        {link('resolvedLate')}
      </li>
      <li>
        {TEXT.open} {link('inProgress')} = {link('inProgressInTime')} + {link('inProgressOverdue')}
      </li>
    </ul>
  )
}

function Others({ report, question }: AnswerProps) {
  const shown = OTHER_FIGURES.filter(({ figure }) => typeof report.figures[figure] === 'number')
  return (
    <section>
      <h2>{TEXT.others}</h2>
      <ul className="others">
        {shown.map(({ figure, name }) => (
          <li key={figure}>
            {name} <FigureLink question={question} figure={figure} value={report.figures[figure] ?? null} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Foot({ report }: { readonly report: Report }) {
  const broken = report.identities.filter(({ holds }) => !holds)
  return (
    <section className="report-foot">
      {broken.length === 0 ? (
        <p>{TEXT.holds}.</p>
      ) : (
        <Notice kind="problem" title={TEXT.fails}>
          <ul>
            {broken.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      <details>
        <summary>
          {TEXT.identities} ({number(report.identities.length)})
        </summary>
        <ul>
          {report.identities.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
      <h2>{TEXT.notes}</h2>
      <ol className="notes">
        {report.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ol>
    </section>
  )
}
