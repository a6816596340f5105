import { CalendarRangeError, type WorkCalendar } from '../calendar/calendar.ts'
import type { ClockLedger } from '../dossier/clock-ledger.ts'
import { startClock, tellStanding, usedMinutes } from '../dossier/dossier.ts'
import { type Instant, type LocalDate, localDateOf } from '../kernel/instant.ts'
import { formatDate, formatMoment } from '../kernel/text.ts'
import type { Unit } from '../organisation/organisation.ts'
import type { CaseTerm, Procedure, ProcedureCase, ProcedureVersion } from '../procedure/procedure.ts'
import type { ClockPolicyRecord, PauseGroundRecord, Rulebook } from '../rulebook/rulebook.ts'
import type {
  ClockAnswer,
  ClockCase,
  ClockCaseEvent,
  ClockCaseProblem,
  ClockCaseStay,
  ExplainedClockCase,
} from './clock-case.ts'
import { liveClockCase } from './live-clock-case.ts'
import { readClockCase } from './read-clock-case.ts'

export type ClockCaseContext = { readonly rulebook: Rulebook; readonly now: Instant }

/**
 * The due time of a dossier that need not exist, and how it came about: by the procedure, policy and calendar in
 * force on the day of acceptance, which a dossier keeps for life.
 */
export function explainClockCase(json: unknown, { rulebook, now }: ClockCaseContext): ExplainedClockCase {
  const parsed = readClockCase(json)
  if ('problems' in parsed) return { kind: 'refused', problems: parsed.problems }
  const clockCase = parsed.read
  const [first] = clockCase.events
  if (first?.what !== 'accepted' && first?.what !== 'acceptedElsewhere') {
    const ways = '"accepted", hoặc "acceptedElsewhere" khi nộp tại nơi khác trong tỉnh'
    return refusedAt('events[0]', `việc đầu tiên phải là tiếp nhận (${ways}): từ đó mới có thời hạn`)
  }
  if (first.dueAt !== null) {
    return refusedAt('events[0].dueAt', 'chỉ việc "apologised" mới hẹn lại thời gian; hãy bỏ mục này')
  }
  const found = findRules(clockCase, localDateOf(first.at), rulebook)
  if ('problem' in found) return { kind: 'refused', problems: [found.problem] }
  try {
    return tell(clockCase, { rules: found, startedAt: first.at, at: clockCase.at ?? now })
  } catch (error) {
    if (error instanceof CalendarRangeError) return refusedAt('', error.message)
    throw error
  }
}

type Rules = {
  readonly procedure: Procedure
  readonly version: ProcedureVersion
  readonly procedureCase: ProcedureCase
  readonly term: CaseTerm
  readonly agency: Unit
  readonly calendar: WorkCalendar
  readonly policy: ClockPolicyRecord
  readonly grounds: readonly PauseGroundRecord[]
}
type Problem = { readonly problem: ClockCaseProblem }

const problemAt = (place: string, reason: string): Problem => ({ problem: { place, reason } })
const refusedAt = (place: string, reason: string): ExplainedClockCase => ({
  kind: 'refused',
  problems: [{ place, reason }],
})

function findRules(asked: ClockCase, day: LocalDate, rulebook: Rulebook): Rules | Problem {
  const procedure = rulebook.procedure(asked.procedure)
  if (procedure === undefined) return problemAt('procedure', `không có thủ tục "${asked.procedure}"`)
  const version = rulebook.procedureVersionAt(procedure.code, day)
  if (version === undefined) return problemAt('procedure', `thủ tục không có hiệu lực vào ngày ${formatDate(day)}`)
  const procedureCase = rulebook.caseOf(version, asked.case)
  if (procedureCase === undefined) {
    const cases = version.cases.map((each) => `"${each.id}"`).join(', ')
    return problemAt('case', `thủ tục không có trường hợp "${asked.case}"; các trường hợp: ${cases}`)
  }
  const term = rulebook.termOf(procedureCase, asked.channel)
  if (term === undefined) return problemAt('channel', `trường hợp này không nhận hồ sơ qua cách nộp "${asked.channel}"`)
  const agencies = rulebook.agenciesFor(procedure, day)
  const agency = asked.agency === null ? agencies[0] : agencies.find((each) => each.id === asked.agency)
  if (agency === undefined) {
    return problemAt('agency', `không có cơ quan nào như vậy giải quyết thủ tục này vào ngày ${formatDate(day)}`)
  }
  const policy = rulebook.policyAt(day, rulebook.policyScope(agency.id, procedure.code))
  if (policy === undefined) {
    return problemAt('events[0].at', `chưa có quy tắc tính thời hạn nào có hiệu lực vào ngày ${formatDate(day)}`)
  }
  const grounds = rulebook.pauseGroundsAt(day, { procedure: procedure.code, field: procedure.field })
  return { procedure, version, procedureCase, term, agency, calendar: rulebook.calendarOf(agency), policy, grounds }
}

type Telling = { readonly rules: Rules; readonly startedAt: Instant; readonly at: Instant }

function tell(clockCase: ClockCase, { rules, startedAt, at }: Telling): ExplainedClockCase {
  const { legal, committed } = rules.term
  const started: ClockLedger = startClock({ at: startedAt, legal, committed, policies: rules.policy.policies })
  const lived = liveClockCase(started, clockCase.events, rules)
  if ('problem' in lived) return { kind: 'refused', problems: [lived.problem] }
  const last = clockCase.events.at(-1)?.at ?? startedAt
  if (at < last) {
    const reason = `thời điểm xem phải từ việc cuối cùng đã ghi (${formatMoment(last)}) trở đi`
    return refusedAt(clockCase.at === null ? 'events' : 'at', reason)
  }
  return { kind: 'explained', answer: answerOf(clockCase, { rules, ledger: lived.ledger, at, last }) }
}

type Answering = {
  readonly rules: Rules
  readonly ledger: ClockLedger
  readonly at: Instant
  readonly last: Instant
}

function answerOf({ channel, events }: ClockCase, { rules, ledger, at, last }: Answering): ClockAnswer {
  const { procedure, version, procedureCase, term, agency, calendar, policy } = rules
  return {
    procedure: { code: procedure.code, version: version.version, name: version.name },
    case: { id: procedureCase.id, name: procedureCase.name },
    channel,
    agency: { id: agency.id, name: agency.name },
    calendar: { id: calendar.id, name: calendar.name },
    policy: { id: policy.id, name: policy.name },
    legal: term.legal,
    committed: term.committed,
    at,
    startedAt: ledger.startedAt,
    endedAt: ledger.endedAt,
    stays: staysOf(events, { rules, ledger, at }),
    ...tellStanding(ledger, calendar, { at, since: last }),
  }
}

/** The time used between each hand-over and the next. Who has it stays the same until another is named. */
function staysOf(
  events: readonly ClockCaseEvent[],
  { rules, ledger, at }: Omit<Answering, 'last'>,
): readonly ClockCaseStay[] {
  const places = events.filter(({ what }, index) => index === 0 || what === 'forwarded')
  if (places.length < 2 && (places[0]?.step ?? null) === null) return []
  const usedUntil = (moment: Instant): number => usedMinutes(ledger, rules.calendar, moment)
  let unit = rules.agency.name
  return places.map((place, index) => {
    unit = place.unit ?? unit
    const minutes = usedUntil(places[index + 1]?.at ?? at) - usedUntil(place.at)
    return { step: place.step ?? 'Tiếp nhận', unit, minutes }
  })
}
