import type { FieldProblem } from '../form/form.ts'
import { decided, refused } from '../kernel/decision.ts'
import { checkedGround, keptGround } from './check-ground.ts'
import { checkedReason } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import type { PauseBreach } from './clock-ledger.ts'
import { calendarOfDossier } from './dossier-clock.ts'
import { serviceOf, supplementRequestDueAt } from './service-times.ts'
import { floorToMinute } from '../kernel/instant.ts'
import { basisOf } from './pause-dossier.ts'
import { ADDRESS_LENGTH, checkText, shortText } from './texts.ts'

const ITEMS_AT_MOST = 50
const ITEM = shortText('items', 'Giấy tờ hoặc thông tin cần bổ sung', ADDRESS_LENGTH)

/**
 * What is missing is asked for in writing with the reason, complete and exact (Mẫu 02). At intake only once
 * (NĐ 61/2018 Đ.15.3 and 17.1.a); after appraisal it stops the clock (Đ.19.4), and a second request is possible but
 * makes the dossier count as late (QĐ 766/QĐ-TTg).
 */
export function requestSupplement(
  dossier: Dossier,
  command: Command<'requestSupplement'>,
  context: DecisionContext,
): ActionDecision {
  const { items, reason } = command
  const obstacle = findSupplementObstacle(dossier, context)
  if (obstacle !== null) return refused(obstacle)
  const problems = itemProblems(items)
  if (problems.length > 0) return refused({ kind: 'text-invalid', problems })
  // A clock that has not started has nothing to continue.
  const after = dossier.clock?.policies.afterSupplement ?? 'restart'
  return (
    checkedReason(reason) ??
    checkedGround(command, context) ??
    decided({
      type: 'supplementRequested',
      items,
      reason,
      after,
      ...keptGround(command),
      ...basisOf('supplement', dossier, context),
      ...breachOf(dossier, context),
    })
  )
}

/** At intake all that is missing is named in one go. */
export function findSupplementObstacle(dossier: Dossier, context: DecisionContext): DossierRefusal | null {
  const { state, supplements, clock, content } = dossier
  if (state === 'submitted' && supplements.length > 0) return { kind: 'supplement-repeated' }
  const { breach } = breachOf(dossier, context)
  if (breach === undefined || clock === null) return null
  const { policies } = serviceOf(content, clock.startedAt, context.rulebook)
  return policies.lateSupplementRequest === 'refuse' ? { kind: 'supplement-too-late', dueAt: breach.dueAt } : null
}

/** Within three working days of intake (NĐ 61/2018 Đ.19.4); whether a later request is refused or only told is policy. */
function breachOf(dossier: Dossier, { now, rulebook }: DecisionContext): { readonly breach?: PauseBreach } {
  const { clock, content } = dossier
  if (clock === null) return {}
  const dueAt = supplementRequestDueAt(dossier, calendarOfDossier(dossier, rulebook), rulebook)
  if (dueAt === null || floorToMinute(now) <= dueAt) return {}
  return {
    breach: { dueAt, article: serviceOf(content, clock.startedAt, rulebook).citations.supplementRequestWithinDays },
  }
}

function itemProblems(items: readonly string[]): readonly FieldProblem[] {
  if (items.length === 0 || items.length > ITEMS_AT_MOST) {
    return [{ path: 'items', message: `Hãy ghi từ 1 đến ${ITEMS_AT_MOST} giấy tờ hoặc thông tin cần bổ sung.` }]
  }
  const problems: FieldProblem[] = []
  for (const item of items) checkText(item, ITEM, problems)
  return problems
}
