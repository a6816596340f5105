import type { Decision } from '../kernel/decision.ts'
import type { Instant, LocalDate } from '../kernel/instant.ts'
import type { DossierCode } from '../kernel/ids.ts'
import type { Actor } from '../access/actor.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Dossier } from './dossier.ts'
import type { DossierChange } from './dossier-commands.ts'
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

export type DossierDecision = Decision<DossierEvent, DossierRefusal> | NeedsCode

export type Decide = (dossier: Dossier | null, change: DossierChange, context: DecisionContext) => DossierDecision
