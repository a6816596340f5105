import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type FigureDefinition, figureCatalogue } from '@motcua/core/figure/figure.ts'
import { localDate, parseInstant } from '@motcua/core/kernel/instant.ts'
import { bodiesOf } from '@motcua/core/rulebook/record.ts'
import { AGENCY, RULEBOOK } from '@motcua/core/test/a-rulebook.ts'
import { FIGURE_RECORDS } from '@motcua/core/test/shipped-figures.ts'
import { parseCsv } from 'hucre/csv'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'

const FIGURES = bodiesOf(FIGURE_RECORDS, 'figure')
const FORMS = bodiesOf(FIGURE_RECORDS, 'reportForm')
/** The law of this province changes while it works. */
const law = { ...RULEBOOK, ...figureCatalogue(FIGURES, FORMS) }
const enact = (figures: readonly FigureDefinition[]) => Object.assign(law, figureCatalogue(figures, FORMS))

let server: TestServer
let dispatcher: Dispatcher

before(async () => {
  server = await startTestServer({ rulebook: law })
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
  for (let count = 0; count < 3; count++) {
    const id = anId()
    await server.post('clerk', `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aCounterFiling() })
    await server.post('clerk', `/api/dossiers/${id}/accept`, { expectedVersion: 1 })
  }
  server.travel(parseInstant('2024-04-02T09:00'))
  const tables = [{ by: 'field' }, { form: 'dich-vu-cong-truc-tuyen', by: 'agency' }]
  const { status, body } = await server.post('leader', '/api/published-reports', { ...MARCH, tables })
  assert.equal(status, 200, JSON.stringify(body))
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

const MARCH = { scope: AGENCY, from: '2024-03-01', to: '2024-03-31' } as const
const listed = (query: string, who: Who = 'leader') => server.get(who, `/api/published-reports/1/dossiers?${query}`)

test('a published number opens its dossiers, a share those of both its sides', async () => {
  const { body } = await listed('by=field&figure=receivedTotal')
  assert.deepEqual([body.total, body.version, body.scopeName, body.corrections], [3, 1, 'Sở Tư pháp', false])
  assert.equal(body.asOf, '2024-03-31T17:00:00.000Z')
  const share = 'form=dich-vu-cong-truc-tuyen&by=agency&figure=onlineShare'
  const sides = await Promise.all(['numerator', 'denominator'].map((side) => listed(`${share}&side=${side}`)))
  assert.deepEqual(
    sides.map(({ body: { total } }) => total),
    [0, 3],
  )
  const rows = (await listed(`by=field&figure=receivedTotal&row=khong-co`)).body
  assert.deepEqual(rows.total, 0)
})

test('a definition that changed later changes nothing of the lists behind what was published', async () => {
  const query = 'by=field&figure=resolvedLate'
  assert.equal((await listed(query)).body.total, 0)
  // From March on every dossier counts as late; what counted before is kept with its version.
  const measure = { is: 'count', within: 'receivedTotal', condition: { is: 'all', of: [] } } as const
  enact(
    FIGURES.flatMap((figure): readonly FigureDefinition[] => {
      if (figure.id !== 'resolvedLate') return [figure]
      return [
        { ...figure, validTo: localDate('2024-02-29') },
        { ...figure, version: 2, validFrom: localDate('2024-03-01'), measure },
      ]
    }),
  )
  const now = await server.get('leader', `/api/reports/II.06a/dossiers?${new URLSearchParams(MARCH)}&${query}`)
  assert.equal(now.body.total, 3)
  const { body } = await listed(query)
  assert.deepEqual([body.total, body.version], [0, 1])
  const file = await server.get('leader', `/api/published-reports/1/dossiers.csv?${query}`)
  assert.equal(parseCsv(String(file.body.text)).length, 1)
})

test('a definition that has left the data is told, and no list of another one is shown', async () => {
  enact(FIGURES.filter(({ id }) => id !== 'resolvedOnTime').filter(({ id }) => id !== 'resolvedEarly'))
  assert.equal((await listed('by=field&figure=receivedTotal')).kind, 'published-definition-gone')
  enact(FIGURES)
})

test('what the report does not have opens nothing, and other agencies see no dossier', async () => {
  for (const query of [
    'by=field&figure=nothing',
    'figure=receivedTotal',
    'by=channel&figure=receivedTotal',
    'of=this&figure=receivedTota',
  ]) {
    assert.equal((await listed(query)).kind, 'figure-unknown', query)
  }
  assert.equal((await listed('by=field&figure=receivedTotal', 'otherLeader')).kind, 'forbidden')
  assert.equal((await listed('by=field&figure=receivedTotal', 'nobody')).kind, 'sign-in-required')
})
