import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { aCounterFiling, aFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'
import { sweepReminders } from './reminder.ts'

let server: TestServer
before(async () => {
  server = await startTestServer()
})
after(() => server.stop())

async function act(who: Who, path: string, fields: object = {}): Promise<void> {
  const answer = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...fields })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}

/** The clock moves on, the events so far are counted, and what has come is said. */
async function sweepAt(moment: string): Promise<void> {
  await runDispatcherUntilIdle(server.services)
  server.travel(parseInstant(moment))
  await sweepReminders(server.services)
}

type Item = Readonly<Record<string, unknown>>

async function reminders(who: Who, query = ''): Promise<{ readonly items: readonly Item[]; readonly next: unknown }> {
  const { body } = await server.get(who, `/api/reminders${query}`)
  assert.ok(Array.isArray(body.items), JSON.stringify(body))
  return { items: body.items, next: body.next }
}

async function kindsFor(who: Who, id: string): Promise<readonly unknown[]> {
  const { items } = await reminders(who)
  return items.filter(({ dossier }) => dossier === id).map(({ kind }) => kind)
}

test('who has a dossier is reminded of it, later his leader, and nobody else, until the dossier moves on', async () => {
  const id = anId()
  server.travel(parseInstant('2024-03-14T08:00'))
  await act('clerk', `${id}/submit`, { content: aCounterFiling() })
  await act('clerk', `${id}/accept`)
  await act('clerk', `${id}/forward`, { officer: null, note: null })
  await act('leader', `${id}/forward`, { officer: 'specialist', note: null })
  await sweepAt('2024-03-18T08:01')
  const [item] = (await reminders('specialist')).items
  assert.deepEqual(
    { ...item, id: 0, code: '' },
    {
      ...{ id: 0, kind: 'stepOverdue', kindName: 'Quá hạn bước', audience: 'holder', dossier: id, code: '' },
      ...{ procedureName: 'Thủ tục thử', applicantName: 'Nguyễn Văn An', holderName: 'Cán bộ specialist' },
      text: 'Bước “Bước appraise” đã quá hạn từ 08 giờ 00, thứ Hai 18/03/2024. Hãy xử lý xong để bước sau còn kịp giờ hẹn.',
      article: 'Quyết định phê duyệt quy trình nội bộ',
      ...{ firedAt: '2024-03-18T01:01:00.000Z', dueAt: '2024-03-18T01:00:00.000Z' },
    },
  )
  for (const who of ['leader', 'colleague', 'clerk', 'otherLeader', 'registrar'] as const) {
    assert.deepEqual(await kindsFor(who, id), [], who)
  }
  await sweepAt('2024-03-20T08:00')
  assert.deepEqual(await kindsFor('leader', id), ['stepOverdue'])
  assert.deepEqual((await kindsFor('specialist', id)).toSorted(), ['apologyOwed', 'nearDue', 'stepOverdue'])
  await sweepAt('2024-03-21T08:00')
  assert.deepEqual(await kindsFor('specialist', id), ['stepOverdue', 'due'], 'what warned of it gives way')
  assert.equal((await reminders('specialist', '?kind=due')).items.length, 1)
  await act('specialist', `${id}/refuse`, { reason: 'Không đủ điều kiện' })
  await runDispatcherUntilIdle(server.services)
  assert.deepEqual(await kindsFor('specialist', id), [])
  assert.deepEqual(await kindsFor('leader', id), [])
})

test('only officers with a post that handles dossiers have such a list', async () => {
  assert.equal((await server.get('citizen', '/api/reminders')).kind, 'forbidden')
  assert.equal((await server.get('administrator', '/api/reminders')).kind, 'forbidden')
  assert.equal((await server.get('nobody', '/api/reminders')).status, 401)
})

test('the list goes on page by page, with its kinds counted', async () => {
  server.travel(parseInstant('2024-04-01T08:00'))
  const filed = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const id = anId()
      await act('citizen', `${id}/submit`, { content: aFiling() })
      return id
    }),
  )
  await sweepAt('2024-04-02T08:01')
  const first = await reminders('clerk')
  const second = await reminders('clerk', `?cursor=${String(first.next)}`)
  assert.deepEqual([...first.items, ...second.items].map(({ dossier }) => dossier).toSorted(), filed.toSorted())
  assert.equal(second.next, null)
  assert.equal(first.items[0]?.holderName, 'Cán bộ một cửa, Một cửa Sở Tư pháp')
  const { body } = await server.get('clerk', '/api/reminders?kind=due')
  assert.deepEqual(body, {
    kinds: [{ kind: 'acceptanceOverdue', name: 'Chậm tiếp nhận', count: 60 }],
    items: [],
    next: null,
  })
  assert.equal((await server.get('clerk', '/api/reminders?cursor=bay-ba')).kind, 'cursor-invalid')
  assert.equal((await server.get('clerk', '/api/reminders?kind=khac')).status, 400)
})
