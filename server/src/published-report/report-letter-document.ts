import type { HeadCell, LinkedPart, StateDocument, Table } from '@motcua/core/document/document.ts'
import { headLines } from '@motcua/core/figure/figure.ts'
import { type Instant, parseInstant } from '@motcua/core/kernel/instant.ts'
import { formatClosing, formatDate } from '@motcua/core/kernel/text.ts'
import { fieldQuestions, findField, type ReportDocument, type Run } from '@motcua/core/narrative/narrative.ts'
import {
  type FrozenFigures,
  type FrozenTable,
  frozenCell,
  type PublishedContent,
} from '@motcua/core/published-report/published-report.ts'
import { dimensionName, headsOf } from './frozen-look.ts'

/** What a report is set from, signed or not. */
export type SetReport = {
  readonly content: Pick<PublishedContent, 'scope' | 'period' | 'asOf' | 'tables'>
  readonly document: ReportDocument
  readonly madeAt: Instant
  /** Origin of our pages, to which figures lead. */
  readonly publicUrl: string
  /** Written across the pages; null for what has been signed. */
  readonly mark: string | null
  /** Of the published report, whose lists its figures open; null before it is published. */
  readonly number: number | null
}

/** The report as an administrative document (NĐ 30/2020): its text with figures that lead to their dossiers, its tables behind. */
export function reportLetterDocument(report: SetReport): StateDocument {
  const { content, document, madeAt, mark } = report
  const { letter } = document
  return {
    title: document.subject,
    madeAt,
    paper: 'a4',
    issuer: letter.issuer,
    number: letter.number,
    place: letter.place,
    date: letter.date,
    kind: 'BÁO CÁO',
    subject: document.subject,
    addressees: [],
    blocks: document.sections.flatMap(({ heading, level, paragraphs }) => [
      ...(heading === '' ? [] : [{ kind: 'heading', level, text: heading } as const]),
      ...paragraphs.map(({ look, runs }) => ({
        kind: 'linked' as const,
        item: look === 'item',
        parts: runs.map((run) => partOf(run, report)),
      })),
    ]),
    signature: { ...letter.signature, signedAt: letter.signature.name === null ? null : madeAt },
    recipients: document.recipients,
    mark,
    appendices: content.tables.map((table) => appendix(table, content)),
  }
}

function partOf({ text, code, blank }: Run, { content, publicUrl, number }: SetReport): LinkedPart {
  if (blank) return { text: `[${text}]`, link: null }
  const field = code === null ? undefined : findField(code)
  const published = number === null ? {} : { published: number }
  const asked = { scope: content.scope.id, period: content.period, asOf: content.asOf, ...published }
  const question = field === undefined ? undefined : fieldQuestions(field, asked)[0]
  if (question === undefined || publicUrl === '') return { text, link: null }
  const page = number === null ? 'ho-so' : `cong-bo/${number}/ho-so`
  return { text, link: `${publicUrl}/can-bo/bao-cao/${page}?${new URLSearchParams(question.query).toString()}` }
}

function appendix(table: FrozenTable, { period, asOf }: SetReport['content']): Table {
  const heads = headsOf(table)
  const lines = headLines(heads)
  const cells = (figures: FrozenFigures): readonly string[] =>
    table.columns.map((id) => frozenCell(table, id, figures[id] ?? null))
  const days = `Từ ngày ${formatDate(period.from)} đến hết ngày ${formatDate(period.to)}`
  const rowHead = dimensionName(table.by)
  const numbers = heads.some(({ number }) => number !== null)
    ? [['(1)', '(2)', ...heads.map(({ number }) => (number === null ? '' : `(${number})`))].map(cellOf)]
    : []
  return {
    kind: 'table',
    caption: `${table.title} theo ${rowHead.toLowerCase()}`,
    note: `${days}; số liệu tính đến ${formatClosing(parseInstant(asOf))}; ${table.source}`,
    columns: [
      { head: 'TT', align: 'centre' },
      { head: rowHead, align: 'start' },
      ...heads.map(({ head }) => ({ head, align: 'end' as const })),
    ],
    headLines: [
      ...lines.map((line, index) => [
        ...(index === 0 ? ['TT', rowHead].map((text) => ({ text, columns: 1, lines: lines.length })) : []),
        ...line.map(({ text, columns, lines: down }) => ({ text, columns, lines: down })),
      ]),
      ...numbers,
    ],
    rows: [
      ...table.rows.map(({ name, figures }, index) => ({
        cells: [String(index + 1), name, ...cells(figures)],
        total: false,
      })),
      { cells: ['', 'Tổng số', ...cells(table.totals)], total: true },
    ],
  }
}

const cellOf = (text: string): HeadCell => ({ text, columns: 1, lines: 1 })
