import { type Instant, instant, type LocalDate, plusDays, startOfDay } from '@motcua/core/kernel/instant.ts'
import { createRandom, type Random } from '@motcua/core/kernel/random.ts'
import { formatDate, formatNumber } from '@motcua/core/kernel/text.ts'
import { edgesOf, endOf, type Period } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Db } from '../platform/database.ts'
import { findRolled, listRollupDifferences, type RollupDifference } from '../projection/projection.ts'
import { countFacts, countRolled, formConditions, getForm, type RollupGroup } from '../report/report.ts'
import { type Difference, findRolledDays } from './check.store.ts'

/** One question that running totals and facts are both asked: a form, filled in for the whole province. */
export type TotalsQuestion = {
  readonly form: string
  readonly groupedBy: RollupGroup
  readonly period: Period
  readonly asOf: Instant
}

/** What running totals answer otherwise than the facts. The caller's transaction reads one snapshot. */
export async function compareTotals(
  db: Db,
  { form: id, groupedBy, period, asOf }: TotalsQuestion,
  rulebook: Rulebook,
): Promise<readonly Difference[]> {
  const form = getForm(id, period, rulebook)
  const asked = { groupedBy, edges: edgesOf(period, asOf), conditions: formConditions(form) }
  const rolled = await countRolled(db, asked)
  if (rolled === null) return []
  const scope = { id: 'all', name: '', kind: 'all', counters: [] } as const
  const facts = await countFacts(db, { ...asked, scope, base: form.base })
  const keys = new Set([...rolled.groups, ...facts.groups].map(({ key }) => key))
  return [...keys].sort().flatMap((key) => {
    const [found, wanted] = [rolled, facts].map(({ groups }) => groups.find((group) => group.key === key)?.counts)
    return form.counted.flatMap(({ definition }): readonly Difference[] => {
      const [summed, counted] = [found?.[definition.id] ?? 0, wanted?.[definition.id] ?? 0]
      if (summed === counted) return []
      const what = `số cộng dồn ${id} ${period.from}–${period.to}, ${key === '' ? 'không rõ' : key}, ${definition.id}`
      const reason = `${definition.name}: cộng dồn được ${summed}, đếm từng hồ sơ được ${counted}`
      return [{ kind: 'report', dossier: null, what, reason }]
    })
  })
}

/** Every running total there is, against all facts added up anew. */
export async function compareAllTotals(db: Db): Promise<readonly Difference[]> {
  const { generation, rolledOn } = await findRolled(db, 'dossiers')
  if (rolledOn === null) return []
  return (await listRollupDifferences(db, { generation, before: rolledOn })).map((found) => ({
    ...{ kind: 'report', dossier: null },
    what: `số cộng dồn ${SPAN[found.grain](found.spanOn)}, ${found.source}`,
    reason: `lệch ${formatNumber(found.dossiers)} hồ sơ so với cộng lại từ từng hồ sơ`,
  }))
}

const SPAN: Readonly<Record<RollupDifference['grain'], (day: LocalDate) => string>> = {
  day: (day) => `ngày ${formatDate(day)}`,
  month: (day) => `tháng ${Number(day.slice(5, 7))}/${day.slice(0, 4)}`,
  balance: (day) => `trước ngày ${formatDate(day)}`,
}

/** Asks so many questions at random; the same again for the same totals. */
export async function compareRandomTotals(
  db: Db,
  rulebook: Rulebook,
  questions: number,
): Promise<readonly Difference[]> {
  const random = createRandom('totals')
  const differences: Difference[] = []
  for (let asked = 0; asked < questions; asked += 1) {
    const question = await randomQuestion(db, rulebook, random)
    if (question === null) return differences
    differences.push(...(await compareTotals(db, question, rulebook)))
  }
  return differences
}

/** Null where nothing is rolled up. Periods are short, so that the facts are counted in a moment. */
export async function randomQuestion(db: Db, rulebook: Rulebook, random: Random): Promise<TotalsQuestion | null> {
  const days = await findRolledDays(db)
  if (days === null) return null
  const from: LocalDate = plusDays(days.first, random.below(days.count))
  const period = { from, to: plusDays(from, random.pick([0, 6, 30, 41])) }
  const end = endOf(period)
  const inside = instant(startOfDay(from) + random.below(end - startOfDay(from)))
  const forms = rulebook.formsAt(period.to)
  if (forms.length === 0) return null
  const groupedBy = random.pick(['field', 'procedure', 'channel'] as const)
  return { form: random.pick(forms).id, groupedBy, period, asOf: random.pick([end, inside]) }
}
