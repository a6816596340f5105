import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officerId, unitId } from '../kernel/ids.ts'
import { localDate } from '../kernel/instant.ts'
import { checkOrganisation } from './check-organisation.ts'
import type { Officer, Post, Unit } from './organisation.ts'

type UnitFields = { readonly [K in keyof Unit]?: unknown }

function aUnit(id: string, fields: UnitFields = {}): Unit {
  const standard: Unit = {
    id: unitId(id),
    kind: 'agency',
    level: 'province',
    name: `Đơn vị ${id}`,
    code: id,
    parent: unitId('H20'),
    serves: null,
    fields: [],
    calendar: 'lich',
    validFrom: localDate('2017-01-01'),
    validTo: null,
    successors: [],
  }
  return Object.assign({ ...standard }, fields)
}

const root = aUnit('H20', { parent: null })
const department = aUnit('H20.15')
const counter = aUnit('H20.15/mc', { kind: 'counter', code: null, parent: 'H20.15', serves: 'H20.15' })
const division = aUnit('H20.15/p', { kind: 'division', code: null, parent: 'H20.15', fields: ['Hộ tịch'] })
const sound = [root, department, counter, division]

function anOfficer(posts: Officer['posts']): Officer {
  return { id: officerId('cb-1'), name: 'Trần Văn Tâm', title: 'Chuyên viên', posts, demo: false }
}

function problemsOf(units: readonly Unit[], officers: readonly Officer[] = []) {
  return checkOrganisation({ units, officers, calendars: new Set(['lich']) }).problems
}

function refuses(units: readonly Unit[], path: string, reason: RegExp) {
  const found = problemsOf(units)
  assert.ok(
    found.some((each) => each.path === path && reason.test(each.reason)),
    JSON.stringify(found),
  )
}

test('a sound tree has nothing wrong with it', () => {
  assert.deepEqual(problemsOf(sound), [])
})

test('a tree without a root is refused', () =>
  refuses([aUnit('A', { parent: 'B' }), aUnit('B', { parent: 'A' })], 'parent', /không có gốc/))
test('a second root is refused', () => refuses([...sound, aUnit('H21', { parent: null })], 'parent', /một gốc/))
test('a parent that does not exist is refused', () => refuses([root, aUnit('X', { parent: 'H99' })], 'parent', /H99/))
test('parents that go round in a circle are refused', () => {
  refuses([root, aUnit('A', { parent: 'B' }), aUnit('B', { parent: 'A' })], 'parent', /thành vòng/)
})
test('a division cannot be the parent of an agency', () => {
  refuses([...sound, aUnit('X', { parent: 'H20.15/p' })], 'parent', /không thể là đơn vị cha/)
})
test('a department cannot lie below a commune', () => {
  const commune = aUnit('H20.21.01', { level: 'commune' })
  refuses([root, commune, aUnit('X', { parent: 'H20.21.01' })], 'level', /cao hơn/)
})
test('a unit that outlives its parent is refused', () => {
  const district = aUnit('H20.21', { level: 'district', validTo: '2025-06-30' })
  refuses([root, district, aUnit('X', { level: 'commune', parent: 'H20.21' })], 'parent', /suốt thời gian/)
})
test('a commune outlives its district where the province took over', () => {
  const district = aUnit('H20.21', { level: 'district', validTo: '2025-06-30', successors: ['H20'] })
  assert.deepEqual(problemsOf([root, district, aUnit('X', { level: 'commune', parent: 'H20.21' })]), [])
})
test('an end before the beginning is refused', () =>
  refuses([root, aUnit('X', { validTo: '2016-01-01' })], 'validTo', /sau ngày bắt đầu/))
test('an unknown calendar is refused', () => refuses([root, aUnit('X', { calendar: 'khac' })], 'calendar', /khac/))
test('an agency without a code is refused', () => refuses([root, aUnit('X', { code: null })], 'code', /mã định danh/))
test('a counter with a code of its own is refused', () =>
  refuses([...sound.slice(0, 2), { ...counter, code: 'X' }], 'code', /chỉ cơ quan/))
test('a counter that serves nobody is refused', () =>
  refuses([...sound.slice(0, 2), { ...counter, serves: null }], 'serves', /phải ghi cơ quan/))
