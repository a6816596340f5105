import type { Actor } from '../access/actor.ts'
import type { Decision } from '../kernel/decision.ts'
import type { DossierCode } from '../kernel/ids.ts'
import type { Instant, LocalDate } from '../kernel/instant.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Dossier } from './dossier.ts'
import type { DossierAction, DossierChange, DossierCommand } from './dossier-commands.ts'
import type { DossierEvent } from './dossier-events.ts'
import type { DossierRefusal } from './dossier-refusals.ts'

/** Everything a decision may look at besides the dossier: the moment, the asker and the law in force. */
export type DecisionContext = { readonly now: Instant; readonly actor: Actor; readonly rulebook: Rulebook }

/**
 * Acceptance needs the next number of the unit and day, which only the store can give.
 * `complete` turns it into the facts; nothing else is missing.
 */
export type NeedsCode = {
  readonly kind: 'needs-code'
  readonly unitCode: string
  readonly day: LocalDate
  readonly format: (serial: number) => DossierCode
  readonly complete: (code: DossierCode) => readonly DossierEvent[]
}

/** What every action but acceptance answers: facts, or why not. */
export type ActionDecision = Decision<DossierEvent, DossierRefusal>

export type DossierDecision = ActionDecision | NeedsCode

export type Decide = (dossier: Dossier | null, change: DossierChange, context: DecisionContext) => DossierDecision

/** The command of one action, `Command<'forward'>`. */
export type Command<Action extends DossierAction> = Extract<DossierCommand, { readonly action: Action }>
