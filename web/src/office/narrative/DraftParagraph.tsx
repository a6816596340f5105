import { localDate } from '@motcua/core/kernel/instant.ts'
import { paragraphText } from '@motcua/core/narrative/narrative.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DraftEdit, ReportDraft, ReportParagraph, ReportRun } from '../../api/views.ts'
import { PUBLISHED_TEXT as TEXT } from '../../text/published-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Runs } from '../../ui/ReportText.tsx'
import { ProblemFace } from '../Face.tsx'
import { FieldLink } from '../published/FieldLink.tsx'
import { sessionQuery } from '../session.ts'
import { findTyping, forgetTyping, keepTyping, type TypingPlace } from './kept-typing.ts'
import { ParagraphEditor } from './ParagraphEditor.tsx'
import { piecesOf } from './typed-runs.ts'

export type Change = Pick<DraftEdit, 'paragraph' | 'pieces' | 'restore'> & {
  readonly added?: DraftEdit['added']
  /** Number of the last edit of the paragraph that the writer saw; without it the newest. */
  readonly seen?: number
}

export type ParagraphProps = {
  readonly draft: ReportDraft
  readonly paragraph: ReportParagraph
  readonly section: string
  readonly editing: boolean
  readonly setEditing: (paragraph: string | null) => void
  /** Of the last change of this paragraph. */
  readonly error: Error | null
  /** Whether it was saved. */
  readonly change: (change: Change) => Promise<boolean>
}

export function DraftParagraph(props: ParagraphProps) {
  const { draft, paragraph, section, editing, setEditing, error, change } = props
  const { id, look, rewrittenBy } = paragraph
  const { scope, period, asOf } = draft
  const report = { scope: scope.id, period: { from: localDate(period.from), to: localDate(period.to) }, asOf }
  const place = useTypingPlace(draft.id, id)
  const [, redraw] = useState(0)
  if (editing) return <Writing {...props} place={place} />
  const add = () => {
    const added = { section, after: id, look }
    void change({ paragraph: `them-${crypto.randomUUID()}`, pieces: [{ blank: TEXT.paragraph }], added })
  }
  const drop = () => {
    forgetTyping(place)
    redraw((count) => count + 1)
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
      {error !== null && <ProblemFace error={error} onRetry={() => void change({ paragraph: id, pieces: null })} />}
      {draft.publishedNumber === null && findTyping(place) !== null && (
        <Notice kind="attention" title={TEXT.typing}>
          <p className="row">
            <Button onClick={() => setEditing(id)}>{TEXT.typingOn}</Button>
            <Button kind="plain" onClick={drop}>
              {TEXT.typingDrop}
            </Button>
          </p>
        </Notice>
      )}
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

function useTypingPlace(draft: string, paragraph: string): TypingPlace {
  const session = useQuery(sessionQuery)
  return { officer: session.data?.name ?? '', draft, paragraph }
}

type WritingProps = ParagraphProps & { readonly place: TypingPlace }

/** The box in which it is written: what is typed is kept at once, and nothing of anybody is written over unseen. */
function Writing({ draft, paragraph, setEditing, error, change, place }: WritingProps) {
  const { id } = paragraph
  const newest = draft.edited[id]
  const [begun] = useState(() => findTyping(place) ?? { runs: paragraph.runs, seen: newest?.number ?? 0 })
  const overtaken = newest !== undefined && newest.number > begun.seen ? newest : null
  const leave = () => {
    forgetTyping(place)
    setEditing(null)
  }
  const save = async (runs: readonly ReportRun[]) => {
    const seen = overtaken?.number ?? begun.seen
    if (await change({ paragraph: id, pieces: piecesOf(runs), seen })) leave()
  }
  return (
    <>
      <ParagraphEditor
        runs={begun.runs}
        figures={draft.figures}
        saveText={overtaken === null ? TEXT.save : TEXT.saveOver}
        onType={(runs) => keepTyping(place, { runs, seen: begun.seen })}
        onSave={(runs) => void save(runs)}
        onCancel={leave}
      />
      {overtaken !== null && (
        <Notice kind="attention" title={TEXT.overtaken(overtaken.by)}>
          <p>{TEXT.overtakenWhy}</p>
          <blockquote>{paragraphText(paragraph)}</blockquote>
          <p className="row">
            <Button onClick={leave}>{TEXT.takeTheirs}</Button>
          </p>
        </Notice>
      )}
      {error !== null && overtaken === null && <ProblemFace error={error} onRetry={() => setEditing(id)} />}
    </>
  )
}
