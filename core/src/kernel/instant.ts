/** Milliseconds since 1970-01-01T00:00Z. Always an input of a rule, never read from a clock inside core. */
export type Instant = number & { readonly __brand: 'Instant' }
/** A day of the Vietnamese calendar, `2024-03-15`. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }
/** Days since 1970-01-01, the arithmetic form of a LocalDate. */
export type EpochDay = number & { readonly __brand: 'EpochDay' }

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
export const MINUTES_PER_DAY = 1440
/** Asia/Ho_Chi_Minh has been UTC+7 without daylight saving since 1975; no dossier is older. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000

export const instant = (ms: number): Instant => ms as Instant
export const localDate = (text: string): LocalDate => text as LocalDate
export const epochDay = (days: number): EpochDay => days as EpochDay

/** The first and the last year are left out: the day before or after would have no date. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001' || text >= '9999') return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

/** Reads `2024-03-15T09:12` (Vietnamese wall time) or any text with a zone. */
export function parseInstant(text: string): Instant {
  const zoned = /([zZ]|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text.length === 10 ? `${text}T00:00` : text}+07:00`
  const ms = Date.parse(zoned)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${text}`)
  return instant(ms)
}

export function toIso(at: Instant): string {
  return new Date(at).toISOString()
}

export function epochDayOf(date: LocalDate): EpochDay {
  return epochDay(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS)
}

export function dateOfEpochDay(day: EpochDay): LocalDate {
  // toISOString costs five times as much, and due times are computed by the hundred thousand.
  const date = new Date(day * DAY_MS)
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  return localDate(`${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`)
}

/** The Vietnamese day and the minute of that day (0–1439) in which an instant lies. */
export function localMinute(at: Instant): { readonly day: EpochDay; readonly minute: number } {
  const local = at + VIETNAM_OFFSET_MS
  const day = Math.floor(local / DAY_MS)
  return { day: day as EpochDay, minute: Math.floor((local - day * DAY_MS) / MINUTE_MS) }
}

/** An instant stands for the minute in which it lies. */
export function floorToMinute(at: Instant): Instant {
  return instant(Math.floor(at / MINUTE_MS) * MINUTE_MS)
}

export function instantAt(day: EpochDay, minute: number): Instant {
  return instant(day * DAY_MS + minute * MINUTE_MS - VIETNAM_OFFSET_MS)
}

export function localDateOf(at: Instant): LocalDate {
  return dateOfEpochDay(localMinute(at).day)
}

export function startOfDay(date: LocalDate): Instant {
  return instantAt(epochDayOf(date), 0)
}

export function plusDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay((epochDayOf(date) + days) as EpochDay)
}

/** 0 = Sunday … 6 = Saturday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: EpochDay): number {
  return (((day + 4) % 7) + 7) % 7
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value))
