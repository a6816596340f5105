import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { bodyOf } from '../../api/problem.ts'
import type { FoundDossier } from '../../api/views.ts'
import { shortMoment } from '../../text/moments.ts'
import { OFFICE_TEXT as TEXT } from '../../text/office-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Face } from '../Face.tsx'
import { api } from '../api.ts'
import { onListKey } from '../list-keys.ts'
import { paths } from '../paths.ts'

const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: async () => bodyOf(await api.GET('/api/dossiers', { params: { query: { q } } })),
    enabled: q !== '',
  })

export function SearchPage() {
  const [search] = useSearchParams()
  const q = search.get('q')?.trim() ?? ''
  const found = useQuery(searchQuery(q))
  return (
    <>
      <title>{`${TEXT.searchTitle} · ${TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{q === '' ? TEXT.searchTitle : `${TEXT.searchTitle}: ${q}`}</h1>
      </div>
      {q === '' ? (
        <Empty title={TEXT.searchAsk} />
      ) : (
        <Face query={found} rows={6}>
          {({ items }) => <Found items={items} />}
        </Face>
      )}
    </>
  )
}

function Found({ items }: { readonly items: readonly FoundDossier[] }) {
  if (items.length === 0) {
    return (
      <Empty title={TEXT.searchNone}>
        <p>{TEXT.searchNoneWhy}</p>
      </Empty>
    )
  }
  return (
    <ul className="rows" onKeyDown={onListKey}>
      {items.map((item) => (
        <li key={item.id} className="row-line row-found" data-row>
          <span className="figures nowrap">{item.code ?? TEXT.noCode}</span>
          <Link to={paths.dossier(item.id)} data-row-link className="row-name">
            {item.procedureName}
          </Link>
          <span className="row-who">{item.applicantName}</span>
          <span>{item.stateName}</span>
          <span className="soft row-who">{item.agencyName}</span>
          <span className="figures soft nowrap">{shortMoment(item.lastAt)}</span>
        </li>
      ))}
    </ul>
  )
}
