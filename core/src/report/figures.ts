/**
 * The words in which provinces publish: figures that a table or a scenario may state, whoever counted them. What each of
 * them counts here stands in `data/figures`, under the same id.
 */
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

/** As messages about published tables call them. */
export const FIGURES: Readonly<Record<FigureName, { readonly name: string }>> = {
  carriedOver: { name: 'Từ kỳ trước chuyển qua' },
  receivedOnline: { name: 'Tiếp nhận trong kỳ: trực tuyến' },
  receivedInPerson: { name: 'Tiếp nhận trong kỳ: trực tiếp' },
  receivedPostal: { name: 'Tiếp nhận trong kỳ: bưu chính công ích' },
  receivedInPersonOrPostal: { name: 'Tiếp nhận trong kỳ: trực tiếp, bưu chính' },
  receivedNew: { name: 'Tiếp nhận trong kỳ' },
  receivedTotal: { name: 'Tổng số tiếp nhận' },
  resolvedEarly: { name: 'Đã giải quyết: trước hạn' },
  resolvedOnTime: { name: 'Đã giải quyết: đúng hạn' },
  resolvedEarlyOrOnTime: { name: 'Đã giải quyết: trước và đúng hạn' },
  resolvedLate: { name: 'Đã giải quyết: quá hạn' },
  resolvedTotal: { name: 'Tổng số đã giải quyết' },
  inProgress: { name: 'Tổng số đang giải quyết' },
  inProgressInTime: { name: 'Đang giải quyết: trong hạn' },
  inProgressOverdue: { name: 'Đang giải quyết: quá hạn' },
  supplementPending: { name: 'Chờ bổ sung hồ sơ' },
  returnedToApplicant: { name: 'Trả lại cho tổ chức, cá nhân' },
  interlinked: { name: 'Hồ sơ liên thông' },
  postalEither: { name: 'Nộp hoặc nhận kết quả qua bưu chính' },
  certifiedCopies: { name: 'Chứng thực bản sao điện tử' },
  apologyLetters: { name: 'Thư xin lỗi và hẹn lại' },
}

/** One value for each figure. */
export function byFigure<Value>(valueFor: (name: FigureName) => Value): Record<FigureName, Value> {
  return Object.fromEntries(FIGURE_NAMES.map((name) => [name, valueFor(name)])) as Record<FigureName, Value>
}

export function isFigureName(text: string): text is FigureName {
  return Object.hasOwn(FIGURES, text)
}
