import type { DossierView, Party } from '../../api/views.ts'
import { DOSSIER_TEXT as TEXT } from '../../text/dossier-text.ts'
import { day, fileSize } from '../../text/moments.ts'
import { sheetsText } from '../../text/sheets.ts'
import { FileList } from '../../ui/FileList.tsx'
import { outside } from '../paths.ts'

export function People({ view }: { readonly view: DossierView }) {
  return (
    <section>
      <h3>{TEXT.people}</h3>
      <dl className="pairs">
        <dt>{TEXT.applicant}</dt>
        <dd>{partyText(view.applicant)}</dd>
        {view.submitter !== null && (
          <>
            <dt>{TEXT.submitter}</dt>
            <dd>{partyText(view.submitter)}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function partyText(party: Party): string {
  const birth = party.birthDate === null ? null : day(party.birthDate)
  const parts = [party.name, party.idNumber, birth, party.address, party.phone, party.email]
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

export function Papers({ view }: { readonly view: DossierView }) {
  const files = view.documents.map((document, index) => ({
    key: String(index),
    name: document.name,
    note: paperNote(document),
    href: document.file === null ? null : outside.file(document.file.hash, view.id),
  }))
  return (
    <section>
      <h3>{TEXT.papers}</h3>
      {files.length === 0 ? <p className="soft">{TEXT.noPapers}</p> : <FileList files={files} />}
    </section>
  )
}

function paperNote(document: DossierView['documents'][number]): string {
  if (document.file !== null) return `${document.file.name} · ${fileSize(document.file.bytes)}`
  return [TEXT.paperOnly, sheetsText(document)].filter((part) => part !== '').join(' · ')
}

export function Answers({ view }: { readonly view: DossierView }) {
  const sections = view.answers.filter(({ fields }) => fields.length > 0)
  return (
    <section>
      <h3>{TEXT.form}</h3>
      {sections.length === 0 && <p className="soft">{TEXT.notAnswered}</p>}
      {sections.map((section) => (
        <div key={section.title}>
          <h4>{section.title}</h4>
          <dl className="pairs">
            {section.fields.map((field) => (
              <AnswerPair key={field.label} label={field.label} value={field.value} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}

function AnswerPair({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="figures pre">{value}</dd>
    </>
  )
}
