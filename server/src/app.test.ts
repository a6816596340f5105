import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { GRANTS_BY_PERMISSION } from '@motcua/core/access/access.ts'
import { SESSION_COOKIE } from './identity/identity.ts'
import { describeInterface, OPENAPI_FILE } from './openapi.ts'
import { aCounterFiling, anId } from './testing/a-filing.ts'
import { startTestServer, type TestServer } from './testing/server.ts'

let server: TestServer
before(async () => {
  server = await startTestServer()
})
after(() => server.stop())

/** Open to whoever comes: signing in, health, the description of the interface and the pages themselves. */
const OPEN_ROUTES = [
  '/*',
  '/api/health',
  '/api/openapi.json',
  '/api/session',
  '/auth/callback',
  '/auth/login',
  '/auth/logout',
  '/can-bo',
  '/can-bo/*',
  '/vneid-gia-lap/*',
  '/vneid-gia-lap/interaction/:uid',
]

/** Whether what a report tells of single officers may be read is asked within routes that anybody may ask a report of. */
const ASKED_WITHIN = ['readWorkload']

test('every route names its permission, every permission has a route, and the open routes are known', async () => {
  const { createApp } = await import('./app.ts')
  const open = new Set<string>()
  const asked = new Set<string>()
  let guarded = 0
  const app = await createApp(server.services, (route) => {
    const permission = route.config?.permission
    if (permission === 'open') open.add(route.url)
    else {
      guarded++
      asked.add(permission ?? '')
      assert.ok(permission !== undefined && permission in GRANTS_BY_PERMISSION, route.url)
    }
  })
  await app.ready()
  await app.close()
  assert.deepEqual([...open].toSorted(), OPEN_ROUTES)
  assert.deepEqual([...asked, ...ASKED_WITHIN].toSorted(), Object.keys(GRANTS_BY_PERMISSION).toSorted())
  assert.ok(guarded > 40)
})

test('the description of the interface is the one that the web client was made from', async () => {
  const made = await describeInterface()
  assert.equal(readFileSync(OPENAPI_FILE, 'utf8'), made, 'run: node server/src/openapi.ts')
  const { body } = await server.get('nobody', '/api/openapi.json')
  assert.equal(body.openapi, '3.1.0')
})

test('the description says what an upload carries, and which routes ask for a sign-in', async () => {
  const described = JSON.parse(await describeInterface())
  const { paths, components } = described
  assert.deepEqual(Object.keys(paths['/api/files'].post.requestBody.content), ['application/octet-stream'])
  assert.equal(components.securitySchemes.session.name, SESSION_COOKIE)
  assert.deepEqual(paths['/api/my/dossiers'].get.security, [{ session: [] }])
  assert.deepEqual(paths['/api/tracking/{code}'].get.security, [])
})

test('a change that another site makes a browser send is refused', async () => {
  const url = `/api/dossiers/${anId()}/submit`
  const payload = { expectedVersion: null, content: aCounterFiling() }
  const from = (headers: Readonly<Record<string, string>>) =>
    server.send('clerk', { method: 'POST', url, payload, headers })
  assert.equal((await from({ 'sec-fetch-site': 'cross-site' })).kind, 'cross-site-request')
  assert.equal((await from({ 'sec-fetch-site': 'same-site' })).kind, 'cross-site-request')
  const cookie = (await server.cookieOf('clerk')) ?? ''
  const bare = await server.app.inject({ method: 'POST', url, payload, headers: { cookie } })
  assert.equal(bare.statusCode, 403)
  const foreign = { cookie, origin: 'https://ke-xau.example' }
  assert.equal((await server.app.inject({ method: 'POST', url, payload, headers: foreign })).statusCode, 403)
  const own = { cookie, origin: 'http://localhost' }
  assert.equal((await server.app.inject({ method: 'POST', url, payload, headers: own })).statusCode, 200)
})

test('answers forbid browsers everything that our pages do not need', async () => {
  const { headers } = await server.get('nobody', '/api/session')
  const policy = String(headers['content-security-policy'])
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /script-src 'self'(;|$)/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
})

test('what is told about people is not kept by browsers', async () => {
  for (const url of ['/api/session', '/api/my/dossiers', `/api/dossiers/${anId()}`]) {
    assert.equal((await server.get('citizen', url)).headers['cache-control'], 'no-store', url)
  }
})

test('an unknown address under /api is answered with a problem, others with a page', async () => {
  assert.equal((await server.get('nobody', '/api/khong-co')).kind, 'route-unknown')
  const page = await server.get('nobody', '/bat-ky')
  assert.deepEqual([page.status, page.kind], [503, null])
  assert.match(String(page.body.text), /Giao diện chưa được dựng/)
})

test('an address that cannot be read is answered with a problem too', async () => {
  const { status, kind, headers, body } = await server.get('nobody', '/api/%ff')
  assert.deepEqual([status, kind, headers['x-request-id']], [400, 'address-invalid', body.requestId])
  assert.equal((await server.get('nobody', `/api/dossiers/${'a'.repeat(300)}`)).kind, 'route-unknown')
})

test('while the database is away requests are told so, and afterwards all goes on', async () => {
  const id = anId()
  const submit = () =>
    server.post('clerk', `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aCounterFiling() })
  await server.cookieOf('clerk')
  await server.link.cut()
  const away = await submit()
  const health = await server.get('nobody', '/api/health')
  await server.link.mend()
  assert.deepEqual(
    [away.status, away.kind, away.headers['retry-after']],
    [503, 'database-unavailable', '5'],
    JSON.stringify(away.body),
  )
  assert.deepEqual([health.status, health.body.database], [503, 'down'])
  assert.equal((await submit()).status, 200)
  assert.equal((await server.get('nobody', '/api/health')).body.status, 'ok')
})

test('who looks up codes in a hurry is slowed down', async () => {
  const slow = await startTestServer({ limits: { general: 0, tracking: 2 } })
  const look = () => slow.get('nobody', '/api/tracking/H20.15-240314-0001')
  const answers = [await look(), await look(), await look()]
  await slow.stop()
  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 404, 429],
  )
  assert.equal(answers[2]?.kind, 'too-many-requests')
})
