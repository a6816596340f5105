import { GRANTS_BY_PERMISSION, mayDo, subjectOf } from '../access/access.ts'
import { CalendarRangeError } from '../calendar/calendar.ts'
import { findAcceptObstacle } from './accept-dossier.ts'
import { allowsAction, explainDisallowed } from './actions-by-state.ts'
import { findAnswerObstacle } from './answer-consultation.ts'
import { findApologyFault } from './apologise-for-delay.ts'
import { findAssignObstacle } from './assign-dossier.ts'
import { findDecisionObstacle, findProposalObstacle } from './correct-time.ts'
import type { DecisionContext } from './decision-context.ts'
import { findCompletionObstacle } from './complete-part.ts'
import type { Dossier, DossierPart } from './dossier.ts'
import { ACTIONS, type DossierAction } from './dossier-commands.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { findForwardObstacle } from './forward-dossier.ts'
import { findPauseObstacle } from './pause-dossier.ts'
import { asPart } from './part-of-dossier.ts'
import { getStep } from './places.ts'
import { findPaymentObstacle } from './record-payment.ts'
import { explainRefusal } from './refusal-text.ts'
import { findSigningObstacle } from './sign-result.ts'
import { findSupplementObstacle } from './request-supplement.ts'
import { findResolveObstacle } from './resolve-dossier.ts'
import { findReturnObstacle } from './return-result.ts'
import { findSendBackObstacle } from './send-back-dossier.ts'
import { findSkipObstacle } from './skip-step.ts'
import { findTakeBackObstacle } from './take-back-dossier.ts'

/** What a person sees of an action: that it can be done, or why it cannot, in a Vietnamese sentence. */
export type Offer =
  | { readonly action: DossierAction; readonly allowed: true }
  | { readonly action: DossierAction; readonly allowed: false; readonly reason: string }

type Obstacle = (dossier: Dossier, context: DecisionContext) => DossierRefusal | null

/** What stands in the way of an action before anything is typed in; the rules of the actions themselves. */
const OBSTACLES: Readonly<Partial<Record<DossierAction, Obstacle>>> = {
  accept: findAcceptObstacle,
  assign: findAssignObstacle,
  forward: findForwardObstacle,
  skip: findSkipObstacle,
  sendBack: findSendBackObstacle,
  takeBack: findTakeBackObstacle,
  answerConsultation: findAnswerObstacle,
  requestSupplement: findSupplementObstacle,
  recordPayment: findPaymentObstacle,
  pause: findPauseObstacle,
  draftApology: findApologyFault,
  apologise: findApologyFault,
  signResult: findSigningObstacle,
  proposeCorrection: findProposalObstacle,
  approveCorrection: findDecisionObstacle,
  rejectCorrection: findDecisionObstacle,
  resolve: findResolveObstacle,
  return: findReturnObstacle,
}

/**
 * The actions for the dossier's page, by the tables that also decide. Left out is what is never the asker's kind of
 * work, and what neither the state nor his rights would let him do.
 */
export function offersFor(dossier: Dossier, context: DecisionContext): readonly Offer[] {
  const offers: Offer[] = []
  for (const action of ACTIONS) {
    if (!isForKind(action, context) || !isThinkable(action, dossier, context)) continue
    const offer = offerOf(dossier, action, context)
    if (offer !== null) offers.push(offer)
  }
  return offers
}

/** What can be done within a part alone. */
export const PART_ACTIONS = [
  'assign',
  'forward',
  'skip',
  'completePart',
  'sendBack',
  'takeBack',
  'reassign',
] as const satisfies readonly DossierAction[]

/** As `offersFor`, of an open part. */
export function offersForPart(dossier: Dossier, part: DossierPart, context: DecisionContext): readonly Offer[] {
  if (!isForKind('completePart', context)) return []
  const seen = asPart(dossier, part, context.rulebook)
  const steps = part.position === null ? (['completePart'] as const) : PART_ACTIONS
  return steps.flatMap((action) => {
    if (action === 'skip' && !isThinkable(action, seen, context)) return []
    const offer = offerOf(seen, action, context)
    if (offer === null || !offer.allowed || action !== 'completePart') return offer ?? []
    const obstacle = findCompletionObstacle(dossier, part, context)
    return obstacle === null ? offer : blocked(action, obstacle, context)
  })
}

/** A version is changed for many dossiers at once, a part is completed in its own place, and few steps may be skipped. */
function isThinkable(action: DossierAction, dossier: Dossier, { rulebook }: DecisionContext): boolean {
  if (action === 'rebase' || action === 'completePart') return false
  if (action !== 'skip') return true
  return dossier.position !== null && dossier.process !== null && getStep(dossier, rulebook).step.skip.length > 0
}

function offerOf(dossier: Dossier, action: DossierAction, context: DecisionContext): Offer | null {
  const permitted = mayDo(action, context.actor, subjectOf(dossier, context.rulebook))
  const fits = allowsAction(dossier, action)
  if (!permitted.allowed)
    return fits ? blocked(action, { kind: 'action-forbidden', action, who: permitted.who }, context) : null
  if (!fits)
    return isFiling(action) || isEndOfPause(action)
      ? null
      : blocked(action, explainDisallowed(dossier, action), context)
  const obstacle = findObstacle(dossier, action, context)
  return obstacle === null ? { action, allowed: true } : blocked(action, obstacle, context)
}

function findObstacle(dossier: Dossier, action: DossierAction, context: DecisionContext): DossierRefusal | null {
  try {
    return OBSTACLES[action]?.(dossier, context) ?? null
  } catch (error) {
    if (error instanceof CalendarRangeError) return { kind: 'calendar-missing', date: error.date }
    throw error
  }
}

function blocked(action: DossierAction, refusal: DossierRefusal, { rulebook }: DecisionContext): Offer {
  return { action, allowed: false, reason: explainRefusal(refusal, rulebook).detail }
}

const CITIZEN_GRANTS: readonly string[] = ['filer', 'applicant']

/** A citizen is not shown the work of officers; for an officer or the product itself everything is at least thinkable. */
function isForKind(action: DossierAction, { actor }: DecisionContext): boolean {
  const grants: readonly string[] = GRANTS_BY_PERMISSION[action]
  return actor.kind !== 'citizen' || grants.some((grant) => CITIZEN_GRANTS.includes(grant))
}

/** Shown only where there is something to go on from. */
function isEndOfPause(action: DossierAction): boolean {
  return action === 'resume' || action === 'receive'
}

function isFiling(action: DossierAction): boolean {
  return action === 'saveDraft' || action === 'submit'
}