test('a counter that serves an unknown agency is refused', () => {
  refuses([...sound.slice(0, 2), { ...counter, serves: unitId('H99') }], 'serves', /H99/)
})
test('a counter that serves a division is refused', () => {
  refuses(
    [...sound, aUnit('mc2', { kind: 'counter', code: null, serves: 'H20.15/p' })],
    'serves',
    /không phải là cơ quan/,
  )
})
test('a counter that opened after its agency closed is refused', () => {
  const closed = aUnit('H20.16', { validTo: '2020-01-01' })
  const late = aUnit('mc2', { kind: 'counter', code: null, serves: 'H20.16', validFrom: '2021-01-01' })
  refuses([root, closed, late], 'serves', /cùng thời gian/)
})
test('an agency that serves another is refused', () =>
  refuses([...sound, aUnit('X', { serves: 'H20.15' })], 'serves', /hãy để null/))
test('fields are refused on anything but a division', () =>
  refuses([root, aUnit('X', { fields: ['Hộ tịch'] })], 'fields', /chỉ phòng/))
test('two units with one code at one time are refused', () =>
  refuses([...sound, aUnit('X', { code: 'H20.15' })], 'code', /đã dùng/))
test('a code may be used again after its unit has closed', () => {
  const old = aUnit('cu', { code: 'M', validTo: '2020-12-31' })
  assert.deepEqual(problemsOf([root, old, aUnit('moi', { code: 'M', validFrom: '2021-01-01' })]), [])
})
test('two divisions that claim one field are refused', () => {
  refuses([...sound, { ...division, id: unitId('H20.15/q') }], 'fields[0]', /đã do/)
})
test('a successor that does not exist is refused', () => {
  refuses([root, aUnit('X', { validTo: '2025-06-30', successors: ['H99'] })], 'successors[0]', /H99/)
})
test('a unit cannot succeed itself', () =>
  refuses([root, aUnit('X', { validTo: '2025-06-30', successors: ['X'] })], 'successors[0]', /chính mình/))
test('a unit with successors must have ended', () =>
  refuses([root, aUnit('X', { successors: ['H20'] })], 'validTo', /ngày hết hiệu lực/))

test('an officer without a post is refused', () =>
  assert.match(problemsOf(sound, [anOfficer([])])[0]?.reason ?? '', /ít nhất một vị trí/))
test('a post at an unknown unit is refused', () => {
  assert.match(problemsOf(sound, [anOfficer([{ unit: unitId('H99'), role: 'leader' }])])[0]?.reason ?? '', /H99/)
})
test('a clerk can only stand at a counter', () => {
  const found = problemsOf(sound, [anOfficer([{ unit: unitId('H20.15'), role: 'clerk' }])])
  assert.equal(found[0]?.path, 'posts[0].role')
})
test('a post that is written twice is refused', () => {
  const post = { unit: unitId('H20.15'), role: 'leader' } as const
  assert.equal(problemsOf(sound, [anOfficer([post, post])])[0]?.path, 'posts[1]')
})
test('a post may be held again after it ended, but not twice on one day', () => {
  const post = (from: string, to: string | null): Post => ({
    ...{ unit: unitId('H20.15'), role: 'leader' },
    ...{ validFrom: localDate(from), validTo: to === null ? null : localDate(to) },
  })
  const again = [post('2020-01-01', '2022-12-31'), post('2023-01-01', null)]
  assert.deepEqual(problemsOf(sound, [anOfficer(again)]), [])
  const twice = [post('2020-01-01', '2023-01-01'), post('2023-01-01', null)]
  assert.equal(problemsOf(sound, [anOfficer(twice)])[0]?.path, 'posts[1]')
  assert.equal(problemsOf(sound, [anOfficer([post('2020-01-02', '2020-01-01')])])[0]?.path, 'posts[0].validTo')
  assert.match(
    problemsOf(sound, [anOfficer([post('2010-01-01', '2016-12-31')])])[0]?.reason ?? '',
    /không có hiệu lực trong thời gian giữ vị trí/,
  )
})
test('an agency without a counter is only a warning', () => {
  const { problems, warnings } = checkOrganisation({
    units: [root, department],
    officers: [],
    calendars: new Set(['lich']),
  })
  assert.deepEqual([problems.length, warnings.map((each) => each.id)], [0, ['H20.15']])
})
