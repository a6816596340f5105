import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { AGENCY } from '@motcua/core/test/a-rulebook.ts'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'

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
  await act('specialist', `${id}/forward`, { officer: null, note: null })
  return id
}

const RESULT = { number: '15/QĐ-STP', issuedOn: '2024-03-20', summary: 'Cấp phiếu', file: null }
const MARCH = { scope: AGENCY, from: '2024-03-01', to: '2024-03-31' } as const
async function march(more: object = {}, form = 'II.06a') {
  const { body } = await server.get('leader', `/api/reports/${form}?${new URLSearchParams({ ...MARCH, ...more })}`)
  return body as unknown as { asOf: string; figures: Record<string, number> }
}

test('a finish put right in April counts in the March report with corrections, and only there', async () => {
  const id = await inHand()
  await inHand()
  server.travel(parseInstant('2024-04-05T09:00'))
  await act('leader', `${id}/resolve`, { result: RESULT })
  const resolved = async (more: object = {}) => (await march(more)).figures.resolvedTotal
  assert.deepEqual([await resolved(), await resolved({ corrections: 'true' })], [0, 0])
  const before = (await march({ corrections: 'true' })).asOf
  server.travel(parseInstant('2024-04-12T09:00'))
  await act('specialist', `${id}/proposeCorrection`, {
    ...{ what: 'finishedAt', to: '2024-03-20T03:00:00.000Z', reason: 'Trả ngày 20/3', document: 'Sổ 02', file: null },
  })
  await act('leader', `${id}/approveCorrection`, { number: 1 })
  assert.deepEqual([await resolved(), await resolved({ corrections: 'true' })], [0, 1])
  assert.equal(await resolved({ corrections: 'true', asOf: before }), 0)
  const { figures } = await march({ corrections: 'true' }, 'tinh-trang-ho-so')
  assert.deepEqual([figures.answered, figures.inProgress], [1, 1])
  const list = new URLSearchParams({ ...MARCH, corrections: 'true', figure: 'resolvedTotal' })
  const { items } = (await server.get('leader', `/api/reports/II.06a/dossiers?${list}`)).body as {
    items: { id: string; why: string }[]
  }
  assert.deepEqual(
    items.map((item) => item.id),
    [id],
  )
  assert.match(items[0]?.why ?? '', /kết thúc 10 giờ 00.*20\/0?3\/2024 \(có kết quả\)/)
})

test('a refusal put right in April stands in March under its ground, in the table and in the list', async () => {
  server.travel(parseInstant('2024-03-15T08:00'))
  const id = await inHand()
  server.travel(parseInstant('2024-04-15T09:00'))
  await act('leader', `${id}/refuse`, { reason: 'Không đủ điều kiện', ground: 'unmet' })
  await act('specialist', `${id}/proposeCorrection`, {
    ...{ what: 'finishedAt', to: '2024-03-21T03:00:00.000Z', reason: 'Trả 21/3', document: 'Sổ 03', file: null },
  })
  await act('leader', `${id}/approveCorrection`, { number: 1 })
  const rowsOf = async (more: object) => {
    const { rows } = (await march(more, 'ly-do-bo-sung-tra-lai')) as unknown as {
      rows: { id: string; figures: Record<string, number> }[]
    }
    return rows.map((row) => [row.id, row.figures['refused']])
  }
  assert.deepEqual(await rowsOf({}), [])
  assert.deepEqual(await rowsOf({ corrections: 'true' }), [['unmet', 1]])
  const list = new URLSearchParams({ ...MARCH, corrections: 'true', by: 'ground', row: 'unmet', figure: 'refused' })
  const { body } = await server.get('leader', `/api/reports/ly-do-bo-sung-tra-lai/dossiers?${list}`)
  assert.deepEqual(
    (body['items'] as { id: string }[]).map((item) => item.id),
    [id],
  )
})
