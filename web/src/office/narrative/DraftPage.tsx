import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { bodyOf, kindOf, ProblemError } from '../../api/problem.ts'
import type { ReportDraft } from '../../api/views.ts'
import { closing, day, shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { PUBLISHED_TEXT as TEXT } from '../../text/published-text.ts'
import { BlockedButton, Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SectionHead } from '../../ui/ReportText.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { api } from '../api.ts'
import { Face, ProblemFace } from '../Face.tsx'
import { outside, paths } from '../paths.ts'
import { type Change, DraftParagraph } from './DraftParagraph.tsx'
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

type Failed = { readonly paragraph: string; readonly error: ProblemError }

function Draft({ draft }: { readonly draft: ReportDraft }) {
  const client = useQueryClient()
  const [editing, setEditing] = useState<string | null>(null)
  const [failed, setFailed] = useState<Failed | null>(null)
  const change = async ({ paragraph, added = null, seen, ...edit }: Change): Promise<boolean> => {
    setFailed(null)
    const body = { paragraph, ...edit, added, seen: seen ?? draft.edited[paragraph]?.number ?? 0 }
    try {
      const path = { id: draft.id }
      const saved = bodyOf(await api.POST('/api/report-drafts/{id}/edits', { params: { path }, body }))
      client.setQueryData(draftQuery(draft.id).queryKey, saved)
      await client.invalidateQueries({ queryKey: draftEditsQuery(draft.id).queryKey })
      return true
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem
      setFailed({ paragraph, error: problem })
      // What somebody else saved meanwhile is shown beside what is being typed.
      if (kindOf(problem.problem) === 'paragraph-changed') await client.invalidateQueries(draftQuery(draft.id))
      return false
    }
  }
  const errorOf = (paragraph: string): Error | null => (failed?.paragraph === paragraph ? failed.error : null)
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
      <p className="row">
        {TEXT.draftFiles}
        <a href={outside.draftDocument(draft.id, 'pdf')}>{TEXT.pdf}</a>
        <a href={outside.draftDocument(draft.id, 'docx')}>{TEXT.docx}</a>
      </p>
      {failed !== null && !isShown(draft, failed.paragraph) && (
        <ProblemFace error={failed.error} onRetry={() => setFailed(null)} />
      )}
      <div className="report-text">
        {draft.document.sections.map((section) => (
          <section key={section.id}>
            {section.heading !== '' && <SectionHead level={section.level}>{section.heading}</SectionHead>}
            {section.paragraphs.map((paragraph) => (
              <DraftParagraph
                key={paragraph.id}
                {...{ draft, paragraph, editing: editing === paragraph.id, setEditing, change }}
                section={section.id}
                error={errorOf(paragraph.id)}
              />
            ))}
          </section>
        ))}
      </div>
      <LeftOut draft={draft} change={change} errorOf={errorOf} />
      <Sign draft={draft} />
      <History draft={draft} />
    </>
  )
}

/** Whether the paragraph has a place on the page at which its problem is told. */
function isShown({ document, leftOut }: ReportDraft, paragraph: string): boolean {
  const standing = document.sections.flatMap(({ paragraphs }) => paragraphs)
  return [...standing, ...leftOut].some(({ id }) => id === paragraph)
}

type LeftOutProps = {
  readonly draft: ReportDraft
  readonly change: (change: Change) => Promise<boolean>
  readonly errorOf: (paragraph: string) => Error | null
}

/** What was left out, each as it would come back. */
function LeftOut({ draft, change, errorOf }: LeftOutProps) {
  if (draft.leftOut.length === 0) return null
  return (
    <details>
      <summary>
        {TEXT.leftOut} ({draft.leftOut.length})
      </summary>
      <ul className="left-out">
        {draft.leftOut.map(({ id, text }) => {
          const error = errorOf(id)
          const restore = () => void change({ paragraph: id, pieces: null, restore: true })
          return (
            <li key={id}>
              {text}{' '}
              {draft.publishedNumber === null && (
                <Button kind="plain" onClick={restore}>
                  {TEXT.restore}
                </Button>
              )}
              {error !== null && <ProblemFace error={error} onRetry={restore} />}
            </li>
          )
        })}
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
            {items.map(({ number, at, by, text, restored }) => (
              <li key={number}>
                {shortMoment(at)}, {by}: {restored ? TEXT.restored : (text ?? TEXT.leaveOut)}
              </li>
            ))}
          </ol>
        )}
      </Face>
    </details>
  )
}
