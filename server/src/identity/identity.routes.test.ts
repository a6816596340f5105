import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { MINUTE_MS, instant } from '@motcua/core/kernel/instant.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { localPath } from './local-path.ts'

let server: TestServer
let home: string
before(async () => {
  server = await startTestServer()
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const [address] = server.app.addresses()
  home = `http://127.0.0.1:${typeof address === 'object' ? address.port : 0}`
  server.services.setPublicUrl(home)
})
after(() => server.stop())

/** A browser that keeps cookies and follows redirects within the site. */
function aBrowser() {
  const cookies = new Map<string, string>()
  const said: string[] = []
  const visit = async (
    path: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ url: URL; status: number; text: string }> => {
    const headers = {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(form === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }),
    }
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form).toString() }
    const response = await fetch(new URL(path, home), { redirect: 'manual', headers, ...body })
    for (const line of response.headers.getSetCookie()) {
      said.push(line)
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location !== null && new URL(location, home).pathname !== '/het') return visit(location)
    return { url: new URL(location ?? path, home), status: response.status, text: await response.text() }
  }
  return { cookies, said, visit }
}

test('a citizen signs in through the stand-in, which says that it is one, and signs out again', async () => {
  const { visit, cookies } = aBrowser()
  const choosing = await visit('/auth/login?as=citizen&next=/het')
  assert.match(choosing.text, /GIẢ LẬP/)
  assert.match(choosing.text, /Trần Thị Mẫu/)
  const arrived = await visit(choosing.url.pathname, { person: 'cd-0001' })
  assert.equal(arrived.url.pathname, '/het')
  const session = JSON.parse((await visit('/api/session')).text)
  assert.deepEqual([session.kind, session.name, session.idNumber], ['citizen', 'Trần Thị Mẫu', '*********001'])
  assert.equal(session.identityProvider.standIn, true)
  const stolen = cookies.get('motcua_session') ?? ''
  await visit('/auth/logout', {})
  assert.equal(cookies.has('motcua_session'), false)
  const again = await server.app.inject({ url: '/api/session', headers: { cookie: `motcua_session=${stolen}` } })
  assert.equal(again.json().kind, 'anonymous')
})

test('the cookie of a session is out of reach of scripts and other sites, and signing in again ends the one before', async () => {
  const { visit, cookies, said } = aBrowser()
  const signIn = async () =>
    visit((await visit('/auth/login?as=citizen&next=/het')).url.pathname, { person: 'cd-0001' })
  await signIn()
  assert.match(said.findLast((line) => line.startsWith('motcua_session=')) ?? '', /; HttpOnly; SameSite=Lax/)
  const first = cookies.get('motcua_session') ?? ''
  await signIn()
  assert.notEqual(cookies.get('motcua_session'), first)
  const old = await server.app.inject({ url: '/api/session', headers: { cookie: `motcua_session=${first}` } })
  assert.equal(old.json().kind, 'anonymous')
})

test('a citizen who signs in as an officer is told that no post is bound to the account', async () => {
  const { visit } = aBrowser()
  const choosing = await visit('/auth/login?as=officer&next=/het')
  const refused = await visit(choosing.url.pathname, { person: 'cd-0002' })
  assert.deepEqual([refused.status, /không gắn với cán bộ nào/.test(refused.text)], [403, true])
})

test('who says no to the identity provider is told what to do, and is not signed in', async () => {
  const { visit, cookies } = aBrowser()
  const choosing = await visit('/auth/login?as=citizen&next=/het')
  const refused = await visit(choosing.url.pathname, { failure: 'deny' })
  assert.deepEqual([refused.status, /chưa đồng ý xác thực/.test(refused.text)], [403, true])
  assert.match(refused.text, /href="\/auth\/login\?as=citizen/)
  assert.equal(cookies.has('motcua_session'), false)
  const failing = await visit((await visit('/auth/login?as=citizen&next=/het')).url.pathname, { failure: 'fail' })
  assert.deepEqual([failing.status, /chưa trả lời/.test(failing.text)], [503, true])
})

test('an answer that belongs to no errand of this browser is not accepted', async () => {
  const { visit } = aBrowser()
  const expired = await visit('/auth/callback?code=abc&state=def')
  assert.deepEqual([expired.status, /đã hết hạn/.test(expired.text)], [400, true])
  await visit('/auth/login?as=citizen&next=/het')
  const forged = await visit('/auth/callback?code=abc&state=khac')
  assert.deepEqual([forged.status, /không hợp lệ/.test(forged.text)], [400, true])
})

test('a session ends when it is not used, for officers after half an hour', async () => {
  const { now } = server.clock
  assert.equal((await server.get('leader', '/api/session')).body.kind, 'officer')
  server.clock.now = instant(now + 29 * MINUTE_MS)
  assert.equal((await server.get('leader', '/api/session')).body.kind, 'officer')
  server.clock.now = instant(now + 58 * MINUTE_MS)
  assert.equal((await server.get('leader', '/api/session')).body.kind, 'officer')
  server.clock.now = instant(now + 89 * MINUTE_MS)
  assert.equal((await server.get('leader', '/api/session')).body.kind, 'anonymous')
  server.clock.now = now
})

test('after signing in people are sent only to pages of our own', () => {
  assert.equal(localPath('/ho-so?trang=2#a'), '/ho-so?trang=2#a')
  for (const elsewhere of ['https://ke-xau.example', '//ke-xau.example', '/\\ke-xau.example', 'ho-so', undefined]) {
    assert.equal(localPath(elsewhere), null)
  }
  assert.equal(localPath('/\t/ke-xau.example'), null)
})
