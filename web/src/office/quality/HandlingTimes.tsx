import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { HandlingTime } from '../../api/views.ts'
import { number } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { QUALITY_TEXT as TEXT, timeText } from '../../text/quality-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Table } from '../../ui/Table.tsx'
import { Face } from '../Face.tsx'
import { paths } from '../paths.ts'
import { type QualityQuestion, timesQuery } from './queries.ts'

/** How long each procedure took on average; the number of its dossiers opens them. */
export function HandlingTimes({ question }: { readonly question: QualityQuestion }) {
  const times = useQuery(timesQuery(question))
  return (
    <section>
      <h2>{TEXT.times}</h2>
      <p>{TEXT.timesWhy}</p>
      <Face query={times} rows={6}>
        {({ procedures }) => <Procedures procedures={procedures} question={question} />}
      </Face>
    </section>
  )
}

const SHOWN_AT_FIRST = 15

type ProceduresProps = { readonly procedures: readonly HandlingTime[]; readonly question: QualityQuestion }

function Procedures({ procedures, question }: ProceduresProps) {
  const [all, setAll] = useState(false)
  if (procedures.length === 0) return <Empty title={TEXT.timesNone} />
  return (
    <>
      <Table
        caption={TEXT.times}
        rows={all ? procedures : procedures.slice(0, SHOWN_AT_FIRST)}
        keyOf={({ id }) => id}
        columns={[
          { head: TEXT.procedure, cell: ({ name }) => <span className="counted-text">{name}</span> },
          { head: TEXT.finished, kind: 'number', cell: (each) => <Finished procedure={each} question={question} /> },
          { head: TEXT.average, kind: 'number', cell: ({ average, unit }) => timeText(average, unit) },
          { head: TEXT.term, kind: 'number', cell: ({ term }) => term ?? '–' },
        ]}
      />
      {!all && procedures.length > SHOWN_AT_FIRST && (
        <p className="row">
          <Button onClick={() => setAll(true)}>
            {OFFICE_TEXT.more} ({number(procedures.length - SHOWN_AT_FIRST)})
          </Button>
        </p>
      )}
    </>
  )
}

type FinishedProps = { readonly procedure: HandlingTime; readonly question: QualityQuestion }

function Finished({ procedure: { id, name, finished, measured }, question }: FinishedProps) {
  return (
    <>
      <Link
        to={paths.qualityList('times', { ...question, procedure: id })}
        aria-label={`${name}, ${TEXT.finished.toLowerCase()}: ${number(finished)}`}
      >
        {number(finished)}
      </Link>
      {measured < finished && <span className="quality-note">{TEXT.measured(measured)}</span>}
    </>
  )
}
