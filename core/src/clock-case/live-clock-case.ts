import { isWorkingDay, type WorkCalendar, workingDaysBetween } from '../calendar/calendar.ts'
import type { ClockLedger, Pause, PauseGround } from '../dossier/clock-ledger.ts'
import { dueAtOf, endClock, extendClock, pauseClock, resumeClock, TRANSFER, waitingFor } from '../dossier/dossier.ts'
import { type Instant, localDateOf } from '../kernel/instant.ts'
import { formatMoment } from '../kernel/text.ts'
import type { PauseGroundRecord } from '../rulebook/rulebook.ts'
import type { ClockCaseEvent, ClockCaseProblem } from './clock-case.ts'
import type { ClockEventName } from './clock-events.ts'

export type LivedClock = { readonly ledger: ClockLedger } | { readonly problem: ClockCaseProblem }

/** The law by which a clock lives: working time, and the grounds on which it may stand still. */
export type ClockLaw = { readonly calendar: WorkCalendar; readonly grounds: readonly PauseGroundRecord[] }

/** What happened after acceptance, one after the other, by the rules that bind a real dossier too. */
export function liveClockCase(started: ClockLedger, events: readonly ClockCaseEvent[], law: ClockLaw): LivedClock {
  let ledger = events[0]?.what === 'acceptedElsewhere' ? live(started, events[0], law.grounds) : started
  let before = started.startedAt
  for (const [index, event] of events.entries()) {
    if (index === 0) continue
    const place = `events[${index}]`
    const fault = findFault(event, { ledger, ...law, before })
    if (fault !== null) return { problem: { place: `${place}${fault.field}`, reason: fault.reason } }
    ledger = live(ledger, event, law.grounds)
    before = event.at
  }
  return { ledger }
}

type Standing = ClockLaw & { readonly ledger: ClockLedger; readonly before: Instant }
type Fault = { readonly field: '' | '.at' | '.what' | '.dueAt' | '.ground' | '.step'; readonly reason: string }

function findFault(event: ClockCaseEvent, standing: Standing): Fault | null {
  const { ledger, before } = standing
  if (event.at < before) {
    return { field: '.at', reason: `trước việc ghi ngay trên (${formatMoment(before)}); hãy ghi theo thứ tự thời gian` }
  }
  if (ledger.endedAt !== null) {
    return { field: '', reason: 'hồ sơ đã kết thúc ở việc ghi trên; bỏ việc này hoặc sửa thứ tự' }
  }
  if (event.what !== 'apologised' && event.dueAt !== null) {
    return { field: '.dueAt', reason: 'chỉ việc "apologised" mới hẹn lại thời gian; hãy bỏ mục này' }
  }
  if (event.what !== 'paused' && event.ground !== null) {
    return { field: '.ground', reason: 'chỉ việc "paused" mới có căn cứ; hãy bỏ mục này' }
  }
  if (event.what !== 'forwarded' && (event.step !== null || event.unit !== null)) {
    return { field: '.step', reason: 'chỉ việc tiếp nhận và việc "forwarded" mới nêu bước và nơi giữ; hãy bỏ mục này' }
  }
  return findTurnFault(event, standing)
}

function findTurnFault(event: ClockCaseEvent, standing: Standing): Fault | null {
  const pause = standing.ledger.pauses.at(-1)
  const open = pause?.to === null ? pause : null
  switch (event.what) {
    case 'accepted':
    case 'acceptedElsewhere':
      return { field: '.what', reason: 'hồ sơ chỉ được tiếp nhận một lần, ở việc đầu tiên' }
    case 'supplementRequested':
    case 'paymentRequested':
      return open === null ? null : { field: '.what', reason: `thời hạn đang tạm dừng (${waitingFor(open)})` }
    case 'paused':
      return open === null
        ? findGroundFault(event, standing)
        : { field: '.what', reason: `thời hạn đang tạm dừng (${waitingFor(open)})` }
    case 'resumed':
    case 'received':
    case 'supplementSupplied':
    case 'paymentRecorded':
      return open !== null && endedBy(open) === event.what
        ? null
        : { field: '.what', reason: 'không có yêu cầu tương ứng đang chờ; hãy ghi yêu cầu trước việc này' }
    case 'apologised':
      return open === null
        ? findApologyFault(event, standing)
        : { field: '.what', reason: `thời hạn đang tạm dừng (${waitingFor(open)}) nên chưa có hạn để hẹn lại` }
    case 'resolved':
    case 'refused':
      return open === null
        ? null
        : {
            field: '.what',
            reason: `thời hạn đang tạm dừng (${waitingFor(open)}); hãy ghi việc kết thúc tạm dừng trước`,
          }
    case 'forwarded':
      return event.step === null ? { field: '.step', reason: 'còn thiếu tên bước mà hồ sơ chuyển đến' } : null
    case 'withdrawn':
    case 'stopped':
      return null
  }
}

