import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitId } from '../kernel/ids.ts'
import { localDate } from '../kernel/instant.ts'
import { areaLookup, checkUnitAreas, type Unit, type UnitArea } from './organisation.ts'

const SINCE = localDate('2017-01-01')
const TODAY = localDate('2024-03-14')

function aUnit(id: string, parts: Partial<Unit> = {}): Unit {
  return {
    ...{ id: unitId(id), kind: 'agency', level: 'commune', name: id, code: null, parent: null, serves: null },
    ...{ fields: [], calendar: 'c', validFrom: SINCE, validTo: null, successors: [] },
    ...parts,
  }
}

function anArea(id: string, units: readonly string[], parts: Partial<UnitArea> = {}): UnitArea {
  return {
    ...{ id, area: 'urban', validFrom: SINCE, validTo: null, source: 'Luật thử', units: units.map(unitId) },
    ...parts,
  }
}

const CENTRE = aUnit('trung-tam', { kind: 'centre' })
const WARD = aUnit('phuong')
const COMMUNE = aUnit('xa', { validTo: localDate('2025-06-30') })
const counter = (id: string, serves: string, parent: string): Unit =>
  aUnit(id, { kind: 'counter', serves: unitId(serves), parent: unitId(parent) })
const UNITS = [
  ...[CENTRE, WARD, COMMUNE],
  ...[counter('phuong/mc', 'phuong', 'phuong'), counter('xa/mc', 'xa', 'xa'), counter('so/mc', 'xa', 'trung-tam')],
]

function areaOf(id: string, areas: readonly UnitArea[], on = TODAY) {
  const unit = UNITS.find((each) => each.id === id)
  assert.ok(unit !== undefined)
  return areaLookup(areas, UNITS).areaOf(unit, on)
}

test('a counter lies where its agency lies, where the centre stands that houses it, or where a record of its own says', () => {
  const agencies = [anArea('do-thi', ['phuong']), anArea('nong-thon', ['xa'], { area: 'rural' })]
  assert.deepEqual([areaOf('phuong/mc', agencies), areaOf('xa/mc', agencies)], ['urban', 'rural'])
  assert.equal(areaOf('so/mc', agencies), 'rural')
  const housed = [...agencies, anArea('trung-tam', ['trung-tam'])]
  assert.equal(areaOf('so/mc', housed), 'urban')
  assert.equal(areaOf('so/mc', [...housed, anArea('rieng', ['so/mc'], { area: 'remote' })]), 'remote')
})

test('what nobody classified has no kind of area, whatever its neighbours are', () => {
  assert.equal(areaOf('phuong/mc', []), null)
  assert.equal(areaOf('xa/mc', [anArea('do-thi', ['phuong', 'trung-tam'])]), null)
})

test('a kind of area holds from its day to its day', () => {
  const areas = [
    anArea('cu', ['phuong'], { area: 'rural', validTo: localDate('2024-03-13') }),
    anArea('moi', ['phuong'], { validFrom: TODAY }),
  ]
  assert.deepEqual(checkUnitAreas(areas, UNITS), [])
  assert.deepEqual([areaOf('phuong', areas, localDate('2024-03-13')), areaOf('phuong', areas)], ['rural', 'urban'])
})

test('a unit that is not there, stands twice, or is gone by then is refused, with its place', () => {
  const found = (areas: readonly UnitArea[]) =>
    checkUnitAreas(areas, UNITS).map(({ path, reason }) => `${path}: ${reason}`)
  assert.deepEqual(found([anArea('a', ['phuong', 'la'])]), ['units[1]: không có đơn vị "la"'])
  assert.deepEqual(found([anArea('a', ['phuong', 'phuong'])]), ['units[1]: đơn vị "phuong" đã ghi ở trên; hãy bỏ bớt'])
  assert.deepEqual(found([anArea('a', ['phuong']), anArea('b', ['xa', 'phuong'], { area: 'rural' })]), [
    'units[1]: "phuong" đã được phân loại ở "a" trong cùng thời gian',
  ])
  assert.deepEqual(found([anArea('a', ['xa'], { validFrom: localDate('2025-07-01') })]), [
    'units[0]: "xa" không có hiệu lực cùng thời gian với bản phân loại này',
  ])
  assert.deepEqual(found([anArea('a', [], { validTo: localDate('2016-01-01') })]), [
    'validTo: ngày hết hiệu lực phải sau ngày có hiệu lực',
  ])
})
