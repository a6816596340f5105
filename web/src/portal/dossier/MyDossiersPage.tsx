import { bodyOf } from '../../api/problem.ts'
import type { MyDossier } from '../../api/views.ts'
import { moment, shortMoment } from '../../text/moments.ts'
import { MY_TEXT as TEXT } from '../../text/my-dossier-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, query } from '../portal-request.ts'
import { markOf } from './state-mark.ts'

export async function showMyDossiers(request: PortalRequest): Promise<PortalAnswer> {
  const cursor = query(request, 'cursor')
  const found = bodyOf(
    await request.api.GET('/api/my/dossiers', { params: { query: cursor === '' ? {} : { cursor } } }),
  )
  return page(TEXT.title, <MyDossiersPage items={found.items} next={found.next} />)
}

function MyDossiersPage({ items, next }: { readonly items: readonly MyDossier[]; readonly next: string | null }) {
  const drafts = items.filter(({ state }) => state === 'draft')
  const filed = items.filter(({ state }) => state !== 'draft')
  return (
    <div className="column">
      <h1>{TEXT.title}</h1>
      {items.length === 0 && (
        <Empty title={TEXT.none}>
          <p>{TEXT.noneAdvice}</p>
          <p>
            <a href={paths.search()}>{TEXT.findProcedure}</a>
          </p>
        </Empty>
      )}
      {drafts.length > 0 && (
        <section aria-labelledby="viet-do">
          <h2 id="viet-do">{TEXT.drafts}</h2>
          <ul className="results">
            {drafts.map((item) => (
              <Draft key={item.id} item={item} />
            ))}
          </ul>
        </section>
      )}
      {filed.length > 0 && (
        <section aria-labelledby="da-nop">
          <h2 id="da-nop">{TEXT.current}</h2>
          <ul className="results">
            {filed.map((item) => (
              <Filed key={item.id} item={item} />
            ))}
          </ul>
        </section>
      )}
      {next !== null && (
        <p className="actions">
          <a className="button" href={paths.mine(next)}>
            {TEXT.more}
          </a>
        </p>
      )}
    </div>
  )
}

function Draft({ item }: { readonly item: MyDossier }) {
  return (
    <li>
      <a href={paths.party(item.id)} className="result-name">
        {item.procedureName}
      </a>
      <p className="small soft figures">
        {TEXT.savedAt} {shortMoment(item.lastAt)}
      </p>
    </li>
  )
}

function Filed({ item }: { readonly item: MyDossier }) {
  return (
    <li>
      <p className="sheet-head">
        <span className="figures">{item.code ?? TEXT.noCode}</span>
        <StateMark state={markOf(item.state)} word={item.stateName} />
      </p>
      <a href={paths.dossier(item.id)} className="result-name">
        {item.procedureName}
      </a>
      <p className="small soft figures">
        {item.submittedAt !== null && `${TEXT.submittedAt} ${shortMoment(item.submittedAt)}`}
        {item.dueAt !== null && ` · ${TEXT.dueAt} ${moment(item.dueAt)}`}
      </p>
    </li>
  )
}
