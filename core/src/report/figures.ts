import { all, any, before, type Condition, flagged, notBefore, oneOf } from './condition.ts'

export const FIGURE_NAMES = [
  'carriedOver',
  'receivedOnline',
  'receivedInPerson',
  'receivedPostal',
  'receivedInPersonOrPostal',
  'receivedNew',
  'receivedTotal',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedEarlyOrOnTime',
  'resolvedLate',
  'resolvedTotal',
  'inProgress',
  'inProgressInTime',
  'inProgressOverdue',
  'supplementPending',
  'returnedToApplicant',
  'interlinked',
  'postalEither',
  'certifiedCopies',
  'apologyLetters',
] as const
export type FigureName = (typeof FIGURE_NAMES)[number]
export type Figures = Readonly<Record<FigureName, number>>

export type Figure = {
  /** As it stands over the column, Vietnamese. */
  readonly name: string
  /** Which dossiers it counts, in words. */
  readonly words: string
  /** Number of the column in biểu II.06a/VPCP/KSTT; null for what provinces report besides. */
  readonly column: number | null
  /** A choice that the form leaves open, as its footnote says it. */
  readonly note: string | null
  readonly condition: Condition
}

/**
 * Whom the report counts at all: accepted before the period's end and not finished before it began. Every other
 * condition divides these, so the identities hold whatever the facts are.
 */
export const COUNTED: Condition = all(before('acceptedAt', 'end'), notBefore('finishedAt', 'from'))

const isNew = all(COUNTED, notBefore('acceptedAt', 'from'))
const isResolved = all(COUNTED, before('finishedAt', 'end'))
const isOpen = all(COUNTED, notBefore('finishedAt', 'end'))

