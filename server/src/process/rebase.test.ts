import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PROCESS } from '@motcua/core/test/a-process.ts'
import { aPauseGround, aRulebook } from '@motcua/core/test/a-rulebook.ts'
import { dossierId } from '@motcua/core/kernel/ids.ts'
import { listDossiers, listEvents } from '../dossier/dossier.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'

let server: TestServer
before(async () => {
  server = await startTestServer({ rulebook: aRulebook({ grounds: [aPauseGround()] }) })
})
after(() => server.stop())

async function act(who: Who, path: string, fields: object = {}) {
  const answer = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...fields })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}

const FORWARD = { officer: null, note: null }
const TO_SPECIALIST = { officer: 'specialist', note: null }

/** Accepted under version 1 and brought on so many steps: 0 at the counter, 1 to be assigned, 2 in appraisal. */
async function lying(steps: 0 | 1 | 2): Promise<string> {
  const id = anId()
  await act('clerk', `${id}/submit`, { content: aCounterFiling() })
  await act('clerk', `${id}/accept`)
  if (steps > 0) await act('clerk', `${id}/forward`, FORWARD)
  if (steps > 1) await act('leader', `${id}/forward`, TO_SPECIALIST)
  return id
}

const rebase = (who: Who, version: number, dryRun = false) =>
  server.post(who, `/api/processes/${PROCESS.id}/rebase`, { version, dryRun })

async function versionsOf(ids: readonly string[]): Promise<readonly (number | undefined)[]> {
  const found = await listDossiers(server.services.pool, ids.map(dossierId))
  return ids.map((id) => found.find((each) => each.id === id)?.process?.version)
}

test('open dossiers move together once none of them lies where the new version has no step', async () => {
  const atCounter = await lying(0)
  const unassigned = await lying(1)
  const ids = [atCounter, unassigned]

  const trial = await rebase('administrator', 2, true)
  assert.equal(trial.status, 200)
  const { open, moved, strandedCount, stranded } = trial.body
  assert.deepEqual([open, moved, strandedCount], [2, 0, 1])
  assert.deepEqual(
    (stranded as readonly { readonly dossier: string; readonly steps: readonly string[] }[]).map(
      ({ dossier, steps }) => [dossier, steps],
    ),
    [[unassigned, ['Bước assign']]],
  )

  const refused = await rebase('administrator', 2)
  assert.deepEqual([refused.status, refused.kind], [409, 'positions-missing'])
  assert.deepEqual(
    (refused.body['errors'] as readonly { readonly path: string }[]).map(({ path }) => path),
    [unassigned],
  )
  assert.deepEqual(await versionsOf(ids), [1, 1])

  await act('leader', `${unassigned}/forward`, TO_SPECIALIST)
  const done = await rebase('administrator', 2)
  assert.deepEqual([done.body['open'], done.body['moved'], done.body['left']], [2, 2, []])
  assert.deepEqual(await versionsOf(ids), [2, 2])
  const last = (await listEvents(server.services.pool, dossierId(unassigned))).at(-1)
  assert.deepEqual([last?.event.type, last?.actor], ['rebased', 'officer:administrator'])
  // Asked again there is nothing left to do, and the next step is that of the new version.
  assert.equal((await rebase('administrator', 2)).body['open'], 0)
  await act('specialist', `${unassigned}/forward`, FORWARD)
  const { body } = await server.get('leader', `/api/dossiers/${unassigned}`)
  assert.equal((body['position'] as { readonly step: string }).step, 'check')
})

test('a dossier whose clock stands still moves too, and what has ended stays as it was', async () => {
  const paused = await lying(2)
  await act('specialist', `${paused}/pause`, { ground: 'taxNotice', note: null })
  const stopped = await lying(0)
  await act('clerk', `${stopped}/withdraw`, { reason: 'Người nộp rút hồ sơ' })
  assert.equal((await rebase('administrator', 2)).body['moved'], 1)
  assert.deepEqual(await versionsOf([paused, stopped]), [2, 1])
  await act('specialist', `${paused}/resume`, { note: null })
  await act('specialist', `${paused}/forward`, FORWARD)
})

test('only an administrator moves dossiers to another version, and only to one that there is', async () => {
  for (const who of ['clerk', 'leader', 'citizen'] as const) assert.equal((await rebase(who, 2)).kind, 'forbidden', who)
  assert.equal((await rebase('nobody', 2)).kind, 'sign-in-required')
  assert.equal((await rebase('administrator', 9)).status, 404)
  assert.equal(
    (await server.post('administrator', '/api/processes/xa/rebase', { version: 2, dryRun: true })).status,
    404,
  )
})
