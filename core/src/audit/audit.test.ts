import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type Audit, auditTable, type Finding, readTable } from './audit.ts'

function audited(json: unknown): Audit {
  const read = readTable(json)
  assert.ok('table' in read, JSON.stringify(read))
  return auditTable(read.table)
}

function shipped(name: string): Audit {
  return audited(JSON.parse(readFileSync(new URL(`../../../data/audits/${name}.json`, import.meta.url), 'utf8')))
}

const problemsOf = (json: unknown): readonly string[] => {
  const read = readTable(json)
  return 'problems' in read ? read.problems.map(({ place, reason }) => `${place}: ${reason}`) : []
}

const identitiesOf = (findings: readonly Pick<Finding, 'identity'>[]): readonly string[] =>
  findings.map(({ identity }) => identity)

/** A table of one row. */
const row = (figures: object, more: object = {}): Audit =>
  audited({ id: 'thu', groups: [{ scope: 'province', figures }], ...more })

const rate = (numbers: object, figures: object = {}): Audit => row(figures, { rates: [{ label: 'tỷ lệ', ...numbers }] })

test('Bình Thuận: the procedures of three levels are 109 more than the total, and nothing else is wrong', () => {
  const { id, tested, broken } = shipped('binh-thuan-2023')
  assert.equal(id, 'binh-thuan-2023')
  assert.equal(broken.length, 1)
  const [procedures] = broken
  assert.deepEqual([procedures?.left, procedures?.right, procedures?.difference], [1836, 1945, 109])
  assert.equal(procedures?.place, 'procedures')
  assert.match(procedures?.text ?? '', /1\.836 ≠ .*1\.464 .*314 .*167 = 1\.945, lệch 109\./)
  assert.equal(tested.length, 11)
})

test('Đồng Tháp: 48,42 % online is none of what the counts give', () => {
  const { broken, untestable } = shipped('dong-thap-2024-03')
  assert.equal(broken.length, 1)
  const [online] = broken
  assert.deepEqual([online?.left, online?.right, online?.difference], [48.42, 41.45, 6.97])
  assert.deepEqual(
    online?.bases?.map(({ name, percent, gives }) => [name, percent, gives]),
    [
      ['receivedNew', 41.45, false],
      ['receivedTotal', 33.26, false],
    ],
  )
  assert.match(online?.text ?? '', /mẫu số phải từ 63\.846 đến 63\.858/)
  assert.ok(identitiesOf(untestable).includes('inProgress = inProgressInTime + inProgressOverdue'))
})

test('Bình Định: 928 + 205 + 98 are 74 too many; hidden denominators are not held against it', () => {
  const { broken, untestable } = shipped('binh-dinh-2019-2021')
  assert.deepEqual(
    broken.map(({ left, right, difference }) => [left, right, difference]),
    [[1157, 1231, 74]],
  )
  assert.deepEqual(
    untestable.filter(({ place }) => place.startsWith('rates')).map(({ identity }) => identity),
    ['percent = 66135 / ?', 'percent = 6561 / ?', 'percent = 10086 / ?'],
  )
})

test('Bắc Giang divides by two different totals, and both are right', () => {
  const { broken, tested } = shipped('bac-giang-2022-h1')
  assert.deepEqual(broken, [])
  const givenBy = (place: string): readonly string[] =>
    tested.find((each) => each.place === place)?.bases?.flatMap(({ name, gives }) => (gives ? [name] : [])) ?? []
  assert.ok(givenBy('rates[3]').includes('receivedNew') && !givenBy('rates[3]').includes('receivedTotal'))
  assert.ok(givenBy('rates[4]').includes('receivedTotal') && !givenBy('rates[4]').includes('receivedNew'))
})

test('an identity that follows through a figure that was not published is tested too', () => {
  const figures = { carriedOver: 10, receivedNew: 90, resolvedTotal: 80, inProgress: 25 }
  const [found] = row(figures).broken
  assert.equal(found?.identity, 'carriedOver + receivedNew = resolvedTotal + inProgress')
  assert.deepEqual([found?.left, found?.right, found?.difference], [100, 105, 5])
  assert.deepEqual(row({ ...figures, inProgress: 20 }).broken, [])
})

test('parts are not more than their whole, even where others are missing', () => {
  assert.deepEqual(identitiesOf(row({ resolvedTotal: 10, resolvedLate: 12 }).broken), ['resolvedTotal ≥ resolvedLate'])
  const [both] = row({ receivedTotal: 10, resolvedLate: 6, inProgressOverdue: 5 }).broken
  assert.equal(both?.identity, 'receivedTotal ≥ resolvedLate + inProgressOverdue')
  assert.equal(both?.difference, 1)
  assert.deepEqual(identitiesOf(row({ receivedNew: 9, carriedOver: 1, certifiedCopies: 11 }).broken), [
    'carriedOver + receivedNew ≥ certifiedCopies',
  ])
})

test('each identity is tested once, and only by what was published', () => {
  const { tested, untestable } = row({ receivedNew: 9, receivedOnline: 4, receivedPostal: 2, inProgress: 3 })
  assert.deepEqual(identitiesOf(tested), ['receivedNew ≥ receivedOnline + receivedPostal'])
  assert.ok(identitiesOf(untestable).includes('receivedTotal = resolvedTotal + inProgress'))
})

