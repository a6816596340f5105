import { type Instant, localDateOf } from '../kernel/instant.ts'
import type { ClockPolicies, Pause } from './clock-ledger.ts'

/**
 * The articles in force at a moment, newest first. NĐ 118/2025 replaced NĐ 61/2018 on 1/7/2025 and was amended on
 * 5/8/2026. A dossier keeps the law of its acceptance for all that happens to it afterwards.
 */
type Dated = readonly (readonly [from: string, article: string])[]

const RECEIPT: Dated = [
  ['2026-08-05', 'NĐ 118/2025/NĐ-CP Điều 17 khoản 3, sửa đổi bởi NĐ 309/2026/NĐ-CP'],
  ['2025-07-01', 'NĐ 118/2025/NĐ-CP Điều 17 khoản 3'],
  ['', 'NĐ 61/2018/NĐ-CP Điều 17'],
]
const RESTART: Dated = [
  ['2025-07-01', 'NĐ 118/2025/NĐ-CP'],
  ['', 'NĐ 61/2018/NĐ-CP Điều 19 khoản 4'],
]
const EXTENSION: Dated = [
  ['2025-07-01', 'NĐ 118/2025/NĐ-CP'],
  ['', 'NĐ 61/2018/NĐ-CP Điều 19 khoản 9'],
]

const CONSULTATION: Dated = [
  ['2025-07-01', 'NĐ 118/2025/NĐ-CP Điều 19'],
  ['', 'NĐ 61/2018/NĐ-CP Điều 19 khoản 5'],
]

/** Interlinked parts, each with its own time inside the whole. */
const LINKED: Dated = [
  ['2025-07-01', 'NĐ 118/2025/NĐ-CP'],
  ['', 'NĐ 61/2018/NĐ-CP Điều 19 khoản 6, khoản 7'],
]

export const ARTICLE = {
  legalTerm: 'Quyết định công bố thủ tục hành chính',
  committedTerm: 'Cam kết rút ngắn thời hạn của cơ quan giải quyết',
  eightHours: 'Quy trình nội bộ được phê duyệt: một ngày làm việc là 8 giờ',
  firstDay: 'BLDS 2015 Điều 147 khoản 2',
  rollForward: 'BLDS 2015 Điều 148 khoản 5',
  sameDay: 'NĐ 23/2015/NĐ-CP Điều 7',
  weeklyRest: 'QĐ 188/1999/QĐ-TTg',
  shares: 'Quy trình nội bộ được phê duyệt: thời gian của từng bước',
} as const

const FINISH: Readonly<Record<ClockPolicies['onTime'], string>> = {
  byDay: 'Biểu II.06a/VPCP/KSTT',
  byMinute: 'QĐ 766/QĐ-TTg',
}

/** Of pauses from before grounds were data. */
const PAUSE: Readonly<Record<string, string>> = {
  supplement: 'QĐ 766/QĐ-TTg: trừ thời gian chờ bổ sung',
  payment: 'Luật chuyên ngành: không tính thời gian thực hiện nghĩa vụ tài chính',
}

export const receiptArticle = (at: Instant): string => inForce(RECEIPT, at)
export const extensionArticle = (acceptedAt: Instant): string => inForce(EXTENSION, acceptedAt)
export const consultationArticle = (acceptedAt: Instant): string => inForce(CONSULTATION, acceptedAt)
export const linkedArticle = (acceptedAt: Instant): string => inForce(LINKED, acceptedAt)
export const finishArticle = (policies: ClockPolicies): string => FINISH[policies.onTime]

export function pauseArticle(pause: Pause, acceptedAt: Instant): string {
  if (pause.basis !== undefined) return pause.basis.article
  const isRestart = pause.ground === 'supplement' && pause.after === 'restart'
  return isRestart ? inForce(RESTART, acceptedAt) : (PAUSE[pause.ground] ?? '')
}

const WAITING: Readonly<Record<string, string>> = {
  supplement: 'chờ bổ sung hồ sơ',
  payment: 'chờ thực hiện nghĩa vụ tài chính',
}

/** What a clock that stands still waits for, as it stands in a sentence. */
export function waitingFor({ ground, basis }: Pick<Pause, 'ground' | 'basis'>): string {
  return basis?.name ?? WAITING[ground] ?? ground
}

function inForce(articles: Dated, at: Instant): string {
  const date = localDateOf(at)
  return articles.find(([from]) => from <= date)?.[1] ?? ''
}
