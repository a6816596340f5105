import { officerId, unitId } from '../kernel/ids.ts'
import { isLocalDate, localDate } from '../kernel/instant.ts'
import { formatDate, formatMoment, formatNumber } from '../kernel/text.ts'
import type { Channel } from '../procedure/procedure.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { type CorrectedTime, STATE_NAME } from './dossier.ts'
import { ACTION_NAME } from './dossier-commands.ts'
import type { DossierRefusal, DossierRefusalKind } from './dossier-refusals.ts'

/** What happened, why, and what to do now: for the person in front of the screen. */
export type Explanation = { readonly title: string; readonly detail: string; readonly advice: string }

/** Where units and officers are called by name: people are never shown an id. */
export type Names = Pick<Rulebook, 'unit' | 'officer'>

type Explain<Kind extends DossierRefusalKind> = (
  refusal: Extract<DossierRefusal, { readonly kind: Kind }>,
  names: Names,
) => Explanation
type Explanations = { readonly [Kind in DossierRefusalKind]: Explain<Kind> }

/** A refusal in Vietnamese. `detail` is a whole sentence that can stand beside a blocked button. */
export function explainRefusal(refusal: DossierRefusal, names: Names): Explanation {
  return explain(refusal.kind, refusal, names)
}

const CHANNEL_NAME: Readonly<Record<Channel, string>> = {
  online: 'trực tuyến',
  inPerson: 'trực tiếp',
  postal: 'bưu chính công ích',
}

const RULES_NAME = {
  process: 'quy trình',
  codeFormat: 'mẫu mã số hồ sơ',
  policy: 'quy tắc tính thời hạn',
  pauseGround: 'căn cứ tạm dừng thời hạn',
} as const

