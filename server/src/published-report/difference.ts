import { type Instant, parseInstant } from '@motcua/core/kernel/instant.ts'
import { type ChangedCell, changedCells, type FrozenTable } from '@motcua/core/published-report/published-report.ts'
import { type Dimension, DIMENSIONS, edgesOf, findScope, rowFilter } from '@motcua/core/report/report.ts'
import type { Db } from '../platform/database.ts'
import { type CountedView, countedDossierView, listCounted } from '../report/report.ts'
import type { Services } from '../services.ts'
import { countTables } from './count-tables.ts'
import type { PublishedReport } from './published-report.ts'

export type TableDifference = { readonly by: string; readonly cells: readonly ChangedCell[] }

type World = Pick<Services, 'pool' | 'rulebook' | 'now'>

/** Where the same question, asked as of another instant, is not answered as it was published. */
export async function differenceOf(
  world: World,
  { content }: PublishedReport,
  asOf: Instant,
): Promise<readonly TableDifference[]> {
  const rulebook = world.rulebook()
  const scope = findScope(content.scope.id, rulebook)
  if (scope === undefined) return []
  const question = { scope, period: content.period, asOf, now: world.now(), rulebook }
  const wanted = content.tables.map(({ by }) => ({ by: dimensionOf(by) }))
  const { tables } = await countTables(world.pool, question, wanted)
  return content.tables.map((table, index) => ({ by: table.by, cells: cellsOf(table, tables[index]) }))
}

function cellsOf(published: FrozenTable, now: FrozenTable | undefined): readonly ChangedCell[] {
  return now === undefined ? [] : changedCells(published, now)
}

export function dimensionOf(by: string): Dimension {
  const found = DIMENSIONS.find((each) => each === by)
  if (found === undefined) throw new Error(`a published table goes by ${by}`)
  return found
}

/** One number of a published table: of one row, or of the whole. */
export type Cell = { readonly by: Dimension; readonly row: string | null; readonly figure: string }

export type MovedDossiers = { readonly left: readonly CountedView[]; readonly entered: readonly CountedView[] }

/** The dossiers by which a number differs, each with the reason why it stood there or stands there now. */
export async function movedDossiers(
  world: World,
  { content }: PublishedReport,
  { cell, asOf }: { readonly cell: Cell; readonly asOf: Instant },
): Promise<MovedDossiers> {
  const question = { content, cell, rulebook: world.rulebook() }
  const before = await countedThen(world.pool, question, parseInstant(content.asOf))
  const now = await countedThen(world.pool, question, asOf)
  return {
    left: [...before].flatMap(([id, dossier]) => (now.has(id) ? [] : [dossier])),
    entered: [...now].flatMap(([id, dossier]) => (before.has(id) ? [] : [dossier])),
  }
}

const PAGE = 1000

type Asked = {
  readonly content: PublishedReport['content']
  readonly cell: Cell
  readonly rulebook: ReturnType<World['rulebook']>
}

async function countedThen(
  db: Db,
  { content, cell: { by, row, figure }, rulebook }: Asked,
  asOf: Instant,
): Promise<ReadonlyMap<string, CountedView>> {
  const scope = findScope(content.scope.id, rulebook)
  const found = new Map<string, CountedView>()
  if (scope === undefined) return found
  const edges = edgesOf(content.period, asOf)
  const filter = row === null ? null : rowFilter({ by, structure: 'then' }, row, rulebook)
  const counted = rulebook.countedFigureAt(figure, content.period.to)
  if (counted === undefined) return found
  for (let after: Parameters<typeof listCounted>[1]['after'] = null; ; ) {
    const { items } = await listCounted(db, { scope, edges, figure: counted, row: filter, after, limit: PAGE })
    for (const item of items) found.set(item.dossier_id, countedDossierView(item, { edges, rulebook }))
    const last = items.at(-1)
    if (last === undefined || items.length < PAGE) return found
    after = { submittedAt: last.submitted_at, dossier: last.dossier_id }
  }
}
