import { type Instant, parseInstant } from '@motcua/core/kernel/instant.ts'
import {
  type ChangedCell,
  changedCells,
  type FrozenTable,
  frozenForm,
} from '@motcua/core/published-report/published-report.ts'
import { type Dimension, DIMENSIONS, edgesOf, findScope, figureBehind, rowFilter } from '@motcua/core/report/report.ts'
import type { Db } from '../platform/database.ts'
import { type CountedView, countedDossierView, listCounted } from '../report/report.ts'
import type { Services } from '../services.ts'
import { countTables } from './count-tables.ts'
import type { PublishedReport } from './published-report.ts'

export type TableDifference = {
  readonly form: string
  readonly title: string
  readonly by: string
  readonly cells: readonly ChangedCell[]
}

/** With what a published report is compared: the same question, asked as of another instant, or with corrections. */
export type Compared = { readonly asOf: Instant; readonly corrections: boolean }

type World = Pick<Services, 'pool' | 'rulebook' | 'now'>
type Content = PublishedReport['content']

/** What was published is counted by the definitions of then, whatever is in force since. Null: one has left the data. */
export async function recountTables(
  world: World,
  content: Content,
  compared: Compared,
): Promise<readonly FrozenTable[] | null> {
  const rulebook = world.rulebook()
  const scope = findScope(content.scope.id, rulebook)
  const wanted = content.tables.flatMap((table) => {
    const definition = frozenForm(table, content.period.to, rulebook)
    return definition === undefined ? [] : [{ form: table.form, definition, by: dimensionOf(table.by) }]
  })
  if (scope === undefined || wanted.length < content.tables.length) return null
  const question = { scope, period: content.period, ...compared, now: world.now(), rulebook }
  return (await countTables(world.pool, question, wanted)).tables
}

/** Where the question is not answered as it was published; null where it cannot be asked any more. */
export async function differenceOf(
  world: World,
  { content }: PublishedReport,
  compared: Compared,
): Promise<readonly TableDifference[] | null> {
  const tables = await recountTables(world, content, compared)
  if (tables === null) return null
  return content.tables.map((table, index) => {
    const now = tables[index]
    const { form, title, by } = table
    return { form, title, by, cells: now === undefined ? [] : changedCells(table, now) }
  })
}

export function dimensionOf(by: string): Dimension {
  const found = DIMENSIONS.find((each) => each === by)
  if (found === undefined) throw new Error(`a published table goes by ${by}`)
  return found
}

/** One number of a published table: of one row, or of the whole; of a share its one side. */
export type Cell = {
  readonly form: string
  readonly by: Dimension
  readonly row: string | null
  readonly figure: string
  readonly side: 'numerator' | 'denominator'
}

export type MovedDossiers = { readonly left: readonly CountedView[]; readonly entered: readonly CountedView[] }

/** The dossiers by which a number differs, each with the reason why it stood there or stands there now. */
export async function movedDossiers(
  world: World,
  { content }: PublishedReport,
  { cell, compared }: { readonly cell: Cell; readonly compared: Compared },
): Promise<MovedDossiers> {
  const question = { content, cell, rulebook: world.rulebook() }
  const before = await countedThen(world.pool, question, publishedAs(content))
  const now = await countedThen(world.pool, question, compared)
  return {
    left: [...before].flatMap(([id, dossier]) => (now.has(id) ? [] : [dossier])),
    entered: [...now].flatMap(([id, dossier]) => (before.has(id) ? [] : [dossier])),
  }
}

export const publishedAs = ({ asOf, corrections }: Content): Compared => ({ asOf: parseInstant(asOf), corrections })

const PAGE = 1000

type Asked = {
  readonly content: Content
  readonly cell: Cell
  readonly rulebook: ReturnType<World['rulebook']>
}

async function countedThen(
  db: Db,
  { content, cell: { form, by, row, figure, side }, rulebook }: Asked,
  { asOf, corrections }: Compared,
): Promise<ReadonlyMap<string, CountedView>> {
  const scope = findScope(content.scope.id, rulebook)
  const found = new Map<string, CountedView>()
  const table = content.tables.find((each) => each.form === form && each.by === by)
  const definition = table === undefined ? undefined : frozenForm(table, content.period.to, rulebook)
  const counted = definition === undefined ? undefined : figureBehind(definition, figure, side)
  if (scope === undefined || counted === undefined) return found
  const edges = edgesOf(content.period, asOf)
  const filter = row === null ? null : rowFilter({ by, structure: 'then' }, row, { rulebook, figure: counted })
  const facts = { scope, edges, correctedTo: corrections ? asOf : null, figure: counted, row: filter }
  for (let after: Parameters<typeof listCounted>[1]['after'] = null; ; ) {
    const { items } = await listCounted(db, { ...facts, after, limit: PAGE })
    for (const item of items) found.set(item.dossier_id, countedDossierView(item, { edges, rulebook }))
    const last = items.at(-1)
    if (last === undefined || items.length < PAGE) return found
    after = { submittedAt: last.submitted_at, dossier: last.dossier_id }
  }
}