test('nobody is accused by figures whose cell provinces disagree on', () => {
  const { broken, untestable } = row({ inProgress: 5, supplementPending: 9, resolvedTotal: 3, returnedToApplicant: 4 })
  assert.deepEqual(broken, [])
  assert.ok(identitiesOf(untestable).includes('inProgress ≥ supplementPending'))
  assert.ok(identitiesOf(untestable).includes('resolvedTotal ≥ returnedToApplicant'))
})

test('the row of the whole province is the sum of its levels', () => {
  const levels = (whole: number, ...rows: readonly string[]): Audit =>
    audited({
      id: 'thu',
      groups: [
        { scope: 'all', figures: { resolvedTotal: whole } },
        ...rows.map((scope, index) => ({ scope, figures: { resolvedTotal: 10 * (index + 1) } })),
      ],
    })
  assert.deepEqual(levels(60, 'province', 'district', 'commune').broken, [])
  assert.deepEqual(levels(60, 'centre', 'district', 'commune').broken, [])
  const [found] = levels(61, 'province', 'district', 'commune').broken
  assert.deepEqual([found?.left, found?.right, found?.difference], [61, 60, 1])
  // The district did not publish: it may have had the rest, but not less than nothing.
  assert.deepEqual(levels(50, 'province', 'commune').broken, [])
  assert.equal(levels(50, 'province', 'commune').untestable.at(-1)?.place, 'groups[0]')
  assert.equal(levels(29, 'province', 'commune').broken.length, 1)
  // A centre beside the level of the province may lie in it or not.
  for (const whole of [60, 100, 80]) {
    assert.deepEqual(levels(whole, 'province', 'district', 'commune', 'centre').broken, [])
  }
})

test('procedures that levels share explain a larger sum only if the table says so', () => {
  const broken = (procedures: object): readonly number[] =>
    audited({ id: 'thu', procedures }).broken.map(({ difference }) => difference)
  const levels = { province: 60, district: 30, commune: 20 }
  assert.deepEqual(broken({ total: 110, ...levels }), [])
  assert.deepEqual(broken({ total: 100, ...levels }), [10])
  assert.deepEqual(broken({ total: 120, ...levels }), [10])
  assert.deepEqual(broken({ total: 100, ...levels, shared: 10 }), [])
  assert.deepEqual(broken({ total: 100, ...levels, shared: 5 }), [])
  assert.deepEqual(broken({ total: 100, ...levels, shared: 4 }), [2])
  assert.deepEqual(broken({ total: 100, ...levels, shared: 11 }), [1])
  assert.deepEqual(broken({ published: 111, total: 110, ...levels }), [1])
  assert.deepEqual(broken({ published: 100, ...levels }), [10])
  assert.deepEqual(broken({ published: 100, total: 150, ...levels }), [10])
  assert.deepEqual(broken({ published: 110, total: 115, ...levels }), [])
  assert.deepEqual(broken({ total: 113, ...levels, ministry: 3 }), [])
  assert.deepEqual(broken({ total: 110, ...levels, ministry: 3 }), [])
  assert.deepEqual(broken({ total: 112, ...levels, ministry: 3 }), [1])
})

test('without all levels the sum of procedures is only a lower bound', () => {
  const { broken, untestable } = audited({ id: 'thu', procedures: { total: 100, province: 60, commune: 20 } })
  assert.deepEqual(broken, [])
  assert.deepEqual(identitiesOf(untestable), ['total = province + district + commune'])
  assert.equal(audited({ id: 'thu', procedures: { total: 79, province: 60, commune: 20 } }).broken.length, 1)
})

test('whole numbers add up exactly, numbers with decimals within their rounding', () => {
  const sum = (whole: number | string, ...of: readonly number[]): readonly number[] =>
    row({ receivedOnline: 79511 }, { parts: [{ whole, of }] }).broken.map(({ difference }) => difference)
  assert.deepEqual(sum(15, 12, 3), [])
  assert.deepEqual(sum(15, 12, 4), [1])
  assert.deepEqual(sum(60.3, 17.8, 7.1, 5.4, 17.9, 12.1), [])
  assert.deepEqual(sum(60, 17.8, 7.1, 5.4, 17.9, 12.1), [])
  assert.deepEqual(sum(100, 97.6, 2.38), [])
  assert.deepEqual(sum(61.3, 17.8, 7.1, 5.4, 17.9, 12.1), [1])
  assert.deepEqual(sum(0.3, 0.1, 0.2), [])
  assert.deepEqual(sum('receivedOnline', 12114, 67397), [])
  assert.deepEqual(sum('receivedOnline', 12114, 67398), [1])
  const { untestable } = row({}, { parts: [{ whole: 'receivedOnline', of: [1] }] })
  assert.deepEqual(identitiesOf(untestable), ['receivedOnline = 1'])
})

