import { fold, formatWorkingTime } from '@motcua/core/kernel/text.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ProcessItem } from '../../api/views.ts'
import { number } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { PROCESS_TEXT as TEXT } from '../../text/process-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Table } from '../../ui/Table.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Face } from '../Face.tsx'
import { paths } from '../paths.ts'
import { processesQuery } from './queries.ts'

/** Every approved process with what its check warns of. */
export function ProcessesPage() {
  const processes = useQuery(processesQuery)
  const [filter, setFilter] = useState('')
  return (
    <>
      <title>{`${TEXT.title} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.title}</h1>
      </div>
      <TextField name="filter" label={TEXT.filter} value={filter} onChange={setFilter} />
      <Face query={processes} rows={12}>
        {(items) => <Listed items={items.filter((item) => matches(item, filter))} />}
      </Face>
    </>
  )
}

function Listed({ items }: { readonly items: readonly ProcessItem[] }) {
  if (items.length === 0) {
    return (
      <Empty title={TEXT.none}>
        <p>{TEXT.noneWhy}</p>
      </Empty>
    )
  }
  return <Table caption={TEXT.title} rows={items} keyOf={({ id }) => id} columns={COLUMNS} />
}

const COLUMNS = [
  {
    head: TEXT.name,
    cell: ({ id, name }: ProcessItem) => (
      <Link to={paths.process(id)} className="counted-text">
        {name}
      </Link>
    ),
  },
  { head: TEXT.code, cell: ({ id }: ProcessItem) => <span className="nowrap">{id}</span> },
  { head: TEXT.version, kind: 'number', cell: ({ version }: ProcessItem) => number(version) },
  { head: TEXT.stepCount, kind: 'number', cell: ({ steps }: ProcessItem) => number(steps) },
  {
    head: TEXT.total,
    cell: ({ minutes }: ProcessItem) => <span className="nowrap">{formatWorkingTime(minutes)}</span>,
  },
  { head: TEXT.procedures, kind: 'number', cell: ({ procedures }: ProcessItem) => number(procedures) },
  {
    head: TEXT.findings,
    kind: 'number',
    cell: ({ findings }: ProcessItem) => (findings === 0 ? '' : number(findings)),
  },
] as const

function matches({ id, name }: ProcessItem, filter: string): boolean {
  return fold(`${name} ${id}`).includes(fold(filter.trim()))
}
