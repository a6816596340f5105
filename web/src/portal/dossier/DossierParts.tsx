import type { DossierView, Party } from '../../api/views.ts'
import { FILING_TEXT } from '../../text/filing-text.ts'
import { day, fileSize } from '../../text/moments.ts'
import { MY_TEXT as TEXT } from '../../text/my-dossier-text.ts'
import { FileList } from '../../ui/FileList.tsx'
import { paths } from '../paths.ts'

export function PartyFacts({ title, party }: { readonly title: string; readonly party: Party }) {
  const facts = [
    { name: title, value: party.name },
    { name: FILING_TEXT.idNumber, value: party.idNumber },
    { name: FILING_TEXT.birthDate, value: party.birthDate === null ? '' : day(party.birthDate) },
    { name: FILING_TEXT.address, value: party.address },
    { name: FILING_TEXT.phone, value: party.phone ?? '' },
    { name: FILING_TEXT.email, value: party.email ?? '' },
  ]
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== '')
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name.charAt(0).toUpperCase() + name.slice(1)}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

export function AnswerList({ sections }: { readonly sections: DossierView['answers'] }) {
  const filled = sections.filter(({ fields }) => fields.length > 0)
  if (filled.length === 0) return <p className="soft">{TEXT.notAnswered}</p>
  return filled.map((section) => (
    <section key={section.title} className="stack-tight">
      <h3>{section.title}</h3>
      <dl className="facts">
        {section.fields.map((field) => (
          <div key={field.label}>
            <dt>{field.label}</dt>
            <dd className="figures pre">{field.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}

export function PaperList({ view }: { readonly view: DossierView }) {
  if (view.documents.length === 0) return <p className="soft">{FILING_TEXT.noPapers}</p>
  const files = view.documents.map((document, index) => ({
    key: String(index),
    name: document.name,
    note: noteOf(document),
    href: document.file === null ? null : paths.file(document.file.hash, view.id),
  }))
  return <FileList files={files} />
}

function noteOf({ kind, file }: DossierView['documents'][number]): string {
  if (kind === 'paper') return TEXT.kindPaper
  const parts = [
    ...(kind === 'reuse' ? [TEXT.kindReuse] : []),
    ...(file === null ? [] : [file.name, fileSize(file.bytes)]),
  ]
  return parts.join(' · ')
}
