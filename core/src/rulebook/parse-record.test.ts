import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRecord } from './parse-record.ts'

const unit = {
  id: 'H20.15',
  kind: 'agency',
  level: 'province',
  name: 'Sở Lao động - Thương binh và Xã hội',
  code: 'H20.15',
  parent: 'H20',
  serves: null,
  fields: [],
  calendar: 'dong-thap',
  validFrom: '2017-01-01',
  validTo: null,
  successors: [],
}

function problemsOf(json: unknown) {
  const parsed = parseRecord('unit', json)
  return parsed.kind === 'parsed' ? [] : parsed.problems.map(({ place, reason }) => `${place.path}: ${reason}`)
}
const refuses = (change: object, expected: RegExp) =>
  assert.match(problemsOf({ ...unit, ...change }).join('\n'), expected)

test('a whole record is read as it stands', () => {
  assert.deepEqual(parseRecord('unit', unit), { kind: 'parsed', record: { kind: 'unit', body: unit } })
})
test('something that is no record is refused', () => assert.match(problemsOf('H20')[0] ?? '', /đối tượng/))
test('a missing entry is named', () => {
  const { name: _, ...rest } = unit
  assert.deepEqual(problemsOf(rest), ['name: còn thiếu mục này'])
})
test('an entry that nobody knows is named', () => refuses({ nmae: 'Sở' }, /^nmae: không có mục nào tên này/))
test('an inherited name is no entry', () => refuses(JSON.parse('{"__proto__x": 1}'), /__proto__x/))
test('a number where a text belongs is refused', () => refuses({ name: 5 }, /name: phải là chữ, nhưng đang là số 5/))
test('an empty name is refused', () => refuses({ name: '' }, /để trống/))
test('a name that is too long is refused', () => refuses({ name: 'a'.repeat(201) }, /tối đa 200/))
test('a name with blanks around it is refused', () => refuses({ name: ' Sở' }, /khoảng trắng/))
test('control characters are refused', () => refuses({ name: 'Sở\u0000' }, /điều khiển/))
test('decomposed Unicode is refused', () => refuses({ name: 'Sở'.normalize('NFD') }, /NFC/))
test('an identifier with diacritics is refused', () => refuses({ id: 'Sở' }, /không dấu/))
test('a kind that does not exist is refused', () => refuses({ kind: 'room' }, /phải là một trong: agency/))
test('a day that does not exist is refused', () => refuses({ validFrom: '2023-02-29' }, /không phải là ngày có thật/))
test('an item of a list is named by its place', () => refuses({ fields: ['Hộ tịch', 5] }, /^fields\[1\]: phải là chữ/))
test('every fault is reported at once', () =>
  assert.equal(problemsOf({ ...unit, name: 5, kind: 'x', validTo: 'y' }).length, 3))

test('an amount below nothing is refused deep inside a procedure', () => {
  const fee = { id: 'phi', name: 'Phí', kind: 'stateFee', channels: ['online'], amount: -1, per: 'once' }
  const line = { ...fee, validFrom: '2017-01-01', validTo: null, source: 'TT' }
  const cases = [{ id: 'a', name: 'A', documents: [], terms: [], fees: [line], form: 'don', process: 'xa' }]
  const parsed = parseRecord('procedure', { code: '1.001193', versions: [{ cases }] })
  const paths = parsed.kind === 'parsed' ? [] : parsed.problems.map((each) => each.place.path)
  assert.ok(paths.includes('versions[0].cases[0].fees[0].amount'), paths.join())
})
test('a weekday that does not exist is refused', () => {
  const officeHours = [{ validFrom: '2017-01-01', validTo: null, week: { '7': [[420, 690]] }, source: 'QĐ' }]
  const days = { from: '2017-01-01', to: '2026-12-31', holidays: [], makeUpDays: [] }
  const parsed = parseRecord('calendar', { id: 'lich', name: 'Lịch', officeHours, ...days })
  assert.match(parsed.kind === 'parsed' ? '' : (parsed.problems[0]?.reason ?? ''), /ngày trong tuần/)
})
