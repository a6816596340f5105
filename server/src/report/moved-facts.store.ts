import type { FormInForce } from '@motcua/core/figure/figure.ts'
import type { Db } from '../platform/database.ts'
import {
  columnsOf,
  conditionSql,
  type CountedDossier,
  countedColumns,
  FACT_VALUES,
  type FactQuestion,
  factValues,
  knownFacts,
} from './report.store.ts'

/** A dossier that one of two questions counts elsewhere than the other, as each of them sees it. */
export type MovedFact = {
  readonly dossier: string
  readonly before: SeenFact | null
  readonly after: SeenFact | null
}
/** With the figures that count it. */
export type SeenFact = { readonly counted: CountedDossier; readonly figures: readonly string[] }

type MovedQuestion = {
  readonly form: FormInForce
  readonly before: FactQuestion
  readonly after: FactQuestion
  readonly limit: number
}

/** The dossiers by which two answers of one form differ, also where the one that came hides the one that went. */
export async function listMoved(
  db: Db,
  { form, before, after, limit }: MovedQuestion,
): Promise<{ readonly total: number; readonly items: readonly MovedFact[] }> {
  const { rows } = await db.query<MovedRow>({
    text: `with was as materialized (${seenSql(form, before)}),
      becomes as materialized (${shifted(seenSql(form, after))}),
      moved as materialized (
        select dossier_id from was full join becomes using (dossier_id)
        where was.flags is distinct from becomes.flags
      ),
      page as (select dossier_id from moved order by dossier_id limit $${2 * FACT_VALUES + 1})
      select t.total, seen.* from (select count(*) as total from moved) t left join (
        select 'before' as side, was.* from was join page using (dossier_id)
        union all select 'after', becomes.* from becomes join page using (dossier_id)
      ) seen on true order by seen.dossier_id, seen.side`,
    values: [...factValues(before), ...factValues(after), limit],
  })
  const names = form.counted.map(({ definition }) => definition.id)
  const found = new Map<string, { -readonly [Key in keyof MovedFact]: MovedFact[Key] }>()
  for (const row of rows) {
    if (row.side === null) continue
    const moved = found.get(row.dossier_id) ?? { dossier: row.dossier_id, before: null, after: null }
    moved[row.side] = { counted: row, figures: names.filter((_, index) => row.flags[index] === true) }
    found.set(row.dossier_id, moved)
  }
  return { total: rows[0]?.total ?? 0, items: [...found.values()] }
}

type MovedRow = { readonly total: number } & (
  | ({ readonly side: 'before' | 'after'; readonly flags: readonly boolean[] } & CountedDossier)
  | { readonly side: null }
)

function seenSql(form: FormInForce, question: FactQuestion): string {
  const columns = columnsOf(question)
  const flags = form.counted.map(({ condition }) => conditionSql(condition, columns))
  return `select ${countedColumns(columns)}, array[${flags.join(', ')}] as flags from ${knownFacts(form.base, columns)}`
}

/** The values of the second question come after those of the first. */
function shifted(sql: string): string {
  return sql.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + FACT_VALUES}`)
}
