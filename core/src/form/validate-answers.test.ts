import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers, FieldType, FormDefinition, FormField } from './form.ts'
import { validateAnswers, visibleFields } from './validate-answers.ts'

const OPTIONS = [
  { value: 'nam', label: 'Nam' },
  { value: 'nu', label: 'Nữ' },
]

function aField(type: FieldType, fields: Partial<FormField> = {}): FormField {
  const options = type === 'choice' || type === 'choices' ? OPTIONS : []
  const standard = { id: 'muc', label: 'Họ và tên của trẻ', hint: null, required: true, min: null, max: null } as const
  return { ...standard, type, options, maxLength: 50, visibleWhen: null, ...fields }
}
const aForm = (...fields: readonly FormField[]): FormDefinition => ({
  id: 'mau',
  version: 1,
  title: 'Tờ khai',
  sections: [{ title: 'Phần 1', fields }],
})
const messages = (form: FormDefinition, answers: Answers, complete = true) =>
  validateAnswers(form, answers, { complete }).map((problem) => problem.message)
const answered = (field: FormField, muc: Answers[string]) => messages(aForm(field), { muc })

test('a missing name is asked for by name', () =>
  assert.deepEqual(messages(aForm(aField('text')), {}), ['Nhập họ và tên của trẻ.']))
test('blanks are no answer', () => assert.deepEqual(answered(aField('text'), '   '), ['Nhập họ và tên của trẻ.']))
test('nothing is missing in a draft', () => assert.deepEqual(messages(aForm(aField('text')), {}, false), []))
test('what stands in a draft must still be well formed', () => {
  assert.deepEqual(messages(aForm(aField('personalId', { label: 'Số định danh' })), { muc: '12' }, false), [
    'Nhập số định danh gồm đúng 12 chữ số.',
  ])
})
test('an abbreviation keeps its capitals', () => {
  assert.deepEqual(messages(aForm(aField('text', { label: 'CCCD của mẹ' })), {}), ['Nhập CCCD của mẹ.'])
})
test('an unmade choice is asked for', () => {
  assert.deepEqual(messages(aForm(aField('choice', { label: 'Giới tính' })), {}), ['Chọn giới tính.'])
})
test('a choice outside the list is refused', () =>
  assert.match(answered(aField('choice'), 'khac')[0] ?? '', /trong danh sách/))
test('one of several choices outside the list is refused', () => {
  assert.match(answered(aField('choices'), ['nam', 'khac'])[0] ?? '', /trong danh sách/)
})
test('a choice made twice is refused', () =>
  assert.match(answered(aField('choices'), ['nam', 'nam'])[0] ?? '', /trong danh sách/))
test('several valid choices are accepted', () => assert.deepEqual(answered(aField('choices'), ['nam', 'nu']), []))
test('a number instead of a text is refused', () => assert.match(answered(aField('text'), 5)[0] ?? '', /bằng chữ/))
test('a text instead of a number is refused', () =>
  assert.match(answered(aField('number'), 'năm')[0] ?? '', /số nguyên/))
test('half a copy is refused', () => assert.match(answered(aField('number'), 1.5)[0] ?? '', /số nguyên/))
test('a number below its bound is refused', () =>
  assert.match(answered(aField('number', { min: 1 }), 0)[0] ?? '', /từ 1 trở lên/))
test('a number above its bound is refused', () =>
  assert.match(answered(aField('number', { max: 1000 }), 1001)[0] ?? '', /không quá 1\.000/))
test('yes or no is nothing else', () => assert.match(answered(aField('yesNo'), 'co')[0] ?? '', /Có hoặc Không/))
test('no is an answer', () => assert.deepEqual(answered(aField('yesNo'), false), []))
test('a day that does not exist is refused', () =>
  assert.match(answered(aField('date'), '2023-02-29')[0] ?? '', /có thật/))
test('a year before the bound is refused', () =>
  assert.match(answered(aField('date', { min: 1900 }), '1899-12-31')[0] ?? '', /từ năm 1900/))
test('a year after the bound is refused', () =>
  assert.match(answered(aField('date', { max: 2100 }), '2101-01-01')[0] ?? '', /năm 2100/))
test('a text that is too long is refused', () =>
  assert.match(answered(aField('text'), 'a'.repeat(51))[0] ?? '', /tối đa 50/))
test('control characters are refused', () =>
  assert.match(answered(aField('text'), 'Lan\u0007')[0] ?? '', /không nhìn thấy/))
test('half a character, which no database could keep, is refused', () =>
  assert.match(answered(aField('text'), 'Lan\ud800')[0] ?? '', /không nhìn thấy/))
test('a character beyond the first plane is a whole one', () =>
  assert.deepEqual(answered(aField('text'), 'Lan 𠀋'), []))
test('a line break is refused in a line and accepted in a paragraph', () => {
  assert.equal(answered(aField('text'), 'một\nhai').length, 1)
  assert.deepEqual(answered(aField('longText'), 'một\r\nhai\nba'), [])
})
test('eleven digits are no personal id', () =>
  assert.match(answered(aField('personalId'), '08709000012')[0] ?? '', /12 chữ số/))
test('Vietnamese phone numbers are accepted as people write them', () => {
  for (const phone of ['0912345678', '0912 345 678', '+84912345678', '0277.3851.431', '02773851431']) {
    assert.deepEqual(answered(aField('phone'), phone), [], phone)
  }
})
test('a number that no one can call is refused', () => {
  for (const phone of ['12345', '0112345678', '09123456789'])
    assert.equal(answered(aField('phone'), phone).length, 1, phone)
})
test('an e-mail without a domain is refused', () => {
  assert.deepEqual(answered(aField('email'), 'lan@example.vn'), [])
  assert.match(answered(aField('email'), 'lan@')[0] ?? '', /đúng dạng/)
})
test('an answer to a question that is not on the form is refused', () => {
  assert.match(messages(aForm(), { la: 'x' })[0] ?? '', /không có câu hỏi "la"/)
})
test('a question is asked only where its condition holds', () => {
  const form = aForm(
    aField('choice', { id: 'a' }),
    aField('text', { id: 'b', visibleWhen: { field: 'a', equals: 'nu' } }),
  )
  assert.deepEqual(messages(form, { a: 'nam' }), [])
  assert.equal(messages(form, { a: 'nu' }).length, 1)
})
test('a question under a hidden question stays hidden', () => {
  const form = aForm(
    aField('choice', { id: 'a' }),
    aField('choice', { id: 'b', visibleWhen: { field: 'a', equals: 'nu' } }),
    aField('text', { id: 'c', visibleWhen: { field: 'b', equals: 'nu' } }),
  )
  assert.deepEqual(
    visibleFields(form, { a: 'nam', b: 'nu' }).map((field) => field.id),
    ['a'],
  )
})
test('a name that every object has is no answer', () => {
  assert.deepEqual(messages(aForm(aField('text', { id: 'constructor' })), {}), ['Nhập họ và tên của trẻ.'])
})
