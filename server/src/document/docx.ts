import {
  appendixName,
  appendixNote,
  type Block,
  formatDocumentDate,
  formatDocumentNumber,
  type HeadCell,
  issuerLines,
  recipientLines,
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
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'

const FONT = 'Times New Roman'
/** Half points (NĐ 30/2020 Phụ lục I): text 14, head 13, notes 12, wide tables 9. */
const SIZE = { body: 28, head: 26, note: 24, table: 18 } as const
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE }
const SHORT_LINE = { bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 } } as const
const FRAME = { style: BorderStyle.SINGLE, size: 6, space: 2, color: '000000' } as const
const mm = convertMillimetersToTwip

/** The same document as the PDF, for those who go on working with it in a word processor. */
export function writeDocx(document: StateDocument): Promise<Buffer> {
  const margin = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) }
  const size = { width: mm(210), height: mm(297) }
  const { mark, appendices = [] } = document
  const headers = { default: new Header({ children: headerOf(mark, true) }) }
  const first = new Header({ children: headerOf(mark, false) })
  return Packer.toBuffer(
    new Document({
      title: document.title,
      creator: document.issuer.name,
      styles: { default: { document: { run: { font: FONT, size: SIZE.body } } } },
      sections: [
        {
          properties: { titlePage: true, page: { size, margin } },
          headers: { ...headers, first },
          children: letterOf(document),
        },
        ...appendices.map((table, place) => ({
          properties: {
            titlePage: true,
            page: { size: { ...size, orientation: PageOrientation.LANDSCAPE }, margin, pageNumbers: { start: 1 } },
          },
          headers: { ...headers, first },
          children: [
            centred(appendixName(place, appendices.length), { bold: true }),
            ...(table.caption === null ? [] : [centred(table.caption.toUpperCase(), { bold: true, size: SIZE.head })]),
            centred(appendixNote(document), { italics: true, size: SIZE.head }),
            ...(table.note === undefined ? [] : [centred(table.note, { size: SIZE.note - 2, after: 120 })]),
            ...tableOf({ ...table, caption: null }, { size: SIZE.table, room: ACROSS }),
          ],
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

/** The number of the page in the middle; what is not in force says so on every page. */
function headerOf(mark: string | null, numbered: boolean): Paragraph[] {
  const look = { size: SIZE.head }
  return [
    ...(mark === null
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.END,
            children: [new TextRun({ text: mark, bold: true, ...look, border: FRAME })],
          }),
        ]),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: numbered ? [new TextRun({ children: [PageNumber.CURRENT], ...look })] : [],
    }),
  ]
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
      ...(issuer.superior === null
        ? []
        : issuerLines(issuer.superior).map((line) => centred(line.toUpperCase(), head))),
      ...issuerLines(issuer.name).map((line) => centred(line.toUpperCase(), { bold: true, ...head })),
      new Paragraph({ border: SHORT_LINE, indent: { left: mm(22), right: mm(22) }, spacing: { line: 60 } }),
      centred(`Số: ${number === null ? '……' : formatDocumentNumber(number)}`, { ...head, before: 120 }),
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
      return tableOf(block, { size: SIZE.note, room: UPRIGHT })
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

/** Half points, and the width of the text in millimetres. */
type Setting = { readonly size: number; readonly room: number }
const UPRIGHT = 160
const ACROSS = 247

/** Words get three times the room of a number, what stands in the middle (a count of lines) half of it. */
const SHARE = { start: 3.4, end: 1, centre: 0.5 } as const

function tableOf({ caption, columns, rows, headLines }: TableBlock, { size, room }: Setting): (Paragraph | Table)[] {
  const shares = columns.map(({ align }) => SHARE[align])
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const heads = headLines ?? [columns.map(({ head }): HeadCell => ({ text: head, columns: 1, lines: 1 }))]
  return [
    ...(caption === null ? [] : [centred(caption, { bold: true, size: SIZE.note, after: 120 })]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: shares.map((share) => mm((share / whole) * room)),
      layout: TableLayoutType.FIXED,
      rows: [
        ...heads.map(
          (line) =>
            new TableRow({ tableHeader: true, cantSplit: true, children: line.map((cell) => headCell(cell, size)) }),
        ),
        ...rows.map(
          ({ cells, total }) =>
            new TableRow({
              cantSplit: true,
              children: cells.map((text, index) => {
                const alignment = SIDE[columns[index]?.align ?? 'start']
                return new TableCell({
                  children: [new Paragraph({ alignment, children: [new TextRun({ text, size, bold: total })] })],
                })
              }),
            }),
        ),
      ],
    }),
  ]
}

function headCell({ text, columns, lines }: HeadCell, size: number): TableCell {
  return new TableCell({
    columnSpan: columns,
    rowSpan: lines,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, size, bold: true })] })],
  })
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
    ...recipientLines(recipients).map((text) => new Paragraph({ children: [new TextRun({ text, ...small })] })),
  ]
  const capacity = [...(signature?.authority?.split('\n') ?? []), ...(signature === null ? [] : [signature.title])]
  const right = [
    ...capacity.map((line) => centred(line.toUpperCase(), { bold: true })),
    ...(signature === null ? [] : [centred(signature.name ?? '', { bold: true, before: 1200 })]),
  ]
  return sideBySide(left.length === 0 ? [new Paragraph('')] : left, right.length === 0 ? [new Paragraph('')] : right)
}
