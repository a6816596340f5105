import { Fragment, type ReactNode } from 'react'
import type { ReportDocument, ReportParagraph, ReportRun } from '../api/views.ts'

type ReportTextProps = {
  readonly document: ReportDocument
  /** How a number is shown: the office leads to its dossiers, the portal shows it. */
  readonly figure: (run: ReportRun) => ReactNode
}

/** The text of a report, section by section. */
export function ReportText({ document, figure }: ReportTextProps) {
  return (
    <div className="report-text">
      {document.sections.map((section) => (
        <section key={section.id}>
          {section.heading !== '' && <SectionHead level={section.level}>{section.heading}</SectionHead>}
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph.id} className={paragraph.look === 'item' ? 'report-item' : undefined}>
              <Runs paragraph={paragraph} figure={figure} />
            </p>
          ))}
        </section>
      ))}
    </div>
  )
}

export function SectionHead({ level, children }: { readonly level: number; readonly children: ReactNode }) {
  return level === 1 ? <h2>{children}</h2> : <h3>{children}</h3>
}

type RunsProps = { readonly paragraph: ReportParagraph; readonly figure: ReportTextProps['figure'] }

export function Runs({ paragraph, figure }: RunsProps) {
  return paragraph.runs.map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name than their place
    <Fragment key={index}>{runOf(run, figure)}</Fragment>
  ))
}

function runOf(run: ReportRun, figure: ReportTextProps['figure']): ReactNode {
  if (run.blank) return <mark className="blank">[{run.text}]</mark>
  return run.code === null ? run.text : figure(run)
}
