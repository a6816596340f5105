import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { closing, number } from '../../text/moments.ts'
import { PUBLISHED_TEXT as TEXT } from '../../text/published-text.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Table } from '../../ui/Table.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Face } from '../Face.tsx'
import { outside, paths } from '../paths.ts'
import { type Compared, differenceQuery, movesQuery } from './queries.ts'

/** What the same question gives now, with or without what was put right since: cell by cell, and dossier by dossier. */
export function DifferencePart({ report }: { readonly report: string }) {
  const [corrections, setCorrections] = useState(true)
  const [until, setUntil] = useState('')
  const compared: Compared = {
    corrections: corrections ? 'true' : 'false',
    ...(until === '' ? {} : { asOf: new Date(`${until}T23:59:59+07:00`).toISOString() }),
  }
  return (
    <section aria-labelledby="so-sanh">
      <h2 id="so-sanh">{TEXT.difference}</h2>
      <div className="question">
        <Choice name="corrections" label={TEXT.withCorrections} checked={corrections} onChange={setCorrections} />
        <TextField
          name="until"
          label={TEXT.compareAsOf}
          hint={TEXT.compareHint}
          value={until}
          onChange={setUntil}
          input={{ type: 'date' }}
        />
      </div>
      <Cells report={report} compared={compared} />
    </section>
  )
}

type PartProps = { readonly report: string; readonly compared: Compared }

function Cells({ report, compared }: PartProps) {
  const difference = useQuery(differenceQuery(report, compared))
  return (
    <Face query={difference} rows={3}>
      {({ asOf, tables }) => {
        const changed = tables.filter(({ cells }) => cells.length > 0)
        return (
          <>
            <p className="small soft">
              {TEXT.asOf} {closing(asOf)}
            </p>
            {changed.length === 0 && <p>{TEXT.differenceNone}</p>}
            {changed.map(({ form, title, by, cells }) => (
              <Table
                key={`${form} ${by}`}
                caption={`${form}: ${title}`}
                rows={cells}
                keyOf={({ row, figure }) => `${row ?? ''} ${figure}`}
                columns={[
                  { head: TEXT.row, cell: ({ rowName }) => rowName ?? TEXT.total },
                  { head: TEXT.figure, cell: ({ figureName }) => figureName },
                  { head: TEXT.before, kind: 'number', cell: ({ before }) => shown(before) },
                  { head: TEXT.now, kind: 'number', cell: ({ now }) => shown(now) },
                ]}
              />
            ))}
            <Moves report={report} compared={compared} />
          </>
        )
      }}
    </Face>
  )
}

const shown = (value: number | null): string => (value === null ? '–' : number(value))

function Moves({ report, compared }: PartProps) {
  const moves = useQuery(movesQuery(report, compared))
  return (
    <Face query={moves} rows={3}>
      {({ forms }) =>
        forms
          .filter(({ total }) => total > 0)
          .map(({ form, title, total, items }) => (
            <section key={form}>
              <h3>{`${TEXT.moved}: ${number(total)} (${form})`}</h3>
              <Table
                caption={`${TEXT.moved}, ${title}`}
                rows={items}
                keyOf={({ id }) => id}
                columns={[
                  {
                    head: TEXT.dossier,
                    cell: ({ id, code }) => <Link to={paths.dossier(id)}>{code ?? TEXT.uncoded}</Link>,
                  },
                  { head: TEXT.left, cell: ({ left, before }) => <Side cells={left} why={before} /> },
                  { head: TEXT.entered, cell: ({ entered, now }) => <Side cells={entered} why={now} /> },
                ]}
              />
              {total > items.length && <p className="small soft">{TEXT.movedMore(items.length)}</p>}
              <p className="row">
                {TEXT.movedAll}
                {FILES.map(({ kind, name }) => (
                  <a key={kind} href={outside.publishedMoves(kind, report, compared)} download>
                    {name}
                  </a>
                ))}
              </p>
            </section>
          ))
      }
    </Face>
  )
}

type SideProps = { readonly cells: readonly { readonly name: string }[]; readonly why: string | null }

const FILES = [
  { kind: 'xlsx', name: TEXT.xlsx },
  { kind: 'csv', name: TEXT.csv },
] as const

/** The cells, and why the dossier stood or stands there. */
function Side({ cells, why }: SideProps) {
  return (
    <>
      {cells.length === 0 ? '–' : cells.map(({ name }) => name).join('; ')}
      {why !== null && <p className="small soft">{why}</p>}
    </>
  )
}
