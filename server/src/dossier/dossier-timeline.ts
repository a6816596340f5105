import type { Actor } from '@motcua/core/access/actor.ts'
import { CORRECTED_TIME_NAME } from '@motcua/core/dossier/refusal-text.ts'
import type { DossierEvent, DossierEventType } from '@motcua/core/dossier/dossier-events.ts'
import { officerId } from '@motcua/core/kernel/ids.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import { formatDong } from '@motcua/core/kernel/money.ts'
import { formatMoment } from '@motcua/core/kernel/text.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { StoredEvent } from './dossier.store.ts'
import type { DossierView } from './dossier-view-schema.ts'

type Entry = DossierView['timeline'][number]
type Details = {
  readonly [Type in DossierEventType]: (
    event: Extract<DossierEvent, { type: Type }>,
    rulebook: Rulebook,
  ) => string | null
}

const EVENT_TITLE = {
  draftSaved: 'Lưu nháp',
  submitted: 'Nộp hồ sơ',
  declined: 'Không tiếp nhận',
  accepted: 'Tiếp nhận hồ sơ',
  assigned: 'Phân công xử lý',
  forwarded: 'Chuyển bước',
  skipped: 'Bỏ qua bước',
  partsStarted: 'Chuyển đến các cơ quan liên thông',
  partCompleted: 'Hoàn thành một nhánh',
  sentBack: 'Trả lại bước trước',
  takenBack: 'Thu hồi',
  reassigned: 'Đổi người xử lý',
  consulted: 'Lấy ý kiến',
  consultationAnswered: 'Trả lời ý kiến',
  supplementRequested: 'Yêu cầu bổ sung hồ sơ',
  supplementSupplied: 'Đã bổ sung hồ sơ',
  paymentRequested: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  paymentRecorded: 'Ghi nhận đã nộp tiền',
  paused: 'Tạm dừng thời hạn',
  resumed: 'Tiếp tục tính thời hạn',
  received: 'Cơ quan giải quyết nhận hồ sơ',
  apologyDrafted: 'Dự thảo thư xin lỗi',
  apologised: 'Xin lỗi và hẹn lại',
  resultSigned: 'Kết quả được ký, ban hành',
  correctionProposed: 'Đề nghị đính chính thời điểm',
  correctionApproved: 'Duyệt đính chính thời điểm',
  correctionRejected: 'Không duyệt đính chính thời điểm',
  refused: 'Từ chối giải quyết',
  withdrawn: 'Rút hồ sơ',
  stopped: 'Dừng giải quyết',
  resolved: 'Có kết quả',
  returned: 'Trả kết quả',
  corrected: 'Đính chính',
  rebased: 'Chuyển sang phiên bản quy trình khác',
} as const satisfies Record<DossierEventType, string>

const FINISH_NAME = { early: 'trước hạn', onTime: 'đúng hạn', late: 'quá hạn' } as const

