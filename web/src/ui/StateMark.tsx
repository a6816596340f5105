import { UI_TEXT } from '../text/ui-text.ts'

export type TimeState = 'inTime' | 'nearDue' | 'overdue' | 'paused' | 'done' | 'none'

const SHAPE = {
  inTime: <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  nearDue: (
    <>
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M7 1.5a5.5 5.5 0 0 0 0 11z" fill="currentColor" />
    </>
  ),
  overdue: <circle cx="7" cy="7" r="6.5" fill="currentColor" />,
  paused: (
    <>
      <rect x="2" y="1.5" width="3.5" height="11" fill="currentColor" />
      <rect x="8.5" y="1.5" width="3.5" height="11" fill="currentColor" />
    </>
  ),
  done: <path d="M1.5 7.5 5.5 11.5 12.5 2.5" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  none: <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2.3" />,
} as const satisfies Record<TimeState, unknown>

const TONE = {
  inTime: '',
  nearDue: 'mark-near',
  overdue: 'mark-late',
  paused: 'mark-paused',
  done: 'mark-done',
  none: 'mark-paused',
} as const satisfies Record<TimeState, string>

/** A state is a word, a shape and a colour, so that losing any one of them loses nothing. */
export function StateMark({ state, word }: { readonly state: TimeState; readonly word?: string }) {
  return (
    <span className={`mark ${TONE[state]}`}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {SHAPE[state]}
      </svg>
      {word ?? UI_TEXT.timeState[state]}
    </span>
  )
}