const EXPLANATIONS: Explanations = {
  'dossier-unknown': () => ({
    title: 'Không tìm thấy hồ sơ',
    detail: 'Không có hồ sơ này, hoặc bạn không phải là người được xem hồ sơ.',
    advice: 'Kiểm tra lại đường dẫn hoặc tra cứu bằng mã số hồ sơ.',
  }),
  'dossier-exists': () => ({
    title: 'Hồ sơ đã được nộp',
    detail: 'Hồ sơ này đã nộp rồi, không nộp hay sửa nháp được nữa.',
    advice: 'Mở hồ sơ đã nộp để theo dõi; nếu cần nộp hồ sơ khác, hãy lập hồ sơ mới.',
  }),
  'action-forbidden': ({ action, who }) => ({
    title: 'Không có quyền thực hiện',
    detail: `Việc "${ACTION_NAME[action]}" chỉ dành cho ${who}.`,
    advice: 'Nhờ người có quyền thực hiện, hoặc đăng nhập bằng tài khoản được giao việc này.',
  }),
  'action-not-allowed': ({ action, state }) => ({
    title: 'Chưa làm được ở trạng thái này',
    detail: `Không thực hiện được "${ACTION_NAME[action]}" khi hồ sơ ở trạng thái "${stateName(state)}".`,
    advice: 'Tải lại hồ sơ để xem trạng thái mới nhất và các việc đang làm được.',
  }),
  'clock-paused': ({ action, waiting }) => ({
    title: 'Thời hạn đang tạm dừng',
    detail: `Không thực hiện được "${ACTION_NAME[action]}" khi thời hạn đang tạm dừng: ${waiting}.`,
    advice: 'Khi việc đang chờ đã xong, ghi nhận để thời hạn tính tiếp rồi thực hiện lại.',
  }),
  'version-stale': () => ({
    title: 'Hồ sơ vừa được người khác cập nhật',
    detail: 'Hồ sơ đã thay đổi sau khi bạn mở, nên thao tác chưa được ghi để tránh ghi đè.',
    advice: 'Tải lại hồ sơ, xem thay đổi mới rồi thực hiện lại nếu vẫn cần.',
  }),
  'procedure-unknown': ({ procedure }) => ({
    title: 'Không có thủ tục này',
    detail: `Hôm nay không có thủ tục "${procedure}" đang có hiệu lực.`,
    advice: 'Tìm lại thủ tục theo tên; thủ tục có thể đã được thay thế.',
  }),
  'procedure-outdated': ({ stated, inForce }) => ({
    title: 'Thủ tục đã có bản mới',
    detail: `Hồ sơ lập theo bản ${stated} của thủ tục, nay bản ${inForce} đang có hiệu lực.`,
    advice: 'Mở lại thủ tục, xem phần thay đổi rồi nộp theo bản đang có hiệu lực.',
  }),
  'case-unknown': () => ({
    title: 'Không có trường hợp này',
    detail: 'Thủ tục không có trường hợp được chọn.',
    advice: 'Chọn lại trường hợp trong danh sách của thủ tục.',
  }),
  'channel-not-offered': ({ channel }) => ({
    title: 'Không nhận theo cách này',
    detail: `Trường hợp này không nhận hồ sơ ${channelName(channel)} từ bạn.`,
    advice: 'Chọn cách nộp khác mà thủ tục cho phép.',
  }),
  'unit-unknown': ({ unit }, names) => ({
    title: 'Không có đơn vị này',
    detail: `${unitName(unit, names)} không có trong danh sách các đơn vị đang hoạt động.`,
    advice: 'Chọn lại đơn vị trong danh sách.',
  }),
  'unit-not-competent': ({ unit }, names) => ({
    title: 'Đơn vị không có thẩm quyền',
    detail: `${unitName(unit, names)} không có thẩm quyền với việc này.`,
    advice: 'Chọn cơ quan có thẩm quyền, hoặc quầy tiếp nhận của cơ quan đó.',
  }),
  'officer-unknown': () => ({
    title: 'Không có cán bộ này',
    detail: 'Người được chọn không có trong danh sách cán bộ.',
    advice: 'Chọn lại người xử lý trong danh sách của đơn vị.',
  }),
  'officer-not-competent': ({ officer }, names) => ({
    title: 'Cán bộ không đảm nhiệm được bước này',
    detail: `Bước này cần một vai trò tại đơn vị mà ${officerName(officer, names, 'người được chọn')} không giữ.`,
    advice: 'Chọn một cán bộ đúng vai trò của đơn vị, hoặc để trống để đơn vị tự nhận.',
  }),
  'officer-missing': () => ({
    title: 'Chưa chọn người xử lý',
    detail: 'Bước phân công chỉ hoàn thành khi đã chọn người xử lý.',
    advice: 'Chọn cán bộ sẽ xử lý hồ sơ rồi chuyển bước.',
  }),
  'officer-assigned': ({ officer }, names) => ({
    title: 'Hồ sơ đã có người xử lý',
    detail: `Hồ sơ đang do ${officerName(officer, names, 'một cán bộ khác')} giữ.`,
    advice: 'Nếu cần, lãnh đạo dùng "Đổi người xử lý" và chọn người khác.',
  }),
  'step-unknown': () => ({
    title: 'Không có bước này',
    detail: 'Hồ sơ chưa đi qua bước được chọn.',
    advice: 'Chọn một trong các bước mà hồ sơ đã đi qua.',
  }),
  'step-not-final': () => ({
    title: 'Chưa đến bước trình kết quả',
    detail: 'Hồ sơ còn bước xử lý phía sau, chưa thể có kết quả.',
    advice: 'Chuyển hồ sơ sang bước tiếp theo.',
  }),
  'step-is-final': () => ({
    title: 'Đây là bước xử lý cuối',
    detail: 'Sau bước này chỉ còn trả kết quả, nên không chuyển tiếp.',
    advice: 'Ghi kết quả bằng "Trình kết quả".',
  }),
  'nothing-to-take-back': () => ({
    title: 'Không thu hồi được',
    detail: 'Hồ sơ không còn nguyên như khi bạn chuyển đi.',
    advice: 'Nhờ người đang giữ hồ sơ trả lại bước trước.',
  }),
  'nothing-to-send-back': () => ({
    title: 'Chưa có bước nào để trả lại',
    detail: 'Hồ sơ đang ở bước đầu tiên.',
    advice: 'Nếu hồ sơ còn thiếu, hãy yêu cầu bổ sung.',
  }),
  'documents-missing': ({ missing }) => ({
    title: 'Còn thiếu giấy tờ',
    detail: `Hồ sơ còn thiếu: ${missing.join('; ')}.`,
    advice: 'Bổ sung đủ các giấy tờ này rồi thực hiện lại.',
  }),
  'answers-invalid': ({ problems }) => ({
    title: 'Tờ khai chưa đúng',
    detail: `Tờ khai còn ${problems.length} chỗ cần sửa.`,
    advice: 'Sửa từng chỗ được đánh dấu rồi gửi lại.',
  }),
  'text-invalid': ({ problems }) => ({
    title: 'Thông tin nhập chưa đúng',
    detail: `Còn ${problems.length} chỗ cần sửa. ${problems[0]?.message ?? ''}`.trim(),
    advice: 'Sửa từng chỗ được đánh dấu rồi gửi lại.',
  }),
  'reason-missing': () => ({
    title: 'Chưa ghi lý do',
    detail: 'Việc này phải có lý do bằng văn bản.',
    advice: 'Ghi rõ lý do rồi thực hiện lại.',
  }),
  'step-not-skippable': ({ step }) => ({
    title: 'Không được bỏ qua bước này',
    detail: `Quy trình không cho phép bỏ qua bước "${step}".`,
    advice: 'Thực hiện bước này rồi chuyển tiếp.',
  }),
  'outcome-missing': ({ choices }) => ({
    title: 'Chưa chọn kết quả của bước',
    detail: `Bước này phải chọn một kết quả trước khi chuyển tiếp: ${choices.join('; ')}.`,
    advice: 'Chọn một kết quả rồi chuyển bước lại.',
  }),
  'outcome-unknown': ({ choices }) => ({
    title: 'Không có lựa chọn này',
    detail:
      choices.length === 0
        ? 'Bước này không có lựa chọn nào; hồ sơ đi tiếp theo quy trình.'
        : `Kết quả của bước này chỉ có thể là: ${choices.join('; ')}.`,
    advice: 'Tải lại hồ sơ rồi chọn lại.',
  }),
  'part-unknown': () => ({
    title: 'Nhánh không còn xử lý',
    detail: 'Hồ sơ không có nhánh này, hoặc nhánh đã hoàn thành.',
    advice: 'Tải lại hồ sơ để xem các nhánh đang xử lý.',
  }),
  'parts-open': ({ names }) => ({
    title: 'Còn nhánh chưa hoàn thành',
    detail: `Hồ sơ đi tiếp khi mọi cơ quan làm xong phần của mình; còn chờ: ${names.join('; ')}.`,
    advice: 'Đôn đốc các cơ quan đang giữ nhánh, hoặc chờ họ hoàn thành.',
  }),
  'process-version-unknown': ({ version }) => ({
    title: 'Không có phiên bản quy trình này',
    detail: `Quy trình của hồ sơ không có phiên bản ${version}.`,
    advice: 'Xem các phiên bản đang có rồi chọn lại.',
  }),
  'process-version-same': ({ version }) => ({
    title: 'Hồ sơ đã theo phiên bản này',
    detail: `Hồ sơ đang được giải quyết theo phiên bản ${version} của quy trình.`,
    advice: 'Không cần làm gì thêm.',
  }),
  'position-missing': ({ steps }) => ({
    title: 'Phiên bản mới không có bước đang xử lý',
    detail: `Hồ sơ đang ở nơi mà phiên bản được chọn không có: ${steps.join(', ')}.`,
    advice: 'Chờ hồ sơ qua bước này, hoặc bổ sung bước đó vào phiên bản mới.',
  }),
  'supplement-repeated': () => ({
    title: 'Đã yêu cầu bổ sung một lần',
    detail: 'Trước khi tiếp nhận chỉ được yêu cầu bổ sung một lần, đầy đủ và chính xác.',
    advice: 'Tiếp nhận nếu hồ sơ đã đủ, hoặc không tiếp nhận và nêu lý do.',
  }),
  'pause-ground-unknown': () => ({
    title: 'Không có căn cứ tạm dừng',
    detail: 'Pháp luật áp dụng cho hồ sơ này không cho bạn tạm dừng thời hạn theo căn cứ như vậy.',
    advice: 'Chọn một căn cứ trong danh sách của hồ sơ; nếu chưa có, hãy báo quản trị cập nhật dữ liệu pháp luật.',
  }),
  'reason-ground-unknown': ({ ground, action }) => ({
    title: 'Lý do không có trong danh mục',
    detail: `Danh mục đang có hiệu lực không có lý do "${ground}" cho việc ${ACTION_NAME[action].toLowerCase()}.`,
    advice: 'Chọn lại một lý do trong danh sách, hoặc để trống; lời viết cho người nộp vẫn được giữ.',
  }),
  'supplement-too-late': ({ dueAt }) => ({
    title: 'Đã quá hạn yêu cầu bổ sung',
    detail: `Chỉ được yêu cầu bổ sung hồ sơ đang giải quyết đến ${formatMoment(dueAt)}.`,
    advice: 'Giải quyết theo hồ sơ đã có, hoặc từ chối giải quyết và nêu rõ lý do.',
  }),
  'payment-not-owed': () => ({
    title: 'Không còn khoản phải nộp',
    detail: 'Hồ sơ không có khoản nào chưa nộp.',
    advice: 'Kiểm tra lại hồ sơ; nếu đã thu thừa, hãy hoàn trả cho người nộp.',
  }),
  'payment-amount-wrong': ({ owed, paid }) => ({
    title: 'Số tiền không khớp',
    detail: `Còn phải nộp ${formatNumber(owed)} đồng nhưng đang ghi ${formatNumber(paid)} đồng.`,
    advice: 'Thu và ghi nhận đúng toàn bộ số tiền còn phải nộp.',
  }),
  'fee-unpaid': ({ owed }) => ({
    title: 'Chưa nộp đủ phí, lệ phí',
    detail: `Hồ sơ còn ${formatNumber(owed)} đồng chưa nộp, nên chưa trả được kết quả.`,
    advice: 'Thu đủ và ghi nhận đã nộp tiền, rồi trả kết quả.',
  }),
  'consultation-unknown': () => ({
    title: 'Không có ý kiến chờ trả lời',
    detail: 'Không có lượt lấy ý kiến nào đang chờ trả lời.',
    advice: 'Tải lại hồ sơ để xem các lượt lấy ý kiến.',
  }),
  'consultation-open': ({ count }) => ({
    title: 'Còn chờ ý kiến cơ quan khác',
    detail: `Còn ${count} lượt lấy ý kiến chưa được trả lời và chưa hết hạn trả lời.`,
    advice: 'Chờ trả lời, hoặc đợi hết hạn trả lời rồi trình kết quả.',
  }),
  'date-out-of-range': ({ reason }) => ({
    title: 'Thời điểm không phù hợp',
    detail: reason,
    advice: 'Chọn lại ngày giờ phù hợp rồi thực hiện lại.',
  }),
  'extension-used': () => ({
    title: 'Đã hẹn lại một lần',
    detail: 'Mỗi hồ sơ chỉ được xin lỗi và hẹn lại một lần.',
    advice: 'Giải quyết hồ sơ sớm nhất có thể; hồ sơ sẽ được tính là trễ hạn nếu quá hẹn.',
  }),
  'no-due-time': () => ({
    title: 'Hồ sơ không có hạn trả',
    detail: 'Thủ tục không quy định thời hạn, hoặc thời hạn đang tạm dừng.',
    advice: 'Không cần hẹn lại; tiếp tục giải quyết hồ sơ.',
  }),
  'calendar-missing': ({ date }) => ({
    title: 'Chưa có lịch làm việc',
    detail: `Lịch làm việc chưa có ngày ${shownDate(date)}, nên chưa tính được thời hạn.`,
    advice: 'Báo quản trị bổ sung lịch làm việc rồi thực hiện lại.',
  }),
  'rules-missing': ({ what, date }) => ({
    title: 'Chưa có quy định cho ngày này',
    detail: `Ngày ${shownDate(date)} chưa có ${RULES_NAME[what]} đang có hiệu lực.`,
    advice: 'Báo quản trị bổ sung dữ liệu rồi thực hiện lại.',
  }),
  'result-signed': ({ number }) => ({
    title: 'Kết quả đã được ký, ban hành',
    detail: `Hồ sơ đã có kết quả số ${number} được ký, ban hành.`,
    advice: 'Trình kết quả để kết thúc hồ sơ, hoặc xem lại kết quả đã ký.',
  }),
  'nothing-to-correct': ({ what }) => ({
    title: 'Chưa có thời điểm này',
    detail: `Hồ sơ chưa ghi ${CORRECTED_TIME_NAME[what]}.`,
    advice: 'Chỉ đính chính được thời điểm đã ghi.',
  }),
  'evidence-missing': () => ({
    title: 'Thiếu căn cứ đính chính',
    detail: 'Đính chính thời điểm phải kèm số văn bản hoặc tệp chứng minh.',
    advice: 'Ghi số, ký hiệu văn bản hoặc tải tệp lên rồi gửi lại.',
  }),
  'correction-open': ({ what }) => ({
    title: 'Đang có đề nghị đính chính chờ duyệt',
    detail: `Đề nghị đính chính ${CORRECTED_TIME_NAME[what]} của hồ sơ này chưa được duyệt.`,
    advice: 'Chờ lãnh đạo cơ quan giải quyết quyết định đề nghị đó.',
  }),
  'correction-unknown': () => ({
    title: 'Không có đề nghị đính chính nào chờ duyệt',
    detail: 'Đề nghị này không có, hoặc đã được quyết định.',
    advice: 'Tải lại hồ sơ để xem các đề nghị đính chính.',
  }),
  'correction-own': () => ({
    title: 'Không tự duyệt đề nghị của mình',
    detail: 'Người đề nghị đính chính không được quyết định đề nghị đó.',
    advice: 'Đề nghị một lãnh đạo khác của cơ quan giải quyết quyết định.',
  }),
  'nothing-corrected': () => ({
    title: 'Không có gì thay đổi',
    detail: 'Thông tin đính chính giống hệt thông tin đang có.',
    advice: 'Sửa chỗ sai rồi gửi lại, hoặc bỏ qua nếu không có sai sót.',
  }),
}

