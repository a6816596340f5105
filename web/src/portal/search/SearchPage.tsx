import { bodyOf } from '../../api/problem.ts'
import type { Field, ProcedureItem, ProcedurePage } from '../../api/views.ts'
import { number } from '../../text/moments.ts'
import type { PortalText } from '../../text/portal-text.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Select } from '../../ui/Select.tsx'
import { SearchBox } from '../home/HomePage.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, query } from '../portal-request.ts'

export async function showSearch(request: PortalRequest): Promise<PortalAnswer> {
  const asked = { q: query(request, 'q'), field: query(request, 'field'), cursor: query(request, 'cursor') }
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
  const [found, fields] = await Promise.all([
    request.api.GET('/api/procedures', { params: { query: given } }),
    request.api.GET('/api/fields'),
  ])
  const body = <SearchPage text={request.text} asked={asked} found={bodyOf(found)} fields={bodyOf(fields)} />
  return page(asked.q === '' ? request.text.searchTitle : asked.q, body, { translated: true })
}

type Asked = { readonly q: string; readonly field: string; readonly cursor: string }
type SearchProps = {
  readonly text: PortalText
  readonly asked: Asked
  readonly found: ProcedurePage
  readonly fields: readonly Field[]
}

function SearchPage({ text, asked, found, fields }: SearchProps) {
  return (
    <div className="column">
      <h1>{text.searchTitle}</h1>
      <search>
        <form action={paths.search()} className="stack">
          <div className="field">
            <label htmlFor="q" className="field-label">
              {text.searchLabel}
            </label>
            <p className="small soft" id="q-hint">
              {text.homeHint}
            </p>
            <SearchBox text={text} value={asked.q} />
          </div>
          <Select
            name="field"
            label={text.searchField}
            value={asked.field}
            empty={text.searchAllFields}
            options={fields.map(({ name }) => ({ value: name, label: name }))}
          />
        </form>
      </search>
      <Results text={text} asked={asked} found={found} />
    </div>
  )
}

function Results({ text, asked, found }: Omit<SearchProps, 'fields'>) {
  if (found.items.length === 0) {
    return (
      <Empty title={text.searchNothing}>
        <p>{text.searchNothingAdvice}</p>
      </Empty>
    )
  }
  return (
    <section aria-labelledby="ket-qua">
      <h2 id="ket-qua" className="results-count">
        {found.next === null ? `${number(found.items.length)} ${text.searchFound}` : text.searchMany}
      </h2>
      <ul className="results" lang="vi">
        {found.items.map((item) => (
          <Result key={item.code} text={text} item={item} />
        ))}
      </ul>
      {found.next !== null && (
        <p className="actions">
          <a className="button" href={paths.search({ ...asked, cursor: found.next })}>
            {text.showMore}
          </a>
        </p>
      )}
    </section>
  )
}

const LEVEL_KEY = { province: 'levelProvince', district: 'levelDistrict', commune: 'levelCommune' } as const
const ONLINE_KEY = { fullyOnline: 'fullyOnline', partiallyOnline: 'partiallyOnline', none: 'notOnline' } as const

function Result({ text, item }: { readonly text: PortalText; readonly item: ProcedureItem }) {
  const levels = item.levels.map((level) => text[LEVEL_KEY[level]]).join(', ')
  return (
    <li>
      <a href={paths.procedure(item.code)} className="result-name">
        {item.name}
      </a>
      <p>{item.summary}</p>
      <p className="small soft">
        {item.field} · {levels} · {text[ONLINE_KEY[item.onlineLevel]]} · <span className="figures">{item.code}</span>
      </p>
    </li>
  )
}
