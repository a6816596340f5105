import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aServiceRecord } from '../../test/a-rulebook.ts'
import { officerId, procedureCode, unitId } from '../kernel/ids.ts'
import { localDate } from '../kernel/instant.ts'
import { checkRulebook, compileRulebook, parseRecord, type RecordKind, type RulebookRecord } from './rulebook.ts'

const FROM = '2017-01-01'
const MARCH = localDate('2024-03-15')

function aRecord(kind: RecordKind, json: unknown): RulebookRecord {
  const parsed = parseRecord(kind, json)
  if (parsed.kind === 'parsed') return parsed.record
  throw new Error(JSON.stringify(parsed.problems))
}

function unit(id: string, fields: object): RulebookRecord {
  const standard = { name: `Đơn vị ${id}`, code: null, parent: 'H20', serves: null, fields: [], successors: [] }
  const dated = { calendar: 'lich', validFrom: FROM, validTo: null }
  return aRecord('unit', { id, kind: 'agency', level: 'province', ...standard, ...dated, ...fields })
}

const officer = (id: string, at: string, role: string) =>
  aRecord('officer', { id, name: 'Trần Văn Tâm', title: 'Công chức', posts: [{ unit: at, role }], demo: false })

function procedure(code: string, fields: object, version: object = {}): RulebookRecord {
  const terms = [{ channels: ['inPerson'], legal: { unit: 'workingDays', amount: 1 }, committed: null }]
  const chung = { id: 'chung', name: 'Chung', documents: [], terms, fees: [], form: 'don', process: 'xa' }
  const standard = { version: 1, effectiveFrom: FROM, effectiveTo: null, source: 'QĐ', name: 'Đăng ký khai sinh' }
  const texts = { summary: 'Cấp giấy tờ.', audience: [], steps: [], conditions: null, legalBases: ['Luật'] }
  const rest = { results: [{ code: null, name: 'Giấy' }], onlineLevel: 'none', cases: [chung] }
  const head = { code, aliases: [], field: 'Hộ tịch', levels: ['commune'], agencies: [], marks: [], lifeEvents: [] }
  return aRecord('procedure', { ...head, ...fields, versions: [{ ...standard, ...texts, ...rest, ...version }] })
}

const step = (id: string, kind: string, who: object) => ({ id, name: id, kind, ...who, minutes: 60 })
const atCounter = { role: 'clerk', at: 'counter' }
const steps = [
  step('nhan', 'intake', atCounter),
  step('ky', 'sign', { role: 'leader', at: 'division' }),
  step('tra', 'return', atCounter),
]
const processVersion = { version: 1, effectiveFrom: FROM, effectiveTo: null, source: 'QĐ', steps }

function policy(id: string, scope: object, workingDay: string): RulebookRecord {
  const policies = { afterSupplement: 'restart', workingDay, rollForward: true, onTime: 'byDay', sameDayUntil: 900 }
  const citations = { afterSupplement: 'x', workingDay: 'x', rollForward: 'x', onTime: 'x', sameDayUntil: 'x' }
  const dated = { validFrom: FROM, validTo: null, procedure: null, province: null }
  return aRecord('policy', { id, name: id, ...dated, ...scope, policies, citations })
}
const service = aRecord('servicePolicy', {
  ...{ id: 'phuc-vu', name: 'Phục vụ', validFrom: FROM, validTo: null, procedure: null, province: null },
  ...aServiceShape(),
})

function aServiceShape() {
  const { policies, citations } = aServiceRecord()
  const cited = Object.fromEntries(Object.keys(citations).map((key) => [key, 'NĐ thử']))
  return { policies, citations: cited }
}

function ground(id: string, parts: object = {}): RulebookRecord {
  const dated = { validFrom: FROM, validTo: null, procedure: null, field: null }
  return aRecord('pauseGround', {
    id,
    name: 'chờ',
    article: 'NĐ thử',
    ...dated,
    after: 'continue',
    by: ['leader'],
    ...parts,
  })
}
const format = (id: string, validFrom: string, validTo: string | null) =>
  aRecord('codeFormat', { id, validFrom, validTo, pattern: '{unit}-{yymmdd}-{serial:4}', source: 'TT' })

