import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { type FrozenFigures, type FrozenTable, frozenCell } from '@motcua/core/published-report/published-report.ts'
import { type PrintedCell, type PrintedTable, writeReportWorkbook } from '../report/report.ts'
import type { PublishedReport } from './published-report.ts'
import { besidesOf, dimensionName, headsOf } from './frozen-look.ts'

/** The frozen tables as a workbook, a sheet each, with what proves that they are those that were published. */
export function writePublishedWorkbook(report: PublishedReport): Promise<Uint8Array> {
  return writeReportWorkbook(report.content.tables.map((table, index) => printedTable(table, index + 1, report)))
}

function printedTable(
  table: FrozenTable,
  place: number,
  { number: published, content, contentHash }: PublishedReport,
): PrintedTable {
  const { form, number = null, title, source, unit = 'Số hồ sơ', by, columns, totals, rows, identities, notes } = table
  const cells = (figures: FrozenFigures): readonly PrintedCell[] =>
    columns.map((figure) => cellOf(table, figure, figures))
  return {
    ...{ number, title, source, unit, identities, notes, scope: content.scope.name, period: content.period },
    // Two tables of one form differ in their rows; a sheet needs a name of its own.
    name: `${place}. ${form}`,
    asOf: parseInstant(content.asOf),
    rowHead: dimensionName(by),
    columns: headsOf(table).map(({ head, over, number: own }) => ({
      head,
      over,
      number: own === null ? null : `(${own})`,
    })),
    rows: rows.map((row) => ({ name: row.name, cells: cells(row.figures) })),
    totals: cells(totals),
    besides: besidesOf(table).map(({ id, name }) => `${name}: ${frozenCell(table, id, totals[id] ?? null)}`),
    stamp: [
      `Báo cáo công bố số ${published}: số liệu được giữ nguyên như lúc công bố${content.corrections ? ', kể cả thời điểm đã được duyệt đính chính' : ''}.`,
      `Mã băm SHA-256 của nội dung đã công bố: ${contentHash}`,
    ],
  }
}

function cellOf(table: FrozenTable, figure: string, figures: FrozenFigures): PrintedCell {
  const value = figures[figure] ?? null
  const isShare = table.definitions.find(({ id }) => id === figure)?.kind === 'ratio'
  return { value: value ?? frozenCell(table, figure, null), isShare }
}
