import { localDate } from '../src/kernel/instant.ts'
import type { Narrative } from '../src/narrative/narrative.ts'

const sentence = (id: string, text: string, rest: Partial<Narrative['opening'][number]> = {}) =>
  ({ id, look: 'item', when: null, each: null, text, ...rest }) as const

/** A short periodic report: a total, a comparison, a list of late agencies, and a blank for a person to fill. */
export const NARRATIVE: Narrative = {
  id: 'bao-cao-thang',
  version: 1,
  name: 'Báo cáo định kỳ',
  validFrom: localDate('2018-01-01'),
  validTo: null,
  source: 'Thông tư thử',
  subject: 'Kết quả giải quyết thủ tục hành chính {period}',
  opening: [sentence('mo-dau', '{agency} báo cáo {period} như sau:', { look: 'text' })],
  sections: [
    {
      id: 'giai-quyet',
      heading: 'KẾT QUẢ',
      level: 1,
      paragraphs: [
        sentence('tiep-nhan', 'Tổng số {receivedTotal} hồ sơ, trực tuyến {%receivedOnline/receivedNew}.'),
        sentence('ky-truoc', 'So với kỳ trước {±receivedNew@previous}.', {
          when: { is: 'compared', with: 'previous' },
        }),
        sentence('qua-han', '{row}: {inProgressOverdue} hồ sơ quá hạn; lý do: {reasons}.', {
          each: { by: 'agency', figure: 'inProgressOverdue', atLeast: 1, atMost: 10, fewest: 1 },
        }),
        sentence('nguyen-nhan', 'Nguyên nhân: {?nguyên nhân}.'),
      ],
    },
  ],
  closing: [],
  recipients: ['Lưu: VT'],
  tables: [
    { by: 'field', title: 'Theo lĩnh vực' },
    { by: 'agency', title: 'Theo cơ quan' },
  ],
}
