import { mayDo, subjectOf } from '../access/access.ts'
import { CalendarRangeError } from '../calendar/calendar.ts'
import { refused } from '../kernel/decision.ts'
import { acceptDossier } from './accept-dossier.ts'
import { allowsAction, explainDisallowed } from './actions-by-state.ts'
import { answerConsultation } from './answer-consultation.ts'
import { apologiseForDelay, draftApology } from './apologise-for-delay.ts'
import { assignDossier } from './assign-dossier.ts'
import { completePart } from './complete-part.ts'
import { consultAgency } from './consult-agency.ts'
import { correctDossier } from './correct-dossier.ts'
import { approveCorrection, proposeCorrection, rejectCorrection } from './correct-time.ts'
import type { Decide, DecisionContext, DossierDecision } from './decision-context.ts'
import { declineDossier } from './decline-dossier.ts'
import type { Dossier } from './dossier.ts'
import type { DossierChange, DossierCommand } from './dossier-commands.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { forwardDossier } from './forward-dossier.ts'
import { asPart, findOpenPart } from './part-of-dossier.ts'
import { reassignDossier } from './reassign-dossier.ts'
import { pauseDossier } from './pause-dossier.ts'
import { receiveDossier } from './receive-dossier.ts'
import { rebaseDossier } from './rebase-dossier.ts'
import { recordPayment } from './record-payment.ts'
import { refuseDossier } from './refuse-dossier.ts'
import { requestPayment } from './request-payment.ts'
import { requestSupplement } from './request-supplement.ts'
import { resolveDossier } from './resolve-dossier.ts'
import { resumeDossier } from './resume-dossier.ts'
import { returnResult } from './return-result.ts'
import { saveDraft } from './save-draft.ts'
import { sendBackDossier } from './send-back-dossier.ts'
import { signResult } from './sign-result.ts'
import { skipStep } from './skip-step.ts'
import { stopDossier } from './stop-dossier.ts'
import { submitDossier } from './submit-dossier.ts'
import { supplySupplement } from './supply-supplement.ts'
import { takeBackDossier } from './take-back-dossier.ts'
import { withdrawDossier } from './withdraw-dossier.ts'

export type {
  ActionDecision,
  Command,
  Decide,
  DecisionContext,
  DossierDecision,
  NeedsCode,
} from './decision-context.ts'

/**
 * What a change amounts to. Rights come first: who may not act learns nothing of the dossier, who may not even read it
 * not that it exists. Then whether it exists, whether the asker saw its newest version, whether its state allows the
 * action; then the action's own rule.
 */
export const decideDossier: Decide = (dossier, change, context) => {
  try {
    const seen = asSeen(dossier, change.command, context)
    // Completing a part may take the whole on, and is decided on it.
    const acted = change.command.action === 'completePart' ? dossier : (seen ?? dossier)
    return findObstacle({ dossier, seen }, change, context) ?? decideAction(acted, change.command, context)
  } catch (error) {
    if (error instanceof CalendarRangeError) return refused({ kind: 'calendar-missing', date: error.date })
    throw error
  }
}

/** Who acts in a part has the rights and the place of the part; null where the command names one that is not open. */
function asSeen(dossier: Dossier | null, command: DossierCommand, { rulebook }: DecisionContext): Dossier | null {
  const id = 'part' in command ? (command.part ?? null) : null
  if (dossier === null || id === null) return dossier
  const part = findOpenPart(dossier, id)
  // A part outside this system lies nowhere in it: it can be completed, and nothing else.
  if (part === undefined || (part.position === null && command.action !== 'completePart')) return null
  return asPart(dossier, part, rulebook)
}

type Subjects = { readonly dossier: Dossier | null; readonly seen: Dossier | null }

function findObstacle(
  { dossier, seen }: Subjects,
  change: DossierChange,
  context: DecisionContext,
): DossierDecision | null {
  const { command, expectedVersion } = change
  const { action } = command
  const isFiling = command.action === 'saveDraft' || command.action === 'submit'
  if (dossier === null && !isFiling) return refused({ kind: 'dossier-unknown' })
  const subject = seen ?? dossier
  const content = isFiling ? command.content : (subject?.content ?? null)
  const { actor, rulebook } = context
  const permitted = mayDo(action, actor, { dossier: subject, content, unit: null, rulebook })
  if (!permitted.allowed) {
    const hidden = dossier !== null && !isFiling && !mayDo('readDossier', actor, subjectOf(dossier, rulebook)).allowed
    return refused(hidden ? { kind: 'dossier-unknown' } : { kind: 'action-forbidden', action, who: permitted.who })
  }
  if (dossier !== null && isFiling && dossier.state !== 'draft') return refused({ kind: 'dossier-exists' })
  const obstacle = findStateObstacle(dossier, { action, expectedVersion }, context)
  if (obstacle !== null || seen !== null || dossier === null) return obstacle
  return refused({ kind: 'part-unknown', part: 'part' in command ? (command.part ?? '') : '' })
}

