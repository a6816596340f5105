import { bodyOf } from '../../api/problem.ts'
import type { MyNotice } from '../../api/views.ts'
import { moment } from '../../text/moments.ts'
import { MY_TEXT as TEXT } from '../../text/my-dossier-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, query } from '../portal-request.ts'

export async function showNotices(request: PortalRequest): Promise<PortalAnswer> {
  const cursor = query(request, 'cursor')
  const found = bodyOf(await request.api.GET('/api/my/notices', { params: { query: cursor === '' ? {} : { cursor } } }))
  return page(TEXT.notices, <NoticesPage items={found.items} next={found.next} />)
}

function NoticesPage({ items, next }: { readonly items: readonly MyNotice[]; readonly next: string | null }) {
  return (
    <div className="column">
      <h1>{TEXT.notices}</h1>
      {items.length === 0 && (
        <Empty title={TEXT.noNotices}>
          <p>{TEXT.noNoticesAdvice}</p>
        </Empty>
      )}
      <ul className="results">
        {items.map((notice) => (
          <li key={notice.id}>
            <p>{notice.text}</p>
            <p className="small soft figures">
              <time dateTime={notice.at}>{moment(notice.at)}</time> ·{' '}
              <a href={paths.dossier(notice.dossier)}>{notice.code ?? TEXT.toDossier}</a>
            </p>
          </li>
        ))}
      </ul>
      {next !== null && (
        <p className="actions">
          <a className="button" href={paths.notices(next)}>
            {TEXT.more}
          </a>
        </p>
      )}
    </div>
  )
}
