import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { localDateOf, parseInstant, plusDays, toIso } from '@motcua/core/kernel/instant.ts'
import { DIMENSIONS, edgesOf, findScope, GROUPED_BY, rowFilter, type RowMaking } from '@motcua/core/report/report.ts'
import { LIFE_STARTS } from '@motcua/core/test/some-life.ts'
import { type Dispatcher, rollUp, runDispatcherUntilIdle, startDispatcher } from '../projection/projection.ts'
import { live, randomLives, rulebookOfThreeLevels } from '../testing/random-lives.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { pageCounted } from './counted-walk.store.ts'
import { computeReport } from './report.ts'

const RULEBOOK = rulebookOfThreeLevels()
const FIRST_DAY = localDateOf(LIFE_STARTS)
const FORMS = RULEBOOK.formsAt(FIRST_DAY)

let server: TestServer
let dispatcher: Dispatcher

before(async () => {
  server = await startTestServer({ rulebook: RULEBOOK })
  const pool = server.services.database.createPool({ name: 'facts', max: 3 })
  await live(server.services.pool, randomLives(70, 23))
  await runDispatcherUntilIdle(server.services)
  dispatcher = startDispatcher({ ...server.services, pool })
  server.travel(parseInstant('2024-09-02T08:00'))
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

const QUESTION = { scope: 'all', from: plusDays(FIRST_DAY, 12), to: plusDays(FIRST_DAY, 33) }

type Shown = {
  readonly figures: Readonly<Record<string, number | null>>
  readonly definitions: readonly { readonly id: string; readonly kind: string }[]
}
type Listed = { readonly items: readonly { id: string; why: string }[]; readonly total: number; next: string | null }

async function read<Body>(path: string, query: Readonly<Record<string, string>>): Promise<Body> {
  const url = `/api/reports/${path}?${new URLSearchParams({ ...QUESTION, ...query })}`
  const { status, body } = await server.get('administrator', url)
  assert.equal(status, 200, `${url}: ${JSON.stringify(body)}`)
  return body as Body
}

/** All pages of the list behind a cell. */
async function dossiersBehind(form: string, query: Readonly<Record<string, string>>): Promise<Listed> {
  const first = await read<Listed>(`${form}/dossiers`, query)
  const items = [...first.items]
  for (let { next } = first; next !== null; ) {
    const page = await read<Listed>(`${form}/dossiers`, { ...query, cursor: next })
    items.push(...page.items)
    next = page.next
  }
  return { ...first, items }
}

async function expectCell(form: string, query: Readonly<Record<string, string>>, figure: number): Promise<void> {
  const { items, total } = await dossiersBehind(form, query)
  const place = `${form} ${JSON.stringify(query)}`
  assert.deepEqual([total, items.length, new Set(items.map(({ id }) => id)).size], [figure, figure, figure], place)
  for (const { why } of items) assert.ok(why.length > 0, place)
}

/** A number of procedures opens a list of them. */
async function expectProcedures(form: string, query: Readonly<Record<string, string>>, figure: number): Promise<void> {
  const { items } = await read<{ items: readonly { code: string }[] }>(`${form}/procedures`, query)
  assert.equal(new Set(items.map(({ code }) => code)).size, figure, `${form} ${JSON.stringify(query)}`)
}

const SCOPE = findScope('all', RULEBOOK)
const MAKINGS: readonly RowMaking[] = DIMENSIONS.flatMap((by) =>
  GROUPED_BY[by] === 'agency' || GROUPED_BY[by] === 'counter'
    ? [
        { by, structure: 'then' as const },
        { by, structure: 'now' as const },
      ]
    : [{ by, structure: 'then' as const }],
)

/** In the period and after it; each way of making rows at one of them. */
for (const [turn, asOf] of ['2024-02-20T12:00', '2024-09-01T00:00'].map(parseInstant).entries()) {
  test(`behind every cell of every form, by any row, stand as many dossiers as it says: ${toIso(asOf)}`, async () => {
    assert.ok(SCOPE !== undefined)
    const { pool } = server.services
    const period = { from: QUESTION.from, to: QUESTION.to }
    const asked = { scope: SCOPE, edges: edgesOf(period, asOf), correctedTo: null, after: null, size: 100 }
    const seen = new Set<string>()
    for (const { id: form, rows: kinds } of FORMS) {
      for (const making of MAKINGS.filter(({ by }, index) => index % 2 === turn && kinds.includes(by))) {
        const question = { form, scope: SCOPE, period, asOf, now: asOf, ...making, rulebook: RULEBOOK }
        const { definition, rows } = await computeReport(pool, question)
        for (const figure of definition.counted) {
          for (const row of rows) {
            // The same figure counts the same in another form.
            const key = [figure.definition.id, making.by, making.structure, row.id].join(' ')
            if (seen.has(key)) continue
            seen.add(key)
            const filter = rowFilter(making, row.id, { rulebook: RULEBOOK, figure })
            const { items, total } = await pageCounted(pool, { ...asked, figure, row: filter })
            const count = row.figures[figure.definition.id]
            const ids = new Set(items.map((item) => item.dossier_id))
            assert.deepEqual([total, items.length, ids.size], [count, count, count], `${form} ${key}`)
          }
        }
      }
    }
    assert.ok(seen.size > 1000, `${seen.size} cells`)
  })
}

test('behind the whole and behind both sides of every share stand as many dossiers or procedures as they say', async () => {
  await rollUp(server.services.pool, { name: 'dossiers', to: plusDays(FIRST_DAY, 40), step: 'month' })
  for (const { id: form } of FORMS) {
    const report = await read<Shown>(form, {})
    for (const { id, kind } of report.definitions) {
      if (kind === 'missing') continue
      const definition = RULEBOOK.formAt(form, QUESTION.to)
      const measure = definition?.shown.find((each) => each.id === id)?.measure
      const expectOf = (figure: string) =>
        definition?.ofProcedures.some((each) => each.definition.id === figure) ? expectProcedures : expectCell
      if (measure?.is !== 'ratio') {
        await expectOf(id)(form, { figure: id }, report.figures[id] ?? Number.NaN)
        continue
      }
      for (const side of ['numerator', 'denominator'] as const) {
        await expectOf(measure[side])(form, { figure: id, side }, report.figures[measure[side]] ?? Number.NaN)
      }
      const [above, below] = [report.figures[measure.numerator] ?? 0, report.figures[measure.denominator] ?? 0]
      assert.equal(report.figures[id], below === 0 ? null : Math.round((above / below) * 10_000) / 100, id)
    }
  }
})
