import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AGENCY, PROCEDURE } from '@motcua/core/test/a-rulebook.ts'
import { readXlsx } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, aFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let dispatcher: Dispatcher

before(async () => {
  server = await startTestServer()
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

const FORM = '/api/reports/thu-tuc-truc-tuyen'
const MARCH = `scope=${AGENCY}&from=2024-03-01&to=2024-03-31`

type Table = {
  readonly figures: Readonly<Record<string, number | null>>
  readonly rows: readonly { id: string; figures: Readonly<Record<string, number | null>> }[]
  readonly columns: readonly { figure: string }[]
  readonly identities: readonly { holds: boolean }[]
  readonly definitions: readonly { id: string; kind: string; numerator: { kind: string } | null }[]
}
type Listed = { code: string; dossiers: number }

async function tableOf(query = ''): Promise<Table> {
  const { status, body } = await server.get('leader', `${FORM}?${MARCH}${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body as unknown as Table
}

async function listOf(query: string): Promise<readonly Listed[]> {
  const { status, body } = await server.get('leader', `${FORM}/procedures?${MARCH}${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body['items'] as Listed[]
}

async function file(who: 'citizen' | 'clerk', content: object): Promise<void> {
  const id = anId()
  await server.post(who, `/api/dossiers/${id}/submit`, { expectedVersion: null, content })
  const { status, body } = await server.post('clerk', `/api/dossiers/${id}/accept`, { expectedVersion: 1 })
  assert.equal(status, 200, JSON.stringify(body))
}

test('a procedure is used from its first dossier online on; one at the counter leaves it unused', async () => {
  await file('clerk', aCounterFiling())
  const before = await tableOf()
  assert.deepEqual([before.figures['servicesUsed'], before.figures['receivedNew']], [0, 1])
  assert.equal(before.figures['servicesUnused'], before.figures['servicesOffered'])
  await file('citizen', aFiling())
  const { figures, identities } = await tableOf()
  assert.deepEqual([figures['servicesUsed'], figures['receivedOnline'], figures['receivedNew']], [1, 1, 2])
  assert.ok(identities.length === 4 && identities.every(({ holds }) => holds))
})

test('procedures with and without online dossiers are lists, of every cell and both sides of the share', async () => {
  const used = await listOf('&figure=servicesUsed')
  assert.deepEqual(
    used.map(({ code, dossiers }) => [code, dossiers]),
    [[PROCEDURE, 1]],
  )
  assert.ok((await listOf('&figure=servicesUnused')).every(({ code }) => code !== PROCEDURE))
  assert.deepEqual(await listOf('&figure=servicesUsedShare'), used)
  const offered = await listOf('&figure=servicesUsedShare&side=denominator')
  assert.deepEqual(offered, await listOf('&figure=servicesOffered'))
  for (const by of ['field', 'procedure']) {
    const { figures, rows, columns, definitions } = await tableOf(`&by=${by}`)
    const own = columns.filter(({ figure }) =>
      definitions.some(({ id, kind }) => id === figure && kind === 'procedures'),
    )
    for (const { figure } of own) {
      assert.equal((await listOf(`&by=${by}&figure=${figure}`)).length, figures[figure], figure)
      for (const row of rows) {
        const listed = await listOf(`&by=${by}&figure=${figure}&row=${row.id}`)
        assert.equal(listed.length, row.figures[figure], `${by} ${row.id} ${figure}`)
      }
    }
  }
})

test('the dossiers that make a procedure used can be opened from it', async () => {
  const { body } = await server.get(
    'leader',
    `${FORM}/dossiers?${MARCH}&by=procedure&row=${PROCEDURE}&figure=receivedOnline`,
  )
  assert.equal(body['total'], 1)
})

test('procedures have no list of dossiers, and a number of dossiers no list of procedures', async () => {
  const dossiers = await server.get('leader', `${FORM}/dossiers?${MARCH}&figure=servicesUsed`)
  const procedures = await server.get('leader', `${FORM}/procedures?${MARCH}&figure=receivedNew`)
  assert.deepEqual([dossiers.kind, procedures.kind], ['figure-unknown', 'figure-unknown'])
  const stranger = await server.get('citizen', `${FORM}/procedures?${MARCH}&figure=servicesUsed`)
  assert.equal(stranger.status, 403)
})

test('the lists and the table leave as files', async () => {
  const cookie = (await server.cookieOf('leader')) ?? ''
  const get = (path: string) => server.app.inject({ url: `${FORM}/${path}`, headers: { cookie } })
  const [heads, line] = parseCsv((await get(`procedures.csv?${MARCH}&figure=servicesUsed`)).body)
  assert.deepEqual([heads?.at(-1), line?.[1], line?.at(-1)], ['Tiếp nhận trong kỳ: trực tuyến', PROCEDURE, '1'])
  const { sheets } = await readXlsx((await get(`table.xlsx?${MARCH}`)).rawPayload)
  assert.ok(JSON.stringify(sheets[0]?.rows).includes('Có phát sinh hồ sơ trực tuyến'))
})
