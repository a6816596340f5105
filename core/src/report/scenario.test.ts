import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  checkScenario,
  completeFigures,
  FIGURE_NAMES,
  findContradictions,
  INCLUSIONS,
  type PartialFigures,
  scaleScenario,
} from './report.ts'

const DONG_THAP: PartialFigures = {
  carriedOver: 18369,
  receivedNew: 74589,
  receivedOnline: 30917,
  receivedInPersonOrPostal: 43672,
  receivedTotal: 92958,
  certifiedCopies: 21755,
  resolvedTotal: 70730,
  resolvedEarly: 62351,
  resolvedOnTime: 8200,
  resolvedLate: 179,
  inProgress: 22228,
}

const aScenario = (figures: object, changes: object = {}): unknown => ({
  id: 'dong-thap-2024-03',
  title: 'Đồng Tháp, tháng 3/2024',
  source: 'báo cáo tháng',
  province: 'Đồng Tháp',
  period: { from: '2024-02-21', to: '2024-03-20' },
  groups: [{ scope: 'province', figures }],
  ...changes,
})

const problemsOf = (json: unknown): string => {
  const checked = checkScenario(json)
  return 'problems' in checked ? checked.problems.join('\n') : ''
}

test('a published month without contradiction is taken as it is', () => {
  assert.equal(problemsOf(aScenario(DONG_THAP)), '')
  assert.equal(problemsOf(aScenario(DONG_THAP, { notes: 'ghi chú' })), '')
})

test('a total that is not the sum of its parts is refused with identity, figures and difference', () => {
  const text = problemsOf(aScenario({ ...DONG_THAP, receivedTotal: 92960 }))
  assert.match(text, /Tổng số tiếp nhận = Từ kỳ trước chuyển qua \+ Tiếp nhận trong kỳ/)
  assert.match(text, /receivedTotal 92\.960 ≠ carriedOver 18\.369 \+ receivedNew 74\.589 = 92\.958, lệch 2\./)
})

test('figures that contradict through one that was not published are refused too', () => {
  const text = problemsOf(aScenario({ carriedOver: 10, receivedNew: 90, resolvedTotal: 80, inProgress: 25 }))
  assert.match(text, /receivedTotal 100 \(suy ra\) ≠ resolvedTotal 80 \+ inProgress 25, lệch 5\./)
})

test('parts larger than their whole are refused', () => {
  assert.match(problemsOf(aScenario({ resolvedTotal: 10, resolvedLate: 12 })), /lệch 2/)
  assert.match(problemsOf(aScenario({ inProgress: 5, supplementPending: 9 })), /không thể lớn hơn.*lệch 4/)
})

test('a misspelt figure, a negative one and a wrong date are refused at their place', () => {
  assert.match(problemsOf(aScenario({ recievedNew: 3 })), /groups\[0\]\.figures\.recievedNew/)
  assert.match(problemsOf(aScenario({ receivedNew: -3 })), /groups\[0\]\.figures\.receivedNew: phải là số nguyên/)
  assert.match(problemsOf(aScenario(DONG_THAP, { period: { from: '2024-02-30', to: '2024-03-20' } })), /period\.from/)
  assert.match(
    problemsOf(aScenario(DONG_THAP, { period: { from: '2024-03-20', to: '2024-02-21' } })),
    /sau ngày cuối kỳ/,
  )
})

test('something that is no scenario is refused, not crashed on', () => {
  for (const json of [null, 3, 'x', [], {}, { groups: [] }]) assert.notEqual(problemsOf(json), '')
})

test('two groups of one scope are refused', () => {
  const groups = [1, 2].map(() => ({ scope: 'province', figures: { resolvedTotal: 3 } }))
  assert.match(problemsOf(aScenario({}, { groups })), /đã có ở một nhóm trước/)
})

test('the figures that were not published are chosen so that every identity holds', () => {
  const figures = completeFigures(DONG_THAP, 1)
  assert.deepEqual(findContradictions(figures), [])
  for (const name of FIGURE_NAMES) assert.equal(figures[name], DONG_THAP[name] ?? figures[name])
  assert.deepEqual(completeFigures(DONG_THAP, 1), figures)
  assert.notDeepEqual(completeFigures(DONG_THAP, 2), figures)
})

test('any part of a true table can be published, and the rest is completed', () => {
  const base = completeFigures({}, 7)
  fc.assert(
    fc.property(fc.subarray([...FIGURE_NAMES]), fc.integer(), (names, seed) => {
      const published: PartialFigures = Object.fromEntries(names.map((name) => [name, base[name]]))
      assert.deepEqual(findContradictions(published), [])
      const figures = completeFigures(published, seed)
      assert.deepEqual(findContradictions(figures), [])
      for (const { part, whole } of INCLUSIONS) assert.ok(figures[part] <= figures[whole], `${part} <= ${whole}`)
      for (const name of names) assert.equal(figures[name], base[name])
    }),
  )
})

test('a part of a scenario keeps every identity, and its published figures shrink alike', () => {
  const groups = [{ scope: 'province', figures: DONG_THAP }] as const
  const checked = checkScenario(aScenario(DONG_THAP))
  assert.ok('scenario' in checked)
  assert.deepEqual(scaleScenario(checked.scenario, 1).groups, groups)
  fc.assert(
    fc.property(fc.double({ min: 0.0005, max: 1, noNaN: true }), (fraction) => {
      const [group] = scaleScenario(checked.scenario, fraction).groups
      assert.ok(group)
      assert.deepEqual(findContradictions(group.figures), [])
      assert.deepEqual(Object.keys(group.figures).toSorted(), Object.keys(DONG_THAP).toSorted())
      for (const name of FIGURE_NAMES) {
        const whole = DONG_THAP[name]
        if (whole !== undefined) assert.ok(Math.abs((group.figures[name] ?? 0) - whole * fraction) <= 3, name)
      }
    }),
  )
})
