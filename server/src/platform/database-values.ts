import type { CustomTypesConfig } from 'pg'
import pg from 'pg'

type Parser = (text: string) => unknown

const { builtins } = pg.types
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const TIMESTAMPTZ_ARRAY = 1185

/**
 * How PostgreSQL's values come to us: bigint as number, timestamptz as milliseconds since 1970 (an Instant), date as
 * `2024-03-15`. Larger than 2^53 is a bug, not a rounded number.
 */
const PARSERS: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [builtins.INT8, parseInteger],
  [builtins.TIMESTAMPTZ, parseTimestamp],
  [builtins.DATE, asIs],
  [INT8_ARRAY, (text) => parseArray(text, parseInteger)],
  [TIMESTAMPTZ_ARRAY, (text) => parseArray(text, parseTimestamp)],
  [DATE_ARRAY, (text) => parseArray(text, asIs)],
])

export const DATABASE_TYPES: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? pg.types.getTypeParser(oid, format),
}

function asIs(text: string): string {
  return text
}

function parseInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of the safe range: ${text}`)
  return value
}

/** Reads `2024-03-15 09:12:00.123+07`, the only form in which PostgreSQL writes with datestyle ISO. */
export function parseTimestamp(text: string): number {
  if (text === 'infinity') return Number.POSITIVE_INFINITY
  if (text === '-infinity') return Number.NEGATIVE_INFINITY
  const match = TIMESTAMP.exec(text)
  if (match === null) return Date.parse(text)
  const [, year, month, day, hour, minute, second, fraction = '', sign, ...zone] = match
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  const [hours = 0, minutes = 0, seconds = 0] = zone.map((part) => Number(part ?? 0))
  const offset = ((hours * 60 + minutes) * 60 + seconds) * 1000
  return local + Number(fraction.padEnd(3, '0').slice(0, 3)) - (sign === '-' ? -offset : offset)
}

/** Before 1906 Saigon's offset had seconds: +07:06:30. */
const TIMESTAMP = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d+))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/

/** One-dimensional arrays of values that contain neither comma nor quote. */
function parseArray(text: string, parse: Parser): readonly unknown[] {
  if (text === '{}') return []
  return text
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : parse(item.replaceAll('"', ''))))
}
