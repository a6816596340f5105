import { type WorkCalendar, withinCalendar, workingMinutesBetween } from '../calendar/calendar.ts'
import { floorToMinute, type Instant } from '../kernel/instant.ts'
import type { UnitId } from '../kernel/ids.ts'
import { formatMoment, formatWorkingTime } from '../kernel/text.ts'
import { partsOf } from '../process/process.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { consultationArticle, linkedArticle } from './clock-citations.ts'
import { TRANSFER } from './clock-ledger.ts'
import type { ClockSentence } from './clock-sentence.ts'
import type { Dossier } from './dossier.ts'
import type { EnvelopedEvent } from './evolve.ts'
import { acceptanceDueAt, findService, handOverDueAt } from './service-times.ts'

/**
 * A time that somebody owes beside the statutory one: the answer to an online filing, the way of paper from the
 * counter, an opinion, a part of an interlinked dossier.
 */
export type OwnDue = {
  readonly kind: 'acceptance' | 'handOver' | 'consultation' | 'part'
  /** Of the consultation or part; null of the others. */
  readonly id: string | null
  /** Null outside this system. */
  readonly unit: UnitId | null
  readonly since: Instant
  /** Null of a part without a term, or while the clock of the whole stands still. */
  readonly dueAt: Instant | null
  /** When it was done; null while it is owed. */
  readonly doneAt: Instant | null
  readonly sentence: ClockSentence
}

export type OwnDuesQuestion = { readonly events: readonly EnvelopedEvent[]; readonly rulebook: Rulebook }

/** All of them, kept or not, oldest first. What lies beyond the calendar or before the service rules is left out. */
export function ownDuesOf(dossier: Dossier, question: OwnDuesQuestion): readonly OwnDue[] {
  return [
    ...acceptanceDues(dossier, question),
    ...handOverDue(dossier, question),
    ...consultationDues(dossier, question),
    ...partDues(dossier, question),
  ].toSorted((a, b) => a.since - b.since)
}

/** Anew with each completion at intake, and apart from the statutory time. */
function acceptanceDues(dossier: Dossier, { rulebook }: OwnDuesQuestion): readonly OwnDue[] {
  const { content, submittedAt, acceptedAt, supplements, state, lastAt } = dossier
  if (submittedAt === null) return []
  const turns = supplements.filter(({ from }) => from === 'submitted')
  const answeredAt = acceptedAt ?? (state === 'declined' || state === 'withdrawn' ? lastAt : null)
  const begun = [submittedAt, ...turns.flatMap(({ suppliedAt }) => (suppliedAt === null ? [] : [suppliedAt]))]
  return begun.flatMap((since, index) => {
    const service = findService(content, since, rulebook)
    const dueAt = service === undefined ? null : acceptanceDueAt(content, since, rulebook)
    if (service === undefined || dueAt === null) return []
    const doneAt = turns[index]?.requestedAt ?? answeredAt
    const what = index === 0 ? 'Nộp trực tuyến' : 'Bổ sung trực tuyến tại khâu tiếp nhận'
    const text = `${what} lúc ${formatMoment(since)}: phải được tiếp nhận hoặc trả lời chậm nhất ${formatMoment(dueAt)}`
    const told = { start: text, done: 'đã trả lời', article: service.citations.acceptWithinMinutes }
    return [due({ kind: 'acceptance', id: null, unit: content.counter, since, dueAt, doneAt }, told, rulebook)]
  })
}

