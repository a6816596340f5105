import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { RULEBOOK } from '../../test/a-rulebook.ts'
import { shippedForm } from '../../test/shipped-figures.ts'
import { LIFE_STARTS, someLife } from '../../test/some-life.ts'
import { dateOfEpochDay, epochDay, instant, localDate, localDateOf, plusDays } from '../kernel/instant.ts'
import { countFigures, edgesOf, factAfter, knownAt } from '../report/report.ts'
import { checkRulebook, parseRecord } from '../rulebook/rulebook.ts'
import {
  findNamedPeriod,
  findPeriod,
  listPeriods,
  type NamedPeriod,
  type Period,
  PERIOD_KINDS,
  periodHolding,
  type PeriodKind,
  type PeriodRule,
} from './period.ts'

const SHIPPED: readonly PeriodRule[] = JSON.parse(
  readFileSync(new URL('../../../data/periods/chung.json', import.meta.url), 'utf8'),
).records

function rule(id: string): PeriodRule {
  const found = SHIPPED.find((each) => each.id === id)
  assert.ok(found !== undefined, id)
  return found
}

const days = (named: NamedPeriod | undefined) =>
  named === undefined ? null : `${named.period.from} ${named.period.to}`

test('month 3 closed on the 20th runs from the 21st of February', () => {
  assert.equal(days(findPeriod(rule('ngay-21'), '2024-03')), '2024-02-21 2024-03-20')
  assert.equal(days(findPeriod(rule('ngay-21'), '2024-01')), '2023-12-21 2024-01-20')
})

test('a decree period closes on the 14th, be it a month, a quarter, a half or a year', () => {
  const names = ['2024-03', '2024-Q1', '2024-H1', '2024-H2', '2024']
  assert.deepEqual(
    names.map((name) => days(findPeriod(rule('ngay-15'), name))),
    [
      '2024-02-15 2024-03-14',
      '2023-12-15 2024-03-14',
      '2023-12-15 2024-06-14',
      '2024-06-15 2024-12-14',
      '2023-12-15 2024-12-14',
    ],
  )
})

test('weeks bear the number of the ISO week of their Thursday, whatever day they begin on', () => {
  assert.equal(days(findPeriod(rule('tuan-iso'), '2024-W12')), '2024-03-18 2024-03-24')
  assert.equal(days(findPeriod(rule('tuan-thu-sau'), '2024-W12')), '2024-03-15 2024-03-21')
  assert.equal(days(findPeriod(rule('tuan-iso'), '2026-W01')), '2025-12-29 2026-01-04')
  assert.equal(days(findPeriod(rule('tuan-iso'), '2020-W53')), '2020-12-28 2021-01-03')
  assert.equal(findPeriod(rule('tuan-iso'), '2024-W53'), undefined)
})

test('a name without a rule means the usual one, and a rule gives nothing before it is in force', () => {
  assert.equal(days(findNamedPeriod(SHIPPED, '2024-03', undefined)), '2024-03-01 2024-03-31')
  assert.equal(days(findNamedPeriod(SHIPPED, '2024-W12', undefined)), '2024-03-18 2024-03-24')
  assert.equal(days(findNamedPeriod(SHIPPED, '2024-03', 'ngay-21')), '2024-02-21 2024-03-20')
  assert.equal(findNamedPeriod(SHIPPED, '2024-W12', 'ngay-21'), undefined)
  assert.equal(findNamedPeriod(SHIPPED, '2018-03', 'ngay-15'), undefined)
  for (const word of ['', '2024-13', '2024-W00', '2024-Q5', '2024-3', 'tháng 3']) {
    assert.equal(findNamedPeriod(SHIPPED, word, undefined), undefined, word)
  }
})

test('a month that would begin on the 5th, and a second usual rule, do not load', () => {
  const fifth = parseRecord('periodRule', { ...rule('ngay-21'), cut: { by: 'months', startDay: 5 } })
  assert.equal(fifth.kind, 'refused')
  const both = [rule('duong-lich'), { ...rule('ngay-21'), usual: true }]
  const records = both.map((body) => ({ kind: 'periodRule', body }) as const)
  const found = checkRulebook(records).problems.filter(({ place }) => place.kind === 'periodRule')
  assert.deepEqual(
    found.map(({ place }) => `${place.id} ${place.path}`),
    ['ngay-21 usual'],
  )
})