function explain<Kind extends DossierRefusalKind>(
  kind: Kind,
  refusal: Extract<DossierRefusal, { readonly kind: Kind }>,
  names: Names,
): Explanation {
  return EXPLANATIONS[kind](refusal, names)
}

/** `Sở Tư pháp`, or `Đơn vị đã chọn` of one that nobody knows. */
function unitName(unit: string, names: Names): string {
  return names.unit(unitId(unit))?.name ?? 'Đơn vị đã chọn'
}

/** `cán bộ Nguyễn Văn An`; of who has left the organisation only what is said in his place. */
function officerName(officer: string, names: Names, otherwise: string): string {
  const known = names.officer(officerId(officer))
  return known === undefined ? otherwise : `cán bộ ${known.name}`
}

function stateName(state: keyof typeof STATE_NAME | 'none'): string {
  return state === 'none' ? 'Chưa có hồ sơ' : STATE_NAME[state]
}

function channelName(channel: string): string {
  const names: Readonly<Record<string, string>> = CHANNEL_NAME
  return names[channel] ?? channel
}

function shownDate(date: string): string {
  return isLocalDate(date) ? formatDate(localDate(date)) : date
}

/** As it stands in a sentence. */
export const CORRECTED_TIME_NAME = {
  acceptedAt: 'thời điểm tiếp nhận',
  finishedAt: 'thời điểm kết thúc giải quyết',
  returnedAt: 'thời điểm trả kết quả',
} as const satisfies Record<CorrectedTime, string>
