import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseInstant, toIso } from '@motcua/core/kernel/instant.ts'
import { LINKED_PROCEDURE } from '@motcua/core/test/a-rulebook.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { sweepReminders } from '../reminder/reminder.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'

let server: TestServer
before(async () => {
  server = await startTestServer()
})
after(() => server.stop())

async function act(who: Who, path: string, fields: object = {}) {
  const answer = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...fields })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}

const FORWARD = { officer: null, note: null }
const DONE = { result: null, note: null }

async function linked(): Promise<string> {
  const id = anId()
  await act('clerk', `${id}/submit`, { content: aCounterFiling({ procedure: LINKED_PROCEDURE }) })
  await act('clerk', `${id}/accept`)
  await act('clerk', `${id}/forward`, FORWARD)
  return id
}

type Part = { readonly id: string; readonly state: string; readonly dueAt: string | null; readonly offers: unknown[] }

async function viewOf(who: Who, id: string) {
  const { body, status } = await server.get(who, `/api/dossiers/${id}`)
  assert.equal(status, 200)
  return body as typeof body & { readonly parts: readonly Part[]; readonly position: unknown }
}

async function listed(who: Who, id: string): Promise<readonly (string | null)[]> {
  await runDispatcherUntilIdle(server.services)
  const { body } = await server.get(who, '/api/worklist')
  const items = body['items'] as readonly { readonly id: string; readonly part: string | null }[]
  return items.filter((item) => item.id === id).map(({ part }) => part)
}

test('each agency finds its part on its own list, with its own appointed time, until it is complete', async () => {
  const id = await linked()
  assert.deepEqual(await listed('clerk', id), [null])
  assert.deepEqual(await listed('specialist', id), ['own'])
  assert.deepEqual(await listed('otherSpecialist', id), ['other'])
  const { parts } = await viewOf('otherSpecialist', id)
  assert.deepEqual(
    parts.map((part) => [part.id, part.state, part.dueAt]),
    [
      ['own', 'open', toIso(parseInstant('2024-03-18T08:00'))],
      ['other', 'open', toIso(parseInstant('2024-03-19T08:00'))],
      ['outside', 'open', null],
    ],
  )
  await act('otherSpecialist', `${id}/completePart`, { part: 'other', ...DONE })
  assert.deepEqual(await listed('otherSpecialist', id), [])
})

test('who holds one part may act on it and on nothing else', async () => {
  const id = await linked()
  const refused = async (who: Who, action: string, fields: object) =>
    (await server.post(who, `/api/dossiers/${id}/${action}`, { expectedVersion: null, ...fields })).kind
  assert.equal(await refused('otherSpecialist', 'completePart', { part: 'outside', ...DONE }), 'action-forbidden')
  assert.equal(await refused('otherSpecialist', 'forward', { ...FORWARD, part: 'own' }), 'action-forbidden')
  assert.equal(await refused('otherSpecialist', 'forward', FORWARD), 'action-forbidden')
  assert.equal(await refused('clerk', 'forward', FORWARD), 'parts-open')
  assert.equal(await refused('specialist', 'completePart', { part: 'own', ...DONE }), 'step-not-final')
  assert.equal(await refused('otherSpecialist', 'forward', { ...FORWARD, part: 'other' }), 'step-is-final')
})

test('with its last part the dossier goes on by itself, and the choice made there leads it', async () => {
  const id = await linked()
  await act('specialist', `${id}/forward`, { ...FORWARD, part: 'own' })
  const result = { number: '5/XN', issuedOn: '2024-03-14', summary: 'Đã đăng ký' }
  await act('leader', `${id}/completePart`, { part: 'own', result, note: null })
  await act('clerk', `${id}/completePart`, { part: 'outside', ...DONE })
  await act('otherSpecialist', `${id}/completePart`, { part: 'other', ...DONE })
  const view = await viewOf('specialist', id)
  const position = view.position as { readonly step: string; readonly outcomes: readonly unknown[] }
  assert.deepEqual([position.step, position.outcomes.length], ['decide', 3])
  const without = await server.post('specialist', `/api/dossiers/${id}/forward`, { expectedVersion: null, ...FORWARD })
  assert.equal(without.kind, 'outcome-missing')
  assert.match(String(without.body['detail']), /Đạt; Cần xác minh; Không đạt/)
  await act('specialist', `${id}/forward`, { ...FORWARD, outcome: 'approve' })
  assert.equal(((await viewOf('leader', id)).position as { readonly step: string }).step, 'sign')
})

test('a pause of the whole stops the parts, and afterwards each has the time that it had left', async () => {
  const id = await linked()
  await act('clerk', `${id}/requestPayment`, { lines: [{ name: 'Thuế', amount: 1000 }] })
  assert.deepEqual(
    (await viewOf('clerk', id)).parts.map(({ dueAt }) => dueAt),
    [null, null, null],
  )
  const done = { expectedVersion: null, part: 'other', ...DONE }
  const early = await server.post('otherSpecialist', `/api/dossiers/${id}/completePart`, done)
  assert.equal(early.kind, 'action-not-allowed')
  const before = server.clock.now
  server.travel(parseInstant('2024-03-15T08:00'))
  await act('clerk', `${id}/recordPayment`, { amount: 51_000, method: 'cash', reference: null })
  const { parts } = await viewOf('clerk', id)
  assert.deepEqual(
    parts.map(({ dueAt }) => dueAt),
    [toIso(parseInstant('2024-03-19T08:00')), toIso(parseInstant('2024-03-20T08:00')), null],
  )
  server.travel(before)
})

test('who holds a part is told when its step has run out of time', async () => {
  const id = await linked()
  await runDispatcherUntilIdle(server.services)
  server.travel(parseInstant('2024-03-15T09:00'))
  await sweepReminders({ ...server.services, now: () => server.clock.now })
  const reminders = async (who: Who) => {
    const { body } = await server.get(who, '/api/reminders')
    const found = body['items'] as readonly { readonly kind: string; readonly dossier: string }[]
    return found.filter((each) => JSON.stringify(each).includes(id)).map(({ kind }) => kind)
  }
  assert.deepEqual(await reminders('specialist'), ['stepOverdue'])
  assert.deepEqual(await reminders('otherSpecialist'), [])
})
