import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { aRulebook, OTHER_COUNTER } from '@motcua/core/test/a-rulebook.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { type Answer, startTestServer, type TestServer, type Who } from '../testing/server.ts'

const rulebook = aRulebook({ service: { intakeElsewhere: 'province' } })
let server: TestServer
before(async () => {
  server = await startTestServer({ rulebook })
})
after(() => server.stop())

async function act(who: Who, path: string, fields: object = {}): Promise<Answer> {
  const answer = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...fields })
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`)
  return answer
}

async function acceptedElsewhere(): Promise<string> {
  const id = anId()
  await act('otherClerk', `${id}/submit`, { content: aCounterFiling({ counter: OTHER_COUNTER }) })
  await act('otherClerk', `${id}/accept`)
  return id
}

const itemsOf = ({ body }: Answer): readonly Record<string, unknown>[] => (Array.isArray(body.items) ? body.items : [])

test('what another counter accepted waits in the list of the agency, and gets its due time when it is received', async () => {
  const id = await acceptedElsewhere()
  const waiting = itemsOf(await server.get('clerk', '/api/worklist?filter=waiting')).find((each) => each.id === id)
  assert.deepEqual([waiting?.stateName, waiting?.timeState, waiting?.dueAt], ['Chờ nhận từ nơi khác', 'paused', null])
  const { body } = await server.get('clerk', `/api/dossiers/${id}`)
  assert.equal((body.paused as { ground: string } | null)?.ground, 'transfer')

  server.travel(parseInstant('2024-03-14T09:30'))
  await act('clerk', `${id}/receive`)
  const received = await server.get('clerk', `/api/dossiers/${id}`)
  assert.deepEqual([received.body.paused, received.body.dueAt], [null, '2024-03-21T02:30:00.000Z'])
  assert.deepEqual(itemsOf(await server.get('clerk', '/api/worklist?filter=waiting')), [])
})

test('a pause on a named ground is shown with its article, and reports know what is waited for', async () => {
  const id = await acceptedElsewhere()
  await act('clerk', `${id}/receive`)
  const { body } = await server.get('leader', `/api/dossiers/${id}`)
  assert.deepEqual(body.pauseGrounds, [{ id: 'taxNotice', name: 'chờ thông báo thuế', article: 'Luật thử Điều 1' }])
  await act('leader', `${id}/pause`, { ground: 'taxNotice', note: 'Phiếu chuyển 12' })
  const paused = await server.get('clerk', `/api/dossiers/${id}`)
  assert.deepEqual([paused.body.timeState, paused.body.stateName], ['paused', 'Tạm dừng thời hạn'])
  assert.match(JSON.stringify(paused.body.clock), /chờ thông báo thuế.*Luật thử Điều 1/)
  const forward = await server.post('clerk', `/api/dossiers/${id}/forward`, {
    ...{ expectedVersion: null, officer: null, note: null },
  })
  assert.deepEqual([forward.status, forward.kind], [409, 'clock-paused'])

  const { pool } = server.services
  await runDispatcherUntilIdle({ pool, rulebook: () => rulebook })
  const ground = async () =>
    (
      await pool.query<{ pause_ground: string | null }>(
        `select pause_ground from dossier_fact where dossier_id = $1 and known_to = 'infinity'`,
        [id],
      )
    ).rows[0]?.pause_ground
  assert.equal(await ground(), 'taxNotice')
  await act('leader', `${id}/resume`, { note: null })
  await runDispatcherUntilIdle({ pool, rulebook: () => rulebook })
  assert.equal(await ground(), null)
})

test('where every counter takes a procedure in, its agencies say so', async () => {
  const { body } = await server.get('nobody', '/api/procedures/1.000001/agencies')
  const agencies: readonly { readonly elsewhere: boolean }[] = Array.isArray(body) ? body : []
  assert.deepEqual(
    agencies.map((agency) => agency.elsewhere),
    [true],
  )
})
