import type { FieldProblem } from '../form/form.ts'
import { decided, refused } from '../kernel/decision.ts'
import { checkDocuments } from './check-documents.ts'
import { checkedNote } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { dueAfterPause } from './dossier-clock.ts'
import { getCase } from './get-case.ts'
import { isBlank } from './texts.ts'

/** The dossier is complete: the clock runs again, by the policy fixed when it stopped (NĐ 61/2018 Đ.19.4). */
export function supplySupplement(
  dossier: Dossier,
  command: Command<'supplySupplement'>,
  context: DecisionContext,
): ActionDecision {
  const { documents, note } = command
  if (documents.length === 0 && (note === null || isBlank(note))) {
    return refused({ kind: 'documents-missing', missing: dossier.supplements.at(-1)?.items ?? [] })
  }
  const problems: FieldProblem[] = []
  checkDocuments(documents, getCase(dossier.content, context.rulebook), problems)
  if (problems.length > 0) return refused({ kind: 'text-invalid', problems })
  const times = dueAfterPause(dossier, context)
  return checkedNote(note) ?? decided({ type: 'supplementSupplied', documents, note, ...times })
}