export const FIGURES: Readonly<Record<FigureName, Figure>> = {
  carriedOver: {
    name: 'Từ kỳ trước chuyển qua',
    words: 'Tiếp nhận trước ngày đầu kỳ và chưa kết thúc giải quyết trước ngày đầu kỳ',
    column: 6,
    note: null,
    condition: all(COUNTED, before('acceptedAt', 'from')),
  },
  receivedOnline: {
    name: 'Tiếp nhận trong kỳ: trực tuyến',
    words: 'Tiếp nhận trong kỳ, nộp trực tuyến',
    column: 4,
    note: null,
    condition: all(isNew, oneOf('channel', 'online')),
  },
  receivedInPerson: {
    name: 'Tiếp nhận trong kỳ: trực tiếp',
    words: 'Tiếp nhận trong kỳ, nộp trực tiếp tại Bộ phận Một cửa',
    column: null,
    note: null,
    condition: all(isNew, oneOf('channel', 'inPerson')),
  },
  receivedPostal: {
    name: 'Tiếp nhận trong kỳ: bưu chính công ích',
    words: 'Tiếp nhận trong kỳ, nộp qua dịch vụ bưu chính công ích',
    column: null,
    note: null,
    condition: all(isNew, oneOf('channel', 'postal')),
  },
  receivedInPersonOrPostal: {
    name: 'Tiếp nhận trong kỳ: trực tiếp, bưu chính',
    words: 'Tiếp nhận trong kỳ, nộp trực tiếp hoặc qua dịch vụ bưu chính công ích',
    column: 5,
    note: null,
    condition: all(isNew, oneOf('channel', 'inPerson', 'postal')),
  },
  receivedNew: {
    name: 'Tiếp nhận trong kỳ',
    words: 'Được tiếp nhận từ 00 giờ ngày đầu kỳ đến hết ngày cuối kỳ',
    column: null,
    note: 'Tính từ lúc được tiếp nhận. Hồ sơ mới nộp mà chưa tiếp nhận, hoặc không được tiếp nhận, không tính vào biểu.',
    condition: isNew,
  },
  receivedTotal: {
    name: 'Tổng số tiếp nhận',
    words: 'Tiếp nhận trong kỳ hoặc từ kỳ trước chuyển qua',
    column: 3,
    note: null,
    condition: COUNTED,
  },
  resolvedEarly: {
    name: 'Đã giải quyết: trước hạn',
    words: 'Kết thúc giải quyết trong kỳ, trước hạn trả kết quả',
    column: 8,
    note: 'Trước hạn, đúng hạn hay quá hạn được ghi lúc kết thúc giải quyết, theo quy tắc thời hạn của thủ tục khi tiếp nhận.',
    condition: all(isResolved, oneOf('finish', 'early')),
  },
  resolvedOnTime: {
    name: 'Đã giải quyết: đúng hạn',
    words: 'Kết thúc giải quyết trong kỳ, đúng hạn trả kết quả',
    column: 9,
    note: null,
    condition: all(isResolved, oneOf('finish', 'onTime')),
  },
  resolvedEarlyOrOnTime: {
    name: 'Đã giải quyết: trước và đúng hạn',
    words: 'Kết thúc giải quyết trong kỳ, trước hạn hoặc đúng hạn',
    column: null,
    note: null,
    condition: all(isResolved, oneOf('finish', 'early', 'onTime')),
  },
  resolvedLate: {
    name: 'Đã giải quyết: quá hạn',
    words: 'Kết thúc giải quyết trong kỳ, sau hạn trả kết quả',
    column: 10,
    note: null,
    condition: all(isResolved, oneOf('finish', 'late')),
  },
  resolvedTotal: {
    name: 'Tổng số đã giải quyết',
    words: 'Kết thúc giải quyết trong kỳ: có kết quả, từ chối, dừng hoặc được rút sau khi tiếp nhận',
    column: 7,
    note: 'Kết thúc giải quyết là khi có kết quả, không chờ đến khi trả cho người nộp; hồ sơ từ chối, dừng giải quyết hoặc được rút sau khi tiếp nhận cũng là kết thúc.',
    condition: isResolved,
  },
  inProgress: {
    name: 'Tổng số đang giải quyết',
    words: 'Tiếp nhận đến hết kỳ và chưa kết thúc giải quyết khi hết kỳ',
    column: 11,
    note: null,
    condition: isOpen,
  },
  inProgressInTime: {
    name: 'Đang giải quyết: trong hạn',
    words: 'Đang giải quyết, hạn trả chưa qua khi hết kỳ hoặc không có hạn',
    column: 12,
    note: 'Hồ sơ đang chờ bổ sung hoặc chờ nộp tiền được tính trong hạn, trừ khi đã quá hạn từ trước; thủ tục không có thời hạn luôn trong hạn.',
    condition: all(isOpen, notBefore('dueAt', 'closing')),
  },
  inProgressOverdue: {
    name: 'Đang giải quyết: quá hạn',
    words: 'Đang giải quyết, hạn trả đã qua khi hết kỳ',
    column: 13,
    note: 'Nếu số liệu được lấy trước khi hết kỳ thì so với thời điểm lấy số liệu.',
    condition: all(isOpen, before('dueAt', 'closing')),
  },
  supplementPending: {
    name: 'Chờ bổ sung hồ sơ',
    words: 'Đang giải quyết và đang chờ người nộp bổ sung khi hết kỳ',
    column: null,
    note: 'Nằm trong số đang giải quyết.',
    condition: all(isOpen, oneOf('pauseGround', 'supplement')),
  },
  returnedToApplicant: {
    name: 'Trả lại cho tổ chức, cá nhân',
    words: 'Kết thúc trong kỳ do từ chối giải quyết, dừng giải quyết hoặc người nộp rút hồ sơ',
    column: null,
    note: 'Nằm trong số đã giải quyết.',
    condition: all(isResolved, oneOf('ending', 'refused', 'withdrawn', 'stopped')),
  },
  interlinked: {
    name: 'Hồ sơ liên thông',
    words: 'Trong tổng số tiếp nhận, thuộc thủ tục liên thông',
    column: null,
    note: 'Đếm trên tổng số tiếp nhận, gồm cả hồ sơ từ kỳ trước chuyển qua.',
    condition: all(COUNTED, flagged('interlinked')),
  },
  postalEither: {
    name: 'Nộp hoặc nhận kết quả qua bưu chính',
    words: 'Trong tổng số tiếp nhận, nộp qua bưu chính công ích hoặc đăng ký nhận kết quả qua bưu chính công ích',
    column: null,
    note: 'Đếm hồ sơ, không đếm lượt: hồ sơ vừa nộp vừa nhận qua bưu chính chỉ tính một lần, trên tổng số tiếp nhận.',
    condition: all(COUNTED, any(oneOf('channel', 'postal'), oneOf('delivery', 'postal'))),
  },
  certifiedCopies: {
    name: 'Chứng thực bản sao điện tử',
    words: 'Trong tổng số tiếp nhận, thuộc thủ tục chứng thực bản sao',
    column: null,
    note: 'Đếm trên tổng số tiếp nhận, gồm cả hồ sơ từ kỳ trước chuyển qua.',
    condition: all(COUNTED, flagged('certifiedCopy')),
  },
  apologyLetters: {
    name: 'Thư xin lỗi và hẹn lại',
    words: 'Được xin lỗi và hẹn lại ngày trả trong kỳ',
    column: null,
    note: null,
    condition: all(COUNTED, notBefore('apologisedAt', 'from'), before('apologisedAt', 'end')),
  },
}

/** One value for each figure. */
export function byFigure<Value>(valueFor: (name: FigureName) => Value): Record<FigureName, Value> {
  return Object.fromEntries(FIGURE_NAMES.map((name) => [name, valueFor(name)])) as Record<FigureName, Value>
}

export function addFigures(a: Figures, b: Figures): Figures {
  return byFigure((name) => a[name] + b[name])
}

export function isFigureName(text: string): text is FigureName {
  return Object.hasOwn(FIGURES, text)
}
