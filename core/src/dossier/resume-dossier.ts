import { decided } from '../kernel/decision.ts'
import { checkedNote } from './check-reason.ts'
import type { ActionDecision, Command, DecisionContext } from './decision-context.ts'
import type { Dossier } from './dossier.ts'
import { dueAfterPause } from './dossier-clock.ts'

/** What was waited for has come: the clock goes on as was fixed when it stopped. */
export function resumeDossier(dossier: Dossier, { note }: Command<'resume'>, context: DecisionContext): ActionDecision {
  return checkedNote(note) ?? decided({ type: 'resumed', note, ...dueAfterPause(dossier, context) })
}
