import {
  type Block,
  formatDocumentDate,
  type StateDocument,
  type Table as TableBlock,
} from '@motcua/core/document/document.ts'
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

const FONT = 'Times New Roman'
/** Half points (NĐ 30/2020 Phụ lục I): text 14, head 13, notes 12, wide tables 9. */
const SIZE = { body: 28, head: 26, note: 24, table: 18 } as const
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE }
const SHORT_LINE = { bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 } } as const
const mm = convertMillimetersToTwip

/** The same document as the PDF, for those who go on working with it in a word processor. */
export function writeDocx(document: StateDocument): Promise<Buffer> {
  const margin = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) }
  const size = { width: mm(210), height: mm(297) }
  const headers = { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) }
  return Packer.toBuffer(
    new Document({
      title: document.title,
      creator: document.issuer.name,
      styles: { default: { document: { run: { font: FONT, size: SIZE.body } } } },
      sections: [
        { properties: { titlePage: true, page: { size, margin } }, headers, children: letterOf(document) },
        ...(document.appendices ?? []).map((table, index) => ({
          properties: { page: { size: { ...size, orientation: PageOrientation.LANDSCAPE }, margin } },
          headers: { default: new Header({ children: [pageNumber()] }) },
          children: [centred(`PHỤ LỤC ${index + 1}`, { bold: true, size: SIZE.note }), ...tableOf(table, SIZE.table)],
        })),
      ],
    }),
  )
}

function letterOf(document: StateDocument): (Paragraph | Table)[] {
  return [
    headOf(document),
    ...(document.kind === null ? [] : [centred(document.kind.toUpperCase(), { bold: true, before: 240 })]),
    ...(document.kind === null ? [] : [centred(document.subject, { bold: true, after: 240 })]),
    ...document.addressees.map((each) => centred(`Kính gửi: ${each}`, {})),
    ...document.blocks.flatMap(blockOf),
    footOf(document),
  ]
}

type Look = {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly size?: number
  readonly before?: number
  readonly after?: number
}

function centred(text: string, { before = 0, after = 0, ...look }: Look): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after },
    children: [new TextRun({ text, ...look })],
  })
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.note })],
  })
}

/** Cơ quan ban hành on the left, quốc hiệu and tiêu ngữ on the right, number and day below. */
function headOf({ issuer, number, place, date, kind, subject }: StateDocument): Table {
  const head = { size: SIZE.head }
  const underlined = (text: string): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ text, bold: true, ...head, underline: {} })],
    })
  const day = date === null ? 'ngày …… tháng …… năm ………' : formatDocumentDate(date)
  return sideBySide(
    [
      ...(issuer.superior === null ? [] : [centred(issuer.superior.toUpperCase(), head)]),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        border: SHORT_LINE,
        indent: { left: mm(8), right: mm(8) },
        children: [new TextRun({ text: issuer.name.toUpperCase(), bold: true, ...head })],
      }),
      centred(`Số: ${number ?? '……'}`, { ...head, before: 120 }),
      ...(kind === null ? [centred(`V/v ${subject}`, { size: SIZE.note })] : []),
    ],
    [
      centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: SIZE.note }),
      underlined('Độc lập - Tự do - Hạnh phúc'),
      centred(`${place}, ${day}`, { italics: true, ...head, before: 120 }),
    ],
  )
}

function sideBySide(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const cell = (children: readonly Paragraph[], size: number): TableCell =>
    new TableCell({ children, borders: NO_BORDERS, width: { size, type: WidthType.PERCENTAGE } })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...NO_BORDERS, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 42), cell(right, 58)] })],
  })
}

const BODY = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: mm(10) }, spacing: { after: 120 } } as const

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ ...BODY, keepNext: true, children: [new TextRun({ text: block.text, bold: true })] })]
    case 'paragraph':
      return [new Paragraph({ ...BODY, children: [new TextRun(block.text)] })]
    case 'linked':
      return [
        new Paragraph({
          ...BODY,
          children: [...(block.item ? [new TextRun('- ')] : []), ...block.parts.map(linkedPart)],
        }),
      ]
    case 'items':
      return block.items.map((item) => new Paragraph({ ...BODY, children: [new TextRun(`- ${item}`)] }))
    case 'fields':
      return block.fields.map(
        ({ label, value, strong }) =>
          new Paragraph({ ...BODY, children: [new TextRun(`${label}: `), new TextRun({ text: value, bold: strong })] }),
      )
    case 'table':
      return tableOf(block, SIZE.note)
  }
}

function linkedPart({
  text,
  link,
}: {
  readonly text: string
  readonly link: string | null
}): TextRun | ExternalHyperlink {
  return link === null ? new TextRun(text) : new ExternalHyperlink({ link, children: [new TextRun(text)] })
}

const SIDE = { start: AlignmentType.START, end: AlignmentType.END, centre: AlignmentType.CENTER } as const

function tableOf({ caption, columns, rows }: TableBlock, size: number): (Paragraph | Table)[] {
  const row = (cells: readonly string[], look: { readonly bold: boolean; readonly head: boolean }): TableRow =>
    new TableRow({
      tableHeader: look.head,
      children: cells.map((text, index) => {
        const alignment = look.head ? AlignmentType.CENTER : SIDE[columns[index]?.align ?? 'start']
        return new TableCell({
          children: [new Paragraph({ alignment, children: [new TextRun({ text, size, bold: look.bold })] })],
        })
      }),
    })
  return [
    ...(caption === null ? [] : [centred(caption, { bold: true, size: SIZE.note, after: 120 })]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        row(
          columns.map(({ head }) => head),
          { bold: true, head: true },
        ),
        ...rows.map(({ cells, total }) => row(cells, { bold: total, head: false })),
      ],
    }),
  ]
}

/** Nơi nhận on the left, the signature on the right, never torn apart. */
function footOf({ recipients, signature }: StateDocument): Table {
  const small = { size: SIZE.note - 2 }
  const left = [
    ...(recipients.length === 0
      ? []
      : [
          new Paragraph({ children: [new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: SIZE.note })] }),
        ]),
    ...recipients.map((each) => new Paragraph({ children: [new TextRun({ text: `- ${each};`, ...small })] })),
  ]
  const capacity = [...(signature?.authority?.split('\n') ?? []), ...(signature === null ? [] : [signature.title])]
  const right = [
    ...capacity.map((line) => centred(line.toUpperCase(), { bold: true })),
    ...(signature === null ? [] : [centred(signature.name ?? '', { bold: true, before: 1200 })]),
  ]
  return sideBySide(left.length === 0 ? [new Paragraph('')] : left, right.length === 0 ? [new Paragraph('')] : right)
}
