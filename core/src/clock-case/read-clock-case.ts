import { isLocalDate, parseInstant } from '../kernel/instant.ts'
import { procedureCode, unitId } from '../kernel/ids.ts'
import { identifier, isObject, list, object, oneOf, orNull, type Report, type Shape, text } from '../kernel/shape.ts'
import { type Channel, CHANNELS } from '../procedure/procedure.ts'
import type { ClockCase, ClockCaseProblem } from './clock-case.ts'
import { CLOCK_EVENTS, type ClockEventName } from './clock-events.ts'

/** As it is written: moments are text. */
type WrittenEvent = {
  readonly at: string
  readonly what: ClockEventName
  readonly dueAt: string | null
  readonly ground: string | null
  readonly step: string | null
  readonly unit: string | null
}
type WrittenCase = {
  readonly procedure: string
  readonly case: string
  readonly channel: Channel
  readonly agency: string | null
  readonly events: readonly WrittenEvent[]
  readonly at: string | null
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/

/** A time without a zone is Vietnamese. A day alone is no moment: whether it is before or after 15:00 decides. */
const moment: Shape<string> = (value, path, report): value is string => {
  if (typeof value !== 'string' || !MOMENT.test(value) || !isLocalDate(value.slice(0, 10))) {
    return report(path, 'phải là thời điểm có thật, có ngày, giờ, phút, ví dụ "2024-03-14T09:00"')
  }
  return true
}

const written: Shape<WrittenCase> = object<WrittenCase>({
  procedure: identifier(),
  case: identifier(),
  channel: oneOf(CHANNELS),
  agency: orNull(identifier()),
  events: list(
    object<WrittenEvent>({
      at: moment,
      what: oneOf(CLOCK_EVENTS),
      dueAt: orNull(moment),
      ground: orNull(identifier()),
      step: orNull(text(200)),
      unit: orNull(text(200)),
    }),
    200,
  ),
  at: orNull(moment),
})

export type ReadClockCase = { readonly read: ClockCase } | { readonly problems: readonly ClockCaseProblem[] }

/** Untyped JSON as a case, or every fault of its shape. `agency`, `at` and an event's `dueAt`, `ground`, `step` and `unit` may be left out. */
export function readClockCase(json: unknown): ReadClockCase {
  const problems: ClockCaseProblem[] = []
  const report: Report = (place, reason) => {
    problems.push({ place, reason })
    return false
  }
  const filled = withOptionals(json)
  if (!written(filled, '', report)) return { problems }
  return {
    read: {
      procedure: procedureCode(filled.procedure),
      case: filled.case,
      channel: filled.channel,
      agency: filled.agency === null ? null : unitId(filled.agency),
      events: filled.events.map(({ at, dueAt, ...event }) => ({
        ...event,
        at: parseInstant(at),
        dueAt: momentOf(dueAt),
      })),
      at: momentOf(filled.at),
    },
  }
}

const momentOf = (text: string | null) => (text === null ? null : parseInstant(text))

function withOptionals(json: unknown): unknown {
  if (!isObject(json)) return json
  const events = json['events']
  return {
    agency: null,
    at: null,
    ...json,
    ...(Array.isArray(events)
      ? {
          events: events.map((each: unknown) =>
            isObject(each) ? { dueAt: null, ground: null, step: null, unit: null, ...each } : each,
          ),
        }
      : {}),
  }
}
