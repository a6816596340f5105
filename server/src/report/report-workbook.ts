import { formatClosing, formatDate } from '@motcua/core/kernel/text.ts'
import { DIMENSION_NAME, FIGURES, type FigureName, FORM_II06A, periodName } from '@motcua/core/report/report.ts'
import { type Cell, type CellStyle, type CellValue, type MergeRange, writeXlsx } from 'hucre'
import type { Report } from './report.ts'

/** Columns 3 to 13 of the form under their heads; a total says of which columns it is the sum. */
const COLUMNS: readonly {
  readonly figure: FigureName
  readonly head: string
  readonly parts: readonly FigureName[]
}[] = [
  {
    figure: 'receivedTotal',
    head: 'Tổng số',
    parts: ['receivedOnline', 'receivedInPersonOrPostal', 'carriedOver'],
  },
  { figure: 'receivedOnline', head: 'Trực tuyến', parts: [] },
  { figure: 'receivedInPersonOrPostal', head: 'Trực tiếp, dịch vụ bưu chính', parts: [] },
  { figure: 'carriedOver', head: 'Từ kỳ trước', parts: [] },
  { figure: 'resolvedTotal', head: 'Tổng số', parts: ['resolvedEarly', 'resolvedOnTime', 'resolvedLate'] },
  { figure: 'resolvedEarly', head: 'Trước hạn', parts: [] },
  { figure: 'resolvedOnTime', head: 'Đúng hạn', parts: [] },
  { figure: 'resolvedLate', head: 'Quá hạn', parts: [] },
  { figure: 'inProgress', head: 'Tổng số', parts: ['inProgressInTime', 'inProgressOverdue'] },
  { figure: 'inProgressInTime', head: 'Trong hạn', parts: [] },
  { figure: 'inProgressOverdue', head: 'Quá hạn', parts: [] },
]
const LAST = COLUMNS.length + 1

type Box = readonly [top: number, left: number, bottom: number, right: number]
/** Heads of the table, each over its columns; rows counted from the first of the head. */
const HEADS: readonly (readonly [text: string, box: Box])[] = [
  ['STT', [0, 0, 2, 0]],
  ['Số lượng hồ sơ tiếp nhận', [0, 2, 0, 5]],
  ['Số lượng hồ sơ đã giải quyết', [0, 6, 0, 9]],
  ['Số lượng hồ sơ đang giải quyết', [0, 10, 0, LAST]],
  ['Trong kỳ', [1, 3, 1, 4]],
  ...COLUMNS.map(({ figure, head }, index): readonly [string, Box] => {
    const top = figure === 'receivedOnline' || figure === 'receivedInPersonOrPostal' ? 2 : 1
    return [head, [top, index + 2, 2, index + 2]]
  }),
]
const HEAD_ROW = 4
const HEAD_ROWS = 3

const LINE = { style: 'thin' } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const
const CENTRED = { horizontal: 'center', vertical: 'center', wrapText: true } as const
const STYLES = {
  title: { font: { bold: true, size: 13 }, alignment: CENTRED },
  middle: { alignment: CENTRED },
  side: { alignment: { vertical: 'center', wrapText: true } },
  head: { font: { bold: true }, alignment: CENTRED, border: BORDER },
  columnNumber: { font: { italic: true }, alignment: CENTRED, border: BORDER },
  text: { alignment: { vertical: 'top', wrapText: true }, border: BORDER },
  number: { numFmt: '#,##0', alignment: { vertical: 'top' }, border: BORDER },
  sumText: { font: { bold: true }, border: BORDER },
  sum: { font: { bold: true }, numFmt: '#,##0', border: BORDER },
  footTitle: { font: { bold: true } },
  foot: { alignment: { wrapText: true, vertical: 'top' } },
} as const satisfies Record<string, CellStyle>

type Look = keyof typeof STYLES
/** A sheet as it is being laid out. */
type Sheet = { readonly cells: Map<string, Partial<Cell>>; readonly merges: MergeRange[]; readonly rows: CellValue[][] }

