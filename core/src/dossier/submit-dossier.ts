import { decided, refused } from '../kernel/decision.ts'
import { findContentFault } from './check-content.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'

/** Filing (NĐ 61/2018 Đ.16): what reaches the counter is complete in form; whether it is correct the clerk decides. */
export function submitDossier({ content }: Command<'submit'>, context: DecisionContext): ActionDecision {
  const fault = findContentFault(content, context)
  return fault === null ? decided({ type: 'submitted', content }) : refused(fault)
}
