import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useSearchParams } from 'react-router'
import type { Report } from '../../api/views.ts'
import { closing, day, number } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Face } from '../Face.tsx'
import { outside } from '../paths.ts'
import { CorrectedFigures } from './CorrectedFigures.tsx'
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
          {TEXT.title} {report.data !== undefined && <span className="soft head-note">{headOf(report.data)}</span>}
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

/** A period that goes on has other dossiers a minute later: lists and files are of the moment shown. */
function ofMoment(asked: ReportQuestion, { asOf }: Report): ReportQuestion {
  return asked.asOf === undefined ? { ...asked, asOf, ofPage: 'true' } : asked
}

function headOf({ head: { id, number: official, title } }: Report): string {
  return official === null ? title : `${id}: ${title}`
}

function Answer({ report, question: asked }: AnswerProps) {
  const question = ofMoment(asked, report)
  if (report.rows.length === 0) {
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
        <a href={outside.reportFile(fileOf(question))} download>
          XLSX
        </a>
      </p>
      {report.corrections && <CorrectedFigures report={report} question={asked} />}
      <Sums report={report} question={question} />
      <ReportTable report={report} question={question} />
      <Others report={report} question={question} />
      <Foot report={report} />
    </>
  )
}

const fileOf = ({ ofPage: _, ...question }: ReportQuestion) => question

/** The sums of the form whose members all stand in its columns. */
function Sums({ report, question }: AnswerProps) {
  const columns = new Set(report.columns.map(({ figure }) => figure))
  const shown = report.sums.filter(({ whole, parts }) => [whole, ...parts].every((figure) => columns.has(figure)))
  const nameOf = (figure: string): string => report.definitions.find(({ id }) => id === figure)?.name ?? figure
  const link = (figure: string) => <FigureLink {...{ report, question, figure, values: report.figures }} />
  if (shown.length === 0) return null
  return (
    <ul className="identity figures">
      {shown.map(({ whole, parts }) => (
        <li key={`${whole} ${parts.join(' ')}`}>
          {nameOf(whole)} {link(whole)} ={' '}
          {parts.map((part, index) => (
            <Fragment key={part}>
              {index > 0 && ' + '}
              {link(part)}
            </Fragment>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Others({ report, question }: AnswerProps) {
  if (report.besides.length === 0) return null
  return (
    <section>
      <h2>{TEXT.others}</h2>
      <ul className="others">
        {report.besides.map((figure) => (
          <li key={figure}>
            {report.definitions.find(({ id }) => id === figure)?.name ?? figure}{' '}
            <FigureLink {...{ report, question, figure, values: report.figures }} />
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
