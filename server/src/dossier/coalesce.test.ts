import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { coalesce } from './coalesce.ts'

type Batch = {
  readonly requests: readonly string[]
  readonly finish: () => void
  readonly fail: (error: Error) => void
}

/** Batches are held until the test lets them go. */
function heldBatches(settings: { size?: number; inFlight?: number } = {}) {
  const batches: Batch[] = []
  const { ask } = coalesce<string, string>(
    (requests) =>
      new Promise((resolve, reject) => {
        batches.push({ requests, finish: () => resolve(requests.map((one) => one.toUpperCase())), fail: reject })
      }),
    { size: settings.size ?? 256, inFlight: settings.inFlight ?? 2, keyOf: (request) => request[0] ?? '' },
  )
  return { batches, ask }
}

test('a lone request waits for nobody', async () => {
  const { batches, ask } = heldBatches()
  const answer = ask('a')
  await turn()
  assert.deepEqual(batches[0]?.requests, ['a'])
  batches[0]?.finish()
  assert.equal(await answer, 'A')
})

test('what arrives while the batches are under way goes together in the next', async () => {
  const { batches, ask } = heldBatches({ inFlight: 1 })
  const answers = [ask('a')]
  await turn()
  answers.push(ask('b'), ask('c'), ask('d'))
  await turn()
  assert.equal(batches.length, 1)
  batches[0]?.finish()
  await turn()
  await turn()
  assert.deepEqual(batches[1]?.requests, ['b', 'c', 'd'])
  batches[1]?.finish()
  assert.deepEqual(await Promise.all(answers), ['A', 'B', 'C', 'D'])
})

test('two requests on one dossier are never in two batches at once, and keep their order', async () => {
  const { batches, ask } = heldBatches()
  const answers = [ask('a1')]
  await turn()
  answers.push(ask('a2'), ask('b1'))
  await turn()
  assert.deepEqual(
    batches.map((batch) => batch.requests),
    [['a1'], ['b1']],
  )
  batches[0]?.finish()
  await turn()
  await turn()
  assert.deepEqual(batches[2]?.requests, ['a2'])
  batches[1]?.finish()
  batches[2]?.finish()
  assert.deepEqual(await Promise.all(answers), ['A1', 'A2', 'B1'])
})

test('no batch is larger than its size', async () => {
  const { batches, ask } = heldBatches({ size: 2, inFlight: 1 })
  const answers = [ask('a'), ask('b'), ask('c')]
  await turn()
  assert.deepEqual(batches[0]?.requests, ['a', 'b'])
  batches[0]?.finish()
  await turn()
  await turn()
  assert.deepEqual(batches[1]?.requests, ['c'])
  batches[1]?.finish()
  assert.equal((await Promise.all(answers)).length, 3)
})

test('when the database goes away everybody in the batch is told, and the next batch is tried', async () => {
  const { batches, ask } = heldBatches({ inFlight: 1 })
  const lost = [ask('a'), ask('b')].map((answer) => assert.rejects(answer, /gone/))
  await turn()
  batches[0]?.fail(new Error('gone'))
  await Promise.all(lost)
  const next = ask('c')
  await turn()
  await turn()
  batches[1]?.finish()
  assert.equal(await next, 'C')
})