function findStateObstacle(
  dossier: Dossier | null,
  { action, expectedVersion }: Pick<DossierChange, 'expectedVersion'> & Pick<DossierCommand, 'action'>,
  { now }: DecisionContext,
): DossierDecision | null {
  const actual = dossier?.version ?? 0
  if (expectedVersion !== null && expectedVersion !== actual) {
    return refused({ kind: 'version-stale', expected: expectedVersion, actual })
  }
  if (!allowsAction(dossier, action)) {
    return refused(explainDisallowed(dossier, action))
  }
  return dossier !== null && now < dossier.lastAt ? refused(BACKDATED) : null
}

/** Facts are in order of time; an action is never dated before one that has happened. */
const BACKDATED: DossierRefusal = {
  kind: 'date-out-of-range',
  field: 'now',
  reason: 'Đồng hồ của máy chủ chậm hơn lần thay đổi trước của hồ sơ.',
}

function decideAction(dossier: Dossier | null, command: DossierCommand, context: DecisionContext): DossierDecision {
  if (command.action === 'saveDraft') return saveDraft(command, context)
  if (command.action === 'submit') return submitDossier(command, context)
  if (dossier === null) return refused({ kind: 'dossier-unknown' })
  switch (command.action) {
    case 'accept':
      return acceptDossier(dossier, context)
    case 'decline':
      return declineDossier(dossier, command, context)
    case 'assign':
      return assignDossier(dossier, command, context)
    case 'forward':
      return forwardDossier(dossier, command, context)
    case 'skip':
      return skipStep(dossier, command, context)
    case 'completePart':
      return completePart(dossier, command, context)
    case 'sendBack':
      return sendBackDossier(dossier, command, context)
    case 'takeBack':
      return takeBackDossier(dossier, command, context)
    case 'reassign':
      return reassignDossier(dossier, command, context)
    case 'consult':
      return consultAgency(dossier, command, context)
    case 'answerConsultation':
      return answerConsultation(dossier, command, context)
    case 'requestSupplement':
      return requestSupplement(dossier, command, context)
    case 'supplySupplement':
      return supplySupplement(dossier, command, context)
    case 'requestPayment':
      return requestPayment(dossier, command, context)
    case 'pause':
      return pauseDossier(dossier, command, context)
    case 'resume':
      return resumeDossier(dossier, command, context)
    case 'receive':
      return receiveDossier(dossier, context)
    default:
      return decideEnding(dossier, command, context)
  }
}

type Ending = Extract<
  DossierCommand,
  {
    readonly action:
      | 'recordPayment'
      | 'draftApology'
      | 'apologise'
      | 'refuse'
      | 'withdraw'
      | 'stop'
      | 'signResult'
      | 'resolve'
      | 'return'
      | 'correct'
      | 'proposeCorrection'
      | 'approveCorrection'
      | 'rejectCorrection'
      | 'rebase'
  }
>

/** What leads a dossier to its end, or puts its record in order. */
function decideEnding(dossier: Dossier, command: Ending, context: DecisionContext): DossierDecision {
  switch (command.action) {
    case 'recordPayment':
      return recordPayment(dossier, command, context)
    case 'draftApology':
      return draftApology(dossier, command, context)
    case 'apologise':
      return apologiseForDelay(dossier, command, context)
    case 'refuse':
      return refuseDossier(dossier, command, context)
    case 'withdraw':
      return withdrawDossier(dossier, command, context)
    case 'stop':
      return stopDossier(dossier, command, context)
    case 'signResult':
      return signResult(dossier, command, context)
    case 'resolve':
      return resolveDossier(dossier, command, context)
    case 'return':
      return returnResult(dossier, command)
    case 'correct':
      return correctDossier(dossier, command, context)
    case 'proposeCorrection':
      return proposeCorrection(dossier, command, context)
    case 'approveCorrection':
      return approveCorrection(dossier, command, context)
    case 'rejectCorrection':
      return rejectCorrection(dossier, command, context)
    case 'rebase':
      return rebaseDossier(dossier, command, context)
  }
}
