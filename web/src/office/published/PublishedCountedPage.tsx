import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { closing, day } from '../../text/moments.ts'
import { PUBLISHED_TEXT as TEXT } from '../../text/published-text.ts'
import { outside, paths } from '../paths.ts'
import { CountedList } from '../report/CountedList.tsx'
import { publishedCountedQuery } from './queries.ts'

/** The dossiers behind a published number, by the definition and as of the instant that it was published by. */
export function PublishedCountedPage() {
  const { number = '' } = useParams()
  const [search] = useSearchParams()
  const question = Object.fromEntries(search)
  const counted = useInfiniteQuery(publishedCountedQuery(number, question))
  const known = counted.data?.pages[0]
  const about = (
    <>
      {known !== undefined &&
        `${known.scopeName} · ${day(known.period.from)}–${day(known.period.to)} · ${TEXT.asOf} ${closing(known.asOf)} · ${
          known.corrections ? `${TEXT.withCorrections} · ` : ''
        }${TEXT.definition} ${known.version} · `}
      <Link to={paths.published(number)}>
        {TEXT.backToPublished} {number}
      </Link>
    </>
  )
  return (
    <CountedList
      counted={counted}
      about={about}
      file={(kind) => outside.publishedCountedFile(kind, number, question)}
    />
  )
}
