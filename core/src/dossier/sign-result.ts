import { decided, refused } from '../kernel/decision.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { findResultFault } from './resolve-dossier.ts'

/**
 * The result document is signed or issued. That does not close the dossier: whoever forgets to is listed the same day,
 * and the finish stays the moment at which it was closed (QĐ 766/QĐ-TTg: "đã xử lý xong").
 */
export function signResult(
  dossier: Dossier,
  { result }: Command<'signResult'>,
  context: DecisionContext,
): ActionDecision {
  const fault = findSigningObstacle(dossier) ?? findResultFault(result, dossier, context)
  return fault === null ? decided({ type: 'resultSigned', result }) : refused(fault)
}

/** A result is signed once. */
export function findSigningObstacle({ signedResult }: Dossier): DossierRefusal | null {
  return signedResult === null ? null : { kind: 'result-signed', number: signedResult.result.number }
}
