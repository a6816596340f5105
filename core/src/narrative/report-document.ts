import type { ComparedPeriod } from './field.ts'
import type { ReportLetter } from './report-letter.ts'

/** A stretch of a sentence. `code` is the field it was counted from (see `findField`), null for plain words. */
export type Run = {
  readonly text: string
  readonly code: string | null
  /** Still to be filled by a person; the text says with what. */
  readonly blank: boolean
}

export type ReportParagraph = {
  readonly id: string
  readonly look: 'text' | 'item'
  readonly runs: readonly Run[]
  /** Who last wrote it by hand; null while it stands as the template has it. */
  readonly rewrittenBy: string | null
}

export type NarrativeSection = {
  readonly id: string
  readonly heading: string
  readonly level: 1 | 2
  readonly paragraphs: readonly ReportParagraph[]
}

/** The text of a report with its figures filled in, before or after it is signed. */
export type ReportDocument = {
  readonly narrative: { readonly id: string; readonly version: number }
  readonly subject: string
  readonly sections: readonly NarrativeSection[]
  readonly recipients: readonly string[]
  readonly letter: ReportLetter
  /** `receivedNew@1`, by period: the definitions that its numbers rest on. Absent before it is signed, and of before. */
  readonly figures?: { readonly [Of in ComparedPeriod]: readonly string[] }
}

export function paragraphText({ runs }: ReportParagraph): string {
  return runs.map(({ text }) => text).join('')
}

/** What nobody has filled in yet, as it asks. */
export function blanksOf({ sections }: Pick<ReportDocument, 'sections'>): readonly string[] {
  return sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ runs }) => runs.filter(({ blank }) => blank).map(({ text }) => text)),
  )
}
