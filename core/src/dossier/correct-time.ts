import { actorKey } from '../access/access.ts'
import { decided, refused } from '../kernel/decision.ts'
import type { Instant } from '../kernel/instant.ts'
import { checkedReason, checkedText } from './check-reason.ts'
import { finishClassOf } from './clock.ts'
import { correctedTimes } from './corrected-times.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import { CORRECTED_TIMES, type CorrectedTime, type Correction, type Dossier, type FinishClass } from './dossier.ts'
import { calendarOfDossier } from './dossier-clock.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { optional, shortText } from './texts.ts'

const DOCUMENT = optional(shortText('document', 'Số, ký hiệu văn bản chứng minh', 200))

/**
 * A past time is never edited. Who finds one wrong proposes what it should have been, with the reason and the evidence;
 * the head of the agency, and never the proposer, approves it. The time that was recorded stays for good.
 */
export function proposeCorrection(
  dossier: Dossier,
  command: Command<'proposeCorrection'>,
  context: DecisionContext,
): ActionDecision {
  const { what, to, reason, document, file } = command
  const from = dossier[what]
  if (from === null) return refused({ kind: 'nothing-to-correct', what })
  const fault = findCorrectionFault(dossier, command, context)
  if (fault !== null) return refused(fault)
  const number = dossier.corrections.length + 1
  return (
    checkedReason(reason) ??
    checkedText(document, DOCUMENT) ??
    decided({ type: 'correctionProposed', number, what, from, to, reason, document, file })
  )
}

export function approveCorrection(
  dossier: Dossier,
  { number }: Command<'approveCorrection'>,
  context: DecisionContext,
): ActionDecision {
  const proposed = findProposed(dossier, number, context)
  if ('kind' in proposed) return refused(proposed)
  const { what, from, to } = proposed
  // What was approved since may no longer go with it.
  const fault = findOrderFault(dossier, { what, to }, context)
  if (fault !== null) return refused(fault)
  return decided({
    type: 'correctionApproved',
    ...{ number, what, from, to },
    finish: correctedFinish(dossier, { what, to }, context),
  })
}

export function rejectCorrection(
  dossier: Dossier,
  { number, reason }: Command<'rejectCorrection'>,
  context: DecisionContext,
): ActionDecision {
  const proposed = findProposed(dossier, number, context)
  if ('kind' in proposed) return refused(proposed)
  return checkedReason(reason) ?? decided({ type: 'correctionRejected', number, reason })
}

/** Every time that was recorded already has a proposal that waits. */
export function findProposalObstacle(dossier: Dossier): DossierRefusal | null {
  const recorded = CORRECTED_TIMES.filter((what) => dossier[what] !== null)
  const waiting = dossier.corrections.filter(({ state }) => state === 'proposed').map(({ what }) => what)
  const first = recorded[0]
  if (first === undefined) return { kind: 'nothing-to-correct', what: 'acceptedAt' }
  return recorded.every((what) => waiting.includes(what)) ? { kind: 'correction-open', what: first } : null
}

export function findDecisionObstacle(dossier: Dossier, context: DecisionContext): DossierRefusal | null {
  const open = dossier.corrections.find(({ state }) => state === 'proposed')
  if (open === undefined) return { kind: 'correction-unknown', number: null }
  return isOwn(open, context) ? { kind: 'correction-own' } : null
}

function findCorrectionFault(
  dossier: Dossier,
  { what, to, document, file }: Command<'proposeCorrection'>,
  context: DecisionContext,
): DossierRefusal | null {
  if (dossier.corrections.some((each) => each.state === 'proposed' && each.what === what)) {
    return { kind: 'correction-open', what }
  }
  if ((document === null || document.trim() === '') && file === null) return { kind: 'evidence-missing' }
  return findOrderFault(dossier, { what, to }, context)
}

type Changed = { readonly what: CorrectedTime; readonly to: Instant }

/** Acceptance, finish and return follow each other, also as corrected. */
function findOrderFault(dossier: Dossier, { what, to }: Changed, { now }: DecisionContext): DossierRefusal | null {
  const outOfRange = (reason: string): DossierRefusal => ({ kind: 'date-out-of-range', field: 'to', reason })
  if (to > now) return outOfRange('Thời điểm đính chính không được ở tương lai.')
  if (to === dossier[what]) return outOfRange('Thời điểm đính chính trùng với thời điểm đã ghi.')
  const times = { ...standingTimes(dossier), [what]: to }
  if (dossier.submittedAt !== null && what === 'acceptedAt' && to < dossier.submittedAt) {
    return outOfRange('Thời điểm tiếp nhận không được trước khi nộp.')
  }
  const order = [times.acceptedAt, times.finishedAt, times.returnedAt].filter((at) => at !== null)
  const isOrdered = order.every((at, index) => index === 0 || (order[index - 1] ?? at) <= at)
  return isOrdered ? null : outOfRange('Tiếp nhận, kết thúc giải quyết và trả kết quả phải theo đúng thứ tự thời gian.')
}

function standingTimes(dossier: Dossier): Readonly<Record<CorrectedTime, Instant | null>> {
  const corrected = correctedTimes(dossier)
  return {
    acceptedAt: corrected.acceptedAt ?? dossier.acceptedAt,
    finishedAt: corrected.finishedAt ?? dossier.finishedAt,
    returnedAt: corrected.returnedAt ?? dossier.returnedAt,
  }
}

/** The class that the same rules give to the times as corrected. Null while the dossier is not finished. */
function correctedFinish(dossier: Dossier, { what, to }: Changed, { rulebook }: DecisionContext): FinishClass | null {
  const times = { ...standingTimes(dossier), [what]: to }
  if (what === 'returnedAt' || dossier.clock === null || times.finishedAt === null || times.acceptedAt === null) {
    return null
  }
  const ledger = { ...dossier.clock, startedAt: times.acceptedAt, endedAt: times.finishedAt }
  return finishClassOf(ledger, calendarOfDossier(dossier, rulebook), times.finishedAt)
}

function findProposed(dossier: Dossier, number: number, context: DecisionContext): Correction | DossierRefusal {
  const correction = dossier.corrections.find((each) => each.number === number && each.state === 'proposed')
  if (correction === undefined) return { kind: 'correction-unknown', number }
  return isOwn(correction, context) ? { kind: 'correction-own' } : correction
}

const isOwn = ({ proposedBy }: Correction, { actor }: DecisionContext): boolean => proposedBy === actorKey(actor)
