import { isLocalDate } from '../kernel/instant.ts'
import { hasControlCharacters } from '../kernel/shape.ts'
import { formatNumber } from '../kernel/text.ts'
import type { Answer, Answers, FieldProblem, FormDefinition, FormField } from './form.ts'

/** Mobile and fixed lines inside the country; people write blanks and dots between the digits. */
const PHONE = /^(0|\+84)(3|5|7|8|9)\d{8}$|^(0|\+84)2\d{9}$/
const EMAIL = /^[^\s@<>()",;:]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i

/** Those questions whose condition holds; a question under a hidden one is hidden too. */
export function visibleFields(form: FormDefinition, answers: Answers): readonly FormField[] {
  const visible = new Map<string, FormField>()
  for (const field of form.sections.flatMap((section) => section.fields)) {
    if (isAsked(field, visible, answers)) visible.set(field.id, field)
  }
  return [...visible.values()]
}

/**
 * What a person must still put right. A draft is not `complete`: then nothing is missing,
 * but what is there must be well formed. Runs in the browser and again on the server.
 */
export function validateAnswers(
  form: FormDefinition,
  answers: Answers,
  options: { readonly complete: boolean },
): readonly FieldProblem[] {
  const known = new Set(form.sections.flatMap((section) => section.fields.map((field) => field.id)))
  const unknown = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((id) => ({ path: id, message: `Tờ khai không có câu hỏi "${id.slice(0, 80)}". Bỏ câu trả lời này.` }))
  return [
    ...unknown,
    ...visibleFields(form, answers).flatMap((field) => validateField(field, answers, options.complete)),
  ]
}

function isAsked(field: FormField, visible: ReadonlyMap<string, FormField>, answers: Answers): boolean {
  if (field.visibleWhen === null) return true
  const given = visible.has(field.visibleWhen.field) ? answerTo(field.visibleWhen.field, answers) : undefined
  const wanted = field.visibleWhen.equals
  if (Array.isArray(given) && typeof wanted === 'string') return given.includes(wanted)
  return given === wanted
}

/** Own properties only: the answers come from outside, and `constructor` is no answer. */
function answerTo(id: string, answers: Answers): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined
}

function validateField(field: FormField, answers: Answers, complete: boolean): readonly FieldProblem[] {
  const answer = answerTo(field.id, answers)
  const message = isBlank(answer) ? missing(field, complete) : faultOf(field, answer)
  return message === null ? [] : [{ path: field.id, message }]
}

function isBlank(answer: Answer | undefined): answer is undefined | '' {
  if (typeof answer === 'string') return answer.trim() === ''
  return answer === undefined || (Array.isArray(answer) && answer.length === 0)
}

function missing(field: FormField, complete: boolean): string | null {
  if (!complete || !field.required) return null
  const what = lowerFirst(field.label)
  return field.type === 'choice' || field.type === 'choices' || field.type === 'yesNo'
    ? `Chọn ${what}.`
    : `Nhập ${what}.`
}

function faultOf(field: FormField, answer: Answer): string | null {
  switch (field.type) {
    case 'number':
      return numberFault(field, answer)
    case 'yesNo':
      return typeof answer === 'boolean' ? null : `Chọn Có hoặc Không cho mục "${field.label}".`
    case 'choices':
      return choicesFault(field, answer)
    case 'choice':
      return choicesFault(field, [answer])
    default:
      return typeof answer === 'string' ? textFault(field, answer) : `Nhập ${lowerFirst(field.label)} bằng chữ.`
  }
}

function numberFault(field: FormField, answer: Answer): string | null {
  const what = lowerFirst(field.label)
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return `Nhập ${what} bằng số nguyên.`
  if (field.min !== null && answer < field.min) return `Nhập ${what} từ ${formatNumber(field.min)} trở lên.`
  if (field.max !== null && answer > field.max) return `Nhập ${what} không quá ${formatNumber(field.max)}.`
  return null
}

function choicesFault(field: FormField, answer: Answer | readonly Answer[]): string | null {
  const known = (value: Answer) => field.options.some((option) => option.value === value)
  const valid = Array.isArray(answer) && answer.every(known) && new Set(answer).size === answer.length
  return valid ? null : `Chọn ${lowerFirst(field.label)} trong danh sách.`
}

function textFault(field: FormField, answer: string): string | null {
  const what = lowerFirst(field.label)
  if (answer.length > field.maxLength) return `Rút ngắn ${what}: tối đa ${formatNumber(field.maxLength)} ký tự.`
  if (hasControlCharacters(answer, field.type === 'longText')) {
    return `Nhập lại ${what}: trong nội dung có ký tự không nhìn thấy được.`
  }
  switch (field.type) {
    case 'date':
      return dateFault(field, answer)
    case 'personalId':
      return /^\d{12}$/.test(answer) ? null : `Nhập ${what} gồm đúng 12 chữ số.`
    case 'phone':
      return PHONE.test(answer.replace(/[\s.-]/g, '')) ? null : `Nhập ${what} đúng dạng, ví dụ 0912 345 678.`
    case 'email':
      return EMAIL.test(answer) ? null : `Nhập ${what} đúng dạng, ví dụ ten@example.vn.`
    default:
      return null
  }
}

function dateFault(field: FormField, answer: string): string | null {
  const what = lowerFirst(field.label)
  if (!isLocalDate(answer)) return `Nhập ${what} là một ngày có thật, ví dụ 15/03/2024.`
  const year = Number(answer.slice(0, 4))
  if (field.min !== null && year < field.min) return `Nhập ${what} từ năm ${field.min} trở đi.`
  if (field.max !== null && year > field.max) return `Nhập ${what} không quá năm ${field.max}.`
  return null
}

/** Leaves abbreviations such as CCCD alone. */
function lowerFirst(label: string): string {
  const [first = '', second = ''] = label
  if (second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()) return label
  return first.toLowerCase() + label.slice(first.length)
}
