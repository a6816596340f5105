import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { closing, number } from '../../text/moments.ts'
import { PUBLISHED_TEXT as TEXT } from '../../text/published-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Table } from '../../ui/Table.tsx'
import { Face } from '../Face.tsx'
import { paths } from '../paths.ts'
import { differenceQuery, type MovedCell, movedQuery } from './queries.ts'

/** What the same question gives today, cell by cell, and the dossiers by which a cell differs. */
export function DifferencePart({ report }: { readonly report: string }) {
  const difference = useQuery(differenceQuery(report))
  const [chosen, setChosen] = useState<MovedCell | null>(null)
  return (
    <section aria-labelledby="so-sanh">
      <h2 id="so-sanh">{TEXT.difference}</h2>
      <Face query={difference} rows={3}>
        {({ asOf, tables }) => {
          const cells = tables.flatMap(({ by, cells: changed }) => changed.map((cell) => ({ ...cell, by })))
          if (cells.length === 0) return <p>{TEXT.differenceNone}</p>
          return (
            <>
              <p className="small soft">
                {TEXT.asOf} {closing(asOf)}
              </p>
              <Table
                caption={TEXT.difference}
                rows={cells}
                keyOf={({ by, row, figure }) => `${by} ${row ?? ''} ${figure}`}
                columns={[
                  { head: TEXT.row, cell: ({ rowName }) => rowName ?? TEXT.total },
                  { head: TEXT.figure, cell: ({ figureName }) => figureName },
                  { head: TEXT.before, kind: 'number', cell: ({ before }) => shown(before) },
                  { head: TEXT.now, kind: 'number', cell: ({ now }) => shown(now) },
                  { head: TEXT.which, cell: (cell) => <Button onClick={() => setChosen(cell)}>{TEXT.which}</Button> },
                ]}
              />
              {chosen !== null && <Moved report={report} cell={chosen} />}
            </>
          )
        }}
      </Face>
    </section>
  )
}

const shown = (value: number | null): string => (value === null ? '–' : number(value))

function Moved({ report, cell }: { readonly report: string; readonly cell: MovedCell }) {
  const moved = useQuery(movedQuery(report, cell))
  return (
    <Face query={moved} rows={3}>
      {({ left, entered }) => (
        <div role="status">
          <Side title={TEXT.left} dossiers={left} />
          <Side title={TEXT.entered} dossiers={entered} />
        </div>
      )}
    </Face>
  )
}

type Dossier = { readonly id: string; readonly code: string | null; readonly why: string }

function Side({ title, dossiers }: { readonly title: string; readonly dossiers: readonly Dossier[] }) {
  return (
    <>
      <h3>
        {title}: {number(dossiers.length)}
      </h3>
      {dossiers.length === 0 && <p>{TEXT.nobody}</p>}
      <ul>
        {dossiers.map(({ id, code, why }) => (
          <li key={id}>
            <Link to={paths.dossier(id)}>{code ?? id}</Link>: {why}
          </li>
        ))}
      </ul>
    </>
  )
}