const week = { '1': [[420, 690]] }
const records: readonly RulebookRecord[] = [
  unit('H20', { parent: null, code: 'H20' }),
  unit('H20/tt', { kind: 'centre' }),
  unit('H20.03', { code: 'H20.03' }),
  unit('H20.03/mc', { kind: 'counter', parent: 'H20/tt', serves: 'H20.03' }),
  unit('H20.03/vp', { kind: 'division', parent: 'H20.03' }),
  unit('H20.03/hc', { kind: 'division', parent: 'H20.03', fields: ['Hộ tịch'] }),
  unit('H20.04', { code: 'H20.04' }),
  unit('H20.04/mc', { kind: 'counter', parent: 'H20/tt', serves: 'H20.04' }),
  unit('H20.21', { level: 'district', code: 'H20.21', validTo: '2025-06-30', successors: ['H20'] }),
  unit('H20.21.01', { level: 'commune', code: 'H20.21.01', parent: 'H20.21' }),
  unit('H20.21.01/mc', { kind: 'counter', level: 'commune', parent: 'H20.21.01', serves: 'H20.21.01' }),
  officer('cb-1', 'H20.21.01/mc', 'clerk'),
  officer('cb-2', 'H20.21.01', 'leader'),
  aRecord('calendar', {
    id: 'lich',
    name: 'Lịch',
    from: FROM,
    to: '2026-12-31',
    officeHours: [{ validFrom: FROM, validTo: null, week, source: 'QĐ' }],
    holidays: [],
    makeUpDays: [],
  }),
  procedure('1.001193', { aliases: ['1.000001'] }),
  procedure('2.000635', {}, { name: 'Thủ tục cấp bản sao Trích lục hộ tịch' }),
  procedure('1.000656', { lifeEvents: ['Người thân qua đời'] }, { name: 'Khai tử', effectiveTo: '2024-12-31' }),
  aRecord('process', { id: 'xa', name: 'Cấp xã', versions: [processVersion] }),
  aRecord('form', { id: 'don', version: 1, title: 'Đơn', sections: [] }),
  aRecord('form', { id: 'don', version: 2, title: 'Đơn mới', sections: [] }),
  service,
  ground('taxNotice'),
  ground('taxNotice', { procedure: '1.001193', name: 'chờ thuế' }),
  policy('chung', {}, 'eightHours'),
  policy('tinh', { province: 'H20' }, 'wholeDays'),
  policy('thu-tuc', { procedure: '1.001193' }, 'eightHours'),
  format('truoc', FROM, '2025-06-30'),
  format('sau', '2025-07-01', null),
]
const rulebook = compileRulebook(records)

const without = (dropped: (record: RulebookRecord) => boolean) => records.filter((record) => !dropped(record))
function refuses(changed: readonly RulebookRecord[], kind: RecordKind, reason: RegExp) {
  const { problems } = checkRulebook(changed)
  assert.ok(
    problems.some((each) => each.place.kind === kind && reason.test(each.reason)),
    JSON.stringify(problems),
  )
}

test('the rulebook of these tests is sound', () => assert.deepEqual(checkRulebook(records).problems, []))
test('two records with one id are refused', () =>
  refuses([...records, format('sau', '2099-01-01', null)], 'codeFormat', /đã dùng/))
test('an alias that is the code of another procedure is refused', () => {
  refuses([...records, procedure('9.9', { aliases: ['2.000635'] })], 'procedure', /thủ tục khác/)
})
test('a faulty calendar is refused', () => {
  const holidays = [{ date: '2030-01-01', name: 'Tết', source: 'Luật' }]
  const body = { id: 'khac', name: 'Lịch', from: FROM, to: '2026-12-31', officeHours: [], holidays, makeUpDays: [] }
  refuses([...records, aRecord('calendar', body)], 'calendar', /giờ làm việc|ngoài thời gian/)
})
test('a rulebook without general clock rules is refused', () => {
  refuses(
    without((record) => record.kind === 'policy' && record.body.id === 'chung'),
    'policy',
    /chung/,
  )
})
test('clock rules that overlap are refused', () =>
  refuses([...records, policy('nua', {}, 'eightHours')], 'policy', /trùng thời gian/))
test('clock rules that end before they begin are refused', () => {
  refuses([...records, policy('nguoc', { validTo: '2016-01-01', province: 'H19' }, 'eightHours')], 'policy', /sau ngày/)
})
test('a day without a code format is refused', () => {
  const gap = [
    ...without((record) => record.kind === 'codeFormat'),
    format('a', FROM, '2025-06-30'),
    format('b', '2025-08-01', null),
  ]
  refuses(gap, 'codeFormat', /2025-07-01/)
})
test('a rulebook without code formats is refused', () =>
  refuses(
    without((record) => record.kind === 'codeFormat'),
    'codeFormat',
    /phải có/,
  ))
