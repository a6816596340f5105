import type { Answers } from '../form/form.ts'
import type { DossierId, FileHash, OfficerId, UnitId } from '../kernel/ids.ts'
import type { Dong } from '../kernel/money.ts'
import type { Instant } from '../kernel/instant.ts'
import type {
  CorrectedTime,
  Delivery,
  DossierContent,
  PartResult,
  Party,
  Result,
  SubmittedDocument,
} from './dossier.ts'

/** What somebody asks to be done with one dossier. The action's name is also the route, the permission and the text key. */
export type DossierCommand =
  | { readonly action: 'saveDraft'; readonly content: DossierContent }
  | { readonly action: 'submit'; readonly content: DossierContent }
  | { readonly action: 'accept' }
  | ({ readonly action: 'decline'; readonly reason: string } & OnGround)
  | ({ readonly action: 'assign'; readonly officer: OfficerId; readonly note: string | null } & OfPart)
  | ({
      readonly action: 'forward'
      readonly officer: OfficerId | null
      readonly note: string | null
      /** Where the step has outcomes, the one that is chosen. */
      readonly outcome?: string | null
    } & OfPart)
  | ({ readonly action: 'skip'; readonly officer: OfficerId | null; readonly reason: string } & OfPart)
  | {
      readonly action: 'completePart'
      readonly part: string
      readonly result: PartResult | null
      readonly note: string | null
    }
  | ({ readonly action: 'sendBack'; readonly step: string; readonly reason: string } & OfPart)
  | ({ readonly action: 'takeBack'; readonly reason: string } & OfPart)
  | ({ readonly action: 'reassign'; readonly officer: OfficerId; readonly reason: string } & OfPart)
  | { readonly action: 'consult'; readonly agency: UnitId; readonly question: string; readonly dueAt: Instant }
  | { readonly action: 'answerConsultation'; readonly id: string; readonly answer: string }
  | ({ readonly action: 'requestSupplement'; readonly items: readonly string[]; readonly reason: string } & OnGround)
  | {
      readonly action: 'supplySupplement'
      readonly documents: readonly SubmittedDocument[]
      readonly note: string | null
    }
  | { readonly action: 'requestPayment'; readonly lines: readonly { readonly name: string; readonly amount: Dong }[] }
  | {
      readonly action: 'recordPayment'
      readonly amount: Dong
      readonly method: 'cash' | 'transfer' | 'online'
      readonly reference: string | null
    }
  | { readonly action: 'pause'; readonly ground: string; readonly note: string | null }
  | { readonly action: 'resume'; readonly note: string | null }
  | { readonly action: 'receive' }
  | { readonly action: 'draftApology'; readonly reason: string; readonly dueAt: Instant }
  | { readonly action: 'apologise'; readonly reason: string; readonly dueAt: Instant; readonly letter: string }
  | ({ readonly action: 'refuse'; readonly reason: string } & OnGround)
  | ({ readonly action: 'withdraw'; readonly reason: string } & OnGround)
  | ({ readonly action: 'stop'; readonly reason: string } & OnGround)
  | { readonly action: 'signResult'; readonly result: Result }
  | { readonly action: 'resolve'; readonly result: Result }
  | { readonly action: 'return'; readonly receivedBy: string; readonly by: Delivery['by'] }
  | {
      readonly action: 'proposeCorrection'
      readonly what: CorrectedTime
      readonly to: Instant
      readonly reason: string
      readonly document: string | null
      readonly file: FileHash | null
    }
  | { readonly action: 'approveCorrection'; readonly number: number }
  | { readonly action: 'rejectCorrection'; readonly number: number; readonly reason: string }
  | {
      readonly action: 'correct'
      readonly applicant: Party | null
      readonly answers: Answers | null
      readonly reason: string
    }
  /** The open dossier goes on under another version of its process, in which every step where it lies exists. */
  | { readonly action: 'rebase'; readonly version: number }

/** A ground of the catalogue beside the written reason; null or absent: none is named. */
type OnGround = { readonly ground?: string | null }

/** Of a part of the dossier by its id; null or absent: of the whole. */
type OfPart = { readonly part?: string | null }

export type DossierAction = DossierCommand['action']

export const ACTIONS = [
  'saveDraft',
  'submit',
  'accept',
  'decline',
  'assign',
  'forward',
  'skip',
  'completePart',
  'sendBack',
  'takeBack',
  'reassign',
  'consult',
  'answerConsultation',
  'requestSupplement',
  'supplySupplement',
  'requestPayment',
  'recordPayment',
  'pause',
  'resume',
  'receive',
  'draftApology',
  'apologise',
  'refuse',
  'withdraw',
  'stop',
  'signResult',
  'resolve',
  'return',
  'correct',
  'proposeCorrection',
  'approveCorrection',
  'rejectCorrection',
  'rebase',
] as const satisfies readonly DossierAction[]

export const ACTION_NAME = {
  saveDraft: 'Lưu nháp',
  submit: 'Nộp hồ sơ',
  accept: 'Tiếp nhận',
  decline: 'Không tiếp nhận',
  assign: 'Phân công',
  forward: 'Chuyển bước tiếp',
  skip: 'Bỏ qua bước',
  completePart: 'Hoàn thành nhánh',
  sendBack: 'Trả lại bước trước',
  takeBack: 'Thu hồi',
  reassign: 'Đổi người xử lý',
  consult: 'Lấy ý kiến',
  answerConsultation: 'Trả lời ý kiến',
  requestSupplement: 'Yêu cầu bổ sung',
  supplySupplement: 'Bổ sung hồ sơ',
  requestPayment: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  recordPayment: 'Ghi nhận đã nộp tiền',
  pause: 'Tạm dừng thời hạn',
  resume: 'Tiếp tục tính thời hạn',
  receive: 'Nhận hồ sơ chuyển đến',
  draftApology: 'Dự thảo thư xin lỗi',
  apologise: 'Ký thư xin lỗi và hẹn lại',
  refuse: 'Từ chối giải quyết',
  withdraw: 'Rút hồ sơ',
  stop: 'Dừng giải quyết',
  signResult: 'Ký, ban hành kết quả',
  resolve: 'Trình kết quả',
  return: 'Trả kết quả',
  correct: 'Đính chính',
  proposeCorrection: 'Đề nghị đính chính thời điểm',
  approveCorrection: 'Duyệt đính chính thời điểm',
  rejectCorrection: 'Không duyệt đính chính',
  rebase: 'Chuyển sang phiên bản quy trình khác',
} as const satisfies Record<DossierAction, string>

/** A command addressed to one dossier. */
export type DossierChange = {
  readonly dossier: DossierId
  /** The version that the asker saw; null when the command does not depend on what was seen (filing, counters of a replay). */
  readonly expectedVersion: number | null
  readonly command: DossierCommand
}
