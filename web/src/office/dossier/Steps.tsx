import { formatWorkingTime } from '@motcua/core/kernel/text.ts'
import type { DossierView } from '../../api/views.ts'
import { DOSSIER_TEXT as TEXT } from '../../text/dossier-text.ts'
import { STEP_STATUS } from '../../text/process-text.ts'
import { StateMark } from '../../ui/StateMark.tsx'

const MARK = { done: 'done', now: 'nearDue', todo: 'inTime' } as const

/** The approved steps, who did each and how much of its time was used. */
export function Steps({ steps }: { readonly steps: DossierView['steps'] }) {
  if (steps.length === 0) return null
  return (
    <section>
      <h2>{TEXT.steps}</h2>
      <ol className="plain-list steps-list">
        {steps.map((step) => (
          <li key={step.id} aria-current={step.status === 'now' ? 'step' : undefined}>
            <strong>{step.name}</strong>
            <p className={step.status === 'now' ? 'small figures' : 'small figures soft'}>
              <StateMark state={MARK[step.status]} word={STEP_STATUS[step.status]} /> · {stepNote(step)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function stepNote(step: DossierView['steps'][number]): string {
  const parts = [
    step.officerName ?? step.roleName,
    ...allotted(step.minutes),
    ...(step.usedMinutes === null ? [] : [`${TEXT.used} ${formatWorkingTime(step.usedMinutes)}`]),
  ]
  return parts.join(' · ')
}

/** A decision that gives a step no time says so with a nought (hand-over of the result); one that is silent says nothing. */
function allotted(minutes: number | null): readonly string[] {
  if (minutes === null) return []
  return [minutes === 0 ? TEXT.uncounted : `${TEXT.stepMinutes} ${formatWorkingTime(minutes)}`]
}
