import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../kernel/instant.ts'
import type { AssessedLevel, IndicatorComponent, IndicatorSet } from './indicator-set.ts'
import { type Counted, type SetScore, scoreSet } from './score.ts'

const SOURCE = { of: 'source', source: 'petitions' } as const

function aComponent(id: string, maxPoints: number, changes: Partial<IndicatorComponent> = {}): IndicatorComponent {
  return {
    ...{ id, name: id, maxPoints, fullAt: 100, measure: SOURCE, numerator: 'tử', denominator: 'mẫu' },
    ...{ whenNone: 'zero', scaledBy: null, notFor: null, note: null, source: 'QĐ 766/QĐ-TTg' },
    ...changes,
  }
}

function aSet(components: readonly IndicatorComponent[]): IndicatorSet {
  const maxPoints = components.reduce((sum, each) => sum + each.maxPoints, 0)
  return {
    ...{ id: '766', version: 1, name: 'Bộ chỉ số', validFrom: localDate('2022-08-01'), validTo: null },
    ...{ source: 'QĐ 766/QĐ-TTg', note: 'thử', groups: [{ id: 'g', name: 'Nhóm', maxPoints, components }] },
    classes: [
      { id: 'excellent', name: 'Xuất sắc', from: 90 },
      { id: 'good', name: 'Tốt', from: 80 },
      { id: 'weak', name: 'Yếu', from: 0 },
    ],
  }
}

const MISSING: Counted = { kind: 'missing', reason: 'chưa kết nối' }
const share = (numerator: number, ...denominators: readonly number[]): Counted => ({
  kind: 'share',
  share: { numerator, denominators },
})

type Given = Readonly<Record<string, Counted>>

function score(components: readonly IndicatorComponent[], given: Given, level: AssessedLevel = 'province'): SetScore {
  const countedFor = ({ id }: IndicatorComponent): Counted => given[id] ?? MISSING
  return scoreSet(aSet(components), { level, countedFor, countedForProvince: countedFor })
}

function pointsFor(component: IndicatorComponent, counted: Counted): string | undefined {
  return score([component], { [component.id]: counted }).points?.toFixed(2)
}

const ONLINE = [
  aComponent('3.A', 2, { fullAt: 80 }),
  aComponent('3.B', 4),
  aComponent('3.C', 6, { fullAt: 50 }),
] as const
const PAYMENT = [
  aComponent('4.A', 6),
  aComponent('4.B', 2, { fullAt: 80 }),
  aComponent('4.C', 2, { fullAt: 80 }),
] as const

test('online services with 60 %, 35 % and 42 % get 1,50, 1,40 and 5,04: 7,94 of 12', () => {
  const given = { '3.A': share(60, 100), '3.B': share(35, 100), '3.C': share(42, 100) }
  const { points, groups } = score(ONLINE, given)
  assert.equal(points?.toFixed(2), '7.94')
  assert.deepEqual(
    groups[0]?.components.map((each) => each.points?.toFixed(2)),
    ['1.50', '1.40', '5.04'],
  )
})

test('online payment with 50 %, 40 % and 90 % gets 3,00, 1,00 and, at its most, 2,00: 6,00 of 10', () => {
  const given = { '4.A': share(50, 100), '4.B': share(40, 100), '4.C': share(90, 100) }
  const { points, groups } = score(PAYMENT, given)
  assert.equal(points?.toFixed(2), '6.00')
  assert.deepEqual(
    groups[0]?.components.map((each) => each.points?.toFixed(2)),
    ['3.00', '1.00', '2.00'],
  )
})

test('9.450 of 10.000 in time get 18,90 of 20', () => {
  assert.equal(pointsFor(aComponent('2.1', 20), share(9450, 10_000)), '18.90')
})

test('satisfaction is 100 % less what was late and what was complained of, with all points from 90 % on', () => {
  const satisfaction = aComponent('5.4', 6, { fullAt: 90 })
  const less = (late: number, complained: number): Counted => ({
    kind: 'remainder',
    parts: [
      { numerator: late, denominators: [100] },
      { numerator: complained, denominators: [100] },
    ],
  })
  assert.equal(pointsFor(satisfaction, less(3, 1)), '6.00')
  assert.equal(pointsFor(satisfaction, less(12, 7)), '5.40')
  assert.equal(pointsFor(satisfaction, less(60, 70)), '0.00')
})

test('without a single petition the points for petitions are full', () => {
  const petitions = [aComponent('5.2', 6, { whenNone: 'full' }), aComponent('5.3', 6, { whenNone: 'full' })]
  assert.equal(score(petitions, { '5.2': share(0, 0), '5.3': share(0, 0) }).points, 12)
})

