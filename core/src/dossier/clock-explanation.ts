import { firstWorkingMinute, type WorkCalendar, workingMinutesBetween } from '../calendar/calendar.ts'
import { floorToMinute, type Instant, type LocalDate, localDateOf, localMinute, plusDays } from '../kernel/instant.ts'
import { formatDate, formatMoment, formatNumber, formatWeekday, formatWorkingTime } from '../kernel/text.ts'
import type { Term } from '../procedure/procedure.ts'
import {
  ARTICLE,
  extensionArticle,
  finishArticle,
  pauseArticle,
  receiptArticle,
  waitingFor,
} from './clock-citations.ts'
import { type Course, dueOf, type Stage, stagesOf, termOf } from './clock-course.ts'
import { explainDays } from './clock-days.ts'
import { type ClockLedger, type Pause, TRANSFER } from './clock-ledger.ts'
import { dueAtOf, finishClassOf, lastDueAt, overdueAt, remainingMinutes } from './clock-reading.ts'
import type { ClockSentence } from './clock-sentence.ts'
import type { FinishClass } from './dossier.ts'

/** How the due time came about, told from receipt to end, as things stand at `at`. */
export function explainClock(ledger: ClockLedger, cal: WorkCalendar, at: Instant): readonly ClockSentence[] {
  const receipt = {
    text: `Hồ sơ được tiếp nhận đầy đủ, đúng quy định lúc ${formatMoment(ledger.startedAt)}.`,
    article: receiptArticle(ledger.startedAt),
    minutes: null,
  }
  return [
    receipt,
    ...termSentences(ledger),
    ...beginSentences(ledger, cal),
    ...stageSentences(ledger, cal),
    ...dueSentences(ledger, cal),
    ...standingSentences(ledger, cal, at),
  ]
}

function termSentences({ legal, committed, policies }: ClockLedger): readonly ClockSentence[] {
  const sentence = (term: Term, start: string, article: string): ClockSentence => ({
    text: `${start} ${formatTerm(term)}.`,
    article,
    minutes: termMinutes(term, policies.workingDay),
  })
  if (legal.unit === 'none' && committed === null) {
    return [{ text: 'Pháp luật không quy định thời hạn giải quyết.', article: ARTICLE.legalTerm, minutes: null }]
  }
  const byLaw = sentence(legal, 'Thời hạn theo quy định:', ARTICLE.legalTerm)
  if (committed === null) return [byLaw]
  return [byLaw, sentence(committed, 'Thời hạn cam kết, dùng để hẹn trả:', ARTICLE.committedTerm)]
}

/** 3 ngày làm việc · 0,5 ngày làm việc · 30 ngày · trong ngày: a term as it is printed. */
export function formatTerm({ unit, amount }: Term): string {
  const number = formatNumber(amount)
  const words = {
    workingHours: `${number} giờ làm việc`,
    workingDays: `${number} ngày làm việc`,
    calendarDays: `${number} ngày`,
    months: `${number} tháng`,
    sameDay: 'trong ngày',
    none: 'không quy định',
  } satisfies Record<Term['unit'], string>
  return words[unit]
}

function termMinutes({ unit, amount }: Term, workingDay: ClockLedger['policies']['workingDay']): number | null {
  if (unit === 'workingHours') return Math.round(amount * 60)
  return unit === 'workingDays' && workingDay === 'eightHours' ? Math.round(amount * 480) : null
}

/** From when the term is counted, where that is not the moment of receipt. */
function beginSentences(ledger: ClockLedger, cal: WorkCalendar): readonly ClockSentence[] {
  const { unit } = termOf(ledger)
  const { startedAt, policies } = ledger
  const say = (text: string, article: string): readonly ClockSentence[] => [{ text, article, minutes: null }]
  if (unit === 'none') return []
  if (unit === 'sameDay') {
    if (localMinute(startedAt).minute < policies.sameDayUntil) return []
    return say('Tiếp nhận sau giờ chốt trong ngày nên trả kết quả trong ngày làm việc tiếp theo.', ARTICLE.sameDay)
  }
  const byDays = unit === 'calendarDays' || unit === 'months' || policies.workingDay === 'wholeDays'
  if (unit !== 'workingHours' && byDays && termOf(ledger).amount >= 1) {
    return say(
      'Ngày tiếp nhận không tính; thời hạn kết thúc khi hết giờ làm việc của ngày cuối cùng.',
      ARTICLE.firstDay,
    )
  }
  const begin = firstWorkingMinute(cal, startedAt)
  if (begin === floorToMinute(startedAt)) return []
  return say(`Tiếp nhận ngoài giờ làm việc nên thời hạn tính từ ${formatMoment(begin)}.`, `Lịch làm việc: ${cal.name}`)
}

function stageSentences(ledger: ClockLedger, cal: WorkCalendar): readonly ClockSentence[] {
  const stages = stagesOf(ledger, cal)
  return stages.flatMap((stage, index) => [
    ...ownSentences(stage, ledger, cal),
    ...runSentences(stage, stages[index + 1], cal),
  ])
}

function ownSentences(stage: Stage, { startedAt }: ClockLedger, cal: WorkCalendar): readonly ClockSentence[] {
  if (stage.kind === 'start') return []
  if (stage.kind === 'pause') {
    return [pauseSentence(stage, pauseArticle(stage.pause, startedAt), cal), ...breachSentences(stage.pause)]
  }
  const due = dueOf(stage.course, cal) ?? stage.at
  const text = `Cơ quan giải quyết xin lỗi và hẹn lại lúc ${formatMoment(stage.at)}: trả kết quả lúc ${formatMoment(due)}.`
  return [{ text, article: extensionArticle(startedAt), minutes: null }]
}

