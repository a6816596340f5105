import type { FormInForce } from '@motcua/core/figure/figure.ts'
import type { Db, Tx } from '../platform/database.ts'
import { readPages } from '../platform/read-pages.ts'
import { conditionSql, FACT_VALUES, type FactQuestion, factValues, knownFacts } from './known-facts.store.ts'
import { COUNTED_COLUMNS, type CountedDossier } from './report.store.ts'

/** A dossier that one of two questions counts elsewhere than the other, as each of them sees it. */
export type MovedFact = {
  readonly dossier: string
  readonly before: SeenFact | null
  readonly after: SeenFact | null
}
/** With the figures that count it. */
export type SeenFact = { readonly counted: CountedDossier; readonly figures: readonly string[] }

type MovedQuestion = { readonly form: FormInForce; readonly before: FactQuestion; readonly after: FactQuestion }

/** The dossiers by which two answers of one form differ, also where the one that came hides the one that went. */
export async function listMoved(
  db: Db,
  question: MovedQuestion & { readonly limit: number },
): Promise<{ readonly total: number; readonly items: readonly MovedFact[] }> {
  const { rows } = await db.query<{ readonly total: number } & (SeenRow | { readonly side: null })>({
    text: `${movedSql(question)},
      page as (select dossier_id from moved order by dossier_id limit $${MOVED_VALUES + 1})
      select t.total, seen.* from (select count(*) as total from moved) t left join (${seenOf('page')}) seen on true
      order by seen.dossier_id, seen.side`,
    values: [...movedValues(question), question.limit],
  })
  const seen = rows.flatMap((row) => (row.side === null ? [] : [row]))
  return { total: rows[0]?.total ?? 0, items: [...movedFacts(seen, question.form)] }
}

/** All of them as of one moment, compared once and read page by page: only a page is held. */
export async function* readMoved(tx: Tx, question: MovedQuestion): AsyncGenerator<MovedFact> {
  const pages = readPages<SeenRow>(tx, {
    text: `${movedSql(question)}
      select seen.* from (${seenOf('moved')}) seen order by seen.dossier_id, seen.side desc`,
    values: movedValues(question),
  })
  // The second side of the last dossier of a page may stand on the next one.
  let waiting: readonly SeenRow[] = []
  for await (const page of pages) {
    const seen = [...waiting, ...page]
    const open = seen.at(-1)?.dossier_id
    waiting = seen.filter((row) => row.dossier_id === open)
    yield* movedFacts(
      seen.filter((row) => row.dossier_id !== open),
      question.form,
    )
  }
  yield* movedFacts(waiting, question.form)
}

type SeenRow = { readonly side: 'before' | 'after'; readonly flags: readonly boolean[] } & CountedDossier

function movedFacts(rows: readonly SeenRow[], { counted }: FormInForce): Iterable<MovedFact> {
  const names = counted.map(({ definition }) => definition.id)
  const found = new Map<string, { -readonly [Key in keyof MovedFact]: MovedFact[Key] }>()
  for (const row of rows) {
    const moved = found.get(row.dossier_id) ?? { dossier: row.dossier_id, before: null, after: null }
    moved[row.side] = { counted: row, figures: names.filter((_, index) => row.flags[index] === true) }
    found.set(row.dossier_id, moved)
  }
  return found.values()
}

const MOVED_VALUES = 2 * FACT_VALUES
const movedValues = ({ before, after }: MovedQuestion): unknown[] => [...factValues(before), ...factValues(after)]

/** Both answers, dossier by dossier with a flag for each figure, and those of which they differ. */
function movedSql({ form, before, after }: MovedQuestion): string {
  return `with was as materialized (${seenSql(form, before)}),
      becomes as materialized (${shifted(seenSql(form, after))}),
      moved as materialized (
        select dossier_id from was full join becomes using (dossier_id)
        where was.flags is distinct from becomes.flags
      )`
}

const seenOf = (dossiers: 'moved' | 'page'): string =>
  `select 'before' as side, was.* from was join ${dossiers} using (dossier_id)
    union all select 'after', becomes.* from becomes join ${dossiers} using (dossier_id)`

function seenSql(form: FormInForce, question: FactQuestion): string {
  const flags = form.counted.map(({ condition }) => conditionSql(condition))
  return `select ${COUNTED_COLUMNS}, array[${flags.join(', ')}] as flags from ${knownFacts(form.base, question)}`
}

/** The values of the second question come after those of the first. */
function shifted(sql: string): string {
  return sql.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + FACT_VALUES}`)
}
