import { formatWorkingTime } from '@motcua/core/kernel/text.ts'
import { OFFICE_TEXT as TEXT } from '../text/office-text.ts'
import { shortMoment } from '../text/moments.ts'
import { StateMark, type TimeState } from '../ui/StateMark.tsx'

type DueProps = {
  readonly timeState: TimeState
  readonly remainingMinutes: number | null
  readonly dueAt: string | null
}

/** How much working time is left, with the appointed moment beside it for whoever hovers or listens. */
export function DueWords({ timeState, remainingMinutes, dueAt }: DueProps) {
  return (
    <span title={dueAt === null ? undefined : shortMoment(dueAt)} className="figures">
      <StateMark state={timeState} {...(words(timeState, remainingMinutes) ?? {})} />
    </span>
  )
}

function words(timeState: TimeState, minutes: number | null): { readonly word: string } | null {
  if (minutes === null || timeState === 'done' || timeState === 'none' || timeState === 'paused') return null
  const span = roughly(Math.abs(minutes))
  return { word: timeState === 'overdue' ? `${TEXT.overdueBy} ${span}` : `${TEXT.remaining} ${span}` }
}

/** The two largest parts are all that a list has room for. */
function roughly(minutes: number): string {
  if (minutes >= 480) return formatWorkingTime(minutes - (minutes % 60)).replace(' ngày làm việc', ' ngày')
  return formatWorkingTime(minutes)
}
