import { isPaused } from './clock.ts'
import { waitingFor } from './clock-citations.ts'
import { type Pause, TRANSFER } from './clock-ledger.ts'
import type { Dossier, DossierState } from './dossier.ts'
import type { DossierAction } from './dossier-commands.ts'
import type { DossierRefusal } from './dossier-refusals.ts'

/** What is over may still turn out to have been recorded wrongly. */
const CORRECTIONS = ['proposeCorrection', 'approveCorrection', 'rejectCorrection'] as const

/** The whole life of a dossier in one table; `none` is a dossier that does not exist yet. */
export const ACTIONS_BY_STATE = {
  none: ['saveDraft', 'submit'],
  draft: ['saveDraft', 'submit'],
  submitted: ['accept', 'decline', 'requestSupplement', 'withdraw', 'correct'],
  declined: [],
  accepted: [
    'assign',
    'forward',
    'reassign',
    'consult',
    'answerConsultation',
    'requestSupplement',
    'requestPayment',
    'recordPayment',
    'pause',
    'resume',
    'receive',
    'draftApology',
    'apologise',
    'refuse',
    'withdraw',
    'stop',
    'signResult',
    'resolve',
    'correct',
    ...CORRECTIONS,
    'rebase',
  ],
  inProgress: [
    'assign',
    'forward',
    'skip',
    'completePart',
    'sendBack',
    'takeBack',
    'reassign',
    'consult',
    'answerConsultation',
    'requestSupplement',
    'requestPayment',
    'recordPayment',
    'pause',
    'resume',
    'draftApology',
    'apologise',
    'refuse',
    'withdraw',
    'stop',
    'signResult',
    'resolve',
    'correct',
    ...CORRECTIONS,
    'rebase',
  ],
  awaitingSupplement: [
    'decline',
    'supplySupplement',
    'answerConsultation',
    'recordPayment',
    'withdraw',
    'stop',
    'correct',
    ...CORRECTIONS,
    'rebase',
  ],
  awaitingPayment: ['recordPayment', 'answerConsultation', 'withdraw', 'stop', 'correct', ...CORRECTIONS, 'rebase'],
  withdrawn: CORRECTIONS,
  stopped: CORRECTIONS,
  refused: CORRECTIONS,
  resolved: ['recordPayment', 'return', 'correct', ...CORRECTIONS],
  returned: CORRECTIONS,
} as const satisfies Record<DossierState | 'none', readonly DossierAction[]>

/** Of a dossier sent back for completion before it was accepted: no clock, no fee and no process yet. */
const AWAITING_AT_INTAKE: readonly DossierAction[] = ['decline', 'supplySupplement', 'withdraw', 'correct']

/** While the clock of a dossier in work stands still on a ground of its own. */
const WHILE_PAUSED: readonly DossierAction[] = [
  'resume',
  'receive',
  'assign',
  'reassign',
  'answerConsultation',
  'recordPayment',
  'withdraw',
  'stop',
  'correct',
  ...CORRECTIONS,
  'rebase',
]

/** Whether the table, and a clock that stands still, let the action happen to a dossier as it stands. */
export function allowsAction(dossier: Dossier | null, action: DossierAction): boolean {
  const actions: readonly DossierAction[] = ACTIONS_BY_STATE[dossier?.state ?? 'none']
  if (!actions.includes(action)) return false
  if (dossier === null) return true
  if (dossier.state === 'accepted' || dossier.state === 'inProgress') return fitsPause(pauseOf(dossier), action)
  if (dossier.state !== 'awaitingSupplement') return true
  return dossier.acceptedAt === null ? AWAITING_AT_INTAKE.includes(action) : action !== 'decline'
}

/** Why an action that is not allowed is not: the state, or what the clock waits for. */
export function explainDisallowed(dossier: Dossier | null, action: DossierAction): DossierRefusal {
  const actions: readonly DossierAction[] = ACTIONS_BY_STATE[dossier?.state ?? 'none']
  const pause = dossier === null ? null : pauseOf(dossier)
  const inWork = dossier?.state === 'accepted' || dossier?.state === 'inProgress'
  return pause !== null && inWork && actions.includes(action)
    ? { kind: 'clock-paused', action, waiting: waitingFor(pause) }
    : { kind: 'action-not-allowed', action, state: dossier?.state ?? 'none' }
}

function fitsPause(pause: Pause | null, action: DossierAction): boolean {
  if (pause === null) return action !== 'resume' && action !== 'receive'
  if (action === 'receive') return pause.ground === TRANSFER
  return WHILE_PAUSED.includes(action) && (action !== 'resume' || pause.ground !== TRANSFER)
}

/** What the clock of a dossier in work waits for; null while it runs. */
export function pauseOf({ clock }: Pick<Dossier, 'clock'>): Pause | null {
  return clock !== null && isPaused(clock) ? (clock.pauses.at(-1) ?? null) : null
}
