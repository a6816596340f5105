import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aReasonGround, RULEBOOK } from '../../test/a-rulebook.ts'
import { shippedForm } from '../../test/shipped-figures.ts'
import { LIFE_STARTS, someLife } from '../../test/some-life.ts'
import { instant, localDate, localDateOf, plusDays } from '../kernel/instant.ts'
import { compileRulebook } from '../rulebook/rulebook.ts'
import { type DossierFact, factAfter } from './dossier-fact.ts'
import { addCounts, checkFormIdentities, countFigures, edgesOf, emptyCounts, reportRows } from './report.ts'

const FORM = shippedForm('ly-do-bo-sung-tra-lai')
const BY_GROUND = { by: 'ground', structure: 'then' } as const

const keyOf = ({ ending, endingGround, supplements, supplementGround }: DossierFact): string => {
  const isTurnedBack = ending !== null && ending !== 'resolved'
  return `${isTurnedBack ? (endingGround ?? 'unclassified') : ''}|${supplements > 0 ? (supplementGround ?? 'unclassified') : ''}`
}

const rowsOf = (facts: readonly DossierFact[], edges: ReturnType<typeof edgesOf>) =>
  reportRows(
    BY_GROUND,
    facts.map((fact) => ({ key: keyOf(fact), counts: countFigures([fact], FORM, edges) })),
    { rulebook: RULEBOOK, form: FORM },
  )

const somePeriod = fc.record({ from: fc.integer({ min: -5, max: 60 }), days: fc.integer({ min: 1, max: 60 }) })

test('whatever became of the dossiers, each row of grounds fulfils the identities, and the rows add up', () => {
  fc.assert(
    fc.property(fc.array(someLife, { maxLength: 12 }), somePeriod, (lives, { from, days }) => {
      const first = plusDays(localDateOf(LIFE_STARTS), from)
      const edges = edgesOf({ from: first, to: plusDays(first, days) }, instant(LIFE_STARTS + 400 * 86_400_000))
      const facts = lives.flatMap((life) => {
        const known = life.filter(({ at }) => at < edges.end)
        return known.reduce<DossierFact | null>((fact, event) => factAfter(fact, event, RULEBOOK), null) ?? []
      })
      const rows = rowsOf(facts, edges)
      for (const { name, counts } of rows) {
        for (const { text, holds } of checkFormIdentities(FORM, counts)) assert.ok(holds, `${name}: ${text}`)
      }
      const sum = rows.map(({ counts }) => counts).reduce(addCounts, emptyCounts(FORM))
      assert.deepEqual(sum, countFigures(facts, FORM, edges))
    }),
    { numRuns: 500 },
  )
})

const counts = { ...emptyCounts(FORM), sentBackEither: 1, askedToComplete: 1, turnedBack: 1, refused: 1 }
const named = (key: string, own = counts) =>
  reportRows(BY_GROUND, [{ key, counts: own }], { rulebook: RULEBOOK, form: FORM }).map((row) => [
    row.name,
    ...[row.counts.sentBackEither, row.counts.askedToComplete, row.counts.turnedBack],
  ])

test('asked on one ground and turned back on another, it stands in the row of each, and once in the total', () => {
  assert.deepEqual(named('unmet|missing-papers'), [
    ['Không đủ điều kiện', 1, 0, 1],
    ['Thiếu giấy tờ', 0, 1, 0],
  ])
  assert.deepEqual(named('unmet|unmet'), [['Không đủ điều kiện', 1, 1, 1]])
})

test('what nobody classified has its own row after the grounds, and is not put into any of them', () => {
  assert.deepEqual(named('missing-papers|unclassified'), [
    ['Thiếu giấy tờ', 1, 0, 1],
    ['Chưa phân loại', 0, 1, 0],
  ])
  const onlyTurnedBack = { ...counts, askedToComplete: 0 }
  assert.deepEqual(named('unclassified|', onlyTurnedBack), [['Chưa phân loại', 1, 0, 1]])
})

test('a ground keeps its newest name when its time is over, and is not offered any more', () => {
  const to = localDate('2024-06-30')
  const body = [aReasonGround({ validTo: to }), aReasonGround({ validFrom: plusDays(to, 1), name: 'Thiếu thành phần' })]
  const law = compileRulebook(body.map((each) => ({ kind: 'reasonGround', body: each })))
  assert.equal(law.reasonGround('missing-papers')?.name, 'Thiếu thành phần')
  assert.deepEqual(
    ['2024-06-30', '2024-07-01'].map((day) => law.reasonGroundsAt(localDate(day)).map(({ name }) => name)),
    [['Thiếu giấy tờ'], ['Thiếu thành phần']],
  )
})
