import type { Dossier, DossierState } from './dossier.ts'
import type { DossierAction } from './dossier-commands.ts'

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
    'apologise',
    'refuse',
    'withdraw',
    'stop',
    'resolve',
    'correct',
  ],
  inProgress: [
    'assign',
    'forward',
    'sendBack',
    'takeBack',
    'reassign',
    'consult',
    'answerConsultation',
    'requestSupplement',
    'requestPayment',
    'recordPayment',
    'apologise',
    'refuse',
    'withdraw',
    'stop',
    'resolve',
    'correct',
  ],
  awaitingSupplement: [
    'decline',
    'supplySupplement',
    'answerConsultation',
    'recordPayment',
    'withdraw',
    'stop',
    'correct',
  ],
  awaitingPayment: ['recordPayment', 'answerConsultation', 'withdraw', 'stop', 'correct'],
  withdrawn: [],
  stopped: [],
  refused: [],
  resolved: ['recordPayment', 'return', 'correct'],
  returned: [],
} as const satisfies Record<DossierState | 'none', readonly DossierAction[]>

/** Of a dossier sent back for completion before it was accepted: no clock, no fee and no process yet. */
const AWAITING_AT_INTAKE: readonly DossierAction[] = ['decline', 'supplySupplement', 'withdraw', 'correct']

/** Whether the table lets the action happen to a dossier as it stands. */
export function allowsAction(dossier: Dossier | null, action: DossierAction): boolean {
  const actions: readonly DossierAction[] = ACTIONS_BY_STATE[dossier?.state ?? 'none']
  if (!actions.includes(action)) return false
  if (dossier?.state !== 'awaitingSupplement') return true
  return dossier.acceptedAt === null ? AWAITING_AT_INTAKE.includes(action) : action !== 'decline'
}
