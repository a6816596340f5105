import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Workload } from '../../api/views.ts'
import { closing, day } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { REPORT_TEXT } from '../../text/report-text.ts'
import { WORKLOAD_TEXT as TEXT } from '../../text/workload-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Face } from '../Face.tsx'
import { outside } from '../paths.ts'
import { questionOf, type WorkloadQuestion, workloadQuery } from './queries.ts'
import { WorkloadQuestionForm } from './WorkloadQuestionForm.tsx'
import { WorkloadTable } from './WorkloadTable.tsx'

export function WorkloadPage() {
  const [search] = useSearchParams()
  const question = questionOf(search)
  const workload = useQuery(workloadQuery(question))
  return (
    <>
      <title>{`${TEXT.title} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.title}</h1>
        <p className="soft">{TEXT.about}</p>
      </div>
      <WorkloadQuestionForm key={search.toString()} asked={question} />
      {question === null ? (
        <Empty title={TEXT.choose} />
      ) : (
        <Face query={workload} rows={12}>
          {(answer) => <Answer workload={answer} question={question} />}
        </Face>
      )}
    </>
  )
}

type AnswerProps = { readonly workload: Workload; readonly question: WorkloadQuestion }

function Answer({ workload, question }: AnswerProps) {
  const { scope, period, worked, asOf, units, hiddenFor, notes } = workload
  if (units.length === 0) {
    return (
      <Empty title={TEXT.empty}>
        <p>{TEXT.emptyWhy}</p>
      </Empty>
    )
  }
  return (
    <>
      <p className="figures">
        {scope.name} · {day(period.from)}–{day(period.to)} · {REPORT_TEXT.asOfLine} {closing(asOf)}
        {worked.to < period.to && `, ${TEXT.normUntil} ${day(worked.to)}`} ·{' '}
        <a href={outside.workloadFile(question)} download>
          XLSX
        </a>
      </p>
      {hiddenFor !== null && <p className="soft">{TEXT.hiddenFor(hiddenFor)}</p>}
      <WorkloadTable workload={workload} question={question} />
      <section className="report-foot">
        <h2>{TEXT.notes}</h2>
        <ol className="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      </section>
    </>
  )
}
