import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCalendarDefinition } from '../../test/a-calendar.ts'
import { officerId, unitId } from '../kernel/ids.ts'
import { dateOfEpochDay, epochDay, epochDayOf, localDate, parseInstant, plusDays } from '../kernel/instant.ts'
import type { AreaKind, Officer, Post, Unit, UnitArea } from '../organisation/organisation.ts'
import { compileRulebook, type Rulebook, type RulebookRecord } from '../rulebook/rulebook.ts'
import {
  checkWorkloadNorms,
  type ReceivedCount,
  type UnitWorkload,
  workedPeriod,
  type WorkloadNorm,
  workloadNotes,
  workloadTable,
} from './workload.ts'

const SINCE = localDate('2017-01-01')
const days = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) })
const YEAR = days('2024-01-01', '2024-12-31')
const MARCH = days('2024-03-01', '2024-03-31')

function aCounter(id: string, parts: Partial<Unit> = {}): Unit {
  return {
    ...{ id: unitId(id), kind: 'counter', level: 'commune', name: `Một cửa ${id}`, code: null, parent: null },
    ...{ serves: null, fields: [], calendar: 'thu', validFrom: SINCE, validTo: null, successors: [] },
    ...parts,
  }
}

const clerk = (id: string, ...posts: readonly (string | Partial<Post>)[]): Officer => ({
  ...{ id: officerId(id), name: id, title: 'Công chức', demo: false },
  posts: posts.map((post) =>
    typeof post === 'string'
      ? { unit: unitId(post), role: 'clerk' }
      : { unit: unitId('phuong'), role: 'clerk', ...post },
  ),
})

const NORM: WorkloadNorm = {
  ...{ id: 'nang-suat', validFrom: SINCE, validTo: null, source: 'QĐ thử' },
  perYear: { urban: 1600, rural: 1200, remote: 800 },
}

function anArea(area: AreaKind, ids: readonly string[], parts: Partial<UnitArea> = {}): UnitArea {
  return {
    ...{ id: `${area}-${ids.join('-')}`, area, validFrom: SINCE, validTo: null, source: 'Luật thử' },
    units: ids.map(unitId),
    ...parts,
  }
}

const COUNTERS = [aCounter('phuong'), aCounter('xa'), aCounter('dao'), aCounter('chua-ro')]
const AREAS = [anArea('urban', ['phuong']), anArea('rural', ['xa']), anArea('remote', ['dao'])]

type Parts = {
  readonly officers?: readonly Officer[]
  readonly counters?: readonly Unit[]
  readonly areas?: readonly UnitArea[]
  readonly norms?: readonly WorkloadNorm[]
}

function aBook({ officers = [], counters = COUNTERS, areas = AREAS, norms = [NORM] }: Parts): Rulebook {
  const records: readonly RulebookRecord[] = [
    { kind: 'calendar', body: aCalendarDefinition({ from: localDate('2023-01-01') }) },
    ...counters.map((body) => ({ kind: 'unit', body }) as const),
    ...officers.map((body) => ({ kind: 'officer', body }) as const),
    ...areas.map((body) => ({ kind: 'unitArea', body }) as const),
    ...norms.map((body) => ({ kind: 'workloadNorm', body }) as const),
  ]
  return compileRulebook(records)
}

const got = (counter: string, officer: string | null, received: number): ReceivedCount => ({
  ...{ counter: unitId(counter), officer: officer === null ? null : officerId(officer) },
  received,
})

function tableOf(parts: Parts, period = YEAR, counts: readonly ReceivedCount[] = []) {
  const rulebook = aBook(parts)
  return workloadTable(counts, { counters: parts.counters ?? COUNTERS, period, rulebook })
}

function unitOf(id: string, ...asked: Parameters<typeof tableOf>): UnitWorkload {
  const unit = tableOf(...asked).units.find((each) => each.unit === id)
  assert.ok(unit !== undefined, `no row ${id}`)
  return unit
}

test('a whole year in one post asks 1.600, 1.200 or 800, by the kind of area', () => {
  const officers = [clerk('a', 'phuong'), clerk('b', 'xa'), clerk('c', 'dao')]
  const norms = tableOf({ officers }).units.map(({ unit, norm, areas }) => [unit, norm, areas])
  assert.deepEqual(norms.toSorted(), [
    ['dao', 8000, ['remote']],
    ['phuong', 16_000, ['urban']],
    ['xa', 12_000, ['rural']],
  ])
})

