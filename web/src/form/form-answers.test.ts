import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormDefinition, FormField } from '../api/views.ts'
import { answerSections } from './answer-text.ts'
import { formStyle } from './form-style.ts'
import { readAnswers } from './read-answers.ts'

const field = (id: string, rest: Partial<FormField> = {}): FormField => ({
  id,
  label: id,
  hint: null,
  type: 'text',
  required: false,
  options: [],
  min: null,
  max: null,
  maxLength: 100,
  visibleWhen: null,
  ...rest,
})

const form: FormDefinition = {
  id: 'thu',
  version: 1,
  title: 'Thử',
  sections: [
    {
      title: 'Mục',
      fields: [
        field('married', { type: 'yesNo' }),
        field('spouse', { visibleWhen: { field: 'married', equals: true } }),
        field('copies', { type: 'number' }),
        field('kinds', { type: 'choices', options: [{ value: 'a', label: 'Loại A' }] }),
      ],
    },
  ],
}

function sent(entries: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(entries)) data.set(name, value)
  return data
}

test('what is typed becomes yes or no, a number or a list, as the question asks', () => {
  const answers = readAnswers(form, sent({ married: 'true', spouse: ' Lê Văn Thử ', copies: '1.200', kinds: 'a' }))
  assert.deepEqual(answers, { married: true, spouse: 'Lê Văn Thử', copies: 1200, kinds: ['a'] })
})

test('the answer to a question that is not asked is left out', () => {
  assert.deepEqual(readAnswers(form, sent({ married: 'false', spouse: 'Lê Văn Thử' })), { married: false })
})

test('a number that is none stays as it was typed, so that it can be shown beside its problem', () => {
  assert.deepEqual(readAnswers(form, sent({ copies: 'hai' })), { copies: 'hai' })
})

test('the stylesheet hides a question until its condition is chosen', () => {
  assert.match(
    formStyle(form),
    /^form:not\(:has\(\[name="married"\]\[value="true"\]:checked, .*\)\) \[data-field="spouse"\] \{/,
  )
})

test('before filing the applicant reads every answer in words', () => {
  assert.deepEqual(answerSections(form, { married: false, spouse: 'không hỏi', copies: 1200, kinds: ['a'] }), [
    {
      title: 'Mục',
      fields: [
        { label: 'married', value: 'Không' },
        { label: 'copies', value: '1.200' },
        { label: 'kinds', value: 'Loại A' },
      ],
    },
  ])
})
