import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseInstant, toIso } from '@motcua/core/kernel/instant.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { aCounterFiling, aFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'

let server: TestServer
before(async () => {
  server = await startTestServer()
})
after(() => server.stop())

async function act(who: Who, path: string, fields: object = {}) {
  const answer = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...fields })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

async function accepted(): Promise<string> {
  const id = anId()
  await act('clerk', `${id}/submit`, { content: aCounterFiling() })
  await act('clerk', `${id}/accept`)
  return id
}

function itemsOf({
  body,
}: {
  readonly body: Readonly<Record<string, unknown>>
}): readonly { readonly id: string; readonly timeState: string }[] {
  assert.ok(Array.isArray(body.items), JSON.stringify(body))
  return body.items
}

test('each sees what lies with the own post, and a leader all of the unit', async () => {
  const id = await accepted()
  assert.ok(itemsOf(await server.get('clerk', '/api/worklist')).some((item) => item.id === id))
  assert.ok(!itemsOf(await server.get('leader', '/api/worklist')).some((item) => item.id === id))
  await act('clerk', `${id}/forward`, { officer: null, note: null })
  assert.ok(itemsOf(await server.get('leader', '/api/worklist')).some((item) => item.id === id))
  assert.deepEqual(itemsOf(await server.get('otherLeader', '/api/worklist')), [])
  // The registrar sits in the same unit, but this is not a registrar's work.
  assert.deepEqual(itemsOf(await server.get('registrar', '/api/worklist')), [])
  assert.equal((await server.get('citizen', '/api/worklist')).kind, 'forbidden')
  assert.equal((await server.get('specialist', '/api/queue')).kind, 'forbidden')
})

test('a queue is that of the own counter, and own dossiers are nobody else’s', async () => {
  const id = anId()
  await act('citizen', `${id}/submit`, { content: aFiling() })
  const has = async (who: Who, url: string) => itemsOf(await server.get(who, url)).some((item) => item.id === id)
  assert.deepEqual([await has('clerk', '/api/queue'), await has('otherClerk', '/api/queue')], [true, false])
  assert.deepEqual([await has('citizen', '/api/my/dossiers'), await has('stranger', '/api/my/dossiers')], [true, false])
})

test('the queue says until when an online filing must be accepted, and at the counter there is nothing to wait for', async () => {
  const [online, atCounter] = [anId(), anId()]
  await act('citizen', `${online}/submit`, { content: aFiling() })
  await act('clerk', `${atCounter}/submit`, { content: aCounterFiling() })
  const { items } = (await server.get('clerk', '/api/queue')).body
  assert.ok(Array.isArray(items))
  const acceptBy = (id: string) => items.find((item) => item.id === id)?.acceptBy
  // Filed on Thursday at eight, and a working day has eight hours.
  assert.deepEqual([acceptBy(online), acceptBy(atCounter)], [toIso(parseInstant('2024-03-15T08:00')), null])
})

test('the filters agree with what each row says of its time', async () => {
  const id = await accepted()
  const { now } = server.clock
  const stateAt = async (moment: string, who: Who, filter: string) => {
    server.travel(parseInstant(moment))
    const { body } = await server.get(who, `/api/worklist?filter=${filter}`)
    assert.ok(Array.isArray(body.items), JSON.stringify(body))
    return body.items.find((item) => item.id === id)?.timeState ?? null
  }
  // Due on Thursday 21/03 at eight.
  assert.equal(await stateAt('2024-03-18T10:00', 'secondClerk', 'all'), 'inTime')
  assert.equal(await stateAt('2024-03-18T10:05', 'secondClerk', 'soon'), null)
  server.travel(now)
  await act('clerk', `${id}/forward`, { officer: null, note: null })
  await act('leader', `${id}/forward`, { officer: 'specialist', note: null })
  assert.equal(await stateAt('2024-03-20T09:00', 'specialist', 'soon'), 'nearDue')
  assert.equal(await stateAt('2024-03-20T09:01', 'specialist', 'late'), null)
  assert.equal(await stateAt('2024-03-21T08:01', 'colleague', 'late'), 'overdue')
  server.travel(now)
})

test('a list goes on page by page without losing or repeating a dossier', async () => {
  const made = await Promise.all(Array.from({ length: 60 }, accepted))
  const first = await server.get('clerk', '/api/worklist')
  const second = await server.get('clerk', `/api/worklist?cursor=${first.body.next}`)
  const ids = [...itemsOf(first), ...itemsOf(second)].map((item) => item.id)
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(made.every((id) => ids.includes(id)))
  assert.equal((await server.get('clerk', '/api/worklist?cursor=bay-ba')).kind, 'cursor-invalid')
})

test('a dossier is found by its code at once and by words without diacritics once they are counted', async () => {
  const id = await accepted()
  const { body } = await server.get('clerk', `/api/dossiers/${id}`)
  assert.equal(itemsOf(await server.get('clerk', `/api/dossiers?q=${body.code}`))[0]?.id, id)
  await runDispatcherUntilIdle(server.services)
  assert.ok(itemsOf(await server.get('clerk', '/api/dossiers?q=nguyen%20van%20an')).some((item) => item.id === id))
  assert.deepEqual(itemsOf(await server.get('otherClerk', `/api/dossiers?q=${body.code}`)), [])
  const { body: today } = await server.get('nobody', '/api/statistics/today')
  assert.ok(Number(today.acceptedToday) >= 1, JSON.stringify(today))
})
