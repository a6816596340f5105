import type { FastifySchemaValidationError } from 'fastify/types/schema.js'
import type { ProblemText } from './problem.ts'

type FieldError = { readonly path: string; readonly message: string }
const MOST_ERRORS = 50
/** Place of each part of a request as an error names it; the body needs no name. */
const CONTEXT_NAMES: Readonly<Record<string, string>> = { querystring: 'query', params: 'path', headers: 'headers' }

/** What a schema found wrong, field by field, in words for the one who filled it in. */
export function validationProblem(errors: readonly FastifySchemaValidationError[], context: string): ProblemText {
  const said = errors.filter((error) => !isEcho(error)).map((error) => fieldError(error, context))
  return {
    kind: 'input-invalid',
    status: 400,
    title: 'Dữ liệu gửi lên chưa đúng',
    detail: 'Có mục còn thiếu, thừa hoặc sai dạng.',
    advice: 'Hãy sửa các mục nêu dưới đây rồi gửi lại.',
    errors: distinct(said).slice(0, MOST_ERRORS),
  }
}

/** A union reports itself after its branches; only one of the two is worth reading. */
function isEcho(error: FastifySchemaValidationError): boolean {
  return (
    error.keyword === 'anyOf' || error.keyword === 'if' || (error.keyword === 'type' && error.params.type === 'null')
  )
}

function fieldError(error: FastifySchemaValidationError, context: string): FieldError {
  const inside = error.instancePath.split('/').filter((part) => part !== '')
  const named = error.params.missingProperty ?? error.params.additionalProperty
  const parts = [CONTEXT_NAMES[context], ...inside, typeof named === 'string' ? named : undefined]
  return { path: parts.filter((part) => part !== undefined).join('.'), message: messageOf(error) }
}

function messageOf({ keyword, params }: FastifySchemaValidationError): string {
  switch (keyword) {
    case 'required':
      return 'Còn thiếu mục này; hãy điền vào.'
    case 'additionalProperties':
      return 'Hệ thống không có mục này; hãy bỏ đi hoặc sửa tên.'
    case 'type':
      return `Sai kiểu dữ liệu; mục này phải là ${kindNames(params.type)}.`
    case 'enum':
      return `Chỉ nhận một trong các giá trị: ${String(params.allowedValues).replaceAll(',', ', ')}.`
    case 'const':
      return `Chỉ nhận giá trị: ${String(params.allowedValue)}.`
    case 'maxLength':
      return `Quá dài; tối đa ${params.limit} ký tự.`
    case 'minLength':
      return 'Đang để trống; hãy điền vào.'
    case 'maxItems':
    case 'maxProperties':
      return `Quá nhiều mục; tối đa ${params.limit}.`
    case 'minItems':
      return `Còn thiếu; phải có ít nhất ${params.limit} mục.`
    case 'minimum':
      return `Nhỏ quá; ít nhất là ${params.limit}.`
    case 'maximum':
      return `Lớn quá; nhiều nhất là ${params.limit}.`
    case 'format':
      return params.format === 'date'
        ? 'Phải là ngày có thật dạng 2024-03-15.'
        : 'Phải là thời điểm dạng 2024-03-15T09:12:00Z.'
    default:
      return 'Sai dạng; hãy xem lại cách viết mục này.'
  }
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  integer: 'số nguyên',
  boolean: 'có hoặc không',
  array: 'danh sách',
  object: 'nhóm các mục',
  null: 'trống',
}

function kindNames(type: unknown): string {
  const types = Array.isArray(type) ? type : String(type).split(',')
  return types.map((each) => KIND_NAMES[String(each)] ?? String(each)).join(' hoặc ')
}

function distinct(errors: readonly FieldError[]): readonly FieldError[] {
  return errors.filter((error, index) => errors.findIndex((other) => other.path === error.path) === index)
}