test('reuse at 20 % gets 0,50, and from 80 % on 2,00', () => {
  const reuse = aComponent('6.3', 2, { fullAt: 80 })
  assert.equal(pointsFor(reuse, share(20, 100)), '0.50')
  assert.equal(pointsFor(reuse, share(80, 100)), '2.00')
  assert.equal(pointsFor(reuse, share(95, 100)), '2.00')
})

test('synchronised dossiers are held against the greater of what was reported and what the portal has', () => {
  const sync = aComponent('1.4', 6)
  assert.equal(pointsFor(sync, share(9800, 10_000, 9900)), '5.88')
  assert.equal(pointsFor(sync, share(0, 0, 0)), '0.00')
})

test('filing online is multiplied by what was synchronised, once that is known', () => {
  const two = [aComponent('1.4', 6), aComponent('3.C', 6, { fullAt: 50, scaledBy: '1.4' })]
  const pointsWith = (sync: Counted) =>
    score(two, { '3.C': share(42, 100), '1.4': sync }).groups[0]?.components[1]?.points?.toFixed(2)
  assert.equal(pointsWith(MISSING), '5.04')
  assert.equal(pointsWith(share(1, 2)), '2.52')
})

test('digitisation is full at 80 % by the guidance of the Office, at 100 % as the portal shows it', () => {
  assert.equal(pointsFor(aComponent('6.2', 4, { fullAt: 80 }), share(80, 100)), '4.00')
  assert.equal(pointsFor(aComponent('6.2', 4), share(80, 100)), '3.20')
})

test('what nobody knows is no nought: its points stand apart and the class is provisional', () => {
  const two = [aComponent('a', 60), aComponent('b', 40)]
  const { points, assessable, maxPoints, percent, rank, provisional, groups } = score(two, { a: share(95, 100) })
  assert.deepEqual([points, assessable, maxPoints], [57, 60, 100])
  assert.equal(percent?.toFixed(2), '95.00')
  assert.deepEqual([rank?.name, provisional], ['Xuất sắc', true])
  assert.deepEqual(
    groups[0]?.components.map(({ state, points: own }) => [state, own]),
    [
      ['counted', 57],
      ['missing', null],
    ],
  )
  assert.match(groups[0]?.components[1]?.reason ?? '', /^Chưa có dữ liệu/)
})

test('where nothing at all is known there is neither a total nor a class', () => {
  const { points, percent, rank } = score([aComponent('a', 100)], {})
  assert.deepEqual([points, percent, rank], [null, null, null])
})

test('what is not asked of a commune is full, stands apart or is taken from the province', () => {
  const communes = ['commune'] as const
  const full = aComponent('full', 2, { notFor: { levels: communes, instead: 'full' } })
  const apart = aComponent('apart', 2, { notFor: { levels: communes, instead: 'apart' } })
  const above = aComponent('above', 2, { notFor: { levels: communes, instead: 'ofProvince' } })
  const given = { full: share(1, 2), apart: share(1, 2), above: share(1, 2) }
  const pointsAt = (level: AssessedLevel) =>
    score([full, apart, above], given, level).groups[0]?.components.map(({ points }) => points)
  assert.deepEqual(pointsAt('commune'), [2, null, 1])
  assert.deepEqual(pointsAt('province'), [1, 1, 1])
})

test('the class follows the unrounded points, not those that are shown', () => {
  const { rank, points } = score([aComponent('a', 100)], { a: share(89_999, 100_000) })
  assert.equal(points?.toFixed(2), '90.00')
  assert.equal(rank?.name, 'Tốt')
})

const someComponent = fc.record({
  maxPoints: fc.integer({ min: 1, max: 20 }),
  fullAt: fc.integer({ min: 1, max: 100 }),
})
const someShare = fc
  .record({ whole: fc.integer({ min: 1, max: 5000 }), part: fc.integer({ min: 0, max: 5000 }) })
  .map(({ whole, part }) => ({ numerator: Math.min(part, whole), whole }))

test('points lie between nought and the most, never fall when one more is right, and add up to the total', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(someComponent, someShare), { minLength: 1, maxLength: 8 }), (rows) => {
      const components = rows.map(([each], index) => aComponent(`c${index}`, each.maxPoints, each))
      const givenWith = (more: number): Given =>
        Object.fromEntries(
          rows.map(([, { numerator, whole }], index) => [`c${index}`, share(Math.min(numerator + more, whole), whole)]),
        )
      const now = score(components, givenWith(0))
      const better = score(components, givenWith(1))
      const each = now.groups.flatMap((group) => group.components)
      for (const { points, component } of each) {
        assert.ok(points !== null && points >= 0 && points <= component.maxPoints)
      }
      const sum = each.reduce((total, { points }) => total + (points ?? 0), 0)
      assert.ok(Math.abs(sum - (now.points ?? 0)) < 1e-9)
      assert.ok((better.points ?? 0) >= (now.points ?? 0))
    }),
  )
})
