import { formatClosing, formatDate } from '@motcua/core/kernel/text.ts'
import type { FormColumn, ReportForm } from '@motcua/core/figure/figure.ts'
import { DIMENSION_NAME, formatFigure, periodName } from '@motcua/core/report/report.ts'
import { type Cell, type CellStyle, type CellValue, type MergeRange, writeXlsx } from 'hucre'
import type { Report } from './report.ts'

type Box = readonly [top: number, left: number, bottom: number, right: number]
type Head = readonly [text: string, box: Box]

const HEAD_ROW = 4
/** Number and name of a row stand before the figures. */
const BEFORE = 2

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
/** A sheet as it is being laid out; `last` is its last column. */
type Sheet = {
  readonly cells: Map<string, Partial<Cell>>
  readonly merges: MergeRange[]
  readonly rows: CellValue[][]
  readonly last: number
}

/** A report form as a workbook, laid out as it is printed. */
export async function writeReportWorkbook(report: Report): Promise<Uint8Array> {
  const { form } = report.definition
  const sheet: Sheet = { cells: new Map(), merges: [], rows: [], last: Math.max(BEFORE + form.columns.length - 1, 4) }
  layTop(sheet, report)
  const first = layHeads(sheet, report)
  for (const [index, { name, figures }] of report.rows.entries()) {
    put(sheet, [first + index, 0, first + index, 0], [index + 1, 'number'])
    put(sheet, [first + index, 1, first + index, 1], [name, 'text'])
    layFigures(sheet, first + index, { report, figures, look: 'number' })
  }
  const last = first + report.rows.length
  put(sheet, [last, 0, last, 1], ['Tổng số', 'sumText'])
  layFigures(sheet, last, { report, figures: report.figures, look: 'sum' })
  layFoot(sheet, report, last + 2)
  const { cells, merges, rows } = sheet
  return writeXlsx({
    defaultFont: { name: 'Times New Roman', size: 11 },
    sheets: [
      {
        ...{ cells, merges, rows },
        name: form.id,
        columns: [{ width: 6 }, { width: 44 }, ...form.columns.map(() => ({ width: 12 }))],
        freezePane: { rows: first, columns: BEFORE },
        pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  })
}

/** Whose report it is, of which period, and as of when. */
function layTop(sheet: Sheet, { definition, scope, period, asOf }: Report): void {
  const { number, title, source, unit } = definition.form
  const [from, to] = [formatDate(period.from), formatDate(period.to)]
  const lines: readonly (readonly [left: string, middle: string, right: string])[] = [
    [number === null ? '' : `Biểu số ${number}`, title.toUpperCase(), `Đơn vị báo cáo: ${scope.name}`],
    [source, `Kỳ báo cáo: ${periodName(period) ?? `${from}–${to}`}`, `Đơn vị tính: ${unit}`],
    ['', `(Từ ngày ${from} đến ngày ${to})`, `Tính đến lúc: ${formatClosing(asOf)}`],
  ]
  const right = Math.max(3, sheet.last - 2)
  lines.forEach(([left, middle, end], row) => {
    put(sheet, [row, 0, row, 1], [left, 'side'])
    put(sheet, [row, 2, row, right - 1], [middle, row === 0 ? 'title' : 'middle'])
    put(sheet, [row, right, row, sheet.last], [end, 'side'])
  })
}

/** Answers the row below the heads. */
function layHeads(sheet: Sheet, { definition, by }: Report): number {
  const { form } = definition
  const depth = 1 + Math.max(...form.columns.map(({ over }) => over.length))
  const heads: readonly Head[] = [
    ['STT', [0, 0, depth - 1, 0]],
    [DIMENSION_NAME[by], [0, 1, depth - 1, 1]],
    ...Array.from({ length: depth - 1 }, (_, level) => headsOver(form, level)).flat(),
    ...form.columns.map(({ head, over }, index): Head => {
      return [head, [over.length, index + BEFORE, depth - 1, index + BEFORE]]
    }),
  ]
  for (const [text, [top, left, bottom, right]] of heads) {
    put(sheet, [HEAD_ROW + top, left, HEAD_ROW + bottom, right], [text, 'head'])
  }
  const row = HEAD_ROW + depth
  if (form.columns.every(({ number }) => number === null)) return row
  const numbers = ['(1)', '(2)', ...form.columns.map((column) => numberOf(column, form))]
  for (const [column, text] of numbers.entries()) put(sheet, [row, column, row, column], [text, 'columnNumber'])
  return row + 1
}

/** Neighbours under the same heads share them. */
function headsOver({ columns }: ReportForm, level: number): readonly Head[] {
  const heads: Head[] = []
  columns.forEach(({ over }, index) => {
    const text = over[level]
    if (text === undefined) return
    const isSame = (each: FormColumn | undefined): boolean =>
      each !== undefined && over.slice(0, level + 1).every((head, depth) => each.over[depth] === head)
    if (isSame(columns[index - 1])) return
    let right = index
    while (isSame(columns[right + 1])) right++
    heads.push([text, [level, index + BEFORE, level, right + BEFORE]])
  })
  return heads
}

/** (4); a total says of which numbered columns it is the sum: (3)=(4)+(5)+(6). */
function numberOf({ figure, number }: FormColumn, { columns, identities }: ReportForm): string {
  if (number === null) return ''
  const numbered = new Map(columns.map((column) => [column.figure, column.number]))
  const sum = identities.find(
    ({ whole, parts }) => whole === figure && parts.every((part) => (numbered.get(part) ?? null) !== null),
  )
  if (sum === undefined) return `(${number})`
  return `(${number})=${sum.parts.map((part) => `(${numbered.get(part)})`).join('+')}`
}

type FigureRow = { readonly report: Report; readonly figures: Report['figures']; readonly look: 'number' | 'sum' }

/** What is no number is written in words, so that nobody adds it up. */
function layFigures(sheet: Sheet, row: number, { report, figures, look }: FigureRow): void {
  const { form } = report.definition
  for (const [index, { figure }] of form.columns.entries()) {
    const value = figures[figure] ?? formatFigure(report.definition, figure, null)
    put(sheet, [row, index + BEFORE, row, index + BEFORE], [value, look])
  }
}

function layFoot(sheet: Sheet, { definition, figures, identities, notes }: Report, from: number): void {
  const nameOf = (id: string): string => definition.shown.find((each) => each.id === id)?.name ?? id
  const besides = definition.form.besides.map(
    (id) => [`${nameOf(id)}: ${formatFigure(definition, id, figures[id])}`, 'foot'] as const,
  )
  const lines: readonly (readonly [text: string, look: Look])[] = [
    ...(besides.length === 0 ? [] : [['Ngoài biểu', 'footTitle'] as const, ...besides]),
    ...(identities.length === 0 ? [] : [['Các đẳng thức của biểu', 'footTitle'] as const]),
    ...identities.map(({ text, holds }) => [`${text}: ${holds ? 'đúng' : 'KHÔNG ĐÚNG'}`, 'foot'] as const),
    ['Tính thế nào', 'footTitle'],
    ...notes.map((note) => [note, 'foot'] as const),
  ]
  for (const [index, line] of lines.entries()) put(sheet, [from + index, 0, from + index, sheet.last], line)
}

/** A value in a box; every cell of it is given the look, so that its border closes. */
function put(sheet: Sheet, [top, left, bottom, right]: Box, [value, look]: readonly [CellValue, Look]): void {
  for (let row = top; row <= bottom; row++) {
    while (sheet.rows.length <= row) sheet.rows.push(new Array<CellValue>(sheet.last + 1).fill(null))
    for (let column = left; column <= right; column++) {
      const isFirst = row === top && column === left
      sheet.cells.set(`${row},${column}`, { value: isFirst ? value : null, style: STYLES[look] })
    }
  }
  if (top !== bottom || left !== right) {
    sheet.merges.push({ startRow: top, startCol: left, endRow: bottom, endCol: right })
  }
}
