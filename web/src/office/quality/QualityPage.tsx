import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Quality, QualityLost } from '../../api/views.ts'
import { closing, number } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { changeText, QUALITY_TEXT as TEXT, scoreText, totalText } from '../../text/quality-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { type QualityComponent, plainNumbers, QualityNotes, QualityTable } from '../../ui/QualityTable.tsx'
import { Table } from '../../ui/Table.tsx'
import { Face } from '../Face.tsx'
import { outside, paths } from '../paths.ts'
import { HandlingTimes } from './HandlingTimes.tsx'
import { lostQuery, type QualityQuestion, qualityQuery, qualityQuestionOf, type Side } from './queries.ts'
import { QualityQuestionForm } from './QualityQuestionForm.tsx'

export function QualityPage() {
  const [search] = useSearchParams()
  const question = qualityQuestionOf(search)
  const quality = useQuery(qualityQuery(question))
  return (
    <>
      <title>{`${TEXT.title} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>
          {TEXT.title} <span className="soft head-note">{TEXT.subtitle}</span>
        </h1>
      </div>
      <QualityQuestionForm key={search.toString()} asked={question} />
      {question === null ? (
        <Empty title={TEXT.choose} />
      ) : (
        <Face query={quality} rows={14}>
          {(answer) => <Answer quality={answer} question={question} />}
        </Face>
      )}
    </>
  )
}

/** A file holds one moment, and nothing to compare it with. */
const fileOf = ({ compare: _, ...question }: QualityQuestion) => question

type AnswerProps = { readonly quality: Quality; readonly question: QualityQuestion }

function Answer({ quality, question: asked }: AnswerProps) {
  // A period that goes on has other dossiers a minute later: lists and files are of the moment shown.
  const question = { ...asked, asOf: quality.asOf }
  return (
    <>
      <Sum quality={quality} />
      <p>
        <a href={outside.qualityTable(fileOf(question))} download>
          XLSX
        </a>
      </p>
      <QualityTable quality={quality} counted={(component) => linked(component, question)} />
      <section className="report-foot">
        <h2>{TEXT.difference}</h2>
        <p>{TEXT.differenceWhy}</p>
        <QualityNotes quality={quality} />
      </section>
      <Lost question={question} />
      <HandlingTimes question={question} />
    </>
  )
}

function Sum({ quality }: { readonly quality: Quality }) {
  const { compared, rank } = quality
  return (
    <ul className="identity figures">
      <li>
        {quality.scope.name} · {quality.period.name} · {TEXT.asOf} {closing(quality.asOf)}
      </li>
      <li>
        <strong>
          {TEXT.total}: {totalText(quality)}
        </strong>
        {quality.assessable < quality.maxPoints &&
          ` (${number(quality.maxPoints - quality.assessable)} ${TEXT.unknownPoints})`}
      </li>
      {rank !== null && (
        <li>
          {TEXT.rank}: {rank} ({scoreText(quality.percent)}/100{quality.provisional && `; ${TEXT.provisional}`})
        </li>
      )}
      {compared !== null && compared.points !== null && (
        <li>
          {TEXT.before} ({compared.with === 'yesterday' ? closing(compared.asOf) : compared.period.name}):{' '}
          {scoreText(compared.points)} ({changeText(quality.points, compared.points)})
        </li>
      )}
    </ul>
  )
}

/** Numerator and denominator, each a link to what it counts. */
function linked(component: QualityComponent, question: QualityQuestion): ReactNode {
  const { numerator, denominator, lists } = component
  if (lists === null || numerator === null || denominator === null) return plainNumbers(component)
  const link = (side: Side, value: number): ReactNode =>
    value === 0 ? (
      <span className="soft">0</span>
    ) : (
      <Link
        to={paths.qualityList(lists, { ...question, component: component.id, side })}
        aria-label={`${component.name}, ${TEXT.sides[side].toLowerCase()}: ${number(value)}`}
      >
        {number(value)}
      </Link>
    )
  const missing = denominator - numerator
  return (
    <>
      {link('numerator', numerator)} / {link('denominator', denominator)}
      {missing > 0 && component.points !== null && (
        <span className="quality-note">
          {TEXT.missing} {link('missing', missing)}
        </span>
      )}
    </>
  )
}

function Lost({ question }: { readonly question: QualityQuestion }) {
  const lost = useQuery(lostQuery(question))
  return (
    <section>
      <h2>{TEXT.lost}</h2>
      <Face query={lost} rows={6}>
        {(answer) => (
          <>
            <p>
              {TEXT.lostWhy} <Link to={paths.qualityList('lost', question)}>{TEXT.lostDossiers}</Link>.
            </p>
            {answer.procedures.length + answer.agencies.length === 0 && <Empty title={TEXT.lostNone} />}
            <LostTable of="procedure" caption={TEXT.lostProcedures} question={question} rows={answer.procedures} />
            <LostTable of="agency" caption={TEXT.lostAgencies} question={question} rows={answer.agencies} />
          </>
        )}
      </Face>
    </section>
  )
}

type Lossy = QualityLost['procedures'][number]
type LostProps = {
  readonly of: 'procedure' | 'agency'
  readonly caption: string
  readonly question: QualityQuestion
  readonly rows: readonly Lossy[]
}

const SHOWN_AT_FIRST = 15

function LostTable({ of, caption, question, rows }: LostProps) {
  const [all, setAll] = useState(false)
  if (rows.length === 0) return null
  return (
    <>
      <h3>{caption}</h3>
      <Table
        caption={caption}
        rows={all ? rows : rows.slice(0, SHOWN_AT_FIRST)}
        keyOf={({ id }) => id}
        columns={[
          {
            head: TEXT[of],
            // What is lost by procedures alone, such as those not offered online, has no dossiers.
            cell: ({ id, name, losses }) =>
              losses.some(({ dossiers }) => dossiers !== null) ? (
                <Link className="counted-text" to={paths.qualityList('lost', { ...question, [of]: id })}>
                  {name}
                </Link>
              ) : (
                <span className="counted-text">{name}</span>
              ),
          },
          { head: TEXT.lostPoints, kind: 'number', cell: ({ points }) => scoreText(points) },
          { head: TEXT.lostAt, cell: ({ losses }) => <span className="counted-text">{lossesText(losses)}</span> },
        ]}
      />
      {!all && rows.length > SHOWN_AT_FIRST && (
        <p className="row">
          <Button onClick={() => setAll(true)}>
            {OFFICE_TEXT.more} ({number(rows.length - SHOWN_AT_FIRST)})
          </Button>
        </p>
      )}
    </>
  )
}

function lossesText(losses: Lossy['losses']): string {
  return losses
    .map(({ component, points, dossiers }) => {
      const many = dossiers === null ? '' : `, ${number(dossiers)} ${TEXT.ofDossiers}`
      return `${component} (${scoreText(points)}${many})`
    })
    .join(' · ')
}