test('a code format that repeats codes is refused', () => {
  const body = { id: 'x', validFrom: FROM, validTo: '2017-01-02', pattern: '{unit}', source: 'TT' }
  refuses([...records, aRecord('codeFormat', body)], 'codeFormat', /đúng một lần/)
})
test('a procedure that no counter receives is refused', () =>
  refuses([...records, procedure('9.9', { levels: ['district'] })], 'procedure', /không có cơ quan nào/))
test('a step that nobody can do is refused, naming the agency', () => {
  refuses(
    without((record) => record.kind === 'officer' && record.body.id === 'cb-2'),
    'procedure',
    /Đơn vị H20.21.01.*leader/,
  )
})
test('a process that is not yet in force is refused', () => {
  const late = { id: 'muon', name: 'Muộn', versions: [{ ...processVersion, effectiveFrom: '2020-01-01' }] }
  const cases = [
    {
      id: 'a',
      name: 'A',
      documents: [],
      fees: [],
      form: 'don',
      process: 'muon',
      terms: [{ channels: ['inPerson'], legal: { unit: 'none', amount: 0 }, committed: null }],
    },
  ]
  refuses([...records, aRecord('process', late), procedure('9.9', {}, { cases })], 'procedure', /chưa có hiệu lực/)
})
test('steps longer than the term are only a warning', () => {
  const long = { ...processVersion, steps: steps.map((each) => ({ ...each, minutes: 300 })) }
  const changed = [
    ...without((record) => record.kind === 'process'),
    aRecord('process', { id: 'xa', name: 'Cấp xã', versions: [long] }),
  ]
  const { problems, warnings } = checkRulebook(changed)
  assert.equal(problems.length, 0)
  assert.match(
    warnings.find((each) => each.place.kind === 'procedure')?.reason ?? '',
    /dài hơn thời hạn giải quyết 420 phút/,
  )
})

test('a counter works for the agency that it serves', () =>
  assert.equal(rulebook.agencyOf(unitId('H20.03/mc'))?.id, 'H20.03'))
test('a division works for the agency above it', () =>
  assert.equal(rulebook.agencyOf(unitId('H20.03/hc'))?.id, 'H20.03'))
