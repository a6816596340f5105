import type { ReactNode } from 'react'
import type { ProcedureCase, ProcedureView } from '../../api/views.ts'
import { money } from '../../text/moments.ts'
import { CHANNEL_NAME, PROCEDURE_TEXT as TEXT } from '../../text/procedure-text.ts'
import { Table } from '../../ui/Table.tsx'
import { sheetsText } from '../../text/sheets.ts'

type PartsProps = { readonly procedure: ProcedureView; readonly procedureCase: ProcedureCase | null }

/** The parts that must be published about a procedure (NĐ 63/2010 Đ.8), each under its heading. */
export function ProcedureParts({ procedure, procedureCase }: PartsProps) {
  return (
    <>
      {procedureCase !== null && <Documents documents={procedureCase.documents} />}
      {procedureCase !== null && procedureCase.fees.length > 0 && <Fees fees={procedureCase.fees} />}
      {procedure.steps.length > 0 && (
        <Part id="trinh-tu" title={TEXT.steps}>
          <ol className="prose">
            {procedure.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Part>
      )}
      {procedure.conditions !== null && (
        <Part id="dieu-kien" title={TEXT.conditions}>
          <p className="prose">{procedure.conditions}</p>
        </Part>
      )}
      <TextList id="ket-qua" title={TEXT.results} items={procedure.results.map(({ name }) => name)} />
      <TextList id="doi-tuong" title={TEXT.audience} items={procedure.audience} />
      <TextList id="can-cu" title={TEXT.legalBases} items={procedure.legalBases} />
      <p className="small soft">
        {TEXT.published} {procedure.source}
      </p>
    </>
  )
}

export function Documents({ documents }: { readonly documents: ProcedureCase['documents'] }) {
  const papers = documents.filter(({ kind }) => kind !== 'note')
  const notes = documents.filter(({ kind }) => kind === 'note')
  return (
    <Part id="giay-to" title={TEXT.documents}>
      {papers.length === 0 && <p>{TEXT.noDocuments}</p>}
      <ul className="paper-list">
        {papers.map((document) => (
          <li key={document.id}>
            {document.name}
            <span className="small soft">
              {' '}
              {[documentNote(document), sheetsText(document)].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <p key={note.id} className="small soft">
          {note.name}
        </p>
      ))}
    </Part>
  )
}

function documentNote(document: ProcedureCase['documents'][number]): string {
  if (document.kind === 'show') return TEXT.toShow
  return document.mandatory ? TEXT.mandatory : TEXT.optional
}

function Fees({ fees }: { readonly fees: ProcedureCase['fees'] }) {
  return (
    <Part id="le-phi" title={TEXT.fees}>
      <Table
        caption={TEXT.fees}
        rows={fees}
        keyOf={(line) => line.id}
        columns={[
          { head: TEXT.fees, cell: (line) => line.name },
          { head: TEXT.channel, cell: (line) => line.channels.map((channel) => CHANNEL_NAME[channel]).join(', ') },
          {
            head: TEXT.howMuch,
            kind: 'number',
            cell: (line) => (line.per === 'copy' ? `${money(line.amount)} ${TEXT.perCopy}` : money(line.amount)),
          },
        ]}
      />
    </Part>
  )
}

function TextList({
  id,
  title,
  items,
}: {
  readonly id: string
  readonly title: string
  readonly items: readonly string[]
}) {
  if (items.length === 0) return null
  return (
    <Part id={id} title={title}>
      <ul className="prose">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Part>
  )
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
