import type { ReactNode } from 'react'
import type { DossierView } from '../../api/views.ts'
import { FILING_TEXT as TEXT } from '../../text/filing-text.ts'
import { fileSize } from '../../text/moments.ts'
import { PROCEDURE_TEXT } from '../../text/procedure-text.ts'
import { Field } from '../../ui/Field.tsx'
import { FileList } from '../../ui/FileList.tsx'
import { Select } from '../../ui/Select.tsx'
import { paths } from '../paths.ts'
import { sheetsText } from '../../text/sheets.ts'
import type { Reusable } from './reuse-papers.ts'
import { type Paper, fileControl, reuseControl } from './upload-papers.ts'

type Held = { readonly document: DossierView['documents'][number]; readonly index: number }

type PaperProps = {
  readonly paper: Paper
  readonly held: readonly Held[]
  readonly dossier: string
  readonly reusable: readonly Reusable[]
  readonly problem: string | undefined
  readonly children?: ReactNode
}

/** One required paper: what it is, what was handed in for it, and how to hand it in. */
export function PaperField({ paper, held, dossier, reusable, problem, children }: PaperProps) {
  if (paper.kind !== 'present') {
    return (
      <li className="paper">
        <p className="paper-name">{paper.name}</p>
        {paper.kind === 'show' && <p className="small soft">{TEXT.bringOriginal}</p>}
      </li>
    )
  }
  return (
    <li className="paper stack">
      <Field name={fileControl(paper.id)} label={paper.name} hint={noteOf(paper)} problem={problem}>
        {(control) => (
          <input {...control} type="file" multiple accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx" className="file-input" />
        )}
      </Field>
      {children}
      {held.length > 0 && <HeldFiles held={held} dossier={dossier} />}
      {reusable.length > 0 && held.length === 0 && (
        <details>
          <summary>{TEXT.reuse}</summary>
          <Select
            name={reuseControl(paper.id)}
            label={TEXT.reuse}
            value=""
            empty={TEXT.reuseNone}
            options={reusable.map(({ hash, name, from }) => ({ value: hash, label: name, group: from }))}
          />
        </details>
      )}
    </li>
  )
}

function noteOf(paper: Paper): string {
  if (paper.id === 'other') return TEXT.otherPaperHint
  const must = paper.mandatory ? PROCEDURE_TEXT.mandatory : PROCEDURE_TEXT.optional
  return [must, sheetsText(paper)].filter((part) => part !== '').join(' · ')
}

function HeldFiles({ held, dossier }: { readonly held: readonly Held[]; readonly dossier: string }) {
  const files = held.map(({ document, index }) => ({
    key: String(index),
    name: document.file?.name ?? document.name,
    note: document.file === null ? '' : fileSize(document.file.bytes),
    href: document.file === null ? null : paths.file(document.file.hash, dossier),
  }))
  return (
    <FileList
      files={files}
      action={(file) => (
        <button type="submit" name="remove" value={file.key} className="button">
          {TEXT.remove}
          <span className="visually-hidden"> {file.name}</span>
        </button>
      )}
    />
  )
}
