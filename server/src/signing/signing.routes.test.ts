import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer, type Who } from '../testing/server.ts'

let server: TestServer

before(async () => {
  server = await startTestServer()
})
after(() => server.stop())

async function act(who: Who, path: string, body: object = {}) {
  const answer = await server.post(who, `/api/dossiers/${path}`, { expectedVersion: null, ...body })
  assert.equal(answer.status, 200, `${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** Accepted at the counter and on the specialist's desk. */
async function inHand(): Promise<string> {
  const id = anId()
  await act('clerk', `${id}/submit`, { content: aCounterFiling() })
  await act('clerk', `${id}/accept`)
  await act('clerk', `${id}/forward`, { officer: null, note: null })
  await act('leader', `${id}/forward`, { officer: 'specialist', note: null })
  return id
}

type Listed = { counts: Record<string, number>; items: { id: string; reason: string | null; resultNumber: string }[] }
const list = async (who: Who, kind: string): Promise<Listed> =>
  (await server.get(who, `/api/signing?kind=${kind}`)).body as unknown as Listed
const DRAFT = { reason: 'Chờ kết quả xác minh', dueAt: '2024-04-02T03:00:00.000Z' }

test('a drafted letter waits on the list of the agency until its head has signed it', async () => {
  const id = await inHand()
  await act('specialist', `${id}/draftApology`, DRAFT)
  const { counts, items } = await list('leader', 'apology')
  assert.deepEqual([counts.apology, items.map((item) => [item.id, item.reason])], [1, [[id, DRAFT.reason]]])
  assert.deepEqual((await list('otherLeader', 'apology')).items, [])
  const draft = await server.get('specialist', `/api/dossiers/${id}/apology.pdf`)
  assert.deepEqual([draft.status, draft.headers['content-type']], [200, 'application/pdf'])
  await act('leader', `${id}/apologise`, { ...DRAFT, letter: '01/PXL' })
  assert.deepEqual((await list('leader', 'apology')).items, [])
  const { body } = await server.get('specialist', `/api/dossiers/${id}`)
  const apology = body.apology as Record<string, unknown>
  assert.deepEqual([body.dueAt, apology.moved, apology.signedByName], [DRAFT.dueAt, true, 'Cán bộ leader'])
})

test('nobody else than the head of the agency signs, and strangers do not see the letter', async () => {
  const id = await inHand()
  await act('specialist', `${id}/draftApology`, DRAFT)
  const sign = { expectedVersion: null, ...DRAFT, letter: '02/PXL' }
  assert.equal((await server.post('specialist', `/api/dossiers/${id}/apologise`, sign)).kind, 'action-forbidden')
  for (const who of ['stranger', 'otherClerk'] as const) {
    assert.equal((await server.get(who, `/api/dossiers/${id}/apology.pdf`)).status, 404)
  }
  assert.equal((await server.get('nobody', `/api/dossiers/${id}/apology.pdf`)).status, 401)
})

test('many letters are signed at once, each with its own answer', async () => {
  const [good, empty] = [await inHand(), await inHand()]
  await act('specialist', `${good}/draftApology`, DRAFT)
  const commands = [good, empty].map((dossier) => ({
    dossier,
    expectedVersion: null,
    key: null,
    command: { action: 'apologise', ...DRAFT, letter: `${dossier}/PXL`, ...(dossier === empty ? { reason: '' } : {}) },
  }))
  const { body } = await server.post('leader', '/api/dossier-changes', { changes: commands })
  const outcomes = body.outcomes as { kind: string; problem: { type: string } | null }[]
  assert.deepEqual(
    outcomes.map(({ kind, problem }) => [kind, problem?.type ?? null]),
    [
      ['changed', null],
      ['refused', 'urn:motcua:problem:reason-missing'],
    ],
  )
})

test('what was signed and not closed is listed the same day, and closing takes it off', async () => {
  const id = await inHand()
  await act('specialist', `${id}/forward`, { officer: null, note: null })
  const result = { number: '15/QĐ-STP', issuedOn: '2024-03-14', summary: 'Cấp phiếu', file: null }
  await act('leader', `${id}/signResult`, { result })
  const { items } = await list('specialist', 'result')
  assert.deepEqual(
    items.map((item) => [item.id, item.resultNumber]),
    [[id, '15/QĐ-STP']],
  )
  const open = (await server.get('leader', `/api/dossiers/${id}`)).body
  assert.equal(open.finishedAt, null)
  await act('leader', `${id}/resolve`, { result })
  assert.deepEqual((await list('specialist', 'result')).items, [])
})

test('a correction waits for the head, shows wherever the dossier shows, and changes no recorded time', async () => {
  const id = await inHand()
  const before = (await server.get('leader', `/api/dossiers/${id}`)).body
  server.travel(parseInstant('2024-03-14T09:00'))
  await act('clerk', `${id}/proposeCorrection`, {
    ...{
      what: 'acceptedAt',
      to: '2024-03-14T01:30:00.000Z',
      reason: 'Nhận lúc 8 giờ 30',
      document: 'Sổ 02',
      file: null,
    },
  })
  assert.deepEqual(
    (await list('leader', 'correction')).items.map((item) => item.id),
    [id],
  )
  const own = await server.post('clerk', `/api/dossiers/${id}/approveCorrection`, { expectedVersion: null, number: 1 })
  assert.equal(own.kind, 'action-forbidden')
  await act('leader', `${id}/approveCorrection`, { number: 1 })
  const now = (await server.get('leader', `/api/dossiers/${id}`)).body
  assert.equal(now.acceptedAt, before.acceptedAt)
  const corrections = now.corrections as { state: string; to: string }[]
  assert.deepEqual(
    corrections.map(({ state, to }) => [state, to]),
    [['approved', '2024-03-14T01:30:00.000Z']],
  )
  assert.deepEqual((await list('leader', 'correction')).items, [])
  const titles = (now.timeline as { title: string }[]).map(({ title }) => title)
  assert.ok(titles.includes('Duyệt đính chính thời điểm'))
})
