import { localDate } from '@motcua/core/kernel/instant.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { bodyOf, ProblemError } from '../../api/problem.ts'
import type { DraftEdit, ReportDraft, ReportParagraph } from '../../api/views.ts'
import { closing, day, shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { PUBLISHED_TEXT as TEXT } from '../../text/published-text.ts'
import { BlockedButton, Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Runs, SectionHead } from '../../ui/ReportText.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { api } from '../api.ts'
import { Face, ProblemFace } from '../Face.tsx'
import { paths } from '../paths.ts'
import { FieldLink } from '../published/FieldLink.tsx'
import { ParagraphEditor } from './ParagraphEditor.tsx'
import { draftEditsQuery, draftQuery } from './queries.ts'

/** The report of a period while it is being written. */
export function DraftPage() {
  const { id = '' } = useParams()
  const draft = useQuery(draftQuery(id))
  return (
    <>
      <title>{`${TEXT.draft} · ${OFFICE_TEXT.brand}`}</title>
      <Face query={draft} rows={12}>
        {(found) => <Draft draft={found} />}
      </Face>
    </>
  )
}

type Change = Pick<DraftEdit, 'paragraph' | 'pieces'> & { readonly added?: DraftEdit['added'] }

function Draft({ draft }: { readonly draft: ReportDraft }) {
  const client = useQueryClient()
  const [editing, setEditing] = useState<string | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const change = async ({ paragraph, pieces, added = null }: Change) => {
    setError(null)
    const body = { paragraph, pieces, added, seen: draft.edited[paragraph]?.number ?? 0 }
    try {
      const path = { id: draft.id }
      const saved = bodyOf(await api.POST('/api/report-drafts/{id}/edits', { params: { path }, body }))
      client.setQueryData(draftQuery(draft.id).queryKey, saved)
      await client.invalidateQueries({ queryKey: draftEditsQuery(draft.id).queryKey })
      setEditing(null)
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem
      setError(problem)
    }
  }
  return (
    <>
      <div className="page-head">
        <h1>{draft.document.subject}</h1>
        <p className="figures">
          {TEXT.draft} · {draft.scope.name} · {day(draft.period.from)}–{day(draft.period.to)} · {TEXT.asOf}{' '}
          {closing(draft.asOf)}
        </p>
      </div>
      <p className="soft">{TEXT.draftWhy}</p>
      {error !== null && <ProblemFace error={error} onRetry={() => setError(null)} />}
      <div className="report-text">
        {draft.document.sections.map((section) => (
          <section key={section.id}>
            {section.heading !== '' && <SectionHead level={section.level}>{section.heading}</SectionHead>}
            {section.paragraphs.map((paragraph) => (
              <Paragraph
                key={paragraph.id}
                {...{ draft, paragraph, editing: editing === paragraph.id, setEditing, change }}
                section={section.id}
              />
            ))}
          </section>
        ))}
      </div>
      <LeftOut draft={draft} />
      <Sign draft={draft} />
      <History draft={draft} />
    </>
  )
}

type ParagraphProps = {
  readonly draft: ReportDraft
  readonly paragraph: ReportParagraph
  readonly section: string
  readonly editing: boolean
  readonly setEditing: (paragraph: string | null) => void
  readonly change: (change: Change) => Promise<void>
}

function Paragraph({ draft, paragraph, section, editing, setEditing, change }: ParagraphProps) {
  const { id, look, runs, rewrittenBy } = paragraph
  const { scope, period, asOf } = draft
  const report = { scope: scope.id, period: { from: localDate(period.from), to: localDate(period.to) }, asOf }
  if (editing) {
    return (
      <ParagraphEditor
        runs={runs}
        figures={draft.figures}
        onSave={(pieces) => void change({ paragraph: id, pieces })}
        onCancel={() => setEditing(null)}
      />
    )
  }
  const add = () => {
    const paragraphId = `them-${crypto.randomUUID()}`
    void change({ paragraph: paragraphId, pieces: [{ blank: TEXT.paragraph }], added: { section, after: id, look } })
  }
  return (
    <div className="draft-paragraph">
      <p className={look === 'item' ? 'report-item' : undefined}>
        <Runs paragraph={paragraph} figure={(run) => <FieldLink run={run} report={report} />} />
        {rewrittenBy !== null && (
          <span className="small soft">
            {' '}
            ({TEXT.rewritten} {rewrittenBy})
          </span>
        )}
      </p>
      {draft.publishedNumber === null && (
        <p className="row draft-tools">
          <Button kind="plain" onClick={() => setEditing(id)}>
            {TEXT.edit}
          </Button>
          <Button kind="plain" onClick={() => void change({ paragraph: id, pieces: null })}>
            {TEXT.leaveOut}
          </Button>
          <Button kind="plain" onClick={add}>
            {TEXT.addAfter}
          </Button>
        </p>
      )}
    </div>
  )
}

function LeftOut({ draft }: { readonly draft: ReportDraft }) {
  if (draft.leftOut.length === 0) return null
  return (
    <details>
      <summary>
        {TEXT.leftOut} ({draft.leftOut.length})
      </summary>
      <ul>
        {draft.leftOut.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </details>
  )
}

/** Open to the leader alone; whoever cannot sign sees why. */
function Sign({ draft }: { readonly draft: ReportDraft }) {
  const navigate = useNavigate()
  const [number, setNumber] = useState('')
  const [error, setError] = useState<Error | null>(null)
  if (draft.publishedNumber !== null) {
    return (
      <Notice kind="good" title={`${TEXT.published} ${draft.publishedNumber}`}>
        <p>
          <Link to={paths.published(String(draft.publishedNumber))}>{TEXT.toPublished}</Link>
        </p>
      </Notice>
    )
  }
  const sign = async () => {
    setError(null)
    try {
      const params = { path: { id: draft.id } }
      const body = { number: number.trim(), seen: draft.edits }
      const published = bodyOf(await api.POST('/api/report-drafts/{id}/publish', { params, body }))
      await navigate(paths.published(String(published.number)))
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem
      setError(problem)
    }
  }
  return (
    <section aria-labelledby="ky">
      <h2 id="ky">{TEXT.signTitle}</h2>
      {draft.blanks.length > 0 && (
        <Notice kind="attention" title={TEXT.blanksLeft}>
          <ul>
            {draft.blanks.map((blank) => (
              <li key={blank}>{blank}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!draft.mayPublish && <BlockedButton reason={TEXT.signNot}>{TEXT.sign}</BlockedButton>}
      {draft.mayPublish && draft.blanks.length > 0 && (
        <BlockedButton reason={TEXT.signBlanks}>{TEXT.sign}</BlockedButton>
      )}
      {draft.mayPublish && draft.blanks.length === 0 && (
        <form action={sign} className="question">
          <TextField
            name="number"
            label={TEXT.signNumber}
            hint={TEXT.signHint}
            value={number}
            onChange={setNumber}
            input={{ maxLength: 50 }}
          />
          <Button type="submit" kind="primary">
            {TEXT.sign}
          </Button>
        </form>
      )}
      {error !== null && <ProblemFace error={error} onRetry={() => setError(null)} />}
    </section>
  )
}

function History({ draft }: { readonly draft: ReportDraft }) {
  const [open, setOpen] = useState(false)
  const edits = useQuery({ ...draftEditsQuery(draft.id), enabled: open })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {TEXT.history} ({draft.edits})
      </summary>
      <Face query={edits} rows={3}>
        {({ items }) => (
          <ol className="small">
            {items.map(({ number, at, by, text }) => (
              <li key={number}>
                {shortMoment(at)}, {by}: {text ?? TEXT.leaveOut}
              </li>
            ))}
          </ol>
        )}
      </Face>
    </details>
  )
}
