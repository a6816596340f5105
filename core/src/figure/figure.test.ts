import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FIGURE_RECORDS } from '../../test/shipped-figures.ts'
import { localDate } from '../kernel/instant.ts'
import { FIGURE_NAMES, FIGURES } from '../report/report.ts'
import { bodiesOf } from '../rulebook/record.ts'
import { parseRecord } from '../rulebook/rulebook.ts'
import { checkFigures, type Condition, type FigureDefinition, figureCatalogue, type ReportForm } from './figure.ts'

const SHIPPED = bodiesOf(FIGURE_RECORDS, 'figure')
const FORMS = bodiesOf(FIGURE_RECORDS, 'reportForm')
const SINCE = localDate('2017-01-01')
const II06A = FORMS.find(({ id }) => id === 'II.06a')
assert.ok(II06A !== undefined)
const FORM: ReportForm = II06A

const reasons = (figures: readonly FigureDefinition[], forms: readonly ReportForm[] = FORMS): string =>
  Object.values(checkFigures(figures, forms))
    .flatMap(({ problems }) => problems.map(({ id, path, reason }) => `${id} ${path}: ${reason}`))
    .join('\n')

const changed = (id: string, parts: Partial<FigureDefinition>): readonly FigureDefinition[] =>
  SHIPPED.map((figure) => (figure.id === id ? { ...figure, ...parts } : figure))

const counting = (within: string | null, condition: Condition): Pick<FigureDefinition, 'measure'> => ({
  measure: { is: 'count', within, condition },
})

test('the definitions that ship are whole, and every identity of every form is true by construction', () => {
  assert.equal(reasons(SHIPPED), '')
  assert.ok(FORMS.every(({ identities, columns }) => columns.length > 0 && identities.length >= 0))
})

test('a form whose identity is not always true does not load, and the message says which dossier breaks it', () => {
  const broken = { ...FORM, identities: [{ whole: 'resolvedTotal', parts: ['resolvedEarly', 'resolvedOnTime'] }] }
  assert.match(reasons(SHIPPED, [broken]), /không phải lúc nào cũng đúng: có hồ sơ không phần nào đếm.*"finish":"late"/)
  const twice = {
    ...FORM,
    identities: [{ whole: 'receivedNew', parts: ['receivedOnline', 'receivedInPersonOrPostal', 'receivedPostal'] }],
  }
  assert.match(reasons(SHIPPED, [twice]), /2 phần cùng đếm.*"channel":"postal"/)
})

test('a definition that is changed so that a sum of its form breaks does not load', () => {
  const lax = counting('inProgress', { is: 'notBefore', what: 'dueAt', edge: 'end' })
  assert.match(reasons(changed('inProgressInTime', lax)), /inProgress = inProgressInTime \+ inProgressOverdue/)
})

test('a figure that nobody defines, or that is not in force as long as the form, does not load', () => {
  assert.match(reasons(SHIPPED, [{ ...FORM, besides: ['nowhere'] }]), /besides\[0\]: không có số liệu "nowhere"/)
  const late = changed('apologyLetters', { validFrom: localDate('2020-01-01') })
  assert.match(reasons(late), /"apologyLetters" không có hiệu lực suốt thời gian này/)
})

test('a figure within itself, and two versions in force on one day, do not load', () => {
  const always: Condition = { is: 'before', what: 'acceptedAt', edge: 'end' }
  assert.match(reasons(changed('receivedTotal', counting('inProgress', always))), /được tính từ chính nó/)
  const [first] = SHIPPED
  assert.ok(first !== undefined)
  assert.match(reasons([...SHIPPED, { ...first, version: 2 }]), /trùng thời gian với phiên bản 1/)
})

