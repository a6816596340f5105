import { type Findings, listRepeats, problem, type RecordProblem } from '../kernel/record-problem.ts'
import { DIMENSIONS, namesPeople } from '../report/report.ts'
import type { Narrative, NarrativeParagraph } from './narrative.ts'
import { figuresIn } from './narrative-condition.ts'
import { fieldsOf, piecesOf } from './piece.ts'

type Placed = { readonly path: string; readonly paragraph: NarrativeParagraph }

/** Whether everything that the template speaks of exists: a sentence about a figure that nobody counts does not load. */
export function checkNarrative(narrative: Narrative, knownFigures: ReadonlySet<string>): Findings {
  const id = `${narrative.id}@${narrative.version}`
  const placed = placedParagraphs(narrative)
  const unknownFigure = (path: string, figures: readonly string[]): readonly RecordProblem[] =>
    figures
      .filter((figure) => !knownFigures.has(figure))
      .map((figure) => problem(id, path, `không có số liệu "${figure}"; sửa tên, hoặc khai báo số liệu trước`))
  return {
    problems: [
      ...repeats(narrative, placed),
      ...faultyText(id, 'subject', { text: narrative.subject, inRow: false }),
      ...(piecesOf(narrative.subject).pieces.some(({ is }) => is === 'field' || is === 'blank')
        ? [problem(id, 'subject', 'trích yếu chỉ dùng chữ và các từ thay thế như {period}, không dùng số liệu')]
        : []),
      ...placed.flatMap(({ path, paragraph: { text, when, each } }) => [
        ...faultyText(id, path, { text, inRow: each !== null }),
        ...unknownFigure(
          `${path}.text`,
          fieldsOf(piecesOf(text).pieces).flatMap(({ figure, outOf }) => [figure, ...(outOf === null ? [] : [outOf])]),
        ),
        ...unknownFigure(`${path}.when`, when === null ? [] : figuresIn(when)),
        ...unknownFigure(`${path}.each`, each === null ? [] : [each.figure]),
        ...(each === null ? [] : unknownDimension(id, `${path}.each.by`, each.by)),
      ]),
      ...narrative.tables.flatMap(({ by }, index) => unknownDimension(id, `tables[${index}].by`, by)),
    ],
    warnings: [],
  }
}

function placedParagraphs({ opening, sections, closing }: Narrative): readonly Placed[] {
  const within = (path: string, paragraphs: readonly NarrativeParagraph[]): readonly Placed[] =>
    paragraphs.map((paragraph, index) => ({ path: `${path}[${index}]`, paragraph }))
  return [
    ...within('opening', opening),
    ...sections.flatMap((section, index) => within(`sections[${index}].paragraphs`, section.paragraphs)),
    ...within('closing', closing),
  ]
}

/** What people wrote over a paragraph is found again by its id. */
function repeats({ id, sections }: Narrative, placed: readonly Placed[]): readonly RecordProblem[] {
  const paragraphs = listRepeats(placed.map(({ paragraph }) => paragraph.id))
  return [
    ...paragraphs.map(({ value, index }) => problem(id, `${placed[index]?.path}.id`, `mã đoạn "${value}" đã dùng`)),
    ...listRepeats(sections.map((section) => section.id)).map(({ value, index }) =>
      problem(id, `sections[${index}].id`, `mã mục "${value}" đã dùng`),
    ),
  ]
}

type Said = { readonly text: string; readonly inRow: boolean }

function faultyText(id: string, path: string, { text, inRow }: Said): readonly RecordProblem[] {
  const { pieces, unknown } = piecesOf(text)
  const ofRow = pieces.some((piece) => piece.is === 'word' && (piece.word === 'row' || piece.word === 'reasons'))
  return [
    ...unknown.map((code) => problem(id, path, `không hiểu "${code}"; xem cách viết số liệu trong data/README.md`)),
    ...(ofRow && !inRow ? [problem(id, path, '{row} và {reasons} chỉ dùng trong đoạn lặp theo hàng (each)')] : []),
  ]
}

function unknownDimension(id: string, path: string, by: string): readonly RecordProblem[] {
  const published = DIMENSIONS.filter((each) => !namesPeople(each))
  return published.some((each) => each === by)
    ? []
    : [problem(id, path, `không chia hàng theo "${by}" được; dùng một trong: ${published.join(', ')}`)]
}
