import type { Actor } from '@motcua/core/access/actor.ts'
import type { Dossier } from '@motcua/core/dossier/dossier.ts'
import type { DossierRefusalKind } from '@motcua/core/dossier/dossier-refusals.ts'
import { explainRefusal } from '@motcua/core/dossier/refusal-text.ts'
import { findRebaseFault } from '@motcua/core/dossier/rebase-dossier.ts'
import type { DossierCode, DossierId } from '@motcua/core/kernel/ids.ts'
import { findStep, partsOf, type ProcessVersion } from '@motcua/core/process/process.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Spine } from './dossier.ts'
import { listDossiers, listUnderOtherVersion } from './dossier.store.ts'
import type pg from 'pg'

type RebaseServices = { readonly pool: pg.Pool; readonly spine: Spine; readonly rulebook: () => Rulebook }
export type RebaseQuestion = { readonly process: string; readonly version: ProcessVersion }
export type RebaseOrder = RebaseQuestion & {
  readonly by: Actor
  readonly onProgress?: (done: number, total: number) => void
}

/** A dossier that lies where the version has no step. */
export type Stranded = {
  readonly dossier: DossierId
  readonly code: DossierCode | null
  /** Names of the steps, and of parts, that the version lacks. */
  readonly steps: readonly string[]
}

export type RebaseTrial = {
  /** Open dossiers that go by another version of the process. */
  readonly open: number
  readonly stranded: readonly Stranded[]
}

/** refused: nothing was moved. moved: `left` could not be, because they went on meanwhile. */
export type Rebased =
  | ({ readonly kind: 'refused' } & RebaseTrial)
  | { readonly kind: 'moved'; readonly moved: number; readonly left: readonly Left[] }
/** `why` is a sentence in Vietnamese. */
type Left = { readonly dossier: DossierId; readonly why: string }

/** As many as are read, or asked of the spine, at a time. */
const BATCH = 500

/** What a rebase would come to. Changes nothing. */
export async function tryRebase(services: RebaseServices, question: RebaseQuestion): Promise<RebaseTrial> {
  const { ids, stranded } = await examine(services, question)
  return { open: ids.length, stranded }
}

/**
 * All open dossiers of the process go on under the version, or none does: each step at which one of them lies must
 * stand there too. They go through the spine in batches; what was interrupted is gone on with by asking again, because
 * whoever has moved is no longer under another version.
 */
export async function rebaseOpen(services: RebaseServices, order: RebaseOrder): Promise<Rebased> {
  const { ids, stranded } = await examine(services, order)
  if (stranded.length > 0) return { kind: 'refused', open: ids.length, stranded }
  const command = { action: 'rebase', version: order.version.version } as const
  const left: Left[] = []
  let moved = 0
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH)
    const outcomes = await services.spine.changeAll(
      batch.map((dossier) => ({ dossier, expectedVersion: null, key: null, actor: order.by, command })),
    )
    for (const outcome of outcomes) {
      if (outcome.kind === 'changed') moved += 1
      else if (!NOTHING_LEFT.includes(outcome.refusal.kind))
        left.push({ dossier: outcome.dossier, why: explainRefusal(outcome.refusal, services.rulebook()).detail })
    }
    order.onProgress?.(start + batch.length, ids.length)
  }
  return { kind: 'moved', moved, left }
}

/** Ended meanwhile, or moved by somebody else. */
const NOTHING_LEFT: readonly DossierRefusalKind[] = ['action-not-allowed', 'process-version-same']

type Examined = { readonly ids: readonly DossierId[]; readonly stranded: readonly Stranded[] }

async function examine({ pool, rulebook }: RebaseServices, { process, version }: RebaseQuestion): Promise<Examined> {
  const ids = await listUnderOtherVersion(pool, { process, version: version.version })
  const stranded: Stranded[] = []
  for (let start = 0; start < ids.length; start += BATCH) {
    const dossiers = await listDossiers(pool, ids.slice(start, start + BATCH))
    stranded.push(...dossiers.flatMap((dossier) => strandedBy(version, dossier, rulebook()) ?? []))
  }
  return { ids, stranded: stranded.toSorted((a, b) => (a.code ?? '').localeCompare(b.code ?? '')) }
}

function strandedBy(version: ProcessVersion, dossier: Dossier, rulebook: Rulebook): Stranded | undefined {
  const fault = dossier.position === null ? null : findRebaseFault(dossier, version)
  if (fault === null) return undefined
  const { id, process } = dossier
  const own = process === null ? undefined : rulebook.processVersion(process.id, process.version)
  return { dossier: id, code: dossier.code, steps: fault.steps.map((step) => nameOf(step, own)) }
}

function nameOf(id: string, version: ProcessVersion | undefined): string {
  if (version === undefined) return id
  return findStep(version, id)?.step.name ?? partsOf(version).find((part) => part.id === id)?.name ?? id
}

/** `H20.15-240314-0001: Thẩm định hồ sơ` */
export function strandedLine({ dossier, code, steps }: Stranded): string {
  return `${code ?? dossier}: ${steps.join('; ')}`
}
