import { type Instant, instant } from '@motcua/core/kernel/instant.ts'
import { ProblemError } from './problem.ts'

type Place = readonly (string | number | null)[]

/** The place after the last row of a page, opaque to clients. */
export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** Reads back what `writeCursor` wrote; anything else is refused, with `size` parts expected. */
export function readCursor(cursor: string | undefined, size: number): Place | null {
  if (cursor === undefined) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(place) && place.length === size && place.every(isPart)) return place
  } catch {
    // Not ours.
  }
  throw notOurs()
}

/** The part of a place that is the id of a row. */
export function uuidPart(part: Place[number] | undefined): string {
  if (typeof part !== 'string' || !/^[0-9a-f-]{36}$/.test(part)) throw notOurs()
  return part
}

/** The part of a place that is the id of a row with a number. */
export function wholePart(part: Place[number] | undefined): number {
  if (typeof part !== 'number' || !Number.isSafeInteger(part)) throw notOurs()
  return part
}

/** The part that is one of few words. */
export function wordPart<Word extends string>(part: Place[number] | undefined, words: readonly Word[]): Word {
  const found = words.find((word) => word === part)
  if (found === undefined) throw notOurs()
  return found
}

/** The part that is an instant. */
export function instantPart(part: Place[number] | undefined): Instant {
  if (typeof part !== 'number' || Math.abs(part) > 8.64e15) throw notOurs()
  return instant(part)
}

function notOurs(): ProblemError {
  return new ProblemError({
    kind: 'cursor-invalid',
    status: 400,
    title: 'Không mở được trang tiếp theo',
    detail: 'Dấu trang (cursor) không do hệ thống này cấp.',
    advice: 'Hãy mở lại danh sách từ đầu.',
  })
}

function isPart(part: unknown): part is string | number | null {
  return part === null || typeof part === 'string' || (typeof part === 'number' && Number.isFinite(part))
}

/** Splits one row more than asked for into the page and the place of the next. */
export function pageOf<Row>(
  rows: readonly Row[],
  size: number,
  placeOf: (row: Row) => Place,
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return { rows: page, next: rows.length > size && last !== undefined ? writeCursor(placeOf(last)) : null }
}
