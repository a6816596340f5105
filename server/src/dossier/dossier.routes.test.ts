import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dossierId } from '@motcua/core/kernel/ids.ts'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { aCounterFiling, aFiling, anId } from '../testing/a-filing.ts'
import { findDossier } from './dossier.ts'
import { type Answer, startTestServer, type TestServer, type Who } from '../testing/server.ts'

let server: TestServer
before(async () => {
  server = await startTestServer()
})
after(() => server.stop())

/** Does one action with the version that was last seen, and expects it to happen. */
async function act(who: Who, path: string, fields: object = {}): Promise<Answer> {
  const answer = await tryTo(who, path, fields)
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`)
  return answer
}

function tryTo(who: Who, path: string, fields: object = {}): Promise<Answer> {
  return server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...fields })
}

async function filed(): Promise<string> {
  const id = anId()
  await act('clerk', `${id}/submit`, { content: aCounterFiling() })
  return id
}

async function accepted(): Promise<string> {
  const id = await filed()
  await act('clerk', `${id}/accept`)
  return id
}

test('a dossier goes from filing to result through every role', async () => {
  const id = anId()
  await act('citizen', `${id}/saveDraft`, { content: aFiling() })
  await act('citizen', `${id}/submit`, { content: aFiling() })
  const waiting = await server.get('clerk', '/api/queue')
  assert.ok(JSON.stringify(waiting.body).includes(id))
  const receipt = await act('clerk', `${id}/accept`)
  assert.match(String(receipt.body.code), /^H20\.15-240314-\d{4}$/)
  await act('clerk', `${id}/recordPayment`, { amount: 50_000, method: 'cash', reference: null })
  await act('clerk', `${id}/forward`, { officer: null, note: null })
  await act('leader', `${id}/forward`, { officer: 'specialist', note: 'Xem kỹ' })
  await act('specialist', `${id}/forward`, { officer: null, note: null })
  const result = { number: '12/QĐ-STP', issuedOn: '2024-03-14', summary: 'Đồng ý', file: null }
  const resolved = await act('leader', `${id}/resolve`, { result })
  assert.equal(resolved.body.state, 'resolved')
  const returned = await act('clerk', `${id}/return`, { receivedBy: 'Nguyễn Văn An', by: 'counter' })
  assert.equal(returned.body.stateName, 'Đã trả kết quả')

  const followed = await server.get('nobody', `/api/tracking/${receipt.body.code}`)
  assert.deepEqual(followed.body, {
    code: receipt.body.code,
    state: 'returned',
    stateName: 'Đã trả kết quả',
    stage: 4,
    stages: ['Nộp', 'Tiếp nhận', 'Giải quyết', 'Có kết quả', 'Đã trả'],
  })
  const own = await server.get('citizen', '/api/my/dossiers')
  assert.ok(JSON.stringify(own.body).includes(String(receipt.body.code)))
  const view = await server.get('citizen', `/api/dossiers/${id}`)
  assert.equal(view.status, 200)
  assert.equal(view.body.timeState, 'done')
})

test('the page of a dossier shows people, steps, clock and what may be done, with card numbers masked', async () => {
  const id = await accepted()
  const { body } = await server.get('clerk', `/api/dossiers/${id}`)
  const view = JSON.stringify(body)
  assert.ok(!view.includes('087090000001'))
  assert.ok(view.includes('*********001'))
  assert.equal(body.dueAt, '2024-03-21T01:00:00.000Z')
  assert.equal(body.timeState, 'inTime')
  const { steps, offers, clock } = body
  assert.ok(Array.isArray(steps) && Array.isArray(offers) && Array.isArray(clock))
  assert.deepEqual(
    steps.map((step) => step.status),
    ['now', 'todo', 'todo', 'todo', 'todo'],
  )
  const offer = (action: string) => offers.find((each) => each.action === action)
  assert.deepEqual(offer('forward'), { action: 'forward', name: 'Chuyển bước tiếp', allowed: true, reason: null })
  assert.equal(offer('refuse').allowed, false)
  assert.match(offer('refuse').reason, /lãnh đạo/)
  assert.equal(offer('resolve').allowed, false)
})

test('to a citizen none of the work of officers is offered', async () => {
  const id = anId()
  await act('citizen', `${id}/submit`, { content: aFiling() })
  const { body } = await server.get('citizen', `/api/dossiers/${id}`)
  assert.ok(Array.isArray(body.offers))
  const actions = body.offers.map(({ action }) => action)
  assert.deepEqual(actions, ['supplySupplement', 'withdraw'])
})

test('a citizen files as the person who signed in, whatever the form says', async () => {
  const id = anId()
  const applicant = { ...aFiling().applicant, name: 'Người Khác', idNumber: '087099999999' }
  await act('citizen', `${id}/submit`, { content: { ...aFiling(), applicant } })
  const { body } = await server.get('clerk', `/api/dossiers/${id}`)
  assert.deepEqual([JSON.stringify(body.applicant).includes('Nguyễn Văn An'), body.version], [true, 1])
})

test('a dossier filed for somebody else is found among the own ones of who filed it', async () => {
  const id = anId()
  const child = { ...aFiling().applicant, name: 'Nguyễn Thị Con', idNumber: '087320000009' }
  await act('citizen', `${id}/submit`, { content: { ...aFiling(), applicant: child, submitter: aFiling().applicant } })
  const own = await server.get('citizen', '/api/my/dossiers')
  assert.ok(JSON.stringify(own.body).includes(id))
})

const REFUSALS: readonly {
  readonly title: string
  readonly ask: () => Promise<Answer>
  readonly kind: string
  readonly status: number
}[] = [
  {
    title: 'an unknown procedure',
    ask: () => tryTo('clerk', `${anId()}/submit`, { content: { ...aCounterFiling(), procedure: '9.999999' } }),
    ...{ kind: 'procedure-unknown', status: 422 },
  },
  {
    title: 'an unknown case',
    ask: () => tryTo('clerk', `${anId()}/submit`, { content: { ...aCounterFiling(), caseId: 'khong-co' } }),
    ...{ kind: 'case-unknown', status: 422 },
  },
  {
    title: 'an unknown agency',
    ask: () => tryTo('clerk', `${anId()}/submit`, { content: { ...aCounterFiling(), agency: 'H99' } }),
    ...{ kind: 'unit-unknown', status: 422 },
  },
  {
    title: 'an unknown unit',
    ask: () => server.get('clerk', '/api/units/H99/officers'),
    ...{ kind: 'not-found', status: 404 },
  },
  {
    title: 'an unknown action',
    ask: () => server.post('clerk', `/api/dossiers/${anId()}/burn`, {}),
    ...{ kind: 'route-unknown', status: 404 },
  },
  {
    title: 'an action that the state does not allow',
    ask: async () => tryTo('clerk', `${await accepted()}/accept`),
    ...{ kind: 'action-not-allowed', status: 409 },
  },
  {
    title: 'an action of somebody else',
    ask: async () => tryTo('specialist', `${await filed()}/accept`),
    ...{ kind: 'action-forbidden', status: 403 },
  },
  {
    title: 'an action on a dossier of others',
    ask: async () => tryTo('otherClerk', `${await filed()}/accept`),
    ...{ kind: 'dossier-unknown', status: 404 },
  },
  {
    title: 'an action of nobody',
    ask: async () => tryTo('nobody', `${anId()}/accept`),
    ...{ kind: 'sign-in-required', status: 401 },
  },
  {
    title: 'missing documents',
    ask: () => tryTo('clerk', `${anId()}/submit`, { content: { ...aCounterFiling(), documents: [] } }),
    ...{ kind: 'documents-missing', status: 422 },
  },
  {
    title: 'control characters in a text',
    ask: () => tryTo('clerk', `${anId()}/submit`, { content: aCounterFiling({ answers: { purpose: 'a\u0000b' } }) }),
    ...{ kind: 'answers-invalid', status: 422 },
  },
  {
    title: 'a text of a megabyte',
    ask: async () => tryTo('clerk', `${await filed()}/decline`, { reason: 'x'.repeat(1_100_000) }),
    ...{ kind: 'too-large', status: 413 },
  },
  {
    title: 'a text longer than its field',
    ask: async () => tryTo('clerk', `${await filed()}/decline`, { reason: 'x'.repeat(10_000) }),
    ...{ kind: 'input-invalid', status: 400 },
  },
  {
    title: 'a date out of range',
    ask: async () => {
      const id = await accepted()
      const result = { number: '1', issuedOn: '2031-01-01', summary: 'Đồng ý', file: null }
      await act('clerk', `${id}/forward`, { officer: null, note: null })
      await act('leader', `${id}/forward`, { officer: 'specialist', note: null })
      await act('specialist', `${id}/forward`, { officer: null, note: null })
      return tryTo('leader', `${id}/resolve`, { result })
    },
    ...{ kind: 'date-out-of-range', status: 422 },
  },
  {
    title: 'a date that does not exist',
    ask: async () =>
      tryTo('leader', `${await accepted()}/resolve`, {
        result: { number: '1', issuedOn: '2024-02-31', summary: 'x', file: null },
      }),
    ...{ kind: 'input-invalid', status: 400 },
  },
  {
    title: 'a file that was never uploaded',
    ask: () => {
      const file = { hash: 'a'.repeat(64), name: 'don.pdf', type: 'application/pdf', bytes: 10 }
      const documents = [{ required: 'don', name: 'Đơn', kind: 'file', originals: 0, copies: 0, file }]
      return tryTo('clerk', `${anId()}/submit`, { content: { ...aCounterFiling(), documents } })
    },
    ...{ kind: 'file-unknown', status: 422 },
  },
  {
    title: 'a body that is no JSON',
    ask: () =>
      server.send('clerk', {
        method: 'POST',
        url: `/api/dossiers/${anId()}/accept`,
        payload: '{"expectedVersion":',
        headers: { 'content-type': 'application/json' },
      }),
    ...{ kind: 'json-invalid', status: 400 },
  },
  {
    title: 'a body of another type',
    ask: () =>
      server.send('clerk', {
        method: 'POST',
        url: `/api/dossiers/${anId()}/accept`,
        payload: '<xml/>',
        headers: { 'content-type': 'text/xml' },
      }),
    ...{ kind: 'media-type-unsupported', status: 415 },
  },
  {
    title: 'a method that the address does not know',
    ask: () => server.send('clerk', { method: 'DELETE', url: `/api/dossiers/${anId()}` }),
    ...{ kind: 'method-not-allowed', status: 405 },
  },
]

for (const { title, ask, kind, status } of REFUSALS) {
  test(`${title}: refused with a reason and what to do`, async () => {
    const { status: got, body, kind: said, headers } = await ask()
    assert.deepEqual([said, got], [kind, status], JSON.stringify(body))
    assert.match(String(headers['content-type']), /application\/problem\+json/)
    for (const part of ['title', 'detail', 'advice', 'requestId']) assert.ok(String(body[part] ?? '').length > 3, part)
    assert.equal(headers['x-request-id'], body.requestId)
    assert.doesNotMatch(JSON.stringify(body), /select |insert |node_modules|at .*\.ts/)
  })
}

test('fields that are missing, strange or of a wrong kind are named one by one', async () => {
  const { body } = await tryTo('clerk', `${await filed()}/decline`, { reason: 5, extra: true })
  assert.deepEqual(body.errors, [
    { path: 'extra', message: 'Hệ thống không có mục này; hãy bỏ đi hoặc sửa tên.' },
    { path: 'reason', message: 'Sai kiểu dữ liệu; mục này phải là chữ.' },
  ])
})

test('of two officers who act at once on what both saw, one is told that the other was faster', async () => {
  const id = await filed()
  const accept = (who: Who) => tryTo(who, `${id}/accept`, { expectedVersion: 1 })
  const answers = await Promise.all([accept('clerk'), accept('secondClerk')])
  assert.deepEqual(answers.map((answer) => answer.status).toSorted(), [200, 409])
  assert.equal(answers.find((answer) => answer.status === 409)?.kind, 'version-stale')
})

test('the same request twice is done once and answered alike', async () => {
  const id = await filed()
  const accept = () =>
    server.send('clerk', {
      method: 'POST',
      url: `/api/dossiers/${id}/accept`,
      payload: { expectedVersion: 1 },
      headers: { 'idempotency-key': 'lan-1' },
    })
  const [first, second] = [await accept(), await accept()]
  assert.deepEqual(second.body, { ...first.body, repeated: true })
  const { body } = await server.get('clerk', `/api/dossiers/${id}`)
  assert.equal(body.version, 2)
})

test('of many changes each succeeds or is refused alone', async () => {
  const [good, bad] = [await filed(), await accepted()]
  const change = (dossier: string) => ({ dossier, expectedVersion: null, key: null, command: { action: 'accept' } })
  const { body } = await server.post('clerk', '/api/dossier-changes', { changes: [change(good), change(bad)] })
  assert.ok(Array.isArray(body.outcomes))
  assert.deepEqual(
    body.outcomes.map(({ kind, problem }) => [kind, problem?.type ?? null]),
    [
      ['changed', null],
      ['refused', 'urn:motcua:problem:action-not-allowed'],
    ],
  )
})

test('one change that names a file nobody brought does not stop the others', async () => {
  const [good, bad] = [await filed(), await accepted()]
  const result = { number: '1', issuedOn: '2024-03-14', summary: 'Đồng ý', file: 'a'.repeat(64) }
  const change = (dossier: string, command: object) => ({ dossier, expectedVersion: null, key: null, command })
  const changes = [change(bad, { action: 'resolve', result }), change(good, { action: 'accept' })]
  const { body } = await server.post('clerk', '/api/dossier-changes', { changes })
  assert.ok(Array.isArray(body.outcomes), JSON.stringify(body))
  assert.deepEqual(
    body.outcomes.map(({ dossier, kind, problem }) => [dossier, kind, problem?.type ?? null]),
    [
      [bad, 'refused', 'urn:motcua:problem:file-unknown'],
      [good, 'changed', null],
    ],
  )
})

test('strangers and officers of other agencies are not even told that a dossier exists', async () => {
  const id = await accepted()
  for (const who of ['stranger', 'otherClerk', 'otherLeader'] as const) {
    const [there, nowhere] = [
      await server.get(who, `/api/dossiers/${id}`),
      await server.get(who, `/api/dossiers/${anId()}`),
    ]
    assert.deepEqual([there.status, there.kind], [404, 'dossier-unknown'], who)
    assert.deepEqual({ ...there.body, requestId: '' }, { ...nowhere.body, requestId: '' })
  }
  assert.equal((await server.get('nobody', `/api/dossiers/${id}`)).kind, 'sign-in-required')
  assert.equal((await server.get('specialist', `/api/dossiers/${id}`)).status, 200)
})

test('a corrected name leaves the masked number and the account as they were', async () => {
  const id = anId()
  await act('citizen', `${id}/submit`, { content: aFiling() })
  const applicant = { ...aFiling().applicant, name: 'Nguyễn Văn Ấn', idNumber: '*********001' }
  await act('clerk', `${id}/correct`, { applicant, answers: null, reason: 'Gõ nhầm tên' })
  const own = await server.get('citizen', `/api/dossiers/${id}`)
  assert.equal(own.status, 200)
  assert.ok(JSON.stringify(own.body.applicant).includes('*********001'))
})

test('numbers of other people in the form are masked too, and a correction leaves them as they were', async () => {
  const [id, draft] = [anId(), anId()]
  const answers = { purpose: 'Xin việc làm', parentId: '087055000123' }
  await act('citizen', `${draft}/saveDraft`, { content: aFiling({ answers }) })
  assert.deepEqual((await server.get('citizen', `/api/dossiers/${draft}`)).body.rawAnswers, answers)
  await act('citizen', `${id}/submit`, { content: aFiling({ answers }) })
  const { body } = await server.get('clerk', `/api/dossiers/${id}`)
  assert.ok(!JSON.stringify(body).includes('087055000123'))
  assert.deepEqual(body.rawAnswers, { ...answers, parentId: '*********123' })
  const corrected = { ...answers, purpose: 'Đi học', parentId: '*********123' }
  await act('clerk', `${id}/correct`, { applicant: null, answers: corrected, reason: 'Gõ nhầm mục đích' })
  const kept = await findDossier(server.services.pool, dossierId(id))
  assert.deepEqual(kept?.content.answers, { ...answers, purpose: 'Đi học' })
})

test('beyond the published calendar a dossier is still shown', async () => {
  const id = await accepted()
  const { now } = server.clock
  server.clock.now = parseInstant('2031-03-14T08:00')
  const { status, body } = await server.get('colleague', `/api/dossiers/${id}`)
  server.clock.now = now
  assert.deepEqual([status, body.timeState, body.clock], [200, 'none', []])
})
