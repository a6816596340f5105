import type { StoredEvent } from '../dossier/dossier.ts'
import type { Tx } from '../platform/database.ts'
import {
  type CountedPlace,
  type IdRange,
  listEventsOf,
  listFactsOf,
  listRowsAfter,
  type StoredFact,
  type StoredRow,
} from './check.store.ts'
import type { DossierEvidence } from './check-dossier.ts'

export type EvidencePage = {
  readonly dossiers: readonly DossierEvidence[]
  /** The last id, from which the next page goes on; null at the end. */
  readonly last: string | null
}

/** Rows in the order of their ids; events and facts that lie between the rows belong to no row and are found with them. */
export async function readEvidence(
  tx: Tx,
  { above, limit }: { readonly above: string | null; readonly limit: number },
  counted: CountedPlace,
): Promise<EvidencePage> {
  const rows = await listRowsAfter(tx, above, limit)
  const last = rows.length < limit ? null : (rows.at(-1)?.id ?? null)
  const range: IdRange = { above, upTo: last }
  const [events, facts] = [await listEventsOf(tx, range), await listFactsOf(tx, range)]
  return { dossiers: gather({ rows, events, facts }, counted), last }
}

/** The id just below this one: a page above it begins with this one. */
export function idBelow(id: string): string {
  const below = (BigInt(`0x${id.replaceAll('-', '')}`) - 1n).toString(16).padStart(32, '0')
  return below.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

type PageOfAll = {
  readonly rows: readonly StoredRow[]
  readonly events: readonly StoredEvent[]
  readonly facts: readonly StoredFact[]
}

function gather({ rows, events, facts }: PageOfAll, counted: CountedPlace): readonly DossierEvidence[] {
  const eventsById = Map.groupBy(events, (event): string => event.dossier)
  const factsById = Map.groupBy(facts, (fact) => fact.dossier_id)
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  const ids = new Set([...rowsById.keys(), ...eventsById.keys(), ...factsById.keys()])
  return [...ids].sort().map((id) => {
    const own = eventsById.get(id) ?? []
    return {
      id,
      row: rowsById.get(id) ?? null,
      events: own,
      counted: countedOf(own, counted),
      facts: factsById.get(id) ?? [],
    }
  })
}

/** Counted up to the checkpoint; what a counted event stands on was counted with it. */
function countedOf(events: readonly StoredEvent[], { countedTx, countedSeq }: CountedPlace): readonly StoredEvent[] {
  const last = events.findLastIndex(
    ({ tx, seq }) => BigInt(tx) < BigInt(countedTx) || (tx === countedTx && seq <= countedSeq),
  )
  return events.slice(0, last + 1)
}