test('a unit lies within itself and within all above it', () => {
  assert.ok(rulebook.isWithin(unitId('H20.21.01'), unitId('H20.21.01')))
  assert.ok(rulebook.isWithin(unitId('H20.21.01/mc'), unitId('H20')))
  assert.ok(!rulebook.isWithin(unitId('H20'), unitId('H20.21')))
  assert.ok(!rulebook.isWithin(unitId('H99'), unitId('H20')))
})
test('districts are gone after June 2025', () => {
  assert.ok(rulebook.units(MARCH).some((each) => each.id === 'H20.21'))
  assert.ok(!rulebook.units(localDate('2025-07-01')).some((each) => each.id === 'H20.21'))
  assert.ok(!rulebook.childrenOf(unitId('H20'), localDate('2025-07-01')).some((each) => each.id === 'H20.21'))
})
test('a field goes to the division that has it, else to the one that takes the rest, else to the agency', () => {
  assert.equal(rulebook.handlingUnit(unitId('H20.03'), 'Hộ tịch'), 'H20.03/hc')
  assert.equal(rulebook.handlingUnit(unitId('H20.03'), 'Luật sư'), 'H20.03/vp')
  assert.equal(rulebook.handlingUnit(unitId('H20.21.01'), 'Hộ tịch'), 'H20.21.01')
})
test('a level of which no agency is named is open to all its agencies', () => {
  const open = compileRulebook([
    ...records,
    procedure('9.9', { levels: ['province', 'commune'], agencies: ['H20.03'] }),
  ])
  const found = open.procedure('9.9')
  assert.ok(found !== undefined)
  assert.deepEqual(
    open.agenciesFor(found, MARCH).map((each) => each.id),
    ['H20.03', 'H20.21.01'],
  )
  assert.equal(open.resolves(unitId('H20.04'), found), false)
})
test('officers are found by id and by place', () => {
  assert.equal(rulebook.officer(officerId('cb-1'))?.name, 'Trần Văn Tâm')
  assert.deepEqual(
    rulebook.officersAt(unitId('H20.21.01/mc')).map((each) => each.id),
    ['cb-1'],
  )
})
test('officers of a day are those whose post is held on it', () => {
  const post = { unit: 'H20.21.01/mc', role: 'clerk', validFrom: '2024-03-16', validTo: '2024-03-20' }
  const newcomer = aRecord('officer', {
    id: 'cb-9',
    name: 'Lê Văn Mới',
    title: 'Công chức',
    posts: [post],
    demo: false,
  })
  const { officersAt } = compileRulebook([...records, newcomer])
  const at = (day: string) => officersAt(unitId('H20.21.01/mc'), localDate(day)).map(({ id }) => id)
  assert.deepEqual([at('2024-03-15'), at('2024-03-16'), at('2024-03-21')], [['cb-1'], ['cb-1', 'cb-9'], ['cb-1']])
  assert.equal(officersAt(unitId('H20.21.01/mc')).length, 2)
})
test('a post that ends is nobody who could do the step', () => {
  const ending = { unit: 'H20.21.01/mc', role: 'clerk', validTo: '2099-01-01' }
  const changed = [
    ...without((each) => each.kind === 'officer' && each.body.id === 'cb-1'),
    aRecord('officer', { id: 'cb-1', name: 'Trần Văn Tâm', title: 'Công chức', posts: [ending], demo: false }),
  ]
  const said = (all: readonly RulebookRecord[]) => {
    const { problems, warnings } = checkRulebook(all)
    return [...problems, ...warnings].length
  }
  assert.ok(said(changed) > said(records))
})
test('a unit in two kinds of area and two norms on one day are refused', () => {
  const dated = { validFrom: FROM, validTo: null, source: 'Luật' }
  const area = (id: string) => aRecord('unitArea', { id, area: 'rural', ...dated, units: ['H20.21.01'] })
  const norm = (id: string) =>
    aRecord('workloadNorm', { id, perYear: { urban: 1600, rural: 1200, remote: 800 }, ...dated })
  assert.deepEqual(checkRulebook([...records, area('a'), norm('a')]).problems, [])
  refuses([...records, area('a'), area('b')], 'unitArea', /đã được phân loại ở "a"/)
  refuses([...records, norm('a'), norm('b')], 'workloadNorm', /trùng thời gian với "a"/)
})
test('an old code leads to the procedure of today', () =>
  assert.equal(rulebook.procedure('1.000001')?.code, '1.001193'))
test('a version is found by number and by day', () => {
  assert.equal(rulebook.procedureVersion('1.000656', 1)?.name, 'Khai tử')
  assert.equal(rulebook.procedureVersionAt('1.000656', localDate('2024-12-31'))?.version, 1)
  assert.equal(rulebook.procedureVersionAt('1.000656', localDate('2025-01-01')), undefined)
})
test('a case offers a channel only with a term for it', () => {
  const version = rulebook.procedureVersionAt('1.001193', MARCH)
  const found = version === undefined ? undefined : rulebook.caseOf(version, 'chung')
  assert.ok(found !== undefined)
  assert.equal(rulebook.termOf(found, 'inPerson')?.legal.amount, 1)
  assert.equal(rulebook.termOf(found, 'online'), undefined)
})
test('processes and forms are found by version, forms also by the newest', () => {
  assert.equal(rulebook.processVersionAt('xa', MARCH)?.version, 1)
  assert.equal(rulebook.processVersion('xa', 2), undefined)
  assert.deepEqual([rulebook.form('don')?.title, rulebook.form('don', 1)?.title], ['Đơn mới', 'Đơn'])
})
test('the narrowest clock rules count', () => {
  const scope = (procedure: string, province: string) => ({ procedure: procedureCode(procedure), province })
  assert.equal(rulebook.policyAt(MARCH, scope('1.001193', 'H20'))?.id, 'thu-tuc')
  assert.equal(rulebook.policiesAt(MARCH, scope('2.000635', 'H20')).workingDay, 'wholeDays')
  assert.equal(rulebook.policyAt(MARCH, scope('2.000635', 'H19'))?.id, 'chung')
  assert.throws(() => rulebook.policiesAt(localDate('2016-01-01'), scope('2.000635', 'H19')), /no clock policy/)
})
test('the code format of the day is found', () => {
  assert.equal(rulebook.codeFormatAt(MARCH)?.id, 'truoc')
  assert.equal(rulebook.codeFormatAt(localDate('2025-07-01'))?.id, 'sau')
})
test('the calendar of a unit is compiled once', () => {
  const commune = rulebook.unit(unitId('H20.21.01'))
  assert.ok(commune !== undefined)
  assert.equal(rulebook.calendarOf(commune), rulebook.calendarOf(commune))
  assert.throws(() => rulebook.calendarOf({ ...commune, calendar: 'khong-co' }), /no calendar/)
})

