import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { AGENCY, OTHER_AGENCY, PROCEDURE } from '@motcua/core/test/a-rulebook.ts'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'
import { rulebookWithIndicators } from '../testing/shipped-indicators.ts'

let server: TestServer
let dispatcher: Dispatcher

const RESULT = { number: '15/QĐ-STP', issuedOn: '2024-03-20', summary: 'Cấp phiếu', file: null }

before(async () => {
  server = await startTestServer({ rulebook: rulebookWithIndicators() })
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
  // Both are accepted on a Thursday at eight; one waits two working days for its applicant.
  const plain = await inHand()
  const supplemented = await inHand()
  server.travel(parseInstant('2024-03-15T08:00'))
  await act('specialist', `${supplemented}/requestSupplement`, { items: ['Thiếu'], reason: 'Thiếu', ground: null })
  server.travel(parseInstant('2024-03-19T08:00'))
  const document = { required: null, name: 'Bản sao', kind: 'paper', originals: 0, copies: 1, file: null }
  await act('clerk', `${supplemented}/supplySupplement`, { documents: [document], note: null })
  server.travel(parseInstant('2024-03-20T08:00'))
  for (const id of [plain, supplemented]) {
    await act('specialist', `${id}/forward`, { officer: null, note: null })
    await act('leader', `${id}/resolve`, { result: RESULT })
  }
  await inHand()
  server.travel(parseInstant('2024-04-02T09:00'))
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

async function act(who: Who, path: string, body: object = {}) {
  const answer = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...body })
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`)
}

async function inHand(): Promise<string> {
  const id = anId()
  await act('clerk', `${id}/submit`, { content: aCounterFiling() })
  await act('clerk', `${id}/accept`)
  await act('clerk', `${id}/forward`, { officer: null, note: null })
  await act('leader', `${id}/forward`, { officer: 'specialist', note: null })
  return id
}

const MARCH = `scope=${AGENCY}&period=2024-03`
type Listed = { time: number; unit: string; pauses: object[]; readable: boolean }

test('what ended took so long on average, in the unit of its statutory term, without the wait for the applicant', async () => {
  const { status, body } = await server.get('leader', `/api/indicators/766/times?${MARCH}`)
  assert.equal(status, 200, JSON.stringify(body))
  const [only, ...others] = body.procedures as { id: string; term: string; name: string }[]
  assert.deepEqual(others, [])
  const { name, ...figures } = only ?? {}
  assert.ok(name)
  // Four working days, and four less two.
  const expected = {
    id: PROCEDURE,
    finished: 2,
    measured: 2,
    average: 3,
    unit: 'workingDays',
    term: '10 ngày làm việc',
  }
  assert.deepEqual(figures, expected)
})

test('each average opens its dossiers with the time of each', async () => {
  const { body } = await server.get('leader', `/api/indicators/766/times/dossiers?${MARCH}&procedure=${PROCEDURE}`)
  const items = body.items as Listed[]
  assert.deepEqual(items.map(({ time }) => time).toSorted(), [2, 4])
  assert.deepEqual(items.map(({ pauses }) => pauses.length).toSorted(), [0, 1])
  assert.ok(items.every(({ readable, unit }) => readable && unit === 'workingDays'))
  assert.equal(body.next, null)
})

test('what ended in another month, or after the instant asked for, is not counted', async () => {
  const february = await server.get('leader', `/api/indicators/766/times?scope=${AGENCY}&period=2024-02`)
  assert.deepEqual(february.body.procedures, [])
  const before = await server.get('leader', `/api/indicators/766/times?${MARCH}&asOf=2024-03-19T03:00:00.000Z`)
  assert.deepEqual(before.body.procedures, [])
})

test('other agencies ask for their own time only', async () => {
  assert.equal((await server.get('otherLeader', `/api/indicators/766/times?${MARCH}`)).kind, 'forbidden')
  const own = await server.get('otherLeader', `/api/indicators/766/times?scope=${OTHER_AGENCY}&period=2024-03`)
  assert.deepEqual(own.body.procedures, [])
})
