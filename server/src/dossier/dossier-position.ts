import type { DecisionContext } from '@motcua/core/dossier/decide.ts'
import type { Dossier, Position } from '@motcua/core/dossier/dossier.ts'
import { ACTION_NAME } from '@motcua/core/dossier/dossier-commands.ts'
import type { Offer } from '@motcua/core/dossier/offers.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import { findStep, type ProcessVersion } from '@motcua/core/process/process.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { ROLE_NAME } from '../organisation/organisation.ts'
import { officerName, unitName } from './dossier-timeline.ts'
import type { DossierView } from './dossier-view-schema.ts'

/** The approved steps under which the dossier runs; undefined before acceptance. */
export function processOf({ process }: Dossier, rulebook: Rulebook): ProcessVersion | undefined {
  return process === null ? undefined : rulebook.processVersion(process.id, process.version)
}

/** Where the dossier, or a part of it, lies. */
export function positionView(
  position: Position | null,
  dossier: Dossier,
  { rulebook }: DecisionContext,
): DossierView['position'] {
  if (position === null) return null
  const process = processOf(dossier, rulebook)
  const { step: id, unit, role, officer, since, dueAt } = position
  const step = process && findStep(process, id)?.step
  return {
    ...{ step: id, unit, role, officer },
    stepName: step?.name ?? id,
    outcomes: step?.outcomes ?? [],
    unitName: unitName(unit, rulebook),
    roleName: ROLE_NAME[role],
    officerName: officer === null ? null : officerName(officer, rulebook),
    since: toIso(since),
    dueAt: isoOrNull(dueAt),
  }
}

export function offerView(offer: Offer): DossierView['offers'][number] {
  const { action, allowed } = offer
  return { action, name: ACTION_NAME[action], allowed, reason: offer.allowed ? null : offer.reason }
}

export const isoOrNull = (at: Instant | null | undefined): string | null =>
  at === null || at === undefined ? null : toIso(at)
