import type { Instant } from '@motcua/core/kernel/instant.ts'
import { formatClosing, formatDate } from '@motcua/core/kernel/text.ts'
import { type Period, periodName } from '@motcua/core/report/report.ts'
import { type Cell, type CellStyle, type CellValue, type MergeRange, type WriteSheet, writeXlsx } from 'hucre'

/** A number of a table; a text where there is none, empty where nothing is to be said. A share is in per cent. */
export type PrintedCell = { readonly value: number | string; readonly isShare: boolean }

export type PrintedColumn = {
  /** The column's own head, under those in `over`. */
  readonly head: string
  readonly over: readonly string[]
  /** `(4)` as the printed form numbers it; null where it does not. */
  readonly number: string | null
}

/** One table as a sheet of a workbook, counted now or published before. All texts are Vietnamese. */
export type PrintedTable = {
  /** Of the sheet, within its workbook. */
  readonly name: string
  readonly number: string | null
  readonly title: string
  readonly source: string
  /** What is counted: Số hồ sơ. */
  readonly unit: string
  readonly scope: string
  readonly period: Period
  readonly asOf: Instant
  readonly rowHead: string
  readonly columns: readonly PrintedColumn[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly PrintedCell[] }[]
  readonly totals: readonly PrintedCell[]
  readonly besides: readonly string[]
  readonly identities: readonly { readonly text: string; readonly holds: boolean }[]
  readonly notes: readonly string[]
  /** What ties the sheet to where it comes from, as its hash; the last lines. */
  readonly stamp: readonly string[]
}

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
  number: { numFmt: '#,##0', alignment: { horizontal: 'right', vertical: 'top' }, border: BORDER },
  tenth: { numFmt: '#,##0.0', alignment: { horizontal: 'right', vertical: 'top' }, border: BORDER },
  share: { numFmt: '#,##0.00" %"', alignment: { horizontal: 'right', vertical: 'top' }, border: BORDER },
  sumText: { font: { bold: true }, border: BORDER },
  sum: { font: { bold: true }, numFmt: '#,##0', alignment: { horizontal: 'right' }, border: BORDER },
  sumTenth: { font: { bold: true }, numFmt: '#,##0.0', alignment: { horizontal: 'right' }, border: BORDER },
  sumShare: { font: { bold: true }, numFmt: '#,##0.00" %"', alignment: { horizontal: 'right' }, border: BORDER },
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

/** Tables as a workbook, a sheet each, laid out as they are printed. */
export async function writeReportWorkbook(tables: readonly PrintedTable[]): Promise<Uint8Array> {
  return writeXlsx({ defaultFont: { name: 'Times New Roman', size: 11 }, sheets: tables.map(sheetOf) })
}

function sheetOf(table: PrintedTable): WriteSheet {
  const sheet: Sheet = { cells: new Map(), merges: [], rows: [], last: Math.max(BEFORE + table.columns.length - 1, 4) }
  layTop(sheet, table)
  const first = layHeads(sheet, table)
  for (const [index, { name, cells }] of table.rows.entries()) {
    put(sheet, [first + index, 0, first + index, 0], [index + 1, 'number'])
    put(sheet, [first + index, 1, first + index, 1], [name, 'text'])
    layCells(sheet, first + index, { cells, looks: ROW })
  }
  const last = first + table.rows.length
  put(sheet, [last, 0, last, 1], ['Tổng số', 'sumText'])
  layCells(sheet, last, { cells: table.totals, looks: SUM })
  layFoot(sheet, table, last + 2)
  const { cells, merges, rows } = sheet
  return {
    ...{ cells, merges, rows },
    name: table.name,
    columns: [{ width: 6 }, { width: 44 }, ...table.columns.map(() => ({ width: 12 }))],
    freezePane: { rows: first, columns: BEFORE },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** Whose report it is, of which period, and as of when. */
function layTop(sheet: Sheet, { number, title, source, unit, scope, period, asOf }: PrintedTable): void {
  const [from, to] = [formatDate(period.from), formatDate(period.to)]
  const lines: readonly (readonly [left: string, middle: string, right: string])[] = [
    [number === null ? '' : `Biểu số ${number}`, title.toUpperCase(), `Đơn vị báo cáo: ${scope}`],
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
function layHeads(sheet: Sheet, { columns, rowHead }: PrintedTable): number {
  const depth = 1 + Math.max(0, ...columns.map(({ over }) => over.length))
  const heads: readonly Head[] = [
    ['STT', [0, 0, depth - 1, 0]],
    [rowHead, [0, 1, depth - 1, 1]],
    ...Array.from({ length: depth - 1 }, (_, level) => headsOver(columns, level)).flat(),
    ...columns.map(({ head, over }, index): Head => {
      return [head, [over.length, index + BEFORE, depth - 1, index + BEFORE]]
    }),
  ]
  for (const [text, [top, left, bottom, right]] of heads) {
    put(sheet, [HEAD_ROW + top, left, HEAD_ROW + bottom, right], [text, 'head'])
  }
  const row = HEAD_ROW + depth
  if (columns.every(({ number }) => number === null)) return row
  const numbers = ['(1)', '(2)', ...columns.map(({ number }) => number ?? '')]
  for (const [column, text] of numbers.entries()) put(sheet, [row, column, row, column], [text, 'columnNumber'])
  return row + 1
}

/** Neighbours under the same heads share them. */
function headsOver(columns: readonly PrintedColumn[], level: number): readonly Head[] {
  const heads: Head[] = []
  columns.forEach(({ over }, index) => {
    const text = over[level]
    if (text === undefined) return
    const isSame = (each: PrintedColumn | undefined): boolean =>
      each !== undefined && over.slice(0, level + 1).every((head, depth) => each.over[depth] === head)
    if (isSame(columns[index - 1])) return
    let right = index
    while (isSame(columns[right + 1])) right++
    heads.push([text, [level, index + BEFORE, level, right + BEFORE]])
  })
  return heads
}

const ROW = { whole: 'number', tenth: 'tenth', share: 'share' } as const
const SUM = { whole: 'sum', tenth: 'sumTenth', share: 'sumShare' } as const
type CellRow = { readonly cells: readonly PrintedCell[]; readonly looks: typeof ROW | typeof SUM }

function layCells(sheet: Sheet, row: number, { cells, looks }: CellRow): void {
  for (const [index, { value, isShare }] of cells.entries()) {
    const isWhole = typeof value === 'string' || Number.isInteger(value)
    const look = isShare ? looks.share : isWhole ? looks.whole : looks.tenth
    put(sheet, [row, index + BEFORE, row, index + BEFORE], [value === '' ? null : value, look])
  }
}

function layFoot(sheet: Sheet, { besides, identities, notes, stamp }: PrintedTable, from: number): void {
  const lines: readonly (readonly [text: string, look: Look])[] = [
    ...(besides.length === 0 ? [] : [['Ngoài biểu', 'footTitle'] as const]),
    ...besides.map((line) => [line, 'foot'] as const),
    ...(identities.length === 0 ? [] : [['Các đẳng thức của biểu', 'footTitle'] as const]),
    ...identities.map(({ text, holds }) => [`${text}: ${holds ? 'đúng' : 'KHÔNG ĐÚNG'}`, 'foot'] as const),
    ['Tính thế nào', 'footTitle'],
    ...notes.map((note) => [note, 'foot'] as const),
    ...stamp.map((line) => [line, 'foot'] as const),
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
