import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { completeFigures, FIGURE_NAMES, type FigureName, findContradictions, IDENTITIES } from '../report/report.ts'
import { type Audit, auditTable, type PublishedTable } from './audit.ts'
import { WITHOUT_CELL } from './figure-laws.ts'

const NAMES = FIGURE_NAMES.filter((name) => !WITHOUT_CELL.includes(name))
const TRUE_TABLES = Array.from({ length: 12 }, (_, seed) => completeFigures({}, seed))

const someTrueTable = fc.constantFrom(...TRUE_TABLES)
const someNames = fc.subarray([...NAMES], { minLength: 1 })
const shift = fc.integer({ min: -500, max: 500 }).filter((by) => by !== 0)

function only(names: readonly FigureName[], figures: Readonly<Record<FigureName, number>>) {
  return Object.fromEntries(names.map((name) => [name, figures[name]]))
}

const said = ({ broken }: Audit): string => broken.map(({ text }) => text).join('\n')

function rounded(numerator: number, denominator: number, decimals: number): number {
  return Number(((100 * numerator) / denominator).toFixed(decimals))
}

const BASES = ['receivedNew', 'receivedTotal', 'resolvedTotal'] as const
const LEVELS = ['province', 'district', 'commune'] as const

/** All that a true table can state, in any part, with percentages of any precision. */
const consistentTable: fc.Arbitrary<PublishedTable> = fc
  .record({
    rows: fc.tuple(someTrueTable, someTrueTable, someTrueTable),
    names: fc.tuple(someNames, someNames, someNames, someNames),
    levels: fc.tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000)),
    hidden: fc.nat(500),
    decimals: fc.nat(4),
    addends: fc.array(fc.nat(100_000), { minLength: 1, maxLength: 5 }),
    tenths: fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 2, maxLength: 5 }),
  })
  .map(({ rows, names, levels, hidden, decimals, addends, tenths }) => {
    const all = Object.fromEntries(
      names[3].map((name) => [name, rows.reduce((sum, figures) => sum + figures[name], 0)]),
    )
    const [province, district, commune] = levels
    const total = province + district + commune
    const [first] = rows
    const round = (value: number): number => Number(value.toFixed(decimals))
    return {
      id: 'thu',
      groups: [
        ...LEVELS.map((scope, index) => ({ scope, figures: only(names[index] ?? [], rows[index] ?? first) })),
        { scope: 'all' as const, figures: all },
      ],
      procedures: { total, published: Math.max(0, total - hidden), province, district, commune },
      parts: [
        { whole: addends.reduce((sum, each) => sum + each, 0), of: addends },
        { whole: round(tenths.reduce((sum, each) => sum + each, 0)), of: tenths.map(round) },
      ],
      rates: NAMES.flatMap((numerator) =>
        BASES.filter((base) => base !== numerator).flatMap((denominator) => {
          const percent = rounded(first[numerator], first[denominator], decimals)
          return [
            { label: 'số', percent, numerator: first[numerator], denominator: first[denominator] },
            ...(names[0].includes(numerator) && names[0].includes(denominator)
              ? [
                  { label: 'tên', percent, numerator, denominator },
                  { label: 'không mẫu số', percent, numerator },
                ]
              : []),
          ]
        }),
      ),
    }
  })

test('a table that can be true is never accused', () => {
  fc.assert(
    fc.property(consistentTable, (table) => {
      assert.equal(said(auditTable(table)), '')
    }),
    { numRuns: 150 },
  )
})

test('a row is accused exactly when no completion of it can be true', () => {
  fc.assert(
    fc.property(fc.record({ figures: someTrueTable, names: someNames, at: fc.nat(), by: shift }), (made) => {
      const { figures, names, at, by } = made
      const altered = names[at % names.length] ?? 'receivedTotal'
      const row = { ...only(names, figures), [altered]: Math.max(0, figures[altered] + by) }
      const audit = auditTable({ id: 'thu', groups: [{ scope: 'province', figures: row }] })
      assert.equal(audit.broken.length > 0, findContradictions(row).length > 0, JSON.stringify(row))
    }),
    { numRuns: 1500 },
  )
})

test('one altered number of a full row is always found, by the identities that contain it', () => {
  const summed = [...new Set(IDENTITIES.flatMap(({ whole, parts }) => [whole, ...parts]))]
  fc.assert(
    fc.property(someTrueTable, fc.constantFrom(...summed), shift, (figures, name, by) => {
      fc.pre(figures[name] + by >= 0)
      const row = { ...only(NAMES, figures), [name]: figures[name] + by }
      const { broken } = auditTable({ id: 'thu', groups: [{ scope: 'commune', figures: row }] })
      const sums = broken.filter(({ identity }) => identity.includes(' = '))
      const expected = IDENTITIES.filter(({ whole, parts }) => [whole, ...parts].includes(name))
      assert.deepEqual(
        sums.map(({ identity }) => identity).toSorted(),
        expected.map(({ whole, parts }) => `${whole} = ${parts.join(' + ')}`).toSorted(),
      )
      for (const { difference } of sums) assert.equal(difference, Math.abs(by))
    }),
    { numRuns: 300 },
  )
})

test('an altered level, part or percentage is always found, with how much it was altered', () => {
  const counts = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000))
  fc.assert(
    fc.property(counts, fc.nat(3), shift, ([province, district, commune], at, by) => {
      const numbers = [province + district + commune, province, district, commune]
      const altered = numbers.map((value, index) => (index === at ? value + by : value))
      fc.pre(altered.every((value) => value >= 0))
      const [total = 0, a = 0, b = 0, c = 0] = altered
      const { broken } = auditTable({
        id: 'thu',
        groups: [
          { scope: 'all', figures: { resolvedTotal: total } },
          ...[a, b, c].map((resolvedTotal, index) => ({
            scope: LEVELS[index] ?? 'commune',
            figures: { resolvedTotal },
          })),
        ],
        procedures: { total, province: a, district: b, commune: c },
        parts: [{ whole: total, of: [a, b, c] }],
      })
      assert.deepEqual(
        broken.map(({ place, difference }) => [place, difference]),
        ['groups[0]', 'procedures', 'parts[0]'].map((place) => [place, Math.abs(by)]),
      )
    }),
    { numRuns: 300 },
  )
  const fraction = fc.tuple(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 1, max: 500_000 }))
  fc.assert(
    fc.property(fraction, fc.nat(3), fc.integer({ min: 1, max: 2000 }), ([numerator, denominator], decimals, units) => {
      const exact = rounded(numerator, denominator, decimals)
      const percent = Number((exact + units / 10 ** decimals).toFixed(decimals))
      const shown = String(percent).split('.')[1]?.length ?? 0
      // Where a final zero falls away the number says less, and may be right again.
      fc.pre(shown === decimals && units > 1)
      const rates = [{ label: 'tỷ lệ', percent, numerator, denominator }]
      const [found] = auditTable({ id: 'thu', rates }).broken
      assert.ok(found !== undefined && Math.abs(found.difference - units / 10 ** decimals) <= 1.01 / 10 ** decimals)
    }),
    { numRuns: 500 },
  )
})
