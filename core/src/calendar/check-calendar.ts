import { epochDayOf, isLocalDate, type LocalDate, localDate, plusDays, weekdayOf } from '../kernel/instant.ts'
import { formatDate } from '../kernel/text.ts'
import type { CalendarDefinition, OfficeHours, Window } from './calendar.ts'

/** `place` is the path inside the definition, `officeHours[0].week.1[1]`; `reason` is Vietnamese and says what to do. */
export type CalendarProblem = { readonly place: string; readonly reason: string }

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const
const END_OF_TIME = localDate('9999-12-31')

export function checkCalendar(definition: CalendarDefinition): readonly CalendarProblem[] {
  const dates = dateProblems(definition)
  // The other checks compare days; with a day that does not exist they would only add noise.
  if (dates.length > 0) return dates
  return [
    ...definition.officeHours.flatMap(weekProblems),
    ...seasonProblems(definition),
    ...namedDayProblems(definition),
    ...makeUpProblems(definition),
  ]
}

function dateProblems(definition: CalendarDefinition): readonly CalendarProblem[] {
  const stated: readonly (readonly [place: string, date: LocalDate | null])[] = [
    ['from', definition.from],
    ['to', definition.to],
    ...definition.officeHours.flatMap((hours, i) => [
      [`officeHours[${i}].validFrom`, hours.validFrom] as const,
      [`officeHours[${i}].validTo`, hours.validTo] as const,
    ]),
    ...definition.holidays.map((each, i) => [`holidays[${i}].date`, each.date] as const),
    ...definition.makeUpDays.map((each, i) => [`makeUpDays[${i}].date`, each.date] as const),
  ]
  const unreal = stated
    .filter(([, date]) => date !== null && !isLocalDate(date))
    .map(([place, date]) => ({ place, reason: `“${date}” không phải là ngày có thật; hãy ghi dạng 2026-09-02.` }))
  if (unreal.length > 0) return unreal
  if (definition.from <= definition.to) return []
  return [{ place: 'to', reason: `Ngày kết thúc của lịch phải từ ${formatDate(definition.from)} trở đi.` }]
}

function weekProblems(hours: OfficeHours, index: number): readonly CalendarProblem[] {
  const place = `officeHours[${index}].week`
  const problems = WEEKDAYS.flatMap((weekday) => windowProblems(hours.week[weekday] ?? [], `${place}.${weekday}`))
  if (WEEKDAYS.every((weekday) => (hours.week[weekday] ?? []).length === 0)) {
    return [{ place, reason: 'Tuần này không có giờ làm việc nào; hãy ghi ít nhất một ngày làm việc.' }, ...problems]
  }
  return problems
}

function windowProblems(windows: readonly Window[], place: string): readonly CalendarProblem[] {
  const shape = windows.flatMap(([from, to], i) => {
    const whole = Number.isInteger(from) && Number.isInteger(to)
    if (whole && from >= 0 && to <= 1440 && from < to) return []
    return [
      {
        place: `${place}[${i}]`,
        reason: `Khoảng giờ [${from}, ${to}] không hợp lệ; hãy ghi phút trong ngày từ 0 đến 1440, đầu nhỏ hơn cuối.`,
      },
    ]
  })
  if (shape.length > 0) return shape
  const ascending = windows.toSorted(([a], [b]) => a - b)
  const overlap = ascending.find(([from], i) => from < (ascending[i - 1]?.[1] ?? 0))
  if (overlap === undefined) return []
  return [{ place, reason: `Khoảng giờ [${overlap[0]}, ${overlap[1]}] chồng lên khoảng trước; hãy tách hoặc gộp lại.` }]
}

/** Every day of the calendar must have office hours in force, and only one set of them. */
function seasonProblems(definition: CalendarDefinition): readonly CalendarProblem[] {
  const seasons = definition.officeHours
    .map((hours, i) => ({ place: `officeHours[${i}]`, from: hours.validFrom, to: hours.validTo ?? END_OF_TIME }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const problems: CalendarProblem[] = []
  let expected = definition.from
  for (const [i, { place, from, to }] of seasons.entries()) {
    const before = seasons[i - 1]
    if (to < from) problems.push({ place, reason: 'Ngày hết hiệu lực trước ngày có hiệu lực; hãy sửa lại.' })
    if (from > expected) problems.push({ place, reason: gapReason(expected, plusDays(from, -1)) })
    if (before !== undefined && from <= before.to) {
      problems.push({
        place,
        reason: `Giờ làm việc từ ${formatDate(from)} chồng lên ${before.place}; hãy sửa ngày hiệu lực.`,
      })
    }
    if (to >= expected) expected = to === END_OF_TIME ? END_OF_TIME : plusDays(to, 1)
  }
  if (expected <= definition.to) problems.push({ place: 'officeHours', reason: gapReason(expected, definition.to) })
  return problems
}

const gapReason = (from: LocalDate, to: LocalDate): string =>
  `Từ ${formatDate(from)} đến ${formatDate(to)} chưa có giờ làm việc; hãy bổ sung.`

function namedDayProblems(definition: CalendarDefinition): readonly CalendarProblem[] {
  const named = [
    ...definition.holidays.map(({ date }, i) => ({ place: `holidays[${i}]`, date })),
    ...definition.makeUpDays.map(({ date }, i) => ({ place: `makeUpDays[${i}]`, date })),
  ]
  const seen = new Set<LocalDate>()
  const problems: CalendarProblem[] = []
  for (const { place, date } of named) {
    if (date < definition.from || date > definition.to) {
      problems.push({ place, reason: `Ngày ${formatDate(date)} nằm ngoài thời gian của lịch.` })
    }
    if (seen.has(date)) problems.push({ place, reason: `Ngày ${formatDate(date)} đã được ghi; hãy bỏ một dòng.` })
    seen.add(date)
  }
  return problems
}

function makeUpProblems(definition: CalendarDefinition): readonly CalendarProblem[] {
  return definition.makeUpDays.flatMap(({ date, like }, i) => {
    const place = `makeUpDays[${i}]`
    const hours = definition.officeHours.find(
      ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
    )
    if (hours === undefined) return []
    const weekday = WEEKDAYS[weekdayOf(epochDayOf(date))] ?? 0
    if ((hours.week[weekday] ?? []).length > 0 && weekday >= 1 && weekday <= 5) {
      return [{ place, reason: `Ngày ${formatDate(date)} vốn là ngày làm việc nên không thể làm bù.` }]
    }
    if ((hours.week[like] ?? []).length > 0) return []
    return [{ place: `${place}.like`, reason: `Ngày trong tuần số ${like} không có giờ làm việc để lấy theo.` }]
  })
}