const someCut = fc.oneof(
  fc.constantFrom(1, 15, 16, 21, 25, 28).map((startDay) => ({ by: 'months', startDay }) as const),
  fc.integer({ min: 1, max: 7 }).map((startDay) => ({ by: 'weeks', startDay }) as const),
)
const someRule = someCut.map((cut): PeriodRule => ({ ...rule('duong-lich'), validFrom: localDate('1971-01-01'), cut }))
const someDay = fc.integer({ min: 12_000, max: 30_000 }).map((day) => dateOfEpochDay(epochDay(day)))
const someKind = fc.constantFrom<PeriodKind>(...PERIOD_KINDS)

test('every day lies in exactly one period of a kind, whose name gives the same days, and the next follows at once', () => {
  fc.assert(
    fc.property(someRule, someKind, someDay, (any, kind, day) => {
      const named = periodHolding(any, kind, day)
      if (named === undefined) return assert.equal(any.cut.by === 'weeks', kind !== 'week')
      assert.ok(named.period.from <= day && day <= named.period.to)
      assert.deepEqual(findPeriod(any, named.id), named)
      const next = periodHolding(any, kind, plusDays(named.period.to, 1))
      assert.equal(next?.period.from, plusDays(named.period.to, 1))
      assert.ok(next.id > named.id)
    }),
  )
})

/** Each begins where the one before ended; together they are the whole. */
function assertTiles(parts: readonly NamedPeriod[], whole: Period | undefined): void {
  for (const [index, part] of parts.slice(1).entries()) {
    assert.equal(part.period.from, plusDays(parts[index]?.period.to ?? localDate(''), 1))
  }
  assert.deepEqual({ from: parts[0]?.period.from, to: parts.at(-1)?.period.to }, whole)
}

test('months, quarters and halves of a year are the year, whatever the cut-off day', () => {
  fc.assert(
    fc.property(someRule, fc.integer({ min: 1990, max: 2060 }), (any, year) => {
      fc.pre(any.cut.by === 'months')
      const whole = findPeriod(any, String(year))?.period
      for (const kind of ['month', 'quarter', 'half', 'year'] as const) assertTiles(listPeriods(any, kind, year), whole)
    }),
  )
})

const II06A = shippedForm('II.06a')
const LATER = instant(LIFE_STARTS + 800 * 86_400_000)

test('what came in and went out in the parts of a period is what did in the whole, and each part hands on what is open', () => {
  fc.assert(
    fc.property(fc.array(someLife, { maxLength: 8 }), someRule, (lives, any) => {
      const kind = any.cut.by === 'weeks' ? 'week' : 'month'
      const first = periodHolding(any, kind, localDateOf(LIFE_STARTS))
      assert.ok(first !== undefined)
      const parts: NamedPeriod[] = [first]
      while (parts.length < 5) {
        const next = periodHolding(any, kind, plusDays(parts.at(-1)?.period.to ?? first.period.to, 1))
        if (next !== undefined) parts.push(next)
      }
      const counted = (period: Period) => {
        const edges = edgesOf(period, LATER)
        const facts = lives.flatMap((life) => {
          const known = life.filter(({ at }) => at <= knownAt(edges))
          return (
            known.reduce<ReturnType<typeof factAfter>>((fact, event) => factAfter(fact, event, RULEBOOK), null) ?? []
          )
        })
        return countFigures(facts, II06A, edges)
      }
      const counts = parts.map(({ period }) => counted(period))
      const whole = counted({ from: first.period.from, to: parts.at(-1)?.period.to ?? first.period.to })
      for (const figure of ['receivedNew', 'receivedOnline', 'resolvedTotal', 'resolvedLate']) {
        assert.equal(
          counts.reduce((sum, each) => sum + (each[figure] ?? Number.NaN), 0),
          whole[figure],
          figure,
        )
      }
      assert.equal(counts[0]?.['carriedOver'], whole['carriedOver'])
      assert.equal(counts.at(-1)?.['inProgress'], whole['inProgress'])
      for (const [index, each] of counts.slice(1).entries())
        assert.equal(each['carriedOver'], counts[index]?.['inProgress'])
    }),
  )
})
