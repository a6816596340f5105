import type { FrozenFigure } from '../published-report/published-report.ts'

/** What a narrative counts besides dossiers: the procedures of the catalogue on the day the period closes. */
export const CATALOGUE_FIGURES = [
  ['procedures', 'Thủ tục hành chính có hiệu lực', 'Thủ tục có phiên bản đang hiệu lực vào ngày cuối kỳ'],
  [
    'proceduresFullyOnline',
    'Thủ tục trực tuyến toàn trình',
    'Trong số đó, cung cấp dịch vụ công trực tuyến toàn trình',
  ],
  [
    'proceduresPartiallyOnline',
    'Thủ tục trực tuyến một phần',
    'Trong số đó, cung cấp dịch vụ công trực tuyến một phần',
  ],
  ['proceduresOnline', 'Thủ tục có dịch vụ công trực tuyến', 'Trong số đó, trực tuyến toàn trình hoặc một phần'],
].map(([id = '', name = '', words = '']): FrozenFigure => ({ id, version: 1, name, words }))
