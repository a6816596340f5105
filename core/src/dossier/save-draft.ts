import { decided, refused } from '../kernel/decision.ts'
import { findDraftFault } from './check-content.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'

/** A draft is nobody's business but its maker's: it need not be complete, and starts no clock. */
export function saveDraft({ content }: Command<'saveDraft'>, context: DecisionContext): ActionDecision {
  const fault = findDraftFault(content, context)
  return fault === null ? decided({ type: 'draftSaved', content }) : refused(fault)
}
