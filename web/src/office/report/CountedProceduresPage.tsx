import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { Link, useSearchParams } from 'react-router'
import { day, number } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Table } from '../../ui/Table.tsx'
import { Face } from '../Face.tsx'
import { outside, paths } from '../paths.ts'
import { CountLink } from './CountLink.tsx'
import { withoutFigure } from './CountedPage.tsx'
import { type CountedQuestion, countedProceduresQuery, questionOf } from './queries.ts'

/** The procedures behind a number of a report, each with the dossiers that were filed for it. */
export function CountedProceduresPage() {
  const [search] = useSearchParams()
  const question = questionOf(search)
  const figure = search.get('figure')
  const row = search.get('row')
  if (question === null || figure === null) return <Empty title={TEXT.choose} />
  const asked = row === null ? { ...question, figure } : { ...question, figure, row }
  return <Listed question={asked} search={search} />
}

const FILES = [
  { kind: 'xlsx', name: 'XLSX' },
  { kind: 'csv', name: 'CSV' },
] as const

function Listed({ question, search }: { readonly question: CountedQuestion; readonly search: URLSearchParams }) {
  const found = useQuery(countedProceduresQuery(question))
  const { figure: _, row: __, ...report } = question
  return (
    <Face query={found} rows={12}>
      {({ figure, used, items }) => (
        <>
          <title>{`${TEXT.procedures} · ${OFFICE_TEXT.brand}`}</title>
          <div className="page-head">
            <h1>
              {figure.name}
              <span className="figures">
                : {number(items.length)} {TEXT.proceduresTotal}
              </span>
            </h1>
            <p className="soft">{figure.words}</p>
            <p className="figures">
              {day(question.from)}–{day(question.to)} ·{' '}
              <Link to={`${paths.report()}?${withoutFigure(search)}`}>{TEXT.back}</Link>
              {FILES.map(({ kind, name }) => (
                <Fragment key={kind}>
                  {' '}
                  ·{' '}
                  <a href={outside.procedureFile(kind, question)} download>
                    {name}
                  </a>
                </Fragment>
              ))}
            </p>
          </div>
          {items.length === 0 ? (
            <Empty title={TEXT.proceduresNone}>
              <p>{TEXT.countedNoneWhy}</p>
            </Empty>
          ) : (
            <Table
              caption={TEXT.procedures}
              rows={items}
              keyOf={({ code }) => code}
              narrow="stack"
              columns={[
                { head: TEXT.procedureCode, cell: ({ code }) => <span className="nowrap">{code}</span> },
                { head: TEXT.procedure, cell: ({ name }) => <span className="counted-text">{name}</span> },
                { head: TEXT.field, cell: ({ field }) => field },
                { head: TEXT.onlineLevel, cell: ({ levelName }) => <span className="nowrap">{levelName}</span> },
                ...(used === null
                  ? []
                  : [
                      {
                        head: used.name,
                        kind: 'number' as const,
                        cell: ({ code, dossiers }: (typeof items)[number]) => (
                          <CountLink
                            question={{ ...report, by: 'procedure' }}
                            figure={used.id}
                            value={dossiers}
                            row={code}
                          />
                        ),
                      },
                    ]),
              ]}
            />
          )}
        </>
      )}
    </Face>
  )
}