/** Biểu II.06a as a workbook, laid out as the printed form. */
export async function writeReportWorkbook(report: Report): Promise<Uint8Array> {
  const sheet: Sheet = { cells: new Map(), merges: [], rows: [] }
  layTop(sheet, report)
  layHeads(sheet, report)
  const first = HEAD_ROW + HEAD_ROWS + 1
  for (const [index, { name, figures }] of report.rows.entries()) {
    put(sheet, [first + index, 0, first + index, 0], [index + 1, 'number'])
    put(sheet, [first + index, 1, first + index, 1], [name, 'text'])
    layFigures(sheet, first + index, [figures, 'number'])
  }
  const last = first + report.rows.length
  put(sheet, [last, 0, last, 1], ['Tổng số', 'sumText'])
  layFigures(sheet, last, [report.figures, 'sum'])
  layFoot(sheet, report, last + 2)
  return writeXlsx({
    defaultFont: { name: 'Times New Roman', size: 11 },
    sheets: [
      {
        ...sheet,
        name: FORM_II06A.form,
        columns: [{ width: 6 }, { width: 44 }, ...COLUMNS.map(() => ({ width: 12 }))],
        freezePane: { rows: first, columns: 2 },
        pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  })
}

/** Whose report it is, of which period, and as of when. */
function layTop(sheet: Sheet, { scope, period, asOf }: Report): void {
  const [from, to] = [formatDate(period.from), formatDate(period.to)]
  const lines: readonly (readonly [left: string, middle: string, right: string])[] = [
    ['Biểu số II.06a/VPCP/KSTT', FORM_II06A.title.toUpperCase(), `Đơn vị báo cáo: ${scope.name}`],
    ['Thông tư 01/2020/TT-VPCP', `Kỳ báo cáo: ${periodName(period) ?? `${from}–${to}`}`, 'Đơn vị tính: Số hồ sơ'],
    ['', `(Từ ngày ${from} đến ngày ${to})`, `Tính đến lúc: ${formatClosing(asOf)}`],
  ]
  lines.forEach(([left, middle, right], row) => {
    put(sheet, [row, 0, row, 1], [left, 'side'])
    put(sheet, [row, 2, row, 9], [middle, row === 0 ? 'title' : 'middle'])
    put(sheet, [row, 10, row, LAST], [right, 'side'])
  })
}

function layHeads(sheet: Sheet, { by }: Report): void {
  const heads = [...HEADS, [DIMENSION_NAME[by], [0, 1, 2, 1]] as const]
  for (const [text, [top, left, bottom, right]] of heads) {
    put(sheet, [HEAD_ROW + top, left, HEAD_ROW + bottom, right], [text, 'head'])
  }
  const row = HEAD_ROW + HEAD_ROWS
  const numbers = [
    '(1)',
    '(2)',
    ...COLUMNS.map(({ figure, parts }) =>
      parts.length === 0 ? numberOf(figure) : `${numberOf(figure)}=${parts.map(numberOf).join('+')}`,
    ),
  ]
  for (const [column, text] of numbers.entries()) put(sheet, [row, column, row, column], [text, 'columnNumber'])
}

function layFigures(sheet: Sheet, row: number, [figures, look]: readonly [Report['figures'], Look]): void {
  for (const [index, { figure }] of COLUMNS.entries())
    put(sheet, [row, index + 2, row, index + 2], [figures[figure], look])
}

const numberOf = (figure: FigureName): string => `(${FIGURES[figure].column})`

function layFoot(sheet: Sheet, { identities, notes }: Report, from: number): void {
  const lines: readonly (readonly [text: string, look: Look])[] = [
    ['Các đẳng thức của biểu', 'footTitle'],
    ...identities.map(({ text, holds }) => [`${text}: ${holds ? 'đúng' : 'KHÔNG ĐÚNG'}`, 'foot'] as const),
    ['Tính thế nào', 'footTitle'],
    ...notes.map((note) => [note, 'foot'] as const),
  ]
  for (const [index, line] of lines.entries()) put(sheet, [from + index, 0, from + index, LAST], line)
}

/** A value in a box; every cell of it is given the look, so that its border closes. */
function put(sheet: Sheet, [top, left, bottom, right]: Box, [value, look]: readonly [CellValue, Look]): void {
  for (let row = top; row <= bottom; row++) {
    while (sheet.rows.length <= row) sheet.rows.push(new Array<CellValue>(LAST + 1).fill(null))
    for (let column = left; column <= right; column++) {
      const isFirst = row === top && column === left
      sheet.cells.set(`${row},${column}`, { value: isFirst ? value : null, style: STYLES[look] })
    }
  }
  if (top !== bottom || left !== right) {
    sheet.merges.push({ startRow: top, startCol: left, endRow: bottom, endCol: right })
  }
}
