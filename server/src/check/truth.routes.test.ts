import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer

before(async () => {
  server = await startTestServer()
})
after(() => server.stop())

const DIFFERENCE = { kind: 'fact', dossier: null, what: 'facts[1].channel', reason: 'là "online"' }

const record = (differences: object[]): Promise<unknown> =>
  server.services.pool.query(
    `insert into truth_check (checked_at, kind, question, differences) values ('2024-03-14T08:00+07', 'dossiers', '{}', $1)`,
    [JSON.stringify(differences)],
  )

test('an administrator sees what does not agree and since when, until it agrees again', async () => {
  await record([])
  const quiet = await server.get('administrator', '/api/truth')
  assert.deepEqual([quiet.status, quiet.body.alarms, quiet.body.items], [200, 0, []])
  assert.equal(quiet.body.checkedAt, '2024-03-14T01:00:00.000Z')
  await record([DIFFERENCE])
  const { body } = await server.get('administrator', '/api/truth')
  const [alarm] = body.items as { since: string; differences: object[] }[]
  assert.deepEqual([body.alarms, alarm?.since, alarm?.differences], [1, '2024-03-14T01:00:00.000Z', [DIFFERENCE]])
  await server.services.pool.query(
    'update truth_check set cleared_at = checked_at where cleared_at is null and differences::text <> $1',
    ['[]'],
  )
  assert.equal((await server.get('administrator', '/api/truth')).body.alarms, 0)
})

test('nobody else is shown how the system looks inside', async () => {
  assert.equal((await server.get('leader', '/api/truth')).status, 403)
  assert.equal((await server.get('nobody', '/api/truth')).status, 401)
})
