import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { PROCEDURE, RULEBOOK } from '../../test/a-rulebook.ts'
import { groupBy } from '../kernel/group.ts'
import { officerId, procedureCode, unitId } from '../kernel/ids.ts'
import { instant, localDate, parseInstant } from '../kernel/instant.ts'
import type { ReportFact } from '../figure/figure.ts'
import { shippedForm } from '../../test/shipped-figures.ts'
import type { Unit } from '../organisation/organisation.ts'
import { compileRulebook } from '../rulebook/rulebook.ts'
import {
  addCounts,
  type CountedGroup,
  countFigures,
  DIMENSIONS,
  type Dimension,
  edgesOf,
  emptyCounts,
  GROUPED_BY,
  type GroupText,
  type RowFact,
  type RowFilter,
  reportRows,
  rowFilter,
  successorNotes,
} from './report.ts'

type Fact = ReportFact & RowFact

const at = parseInstant
const FORM = shippedForm('II.06a')
const EDGES = edgesOf({ from: localDate('2024-02-21'), to: localDate('2024-03-20') }, at('2024-03-21'))

function aUnit(id: string, parts: Partial<Unit>): Unit {
  return {
    ...{ id: unitId(id), kind: 'agency', level: 'province', name: id, code: null, parent: null, serves: null },
    ...{ fields: [], calendar: 'c', validFrom: localDate('2017-01-01'), validTo: null, successors: [] },
    ...parts,
  }
}

/** Three levels, of which the district and its communes are gone; one commune left its name to another. */
const GONE = { validTo: localDate('2025-06-30') }
const UNITS = [
  aUnit('tinh', { name: 'UBND tỉnh' }),
  aUnit('huyen', { name: 'UBND huyện', level: 'district', ...GONE }),
  aUnit('xa-10', { name: 'UBND Phường 10', level: 'commune', ...GONE }),
  aUnit('xa-9', { name: 'UBND Phường 9', level: 'commune' }),
  aUnit('xa-cu', { name: 'UBND xã Đức', level: 'commune', ...GONE }),
  aUnit('xa-moi', { name: 'UBND xã Đức', level: 'commune' }),
]
const COUNTERS = UNITS.map(({ id, level }) => aUnit(`${id}/mc`, { kind: 'counter', level, serves: id, parent: id }))
const THREE_LEVELS = compileRulebook([...UNITS, ...COUNTERS].map((body) => ({ kind: 'unit', body })))

const someInstant = fc.integer({ min: at('2024-02-10'), max: at('2024-04-02') }).map(instant)
const someUnit = fc.constantFrom(...UNITS.map(({ id }) => id), unitId('la'))
const someFact: fc.Arbitrary<Fact> = fc
  .record({
    field: fc.constantFrom('Hộ tịch', 'Đất đai', ''),
    channel: fc.constantFrom('online', 'inPerson', 'postal'),
    procedure: fc.constantFrom(procedureCode('1.000001'), procedureCode('9.999999')),
    agency: someUnit,
    counter: someUnit.map((id) => unitId(`${id}/mc`)),
    supplementGround: fc.constantFrom(null, 'missing-papers', 'unmet'),
    endingGround: fc.constantFrom(null, 'missing-papers', 'unmet'),
    supplements: fc.integer({ min: 0, max: 2 }),
    pauseGround: fc.constantFrom(null, 'supplement'),
    ending: fc.constantFrom('resolved', 'refused', 'withdrawn', 'stopped'),
    acceptedAt: someInstant,
    dueAt: someInstant,
    finishedAt: fc.option(someInstant),
    finish: fc.constantFrom('early', 'onTime', 'late'),
  })
  .map((fact) => ({
    ...{ delivery: 'counter', certifiedCopy: false, interlinked: false, apologisedAt: null, returnedHow: null },
    ...{
      submittedAt: null,
      acceptDueAt: null,
      declinedAt: null,
      pausedAt: null,
      returnedAt: null,
      onlineLevel: 'none',
      paidHow: null,
    },
    ...{ elsewhere: false, feeOwed: false, electronicResult: null, acceptedBy: null },
    ...{ documentCount: 0, digitisedCount: 0, reusedCount: 0 },
    ...fact,
    finishedBy: fact.finishedAt === null ? null : officerId('leader'),
    finish: fact.finishedAt === null ? null : fact.finish,
    ending: fact.finishedAt === null ? null : fact.ending,
    pauseGround: fact.supplements > 0 ? fact.pauseGround : null,
  }))

/** The ground of a return, and that of a request to complete it, in the words of the catalogue's rule. */
const endingGround = ({ ending, endingGround }: Fact): string =>
  ending === null || ending === 'resolved' ? '' : (endingGround ?? 'unclassified')
const supplementGround = (fact: Fact): string =>
  fact.supplements === 0 ? '' : (fact.supplementGround ?? 'unclassified')

function textOf(fact: Fact, what: GroupText | RowFilter['what']): string {
  switch (what) {
    case 'grounds':
      return `${endingGround(fact)}|${supplementGround(fact)}`
    case 'ground':
      return endingGround(fact) || supplementGround(fact)
    case 'supplementGround':
      return supplementGround(fact)
    default:
      return fact[what] ?? ''
  }
}

const groupsOf = (by: Dimension, facts: readonly Fact[], form = FORM): readonly CountedGroup[] =>
  [...groupBy(facts, (fact) => textOf(fact, GROUPED_BY[by]))].map(([key, members]) => ({
    key,
    counts: countFigures(members, form, EDGES),
  }))