test('a month asks its part of the working days of the year', () => {
  const [person] = unitOf('phuong', { officers: [clerk('a', 'phuong')] }, MARCH).people
  const year = unitOf('phuong', { officers: [clerk('a', 'phuong')] }).people[0]
  assert.equal(person?.days, 21)
  assert.equal(person?.norm, Math.round((16_000 * 21) / (year?.days ?? 0)))
})

test('a period over New Year takes from each year its own part', () => {
  const officers = [clerk('a', 'phuong')]
  const norm = (period: typeof YEAR) => unitOf('phuong', { officers }, period).norm ?? 0
  const [before, after] = [norm(days('2023-12-21', '2023-12-31')), norm(days('2024-01-01', '2024-01-20'))]
  assert.ok(Math.abs(norm(days('2023-12-21', '2024-01-20')) - before - after) <= 1)
})

test('who held the post for a part of the period is asked for that part, and keeps no row outside it', () => {
  const half = { validFrom: localDate('2024-03-18'), validTo: localDate('2024-12-31') }
  const officers = [clerk('a', half)]
  const march = unitOf('phuong', { officers }, MARCH)
  assert.equal(march.people[0]?.days, 10)
  const whole = unitOf('phuong', { officers: [clerk('a', 'phuong')] }, MARCH)
  const rest = unitOf('phuong', { officers: [clerk('a', 'phuong')] }, days('2024-03-01', '2024-03-17'))
  assert.ok(Math.abs((whole.norm ?? 0) - (march.norm ?? 0) - (rest.norm ?? 0)) <= 1)
  assert.deepEqual(tableOf({ officers }, days('2025-03-01', '2025-03-31')).units, [])
})

test('a post of another role is no work at the counter', () => {
  assert.deepEqual(tableOf({ officers: [clerk('a', { role: 'registrar' })] }).units, [])
})

test('who serves two counters is one person: each has half of the day, by its own kind of area', () => {
  const { units } = tableOf({ officers: [clerk('a', 'phuong', 'xa')] })
  assert.deepEqual(units.map(({ unit, norm, people }) => [unit, norm, people[0]?.norm]).toSorted(), [
    ['phuong', 8000, 8000],
    ['xa', 6000, 6000],
  ])
})

test('a counter that closed asks up to its last day, and its clerk from then on serves the other alone', () => {
  const closing = aCounter('phuong', { validTo: localDate('2024-03-15') })
  const parts = { counters: [closing, aCounter('xa')], officers: [clerk('a', 'phuong', 'xa')] }
  const people = tableOf(parts, MARCH).units.map(({ unit, people: [person] }) => [unit, person?.days])
  // Eleven days until the 15th are shared, ten days after it are not.
  assert.deepEqual(people.toSorted(), [
    ['phuong', 5.5],
    ['xa', 15.5],
  ])
})

