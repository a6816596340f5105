import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkForm } from './check-form.ts'
import type { FormDefinition, FormField } from './form.ts'

function aField(id: string, fields: Partial<FormField> = {}): FormField {
  const standard = {
    label: 'Câu hỏi',
    hint: null,
    type: 'text',
    required: true,
    options: [],
    min: null,
    max: null,
  } as const
  return { ...standard, id, maxLength: 100, visibleWhen: null, ...fields }
}
const aForm = (...fields: readonly FormField[]): FormDefinition => ({
  id: 'mau',
  version: 1,
  title: 'Tờ khai',
  sections: [{ title: 'Phần 1', fields }],
})
const options = [
  { value: 'co', label: 'Có' },
  { value: 'khong', label: 'Không' },
]

function refuses(form: FormDefinition, path: string, reason: RegExp) {
  const found = checkForm(form).problems
  assert.ok(
    found.some((each) => each.path === `sections[0].fields${path}` && reason.test(each.reason)),
    JSON.stringify(found),
  )
}

test('a sound form has nothing wrong with it', () => {
  const choice = aField('a', { type: 'choice', options })
  assert.deepEqual(checkForm(aForm(choice, aField('b', { visibleWhen: { field: 'a', equals: 'co' } }))).problems, [])
})
test('two questions with one id are refused', () => refuses(aForm(aField('a'), aField('a')), '[1].id', /đã dùng/))
test('a choice without options is refused', () =>
  refuses(aForm(aField('a', { type: 'choice' })), '[0].options', /hai phương án/))
test('options on a text are refused', () =>
  refuses(aForm(aField('a', { options })), '[0].options', /chỉ câu hỏi lựa chọn/))
test('one option twice is refused', () => {
  const twice = [...options, { value: 'co', label: 'Có' }]
  refuses(aForm(aField('a', { type: 'choice', options: twice })), '[0].options[2].value', /đã ghi/)
})
test('bounds on a text are refused', () => refuses(aForm(aField('a', { min: 1 })), '[0].min', /chỉ số và ngày/))
test('a lower bound above the upper one is refused', () => {
  refuses(aForm(aField('a', { type: 'number', min: 5, max: 1 })), '[0].max', /lớn hơn/)
})
test('a condition on a later question is refused', () => {
  refuses(
    aForm(aField('b', { visibleWhen: { field: 'a', equals: 'co' } }), aField('a')),
    '[0].visibleWhen',
    /đứng trước/,
  )
})
test('a condition on an answer that nobody can choose is refused', () => {
  const choice = aField('a', { type: 'choice', options })
  refuses(
    aForm(choice, aField('b', { visibleWhen: { field: 'a', equals: 'la' } })),
    '[1].visibleWhen',
    /không bao giờ hiện/,
  )
})
