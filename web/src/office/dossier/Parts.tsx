import type { DossierView } from '../../api/views.ts'
import { DOSSIER_TEXT as TEXT } from '../../text/dossier-text.ts'
import { day, moment } from '../../text/moments.ts'
import { ClockSentences } from '../../ui/ClockSentences.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { ActionPanel } from './ActionPanel.tsx'

type PartView = DossierView['parts'][number]

/** What each agency does in an interlinked dossier: where it lies there, its own clock, and what can be done with it. */
export function Parts({ view }: { readonly view: DossierView }) {
  if (view.parts.length === 0) return null
  return (
    <section aria-label={TEXT.parts}>
      <h2>{TEXT.parts}</h2>
      <ul className="plain-list">
        {view.parts.map((part) => (
          <li key={`${part.id} ${part.startedAt}`} className="exchange">
            <PartLine part={part} />
            {part.offers.length > 0 && <ActionPanel view={asPart(view, part)} shown="allowed" part={part.id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function PartLine({ part }: { readonly part: PartView }) {
  const { position, result } = part
  return (
    <>
      <h3>{part.name}</h3>
      <p className="small figures">
        <StateMark state={markOf(part)} word={wordOf(part)} /> · {part.agencyName}
      </p>
      {position !== null && (
        <p>
          {position.stepName}, {position.unitName}, {position.officerName ?? TEXT.nobody}
        </p>
      )}
      {result !== null && (
        <p>
          <span className="figures">
            {result.number}, {day(result.issuedOn)}
          </span>
          : {result.summary}
        </p>
      )}
      {part.clock.length === 0 ? (
        <p className="small soft">{TEXT.partNoTerm}</p>
      ) : (
        <details>
          <summary className="figures">
            {part.dueAt === null ? TEXT.noDue : `${TEXT.partDue} ${moment(part.dueAt)}`}. {TEXT.why}
          </summary>
          <ClockSentences sentences={part.clock} />
        </details>
      )}
    </>
  )
}

/** The forms of the actions ask the view where the work lies; of a part it lies where the part does. */
function asPart(view: DossierView, part: PartView): DossierView {
  const steps = part.stepsBehind.map(({ id, name }) => ({ ...EMPTY_STEP, id, name }))
  return { ...view, position: part.position ?? view.position, steps, offers: part.offers }
}

const EMPTY_STEP = {
  role: 'specialist',
  roleName: '',
  minutes: null,
  status: 'done',
  officerName: null,
  from: null,
  to: null,
  usedMinutes: null,
} as const

function isLate({ remainingMinutes }: PartView): boolean {
  return remainingMinutes !== null && remainingMinutes < 0
}

function markOf(part: PartView) {
  if (part.state === 'brokenOff') return 'paused' as const
  if (part.state === 'complete') return part.finish === 'late' ? ('overdue' as const) : ('done' as const)
  return isLate(part) ? ('overdue' as const) : ('inTime' as const)
}

function wordOf(part: PartView): string {
  if (part.state === 'brokenOff') return TEXT.partBrokenOff
  if (part.state === 'open') return isLate(part) ? `${TEXT.partOpen}, ${TEXT.partFinish.late}` : TEXT.partOpen
  return part.finish === null ? TEXT.partComplete : `${TEXT.partComplete}, ${TEXT.partFinish[part.finish]}`
}