/** Paper that another unit works on leaves the counter the same day; what the counter itself resolves goes nowhere. */
function handOverDue(dossier: Dossier, { events, rulebook }: OwnDuesQuestion): readonly OwnDue[] {
  const { content, clock, process, finishedAt } = dossier
  if (clock === null || content.channel === 'online') return []
  const [first, next] = (process && rulebook.processVersion(process.id, process.version)?.steps) ?? []
  const isElsewhere = clock.pauses.some(({ ground }) => ground === TRANSFER)
  if (!isElsewhere && (first?.role !== 'clerk' || next === undefined || next.kind === 'return')) return []
  const unit = rulebook.unit(content.counter)
  const service = findService(content, clock.startedAt, rulebook)
  if (unit === undefined || service === undefined) return []
  const since = clock.startedAt
  const dueAt = withinCalendar(() => handOverDueAt(since, rulebook.calendarOf(unit), service.policies))
  if (dueAt === null) return []
  const doneBy = isElsewhere ? ['received'] : ['forwarded', 'skipped']
  const doneAt = events.find(({ event }) => doneBy.includes(event.type))?.at ?? finishedAt
  const start = `Giấy tờ nhận tại ${unit.name} phải chuyển đi chậm nhất ${formatMoment(dueAt)}`
  const told = {
    start,
    done: isElsewhere ? 'cơ quan giải quyết đã nhận' : 'đã chuyển',
    article: service.citations.handOverUntil,
  }
  return [due({ kind: 'handOver', id: null, unit: content.counter, since, dueAt, doneAt }, told, rulebook)]
}

function consultationDues(dossier: Dossier, { rulebook }: OwnDuesQuestion): readonly OwnDue[] {
  const ruledFrom = dossier.acceptedAt ?? dossier.lastAt
  return dossier.consultations.map(({ id, agency, askedAt, dueAt, answeredAt }) => {
    const name = rulebook.unit(agency)?.name ?? agency
    const start = `Lấy ý kiến ${name} lúc ${formatMoment(askedAt)}, hạn trả lời ${formatMoment(dueAt)}`
    const told = { start, done: 'đã trả lời', article: consultationArticle(ruledFrom) }
    const facts = { kind: 'consultation', id, unit: agency, since: askedAt, dueAt, doneAt: answeredAt } as const
    return due(facts, told, rulebook)
  })
}

function partDues(dossier: Dossier, { rulebook }: OwnDuesQuestion): readonly OwnDue[] {
  const { process, acceptedAt, lastAt } = dossier
  const version = process === null ? undefined : rulebook.processVersion(process.id, process.version)
  const known = version === undefined ? [] : partsOf(version)
  return dossier.parts.map(({ id, agency, startedAt, dueAt, endedAt, isComplete }) => {
    const part = known.find((each) => each.id === id)
    const outside = part?.agency.is === 'outside' ? part.agency.name : 'cơ quan ngoài hệ thống'
    const name = agency === null ? outside : (rulebook.unit(agency)?.name ?? agency)
    const term = dueAt === null ? '' : `, hạn ${formatMoment(dueAt)}`
    const start = `Phần “${part?.name ?? id}” tại ${name} từ ${formatMoment(startedAt)}${term}`
    const told = { start, done: isComplete ? 'đã xong' : 'đã dừng', article: linkedArticle(acceptedAt ?? lastAt) }
    return due({ kind: 'part', id, unit: agency, since: startedAt, dueAt, doneAt: endedAt }, told, rulebook)
  })
}

type Told = { readonly start: string; readonly done: string; readonly article: string }

function due(facts: Omit<OwnDue, 'sentence'>, { start, done, article }: Told, rulebook: Rulebook): OwnDue {
  const { dueAt, doneAt, unit } = facts
  if (doneAt === null) return { ...facts, sentence: { text: `${start}.`, article, minutes: null } }
  const kept = dueAt === null ? '' : `, ${keeping(dueAt, doneAt, unit === null ? null : calendarAt(unit, rulebook))}`
  return {
    ...facts,
    sentence: { text: `${start}; ${done} lúc ${formatMoment(doneAt)}${kept}.`, article, minutes: null },
  }
}

function keeping(dueAt: Instant, doneAt: Instant, cal: WorkCalendar | null): string {
  if (floorToMinute(doneAt) <= dueAt) return 'đúng thời gian'
  const late = cal === null ? null : withinCalendar(() => workingMinutesBetween(cal, dueAt, doneAt))
  return late === null || late === 0 ? 'chậm' : `chậm ${formatWorkingTime(late)}`
}

function calendarAt(id: UnitId, rulebook: Rulebook): WorkCalendar | null {
  const unit = rulebook.unit(id)
  return unit === undefined ? null : rulebook.calendarOf(unit)
}