const ENDED_BY: Readonly<Record<PauseGround, ClockEventName>> = {
  supplement: 'supplementSupplied',
  payment: 'paymentRecorded',
  [TRANSFER]: 'received',
}

const endedBy = ({ ground }: Pause): ClockEventName => ENDED_BY[ground] ?? 'resumed'

function findGroundFault({ ground }: ClockCaseEvent, { grounds }: Standing): Fault | null {
  const byHand = grounds.filter(({ by }) => by.length > 0)
  if (byHand.some(({ id }) => id === ground)) return null
  const known = byHand.map(({ id }) => `"${id}"`).join(', ')
  return { field: '.ground', reason: `phải là một căn cứ tạm dừng của thủ tục: ${known}` }
}

/** Once, at least one working day before the due day, to a later working day (NĐ 61/2018 Đ.19.9). */
function findApologyFault({ at, dueAt }: ClockCaseEvent, { ledger, calendar }: Standing): Fault | null {
  if (dueAt === null) return { field: '.dueAt', reason: 'còn thiếu thời gian hẹn lại' }
  if (ledger.extension !== null) return { field: '.what', reason: 'mỗi hồ sơ chỉ được xin lỗi và hẹn lại một lần' }
  const due = dueAtOf(ledger, calendar)
  if (due === null) return { field: '.what', reason: 'thủ tục không có thời hạn nên không có gì để hẹn lại' }
  if (workingDaysBetween(calendar, localDateOf(at), localDateOf(due)) < 1) {
    return { field: '.at', reason: `phải trước hạn (${formatMoment(due)}) ít nhất một ngày làm việc` }
  }
  if (dueAt <= due) return { field: '.dueAt', reason: `phải sau hạn đã hẹn (${formatMoment(due)})` }
  if (isWorkingDay(calendar, localDateOf(dueAt))) return null
  return { field: '.dueAt', reason: 'là ngày nghỉ; hãy hẹn vào một ngày làm việc' }
}

function live(ledger: ClockLedger, event: ClockCaseEvent, grounds: readonly PauseGroundRecord[]): ClockLedger {
  const { at, what, dueAt } = event
  const stop = (ground: PauseGround, after: Pause['after']): ClockLedger => {
    const record = grounds.find(({ id }) => id === ground)
    const basis = record && { basis: { name: record.name, article: record.article } }
    return pauseClock(ledger, { at, ground, after, ...basis })
  }
  switch (what) {
    case 'accepted':
      throw new Error('a second acceptance is refused before')
    case 'forwarded':
      return ledger
    case 'supplementRequested':
      return stop('supplement', ledger.policies.afterSupplement)
    case 'paymentRequested':
      return stop('payment', 'continue')
    case 'acceptedElsewhere':
      return stop(TRANSFER, 'restart')
    case 'paused': {
      const after = grounds.find(({ id }) => id === event.ground)?.after ?? 'continue'
      return stop(event.ground ?? '', after === 'policy' ? ledger.policies.afterSupplement : after)
    }
    case 'resumed':
    case 'received':
    case 'supplementSupplied':
    case 'paymentRecorded':
      return resumeClock(ledger, at)
    case 'apologised':
      if (dueAt === null) throw new Error('an apology without a new time is refused before')
      return extendClock(ledger, { at, dueAt })
    case 'resolved':
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      return endClock(ledger, at)
  }
}
