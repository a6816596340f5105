import type { LinkedPart, StateDocument, Table } from '@motcua/core/document/document.ts'
import { type Instant, parseInstant } from '@motcua/core/kernel/instant.ts'
import { formatClosing, formatDate, formatNumber } from '@motcua/core/kernel/text.ts'
import { fieldQuestions, findField, type ReportDocument, type Run } from '@motcua/core/narrative/narrative.ts'
import type { FrozenFigures, FrozenTable, PublishedContent } from '@motcua/core/published-report/published-report.ts'
import { DIMENSION_NAME, type Dimension } from '@motcua/core/report/report.ts'

/** What a report is set from, signed or not. */
export type SetReport = {
  readonly content: Pick<PublishedContent, 'scope' | 'period' | 'asOf' | 'tables'>
  readonly document: ReportDocument
  readonly madeAt: Instant
  /** Origin of our pages, to which figures lead. */
  readonly publicUrl: string
  /** Written across the pages; null for what has been signed. */
  readonly mark: string | null
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

function partOf({ text, code, blank }: Run, { content, publicUrl }: SetReport): LinkedPart {
  if (blank) return { text: `[${text}]`, link: null }
  const field = code === null ? undefined : findField(code)
  const asked = { scope: content.scope.id, period: content.period, asOf: content.asOf }
  const question = field === undefined ? undefined : fieldQuestions(field, asked)[0]
  if (question === undefined || publicUrl === '') return { text, link: null }
  return { text, link: `${publicUrl}/can-bo/bao-cao/ho-so?${new URLSearchParams(question.query).toString()}` }
}

function appendix(table: FrozenTable, { period, asOf }: SetReport['content']): Table {
  const heads = table.columns.map((id) => table.definitions.find((each) => each.id === id)?.name ?? id)
  const cells = (figures: FrozenFigures): readonly string[] =>
    table.columns.map((id) => {
      const value = figures[id] ?? null
      return value === null ? '–' : formatNumber(value)
    })
  const days = `từ ngày ${formatDate(period.from)} đến hết ngày ${formatDate(period.to)}`
  return {
    kind: 'table',
    caption: `${table.source}: ${table.title}, ${days}, số liệu tính đến ${formatClosing(parseInstant(asOf))}`,
    columns: [
      { head: dimensionName(table.by), align: 'start' },
      ...heads.map((head) => ({ head, align: 'end' as const })),
    ],
    rows: [
      ...table.rows.map(({ name, figures }) => ({ cells: [name, ...cells(figures)], total: false })),
      { cells: ['Tổng số', ...cells(table.totals)], total: true },
    ],
  }
}

const isDimension = (by: string): by is Dimension => Object.hasOwn(DIMENSION_NAME, by)
const dimensionName = (by: string): string => (isDimension(by) ? DIMENSION_NAME[by] : by)
