import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { day } from '../../text/moments.ts'
import { REPORT_TEXT as TEXT } from '../../text/report-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { outside, paths } from '../paths.ts'
import { CountedList } from './CountedList.tsx'
import { type CountedQuestion, countedQuery, questionOf } from './queries.ts'

/** The dossiers behind a number of a report that is counted now. */
export function CountedPage() {
  const [search] = useSearchParams()
  const question = questionOf(search)
  const figure = search.get('figure')
  const row = search.get('row')
  if (question === null || figure === null) return <Empty title={TEXT.choose} />
  const asked = row === null ? { ...question, figure } : { ...question, figure, row }
  return <Listed question={asked} search={search} />
}

function Listed({ question, search }: { readonly question: CountedQuestion; readonly search: URLSearchParams }) {
  const counted = useInfiniteQuery(countedQuery(question))
  const about = (
    <>
      {day(question.from)}–{day(question.to)} · <Link to={wayBack(question, search)}>{TEXT.back}</Link>
    </>
  )
  return <CountedList counted={counted} about={about} file={(kind) => outside.countedFile(kind, question)} />
}

/** To the page whose number was opened. */
function wayBack({ from, to }: CountedQuestion, search: URLSearchParams): string {
  const scope = search.get('workloadOf')
  return scope === null ? `${paths.report()}?${withoutFigure(search)}` : paths.workload({ scope, from, to })
}

/** The report again, from whichever number was opened. */
export function withoutFigure(search: URLSearchParams): string {
  const rest = new URLSearchParams(search)
  rest.delete('figure')
  rest.delete('row')
  if (rest.get('ofPage') === 'true') rest.delete('asOf')
  rest.delete('ofPage')
  return rest.toString()
}