test('a counter that nobody classified has no norm, and is in neither side of the ratio of all', () => {
  const officers = [clerk('a', 'phuong'), clerk('b', 'chua-ro')]
  const table = tableOf({ officers }, YEAR, [got('phuong', 'a', 800), got('chua-ro', 'b', 50)])
  const unclassified = table.units.at(-1)
  assert.deepEqual(
    [unclassified?.unit, unclassified?.norm, unclassified?.ratio, unclassified?.peopleAsked, unclassified?.gap],
    ['chua-ro', null, null, null, 'area'],
  )
  assert.deepEqual([unclassified?.areas, unclassified?.people[0]?.norm], [[], null])
  assert.deepEqual([table.received, table.norm, table.ratio], [850, 16_000, 50])
  assert.deepEqual(table.leftOut, { units: 1, received: 50 })
  const notes = workloadNotes(table, YEAR, aBook({ officers })).join('\n')
  assert.match(notes, /không gồm 1 bộ phận chưa tính được định mức, đã tiếp nhận 50 hồ sơ/)
  assert.match(notes, /đô thị 1\.600; nông thôn 1\.200; miền núi, biên giới, hải đảo 800 hồ sơ \(QĐ thử/)
})

test('an area that changed, and a norm that changed, hold each from its day', () => {
  const until = { validTo: localDate('2024-06-30') }
  const since = { validFrom: localDate('2024-07-01') }
  const officers = [clerk('a', 'phuong')]
  const areas = [anArea('rural', ['phuong'], until), anArea('urban', ['phuong'], since)]
  const changed = unitOf('phuong', { officers, areas })
  assert.deepEqual(changed.areas, ['urban', 'rural'])
  const halves = [days('2024-01-01', '2024-06-30'), days('2024-07-01', '2024-12-31')].map(
    (half) => unitOf('phuong', { officers, areas }, half).norm ?? 0,
  )
  assert.ok((changed.norm ?? 0) > 12_000 && (changed.norm ?? 0) < 16_000)
  assert.ok(Math.abs((changed.norm ?? 0) - (halves[0] ?? 0) - (halves[1] ?? 0)) <= 1)
  const norms = [
    { ...NORM, ...until },
    { ...NORM, ...since, id: 'moi', perYear: { urban: 3200, rural: 1, remote: 1 } },
  ]
  const doubled = unitOf('phuong', { officers, norms }, days('2024-07-01', '2024-12-31')).norm ?? 0
  const single = unitOf('phuong', { officers }, days('2024-07-01', '2024-12-31')).norm ?? 0
  assert.ok(Math.abs(doubled - 2 * single) <= 1)
})

test('days without a norm, or beyond the calendar, are not guessed at either', () => {
  const officers = [clerk('a', 'phuong')]
  const late = [{ ...NORM, validFrom: localDate('2024-07-01') }]
  const partly = unitOf('phuong', { officers, norms: late })
  assert.deepEqual([partly.norm, partly.gap], [null, 'norm'])
  const beyond = unitOf('phuong', { officers }, days('2099-01-01', '2099-01-31'))
  assert.deepEqual([beyond.norm, beyond.gap, beyond.people[0]?.days], [null, 'calendar', null])
})

test('who received without a post there is counted with the counter, and asked for nothing', () => {
  const officers = [clerk('a', 'phuong'), clerk('khach', 'xa')]
  const counts = [
    got('phuong', 'a', 10),
    got('phuong', 'khach', 5),
    got('phuong', 'da-nghi', 2),
    got('phuong', null, 1),
  ]
  const { people, received, receivers, norm } = unitOf('phuong', { officers }, YEAR, counts)
  assert.deepEqual([received, receivers, norm], [18, 3, 16_000])
  assert.deepEqual(
    people.map((person) => [person.officer, person.received, person.norm, person.ratio]),
    [
      ['a', 10, 16_000, 0.6],
      ['khach', 5, 0, null],
      ['da-nghi', 2, 0, null],
      [null, 1, 0, null],
    ],
  )
})

test('a counter says how many people its work asks for, and whether it is too small for the norm', () => {
  const officers = [clerk('a', 'phuong'), clerk('b', 'phuong'), clerk('c', 'xa')]
  const counts = [got('phuong', 'a', 4000), got('xa', 'c', 1199)]
  const busy = unitOf('phuong', { officers }, YEAR, counts)
  assert.deepEqual([busy.norm, busy.ratio, busy.receivers, busy.peopleAsked, busy.few], [32_000, 125, 1, 25, false])
  const small = unitOf('xa', { officers }, YEAR, counts)
  assert.deepEqual([small.ratio, small.peopleAsked, small.few], [99.9, 10, true])
  const enough = unitOf('xa', { officers }, YEAR, [got('xa', 'c', 1200)])
  assert.deepEqual([enough.ratio, enough.few], [100, false])
})

test('the most loaded stand first, then those without a ratio, names in Vietnamese order', () => {
  const officers = [clerk('a', 'phuong'), clerk('b', 'xa'), clerk('c', 'dao'), clerk('d', 'chua-ro')]
  const counts = [got('phuong', 'a', 100), got('xa', 'b', 900), got('chua-ro', 'd', 5000)]
  assert.deepEqual(
    tableOf({ officers }, YEAR, counts).units.map(({ unit }) => unit),
    ['xa', 'phuong', 'dao', 'chua-ro'],
  )
})

test('what is counted as of the middle of a period has the norm up to that day', () => {
  const asOf = (text: string) => workedPeriod(MARCH, parseInstant(text))
  assert.deepEqual(asOf('2024-03-14T08:00'), days('2024-03-01', '2024-03-14'))
  assert.deepEqual(asOf('2024-03-14T00:00'), days('2024-03-01', '2024-03-13'))
  assert.deepEqual(asOf('2024-04-01T00:00'), MARCH)
  assert.deepEqual(asOf('2024-05-01T00:00'), MARCH)
})

test('two norms on one day are refused, and one that ends before it begins', () => {
  assert.deepEqual(
    checkWorkloadNorms([
      { ...NORM, validTo: localDate('2023-12-31') },
      { ...NORM, id: 'b', validFrom: localDate('2024-01-01') },
    ]),
    [],
  )
  assert.match(checkWorkloadNorms([NORM, { ...NORM, id: 'b' }])[0]?.reason ?? '', /trùng thời gian với "nang-suat"/)
  assert.equal(checkWorkloadNorms([{ ...NORM, validTo: localDate('2016-01-01') }])[0]?.path, 'validTo')
})

const someDay = fc.integer({ min: epochDayOf(localDate('2023-06-01')), max: epochDayOf(localDate('2024-12-31')) })
const someSpan = fc
  .tuple(someDay, fc.integer({ min: 0, max: 200 }))
  .map(([from, length]) => ({ from: dateOfEpochDay(epochDay(from)), to: dateOfEpochDay(epochDay(from + length)) }))
const somePost = fc.record({ unit: fc.constantFrom('phuong', 'xa', 'dao', 'chua-ro'), span: fc.option(someSpan) }).map(
  ({ unit, span }): Partial<Post> => ({
    unit: unitId(unit),
    ...(span === null ? {} : { validFrom: span.from, validTo: span.to }),
  }),
)
const someOfficers = fc
  .array(fc.array(somePost, { minLength: 1, maxLength: 3 }), { maxLength: 5 })
  .map((all) => all.map((posts, index) => clerk(`cb-${index}`, ...posts)))
const someCounts = fc
  .uniqueArray(
    fc.record({
      counter: fc.constantFrom('phuong', 'xa', 'dao', 'chua-ro'),
      officer: fc.option(fc.constantFrom('cb-0', 'cb-1', 'cb-2', 'da-nghi')),
      received: fc.integer({ min: 1, max: 3000 }),
    }),
    { selector: ({ counter, officer }) => `${counter} ${officer}`, maxLength: 12 },
  )
  .map((all) => all.map(({ counter, officer, received }) => got(counter, officer, received)))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

test('whatever was received by whom, people add up to counters and counters to the whole', () => {
  fc.assert(
    fc.property(someOfficers, someCounts, someSpan, (officers, counts, period) => {
      const table = tableOf({ officers }, period, counts)
      for (const { unit, norm, gap, received, people } of table.units) {
        assert.equal(received, sum(people.map((person) => person.received)))
        assert.equal(received, sum(counts.filter(({ counter }) => counter === unit).map((each) => each.received)))
        if (gap === null) assert.equal(norm, sum(people.map((person) => person.norm ?? Number.NaN)))
        else assert.equal(norm, null)
      }
      assert.equal(table.received, sum(counts.map((each) => each.received)))
      const normed = table.units.filter(({ norm }) => norm !== null)
      assert.equal(table.norm ?? 0, sum(normed.map(({ norm }) => norm ?? 0)))
      assert.equal(table.leftOut.units + normed.length, table.units.length)
    }),
  )
})

test('whatever posts somebody holds, his days at all counters are never more than the working days there are', () => {
  fc.assert(
    fc.property(someOfficers, someSpan, (officers, period) => {
      const all = tableOf({ officers: [clerk('ai', 'phuong')] }, period).units[0]?.people[0]?.days ?? 0
      const { units } = tableOf({ officers }, period)
      for (const { id } of officers) {
        const own = units.flatMap(({ people }) => people.filter(({ officer }) => officer === id))
        assert.ok(sum(own.map((person) => person.days ?? 0)) <= all + 0.05)
      }
    }),
  )
})

test('wherever a period is cut in two, both parts ask together what the whole asks, but for the rounding', () => {
  fc.assert(
    fc.property(someOfficers, someSpan, fc.integer({ min: 0, max: 200 }), (officers, { from, to }, after) => {
      const cut = plusDays(from, after)
      fc.pre(cut < to)
      const [whole, first, second] = [
        { from, to },
        { from, to: cut },
        { from: plusDays(cut, 1), to },
      ].map((period) => tableOf({ officers }, period).norm ?? 0)
      assert.ok(Math.abs((whole ?? 0) - (first ?? 0) - (second ?? 0)) <= 2 * officers.length * 4)
    }),
  )
})