const found = (text: string, options: object = {}) =>
  rulebook.searchProcedures(text, { limit: 10, ...options }).map((hit) => hit.procedure.code)
test('typing without diacritics finds', () => assert.deepEqual(found('khai sinh'), ['1.001193']))
test('the beginnings of words are enough, in any order', () => assert.deepEqual(found('sinh kha'), ['1.001193']))
test('typing with diacritics and capitals finds too', () => assert.deepEqual(found('TRÍCH LỤC'), ['2.000635']))
test('a code or an old code finds its procedure first', () => {
  assert.deepEqual(found('1.000001'), ['1.001193'])
  assert.deepEqual(found('2.0006'), ['2.000635'])
})
test('life events find, after names', () => assert.deepEqual(found('nguoi than'), ['1.000656']))
test('names that begin so come before names that contain it', () => assert.deepEqual(found('k')[0], '1.000656'))
test('of names that fit alike the shortest comes first', () => {
  const longer = procedure('9.9', {}, { name: 'Cấp lại bản chính Giấy khai sinh' })
  const hits = compileRulebook([...records, longer]).searchProcedures('sinh', { limit: 10 })
  assert.deepEqual(
    hits.map((hit) => hit.procedure.code),
    ['1.001193', '9.9'],
  )
})
test('only procedures of the level, in force on the day, and not more than asked for', () => {
  assert.deepEqual(found('', { level: 'province' }), [])
  assert.deepEqual(found('khai', { at: localDate('2025-01-01') }), ['1.001193'])
  assert.equal(found('', { limit: 2 }).length, 2)
})
test('what nobody offers is not found', () => assert.deepEqual(found('ho chieu'), []))

test('of a pause ground the narrowest record in force counts', () => {
  const nameFor = (code: string, date = MARCH) =>
    rulebook.pauseGroundsAt(date, { procedure: procedureCode(code), field: 'Hộ tịch' }).map(({ name }) => name)
  assert.deepEqual(nameFor('1.001193'), ['chờ thuế'])
  assert.deepEqual(nameFor('2.000635'), ['chờ'])
  assert.deepEqual(nameFor('2.000635', localDate('2016-12-31')), [])
})

test('a pause ground names who may use it, unless it has an action of its own', () => {
  refuses([...records, ground('otherBody', { by: [] })], 'pauseGround', /phải nêu vai trò/)
  refuses([...records, ground('transfer')], 'pauseGround', /thao tác riêng/)
  refuses([...records, ground('otherBody', { field: 'Không có' })], 'pauseGround', /không có lĩnh vực/)
  refuses([...records, ground('taxNotice', { validFrom: '2020-01-01' })], 'pauseGround', /trùng thời gian/)
})

test('some service policy must be in force for everyone', () =>
  refuses(
    without((record) => record.kind === 'servicePolicy'),
    'servicePolicy',
    /phải có một bộ quy tắc phục vụ/,
  ))

test('a ground for sending dossiers back is for some action, in force once a day, and not called as what has none', () => {
  const reason = (fields: object) =>
    aRecord('reasonGround', {
      ...{ id: 'thieu', name: 'Thiếu giấy tờ', article: 'NĐ', validFrom: FROM, validTo: null, actions: ['decline'] },
      ...fields,
    })
  refuses([...records, reason({ actions: [] })], 'reasonGround', /ít nhất một việc/)
  refuses([...records, reason({ actions: ['stop', 'stop'] })], 'reasonGround', /"stop" ghi hai lần/)
  refuses([...records, reason({ id: 'unclassified' })], 'reasonGround', /dành cho hồ sơ chưa được phân loại/)
  const later = reason({ validFrom: '2020-01-01' })
  refuses([...records, reason({}), later], 'reasonGround', /trùng thời gian/)
  const ended = reason({ validTo: '2019-12-31' })
  assert.deepEqual(checkRulebook([...records, ended, later]).problems, [])
  const unread = parseRecord('reasonGround', {
    id: 'x',
    name: 'X',
    article: 'NĐ',
    validFrom: FROM,
    validTo: null,
    actions: ['accept'],
  })
  assert.equal(unread.kind, 'refused')
})