function breachSentences({ from, breach }: Pause): readonly ClockSentence[] {
  if (breach === undefined) return []
  const text = `Yêu cầu lúc ${formatMoment(from)} là chậm: chỉ được yêu cầu bổ sung đến ${formatMoment(breach.dueAt)}.`
  return [{ text, article: breach.article, minutes: null }]
}

function pauseSentence(
  { pause, to }: Extract<Stage, { kind: 'pause' }>,
  article: string,
  cal: WorkCalendar,
): ClockSentence {
  const since = `từ ${formatMoment(pause.from)}`
  if (pause.ground === TRANSFER) {
    const text =
      to === null
        ? `Hồ sơ nộp tại nơi khác trong tỉnh: thời hạn bắt đầu khi cơ quan giải quyết nhận được hồ sơ.`
        : `Hồ sơ nộp tại nơi khác trong tỉnh: thời hạn tính từ khi cơ quan giải quyết nhận hồ sơ, lúc ${formatMoment(to)}.`
    return { text, article, minutes: null }
  }
  const waiting = waitingFor(pause)
  if (to === null) return { text: `Đang tạm dừng ${since}: ${waiting}.`, article, minutes: null }
  const minutes = workingMinutesBetween(cal, floorToMinute(pause.from), to)
  const afterwards =
    pause.after === 'restart'
      ? 'thời hạn tính lại từ đầu'
      : `không tính ${formatWorkingTime(minutes)}, thời hạn còn lại tính tiếp`
  return { text: `Tạm dừng ${since} đến ${formatMoment(to)}: ${waiting}; ${afterwards}.`, article, minutes }
}

/** The days that were skipped between the turn and the next. A run that a restart undid, or an appointment ended, explains nothing. */
function runSentences(stage: Stage, next: Stage | undefined, cal: WorkCalendar): readonly ClockSentence[] {
  const from = stage.kind === 'pause' ? stage.to : stage.at
  const due = dueOf(stage.course, cal)
  if (from === null || due === null || stage.kind === 'extension' || next?.kind === 'extension') return []
  if (stage.course.kind === 'calendarDay') return []
  const pause = next?.kind === 'pause' ? next : undefined
  if (pause !== undefined && pause.to !== null && pause.pause.after === 'restart') return []
  const until = pause !== undefined && pause.from < due ? pause.from : due
  return explainDays(cal, firstUntold(stage, localDateOf(from)), localDateOf(until))
}

/** A day on which the clock both stopped and went on is told before the pause. */
function firstUntold(stage: Stage, date: LocalDate): LocalDate {
  const told = stage.kind === 'pause' && stage.pause.after === 'continue' && localDateOf(stage.from) === date
  return told ? plusDays(date, 1) : date
}

function dueSentences(ledger: ClockLedger, cal: WorkCalendar): readonly ClockSentence[] {
  const last = stagesOf(ledger, cal).at(-1)
  const due = lastDueAt(ledger, cal)
  if (last === undefined || due === null) return []
  const article = (last.kind === 'extension' ? extensionArticle : receiptArticle)(ledger.startedAt)
  if (dueAtOf(ledger, cal) === null) {
    if (ledger.pauses.at(-1)?.ground === TRANSFER) return []
    const text = `Trước khi tạm dừng, hạn trả kết quả là ${formatMoment(due)}; hạn mới được tính khi hết tạm dừng.`
    return [{ text, article, minutes: null }]
  }
  return [
    ...rollSentences(last.course, due),
    { text: `Hạn trả kết quả: ${formatMoment(due)}.`, article, minutes: null },
  ]
}

function rollSentences(course: Course, due: Instant): readonly ClockSentence[] {
  if (course.kind !== 'calendarDay' || course.date === localDateOf(due)) return []
  const day = `${formatWeekday(course.date)} ${formatDate(course.date)}`
  const text = `Ngày cuối của thời hạn, ${day}, là ngày nghỉ nên hạn chuyển sang ngày làm việc tiếp theo.`
  return [{ text, article: ARTICLE.rollForward, minutes: null }]
}

/** How the clock stands at the moment, or how it ended. */
function standingSentences(ledger: ClockLedger, cal: WorkCalendar, at: Instant): readonly ClockSentence[] {
  const left = remainingMinutes(ledger, cal, at)
  const article = finishArticle(ledger.policies)
  if (ledger.endedAt !== null) {
    const finish = finishClassOf(ledger, cal, ledger.endedAt)
    const text = `Kết thúc lúc ${formatMoment(ledger.endedAt)}: ${FINISH[finish]}${margin(finish === 'onTime' ? 0 : left)}.`
    return [{ text, article, minutes: left }]
  }
  if (left === null) return []
  const overdue = overdueAt(ledger, cal, at)
  const standing = overdue ? `đã quá hạn${margin(left)}` : `còn ${formatWorkingTime(left)} đến hạn`
  return [{ text: `Tính đến ${formatMoment(at)}: ${standing}.`, article, minutes: left }]
}

const FINISH = { early: 'trước hạn', onTime: 'đúng hạn', late: 'trễ hạn' } satisfies Record<FinishClass, string>

const margin = (minutes: number | null): string =>
  minutes === null || minutes === 0 ? '' : ` ${formatWorkingTime(Math.abs(minutes))}`