test('an unknown condition, an unknown value and a condition without values do not load', () => {
  const [figure] = SHIPPED
  const problemsOf = (condition: unknown): string => {
    const parsed = parseRecord('figure', { ...figure, measure: { is: 'count', within: null, condition } })
    return parsed.kind === 'refused' ? parsed.problems.map(({ reason }) => reason).join() : ''
  }
  assert.match(
    problemsOf({ is: 'lucky', what: 'acceptedAt' }),
    /không có điều kiện này; các điều kiện dùng được: before/,
  )
  assert.match(problemsOf({ is: 'oneOf', what: 'channel', values: ['pigeon'] }), /"pigeon" không phải là giá trị/)
  assert.match(problemsOf({ is: 'oneOf', what: 'channel', values: [] }), /đang để trống/)
  assert.match(problemsOf({ is: 'before', what: 'bornAt', edge: 'end' }), /phải là một trong/)
  assert.equal(problemsOf({ is: 'not', of: { is: 'flagged', what: 'elsewhere' } }), '')
})

const SERVICES = FORMS.find(({ id }) => id === 'thu-tuc-truc-tuyen')
assert.ok(SERVICES !== undefined)
const OF_PROCEDURES: ReportForm = SERVICES

test('sums of procedures must be true for however they are offered and whatever is filed for them', () => {
  const withSum = (whole: string, ...parts: readonly string[]) =>
    reasons(SHIPPED, [{ ...OF_PROCEDURES, identities: [{ whole, parts }] }])
  assert.equal(withSum('servicesOffered', 'servicesUsedFull', 'servicesUsedPartial', 'servicesUnused'), '')
  assert.match(withSum('servicesOffered', 'servicesUsed'), /không phải lúc nào cũng đúng/)
  assert.match(withSum('servicesAll', 'servicesFull', 'servicesPartial'), /không phải lúc nào cũng đúng/)
  assert.match(withSum('servicesUsed', 'receivedOnline'), /cộng hồ sơ với thủ tục/)
})

test('procedures have rows in which each of them lies once, and are used by dossiers and not by shares', () => {
  const rows = { ...OF_PROCEDURES, rows: ['field', 'agency'] } as const
  assert.match(reasons(SHIPPED, [rows]), /mẫu đếm thủ tục chỉ chia hàng theo: field, procedure/)
  const used = { figure: 'onlineShare', some: true }
  const measure = { is: 'procedures', levels: ['fullyOnline'], used } as const
  assert.match(reasons(changed('servicesUsedFull', { measure })), /"onlineShare" không đếm hồ sơ/)
  const within = counting('servicesAll', { is: 'flagged', what: 'elsewhere' })
  assert.match(reasons(changed('newElsewhere', within)), /"servicesAll" không đếm hồ sơ/)
})

test('a period is counted by the version that is in force when it ends', () => {
  const [old] = SHIPPED.filter(({ id }) => id === 'apologyLetters')
  assert.ok(old !== undefined)
  const since = localDate('2025-07-01')
  const versions = [
    ...SHIPPED.filter(({ id }) => id !== 'apologyLetters'),
    { ...old, validTo: localDate('2025-06-30') },
    { ...old, version: 2, validFrom: since, name: 'Thư xin lỗi' },
  ]
  assert.equal(reasons(versions), '')
  const catalogue = figureCatalogue(versions, FORMS)
  const nameOn = (date: string) =>
    catalogue.formAt('II.06a', localDate(date))?.shown.find(({ id }) => id === 'apologyLetters')?.name
  assert.deepEqual([nameOn('2025-06-30'), nameOn('2025-07-31')], ['Thư xin lỗi và hẹn lại', 'Thư xin lỗi'])
  assert.equal(catalogue.formAt('II.06a', localDate('2016-12-31')), undefined)
})

test('published tables and our own definitions call the same figures by the same names', () => {
  const names = new Map(SHIPPED.map(({ id, name }) => [id, name]))
  for (const id of FIGURE_NAMES) assert.equal(names.get(id), FIGURES[id].name, id)
  assert.ok(SHIPPED.every(({ validFrom }) => validFrom >= SINCE))
})
