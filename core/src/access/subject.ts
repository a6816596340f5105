import type { Dossier, DossierContent } from '../dossier/dossier.ts'
import type { UnitId } from '../kernel/ids.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** What the permission is asked for. `content` is what is being filed, else the dossier's own; `unit` that of a list or report. */
export type Subject = {
  readonly dossier: Dossier | null
  readonly content: DossierContent | null
  readonly unit: UnitId | null
  readonly rulebook: Rulebook
}

/** A right that asks for a dossier, of one that exists. */
export function subjectOf(dossier: Dossier, rulebook: Rulebook): Subject {
  return { dossier, content: dossier.content, unit: null, rulebook }
}

/** A right that asks for a unit: its queue, its worklist, its report. */
export function unitSubject(unit: UnitId, rulebook: Rulebook): Subject {
  return { dossier: null, content: null, unit, rulebook }
}