test('a percentage holds for everything that rounds to it', () => {
  const broken = (percent: number, numerator: number, denominator: number): readonly number[] =>
    rate({ percent, numerator, denominator }).broken.map(({ difference }) => difference)
  assert.deepEqual(broken(99.75, 67828, 67995), [])
  assert.deepEqual(broken(99.76, 67828, 67995), [0.01])
  assert.deepEqual(broken(99.8, 67828, 67995), [])
  assert.deepEqual(broken(13, 125, 1000), [])
  assert.deepEqual(broken(12, 125, 1000), [])
  assert.deepEqual(broken(12, 126, 1000), [1])
  assert.deepEqual(broken(89, 17.8, 20), [])
  assert.deepEqual(broken(100, 1836, 1836), [])
  assert.deepEqual(broken(120, 6, 5), [])
})

test('a share of nothing contradicts; nothing of nothing cannot be tested', () => {
  const [found] = rate({ percent: 50, numerator: 3, denominator: 0 }).broken
  assert.deepEqual([found?.identity, found?.difference], ['0 ≥ 3', 3])
  const { tested, untestable } = rate({ percent: 50, numerator: 0, denominator: 0 })
  assert.deepEqual([tested.length, untestable.length], [0, 1])
})

test('a percentage by names is read in any row that knows them, or in all rows together', () => {
  const groups = [
    { scope: 'district', figures: { resolvedTotal: 100, resolvedLate: 10 } },
    { scope: 'commune', figures: { resolvedTotal: 300, resolvedLate: 90 } },
  ]
  const broken = (percent: number): number =>
    audited({
      id: 'thu',
      groups,
      rates: [{ label: 'trễ hạn', percent, numerator: 'resolvedLate', denominator: 'resolvedTotal' }],
    }).broken.length
  assert.deepEqual([10, 30, 25, 20].map(broken), [0, 0, 0, 1])
})

test('a percentage whose likely denominator was not published is not broken, unless none would do', () => {
  const figures = { resolvedTotal: 178842, inProgress: 2413, receivedOnline: 66135 }
  const { broken, untestable } = rate({ percent: 38.93, numerator: 'receivedOnline' }, figures)
  assert.deepEqual(broken, [])
  assert.match(untestable.find(({ place }) => place === 'rates[0]')?.reason ?? '', /Tiếp nhận trong kỳ.*169\.861/)
  // Of a new intake of 330.675 it would be 20 %, but all that was received is 181.255.
  assert.equal(rate({ percent: 20, numerator: 'receivedOnline' }, figures).broken.length, 1)
})

test('of a bare number the audit says which figures would give the percentage', () => {
  const figures = { receivedNew: 200, receivedTotal: 250 }
  const found = rate({ percent: 25, numerator: 50 }, figures).untestable.find(({ place }) => place === 'rates[0]')
  assert.deepEqual(
    found?.bases?.map(({ name }) => name),
    ['receivedNew'],
  )
  const procedures = audited({
    id: 'thu',
    procedures: { total: 1739 },
    rates: [{ label: 'trực tuyến', percent: 80.62, numerator: 1402 }],
  })
  assert.match(procedures.untestable.at(-1)?.reason ?? '', /procedures\.total 1\.739/)
})

test('what is no table is refused with its place', () => {
  const groups = (figures: unknown, scope = 'province'): unknown => ({ id: 'thu', groups: [{ scope, figures }] })
  const refused: readonly (readonly [unknown, RegExp])[] = [
    [null, /^: phải là đối tượng/],
    [[], /^: phải là đối tượng/],
    [{}, /^id: còn thiếu/],
    [{ id: 3 }, /^id: phải là chữ/],
    [{ id: 'thu', group: [] }, /^group: không có mục nào tên này/],
    [{ id: 'thu', parts: null }, /^parts: phải là danh sách/],
    [groups({ recievedNew: 3 }), /^groups\[0\]\.figures\.recievedNew: không có số liệu tên này/],
    [groups({ receivedNew: '3' }), /^groups\[0\]\.figures\.receivedNew: phải là số nguyên/],
    [groups({ receivedNew: -3 }), /^groups\[0\]\.figures\.receivedNew: phải là số nguyên/],
    [groups({ receivedNew: 3.5 }), /^groups\[0\]\.figures\.receivedNew: phải là số nguyên/],
    [groups({}, 'moon'), /^groups\[0\]\.scope: phải là một trong/],
    [{ id: 'thu', procedures: { totals: 1 } }, /^procedures\.totals: không có mục nào/],
    [{ id: 'thu', parts: [{ whole: 3, of: [] }] }, /^parts\[0\]\.of: chưa có số nào/],
    [{ id: 'thu', parts: [{ whole: 'all', of: [1] }] }, /^parts\[0\]\.whole: không có số liệu tên "all"/],
    [{ id: 'thu', rates: [{ percent: 3, numerator: 1 }] }, /^rates\[0\]\.label: còn thiếu/],
    [{ id: 'thu', rates: [{ label: 'a', percent: '3', numerator: 1 }] }, /^rates\[0\]\.percent: phải là số/],
  ]
  for (const [json, problem] of refused) assert.match(problemsOf(json).join('\n'), problem)
})
