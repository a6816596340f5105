import { isLocalDate, type LocalDate } from './instant.ts'
import type { Dong } from './money.ts'

/** Says what is wrong at a place inside a record; always answers false, so that a shape can return it. */
export type Report = (path: string, reason: string) => false
/** Whether an untyped value is a T. Reports every fault it finds, not only the first. Reasons are Vietnamese. */
export type Shape<T> = (value: unknown, path: string, report: Report) => value is T

// A half of a surrogate pair among them: no database keeps it as it came.
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u

/** Control and invisible characters; a long text may have line breaks. */
export function hasControlCharacters(value: string, allowLineBreaks = false): boolean {
  return CONTROL.test(allowLineBreaks ? value.replace(/\r?\n/g, ' ') : value)
}

export function text<T extends string = string>(maxLength = 500, minLength = 1): Shape<T> {
  return (value, path, report): value is T => {
    if (typeof value !== 'string') return report(path, `phải là chữ, nhưng đang là ${kindOf(value)}`)
    if (value.length < minLength) return report(path, 'đang để trống; hãy ghi nội dung')
    if (value.length > maxLength) return report(path, `dài ${value.length} ký tự; tối đa ${maxLength}`)
    if (value.trim() !== value) return report(path, 'có khoảng trắng thừa ở đầu hoặc cuối; hãy bỏ đi')
    if (hasControlCharacters(value)) return report(path, 'có ký tự điều khiển không nhìn thấy được; hãy gõ lại')
    if (value.normalize('NFC') !== value) return report(path, 'phải gõ bằng Unicode dựng sẵn (NFC)')
    return true
  }
}

/** An identifier: letters without diacritics, digits and `. - / _`. */
export function identifier<T extends string = string>(): Shape<T> {
  return (value, path, report): value is T => {
    if (typeof value !== 'string') return report(path, `phải là mã bằng chữ, nhưng đang là ${kindOf(value)}`)
    if (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,79}$/.test(value)) return true
    return report(path, `mã "${value.slice(0, 80)}" chỉ được có chữ không dấu, số và các dấu . - / _ (tối đa 80 ký tự)`)
  }
}

export const date: Shape<LocalDate> = (value, path, report): value is LocalDate => {
  if (typeof value !== 'string') return report(path, `phải là ngày dạng 2024-03-15, nhưng đang là ${kindOf(value)}`)
  return isLocalDate(value) || report(path, `"${value.slice(0, 20)}" không phải là ngày có thật dạng 2024-03-15`)
}

export function whole(min: number, max: number): Shape<number> {
  return (value, path, report): value is number =>
    isWhole(value, min, max) || report(path, wholeReason(value, min, max))
}

export function amount(max: number): Shape<Dong> {
  return (value, path, report): value is Dong => isWhole(value, 0, max) || report(path, wholeReason(value, 0, max))
}

export const yesNo: Shape<boolean> = (value, path, report): value is boolean =>
  typeof value === 'boolean' || report(path, `phải là true hoặc false, nhưng đang là ${kindOf(value)}`)

export function oneOf<const T extends string | number>(choices: readonly T[]): Shape<T> {
  return (value, path, report): value is T =>
    choices.some((choice) => choice === value) ||
    report(path, `phải là một trong: ${choices.join(', ')}; nhưng đang là ${printed(value)}`)
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path, report): value is T | null => value === null || shape(value, path, report)
}

export function list<T>(item: Shape<T>, maxLength = 500): Shape<readonly T[]> {
  return (value, path, report): value is readonly T[] => {
    if (!Array.isArray(value)) return report(path, `phải là danh sách […], nhưng đang là ${kindOf(value)}`)
    if (value.length > maxLength) return report(path, `có ${value.length} mục; tối đa ${maxLength}`)
    return value.map((each, index) => item(each, `${path}[${index}]`, report)).every((good) => good)
  }
}

/** Every key must be there (null says that there is nothing), and no other key: a misspelt one would be lost silently. */
export function object<T extends object>(fields: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  return (value, path, report): value is T => {
    if (!isObject(value)) return report(path, `phải là đối tượng {…}, nhưng đang là ${kindOf(value)}`)
    let good = true
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key)) good = report(below(path, key), 'không có mục nào tên này; sửa tên hoặc bỏ đi')
    }
    for (const key in fields) {
      const inside = below(path, key)
      if (!Object.hasOwn(value, key)) good = report(inside, 'còn thiếu mục này')
      else if (!fields[key](value[key], inside, report)) good = false
    }
    return good
  }
}

/** As `object`, but these keys may be missing; one that is there must be right. */
export function objectWithOptional<T extends object>(
  fields: { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> },
  optional: readonly (keyof T & string)[],
): Shape<T> {
  return (value, path, report): value is T => {
    const absent: readonly string[] = isObject(value) ? optional.filter((key) => !Object.hasOwn(value, key)) : []
    const all: readonly (readonly [string, Shape<unknown>])[] = Object.entries(fields)
    return object(Object.fromEntries(all.filter(([key]) => !absent.includes(key))))(value, path, report)
  }
}

/** Keys of a known set, each of which may be missing. */
export function dictionary<const K extends string, T>(
  keys: readonly K[],
  shape: Shape<T>,
): Shape<Partial<Record<K, T>>> {
  return (value, path, report): value is Partial<Record<K, T>> => {
    if (!isObject(value)) return report(path, `phải là đối tượng {…}, nhưng đang là ${kindOf(value)}`)
    const allowed: readonly string[] = keys
    return Object.entries(value)
      .map(([key, each]) =>
        allowed.includes(key)
          ? shape(each, below(path, key), report)
          : report(below(path, key), `chỉ được dùng các khóa: ${keys.join(', ')}`),
      )
      .every((good) => good)
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWhole(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
}

function wholeReason(value: unknown, min: number, max: number): string {
  return `phải là số nguyên từ ${min} đến ${max}, nhưng đang là ${printed(value)}`
}

function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function printed(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? JSON.stringify(value).slice(0, 60) : kindOf(value)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'danh sách'
  if (typeof value === 'object') return 'đối tượng'
  if (typeof value === 'number') return `số ${value}`
  if (typeof value === 'string') return 'chữ'
  return typeof value === 'boolean' ? String(value) : 'trống'
}