const DETAIL: Details = {
  draftSaved: () => null,
  submitted: () => null,
  declined: onGround,
  accepted: ({ code, dueAt, transfer }) =>
    joined(appointed(`Mã số ${code}`, dueAt), transfer === undefined ? null : 'Chuyển đến cơ quan giải quyết'),
  assigned: ({ officer, note }, rulebook) => joined(`Giao ${officerName(officer, rulebook)}`, note),
  forwarded: ({ to, note }, rulebook) => joined(`Đến ${placeName(to, rulebook)}`, note),
  skipped: ({ to, reason }, rulebook) => joined(`Đến ${placeName(to, rulebook)}`, reason),
  partsStarted: ({ parts }, rulebook) =>
    parts.map(({ agency }) => (agency === null ? 'cơ quan ngoài hệ thống' : unitName(agency, rulebook))).join('; '),
  partCompleted: ({ result, note }) => joined(result === null ? '' : `Số ${result.number}. ${result.summary}`, note),
  sentBack: ({ to, reason }, rulebook) => joined(`Về ${placeName(to, rulebook)}`, reason),
  takenBack: ({ reason }) => reason,
  reassigned: ({ to, reason }, rulebook) => joined(`Giao ${placeName(to, rulebook)}`, reason),
  consulted: ({ agency, question, dueAt }, rulebook) =>
    joined(`Hỏi ${unitName(agency, rulebook)}, hạn trả lời ${formatMoment(dueAt)}`, question),
  consultationAnswered: ({ answer }) => answer,
  supplementRequested: ({ items, ...why }, rulebook) => joined(items.join('; '), onGround(why, rulebook)),
  supplementSupplied: ({ documents, note }) => joined(documents.map((document) => document.name).join('; '), note),
  paymentRequested: ({ lines }) => lines.map(({ name, amount }) => `${name}: ${formatDong(amount)}`).join('; '),
  paymentRecorded: ({ amount, reference }) => joined(formatDong(amount), reference),
  paused: ({ basis, note }) => joined(`${capital(basis.name)} (${basis.article})`, note),
  resumed: ({ dueAt, note }) => joined(appointed('Hết tạm dừng', dueAt), note),
  received: ({ to, dueAt }, rulebook) => appointed(placeName(to, rulebook), dueAt),
  apologyDrafted: ({ reason, dueAt }) =>
    joined(`Đề xuất hẹn lại ${formatMoment(dueAt)}`, reason === '' ? null : reason),
  apologised: ({ reason, dueAt, promisedAt, letter }) =>
    joined(
      dueAt === null
        ? `${appointed(`Văn bản ${letter}`, promisedAt ?? null)}; ký muộn nên hạn trả không đổi`
        : `Văn bản ${letter}, hẹn lại ${formatMoment(dueAt)}`,
      reason,
    ),
  resultSigned: ({ result }) => joined(`Số ${result.number}`, result.summary),
  correctionProposed: ({ what, from, to, reason, document }) =>
    joined(
      `${capital(CORRECTED_TIME_NAME[what])}: đã ghi ${formatMoment(from)}, đề nghị ${formatMoment(to)}`,
      [document === null ? '' : `Căn cứ: ${document}`, reason].filter((part) => part !== '').join('. '),
    ),
  correctionApproved: ({ what, from, to, finish }) =>
    joined(
      `${capital(CORRECTED_TIME_NAME[what])}: đã ghi ${formatMoment(from)}, đính chính ${formatMoment(to)}`,
      finish === null ? null : `Theo đính chính: ${FINISH_NAME[finish]}`,
    ),
  correctionRejected: ({ reason }) => reason,
  refused: onGround,
  withdrawn: onGround,
  stopped: onGround,
  resolved: ({ result }) => joined(`Số ${result.number}`, result.summary),
  returned: ({ receivedBy }) => `Người nhận: ${receivedBy}`,
  corrected: ({ reason }) => reason,
  rebased: ({ process }) => `Phiên bản ${process.version}`,
}

type Why = { readonly reason: string; readonly ground?: string }

/** The ground by its name in the catalogue, then what was written to the applicant. */
function onGround({ reason, ground }: Why, rulebook: Rulebook): string {
  return ground === undefined ? reason : joined(rulebook.reasonGround(ground)?.name ?? ground, reason)
}

/** What happened, oldest first, in words. */
export function timelineOf(events: readonly StoredEvent[], rulebook: Rulebook, filer: Filer): readonly Entry[] {
  return events.map(({ number, at, actor, event }) => ({
    number,
    at: toIso(at),
    actorName: actorName(actor, rulebook, filer),
    action: event.type,
    title: EVENT_TITLE[event.type],
    detail: detailOf(event.type, event, rulebook),
  }))
}

/** Name of the citizen who files, who stands in the content and nowhere else. */
export type Filer = { readonly name: string }

export function actorName(key: string, rulebook: Rulebook, filer: Filer): string {
  const [kind, id = ''] = splitKey(key)
  if (kind === 'citizen') return filer.name
  return kind === 'officer' ? officerName(id, rulebook) : 'Hệ thống'
}

function splitKey(key: string): readonly [Actor['kind'] | string, string] {
  const colon = key.indexOf(':')
  return [key.slice(0, colon), key.slice(colon + 1)]
}

export function officerName(id: string, rulebook: Rulebook): string {
  return rulebook.officer(officerId(id))?.name ?? id
}

function placeName(to: Extract<DossierEvent, { type: 'forwarded' }>['to'], rulebook: Rulebook): string {
  return to.officer === null ? unitName(to.unit, rulebook) : officerName(to.officer, rulebook)
}

export function unitName(id: Extract<DossierEvent, { type: 'consulted' }>['agency'], rulebook: Rulebook): string {
  return rulebook.unit(id)?.name ?? id
}

const appointed = (text: string, dueAt: Instant | null): string =>
  dueAt === null ? text : `${text}, hẹn trả ${formatMoment(dueAt)}`

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function joined(first: string, second: string | null): string {
  return [first, second ?? ''].filter((part) => part !== '').join('. ')
}

/** The table has an entry for each type; the compiler cannot see that key and event belong together. */
function detailOf<Type extends DossierEventType>(type: Type, event: DossierEvent, rulebook: Rulebook): string | null {
  const detail: (event: never, rulebook: Rulebook) => string | null = DETAIL[type]
  return detail(event as never, rulebook)
}
