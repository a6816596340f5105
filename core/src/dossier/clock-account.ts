import { type Instant, instant } from '../kernel/instant.ts'
import type { UnitId } from '../kernel/ids.ts'
import { formatMoment, formatWorkingTime } from '../kernel/text.ts'
import type { Term } from '../procedure/procedure.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { ARTICLE, extensionArticle } from './clock-citations.ts'
import type { ClockLedger } from './clock-ledger.ts'
import type { ClockSentence } from './clock-sentence.ts'
import { type ClockStanding, tellStanding } from './clock-standing.ts'
import type { Correction, Dossier } from './dossier.ts'
import { calendarOfDossier } from './dossier-clock.ts'
import { type OwnDue, ownDuesOf } from './own-dues.ts'
import { type DossierTimes, timesOf, type TimesQuestion } from './times.ts'

/**
 * All that there is to say of the time of a dossier. `clock` and `times` are null before acceptance, when only the
 * acceptance clock of an online filing runs.
 */
export type ClockAccount = {
  readonly clock: (ClockStanding & { readonly legal: Term; readonly committed: Term | null }) | null
  readonly times: DossierTimes | null
  /** What is owed beside the statutory time. */
  readonly ownDues: readonly OwnDue[]
  /** The whole explanation, from filing to end. Units stand in it, never a person. */
  readonly sentences: readonly ClockSentence[]
}

/** The account of a dossier's time as it stands at `at`. Throws a CalendarRangeError beyond the calendar. */
export function accountOf(dossier: Dossier, question: TimesQuestion): ClockAccount {
  const { at, rulebook } = question
  const ownDues = ownDuesOf(dossier, question)
  const atIntake = ownDues.filter(({ kind }) => kind === 'acceptance').map(({ sentence }) => sentence)
  if (dossier.clock === null) return { clock: null, times: null, ownDues, sentences: atIntake }
  const { legal, committed } = dossier.clock
  const clock = tellStanding(dossier.clock, calendarOfDossier(dossier, rulebook), {
    at,
    since: lastTurn(dossier.clock),
  })
  const times = timesOf(dossier, question)
  const sentences = [
    ...atIntake,
    ...clock.sentences,
    ...letterSentences(dossier, dossier.clock),
    ...ownDues.filter(({ kind }) => kind !== 'acceptance').map(({ sentence }) => sentence),
    ...(times === null ? [] : shareSentences(times, rulebook)),
    ...dossier.corrections.filter(({ state }) => state === 'approved').map(correctionSentence),
  ]
  return { clock: { ...clock, legal, committed }, times, ownDues, sentences }
}

/** Since when the present due time has been counted towards. */
function lastTurn({ startedAt, pauses, extension }: ClockLedger): Instant {
  return instant(Math.max(startedAt, pauses.at(-1)?.to ?? startedAt, extension?.at ?? startedAt))
}

/** The letter itself; that it moved the due time is said where the due time came about. */
function letterSentences({ apology }: Dossier, { startedAt }: ClockLedger): readonly ClockSentence[] {
  if (apology === null) return []
  const say = (text: string): readonly ClockSentence[] => [
    { text, article: extensionArticle(startedAt), minutes: null },
  ]
  const { letter, draftedAt, signedAt, promisedAt, moved } = apology
  if (signedAt === null) {
    return say(
      `Văn bản xin lỗi và hẹn lại dự thảo lúc ${formatMoment(draftedAt)}, chờ ký: hạn trả kết quả chưa thay đổi.`,
    )
  }
  const signed = `Văn bản xin lỗi số ${letter ?? ''} ký lúc ${formatMoment(signedAt)}`
  return moved
    ? say(`${signed}: hẹn lại một lần, trước hạn ít nhất một ngày làm việc.`)
    : say(`${signed}, hẹn trả ${formatMoment(promisedAt)}: ký chậm nên hạn trả kết quả đã hẹn không thay đổi.`)
}

/** Who has had the time: those of the first sentence sum to what was used. */
function shareSentences({ used, agencies, parallel }: DossierTimes, rulebook: Rulebook): readonly ClockSentence[] {
  if (used === 0) return []
  const nameOf = (agency: UnitId | null): string =>
    agency === null ? 'cơ quan ngoài hệ thống' : (rulebook.unit(agency)?.name ?? agency)
  const say = (shares: readonly { readonly agency: UnitId | null; readonly minutes: number }[]): string =>
    shares.map(({ agency, minutes }) => `${nameOf(agency)} ${formatWorkingTime(minutes)}`).join('; ')
  const charged = agencies.filter(({ minutes }) => minutes > 0)
  const whole = { text: `Đã dùng ${formatWorkingTime(used)}: ${say(charged)}.`, article: ARTICLE.shares, minutes: used }
  if (parallel.length === 0) return [whole]
  const beside = `Làm song song, không cộng thêm: ${say(parallel)}.`
  return [whole, { text: beside, article: ARTICLE.shares, minutes: null }]
}

const CORRECTED = {
  acceptedAt: 'tiếp nhận',
  finishedAt: 'kết thúc',
  returnedAt: 'trả kết quả',
} as const satisfies Record<Correction['what'], string>

/** A remark: neither the clock nor its class is changed by it. */
function correctionSentence({ number, what, from, to, document, finish }: Correction): ClockSentence {
  const counted = finish === null ? '' : `; tính theo đính chính là ${FINISH[finish]}`
  const times = `ghi ${formatMoment(from)}, xác định lại là ${formatMoment(to)}`
  const text = `Đính chính số ${number}, đã được phê duyệt: thời điểm ${CORRECTED[what]} ${times}${counted}. Thời điểm đã ghi được giữ nguyên.`
  return { text, article: document ?? 'Tài liệu chứng minh kèm theo đính chính', minutes: null }
}

const FINISH = { early: 'trước hạn', onTime: 'đúng hạn', late: 'trễ hạn' } as const
