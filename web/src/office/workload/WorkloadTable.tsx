import { AREA_NAME } from '@motcua/core/organisation/organisation.ts'
import { Link } from 'react-router'
import type { Workload } from '../../api/views.ts'
import { number } from '../../text/moments.ts'
import { WORKLOAD_TEXT as TEXT } from '../../text/workload-text.ts'
import { paths } from '../paths.ts'
import { CountLink } from '../report/CountLink.tsx'
import type { ReportQuestion } from '../report/queries.ts'
import type { WorkloadQuestion } from './queries.ts'

type Unit = Workload['units'][number]
type TableProps = { readonly workload: Workload; readonly question: WorkloadQuestion }
type Asked = { readonly question: ReportQuestion; readonly figure: string }

/** Of more counters than these the people would hide the counters: each opens with its own. */
const WITH_PEOPLE = 12

/** Counters, and under each its people; every number of dossiers opens them. It scrolls inside its frame. */
export function WorkloadTable({ workload, question }: TableProps) {
  const { behind, total, units } = workload
  const asked = { question: { ...question, form: behind.form }, figure: behind.figure }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a region for each table is too loud
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must take the keyboard
    <div className="table-frame" role="group" aria-label={TEXT.title} tabIndex={0}>
      <table className="table report workload">
        <caption className="visually-hidden">{TEXT.title}</caption>
        <thead>
          <tr>
            <th scope="col" className="row-head">
              {TEXT.name}
            </th>
            <th scope="col">{TEXT.area}</th>
            {[TEXT.received, TEXT.norm, TEXT.ratio, TEXT.receivers, TEXT.peopleAsked, TEXT.days].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="sum">
            <th scope="row">{TEXT.total}</th>
            <td />
            <td className="number">
              <CountLink {...asked} value={total.received} workloadOf={question.scope} />
            </td>
            <Against {...total} />
            <td className="number">{number(total.receivers)}</td>
            <td />
            <td />
          </tr>
        </tbody>
        {units.map((unit) => (
          <UnitRows key={unit.id} unit={unit} asked={asked} withPeople={units.length <= WITH_PEOPLE} />
        ))}
      </table>
    </div>
  )
}

type UnitRowsProps = { readonly unit: Unit; readonly asked: Asked; readonly withPeople: boolean }

function UnitRows({ unit, asked: { question, figure }, withPeople }: UnitRowsProps) {
  const own = { ...question, scope: unit.id }
  return (
    <tbody>
      <tr className="workload-unit">
        <th scope="rowgroup">
          {withPeople ? (
            unit.name
          ) : (
            <Link to={paths.workload({ scope: unit.id, from: question.from, to: question.to })}>{unit.name}</Link>
          )}
          {unit.hidden > 0 && <span className="workload-remark">{TEXT.hidden(unit.hidden)}</span>}
        </th>
        <td>
          {unit.areas.length === 0 ? TEXT.unclassified : unit.areas.map((area) => AREA_NAME[area]).join('; ')}
          {unit.gap !== null && unit.areas.length > 0 && <span className="workload-remark">{unit.gap}</span>}
          {unit.few && <span className="workload-remark">{TEXT.few}</span>}
        </td>
        <td className="number">
          <CountLink question={own} figure={figure} value={unit.received} workloadOf={question.scope} />
        </td>
        <Against {...unit} />
        <td className="number">{number(unit.receivers)}</td>
        <td className="number">{unit.peopleAsked === null ? '–' : number(unit.peopleAsked)}</td>
        <td />
      </tr>
      {(withPeople ? unit.people : []).map((person) => (
        <tr key={person.row}>
          <th scope="row" className="workload-person">
            {person.name}
            {person.days === 0 && <span className="workload-remark">{TEXT.noPost}</span>}
          </th>
          <td />
          <td className="number">
            <CountLink
              question={{ ...own, by: 'acceptedBy' }}
              figure={figure}
              value={person.received}
              row={person.row}
              workloadOf={question.scope}
            />
          </td>
          <Against norm={person.days === 0 ? null : person.norm} ratio={person.ratio} />
          <td />
          <td />
          <td className="number">{person.days === null ? '–' : number(person.days)}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** The norm and how much of it was received; a dash where nobody can say. */
function Against({ norm, ratio }: Pick<Unit, 'norm' | 'ratio'>) {
  return (
    <>
      <td className="number">{norm === null ? '–' : number(norm)}</td>
      <td className="number">{ratio === null ? '–' : `${number(ratio)} %`}</td>
    </>
  )
}