test('whatever the facts are, the rows of every dimension add up to the total', () => {
  fc.assert(
    fc.property(
      fc.array(someFact, { maxLength: 40 }),
      fc.constantFrom(...DIMENSIONS),
      fc.constantFrom('then', 'now'),
      (facts, by, structure) => {
        const rows = reportRows({ by, structure }, groupsOf(by, facts), { rulebook: THREE_LEVELS, form: FORM })
        const sum = rows.map(({ counts }) => counts).reduce(addCounts, emptyCounts(FORM))
        assert.deepEqual(sum, countFigures(facts, FORM, EDGES))
        assert.equal(new Set(rows.map(({ name }) => name)).size, rows.length)
      },
    ),
  )
})

test('the dossiers of a row are those that it counts, in every dimension', () => {
  fc.assert(
    fc.property(
      fc.array(someFact, { maxLength: 40 }),
      fc.constantFrom(...DIMENSIONS),
      fc.constantFrom('then', 'now'),
      (facts, by, structure) => {
        for (const row of reportRows({ by, structure }, groupsOf(by, facts), { rulebook: THREE_LEVELS, form: FORM })) {
          for (const figure of FORM.counted) {
            const { what, values, others } = rowFilter({ by, structure }, row.id, { rulebook: THREE_LEVELS, figure })
            const members = facts.filter((fact) => values.includes(textOf(fact, what)) !== others)
            const { id } = figure.definition
            assert.equal(countFigures(members, FORM, EDGES)[id], row.counts[id], `${row.name} ${id}`)
          }
        }
      },
    ),
  )
})

const NOTHING = emptyCounts(FORM)
const namesOf = (by: Dimension, keys: readonly string[], rulebook = THREE_LEVELS): readonly string[] =>
  reportRows(
    { by, structure: 'then' },
    keys.map((key) => ({ key, counts: NOTHING })),
    { rulebook, form: FORM },
  ).map(({ name }) => name)

test('levels stand from the province down, one row each, and what is unknown last', () => {
  assert.deepEqual(namesOf('level', ['la/mc', 'xa-9/mc', 'huyen/mc', 'xa-10/mc', 'tinh/mc']), [
    'Cấp tỉnh',
    'Cấp huyện',
    'Cấp xã',
    'Đơn vị không còn trong danh mục',
  ])
})

test('units stand in Vietnamese order under their names, those that are gone as well', () => {
  assert.deepEqual(namesOf('agency', ['xa-10', 'xa-9', 'huyen', 'la']), [
    'la',
    'UBND huyện',
    'UBND Phường 9',
    'UBND Phường 10',
  ])
  assert.deepEqual(namesOf('agency', ['xa-moi', 'xa-cu']), ['UBND xã Đức (xa-cu)', 'UBND xã Đức (xa-moi)'])
})

test('channels stand as in the form, fields in Vietnamese order, procedures with their code', () => {
  assert.deepEqual(namesOf('channel', ['postal', 'inPerson', 'online']), [
    'Trực tuyến',
    'Trực tiếp',
    'Bưu chính công ích',
  ])
  assert.deepEqual(namesOf('field', ['Đất đai', 'Hộ tịch', 'Dân tộc', '']), [
    'Dân tộc',
    'Đất đai',
    'Hộ tịch',
    'Thủ tục không còn trong danh mục',
  ])
  assert.deepEqual(namesOf('procedure', [PROCEDURE, '9.999999'], RULEBOOK), ['9.999999', 'Thủ tục thử (1.000001)'])
})

test('a unit whose work went to several stands alone and is named, one whose work went to one is not', () => {
  const units = [
    ...[
      aUnit('tinh', { name: 'UBND tỉnh' }),
      aUnit('xa-a', { name: 'UBND xã A' }),
      aUnit('xa-b', { name: 'UBND xã B' }),
    ],
    aUnit('chia', { name: 'UBND xã Chia', ...GONE, successors: [unitId('xa-a'), unitId('xa-b')] }),
    aUnit('nhap', { name: 'UBND xã Nhập', ...GONE, successors: [unitId('xa-a')] }),
  ].map((unit) => (unit.id === 'tinh' ? unit : { ...unit, level: 'commune' as const, parent: unitId('tinh') }))
  const rulebook = compileRulebook(units.map((body) => ({ kind: 'unit', body })))
  const groups = ['chia', 'nhap', 'xa-b', 'la'].map((key) => ({ key, counts: NOTHING }))
  const note =
    'UBND xã Chia: công việc đã chuyển cho nhiều đơn vị (UBND xã A, UBND xã B), nên số được giữ riêng, không cộng vào đơn vị nào.'
  assert.deepEqual(successorNotes({ by: 'agency', structure: 'now' }, groups, rulebook), [note])
  assert.deepEqual(successorNotes({ by: 'commune', structure: 'now' }, groups, rulebook), [note])
  const rows = reportRows({ by: 'agency', structure: 'now' }, groups, { rulebook, form: FORM })
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['la', 'UBND xã A', 'UBND xã B', 'UBND xã Chia'],
  )
  // As they stood then nothing is added up, and all communes in one row are whole again.
  assert.deepEqual(successorNotes({ by: 'agency', structure: 'then' }, groups, rulebook), [])
  assert.deepEqual(successorNotes({ by: 'department', structure: 'now' }, groups, rulebook), [])
})
