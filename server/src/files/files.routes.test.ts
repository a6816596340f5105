import assert from 'node:assert/strict'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { aFiling, anId } from '../testing/a-filing.ts'
import { type Answer, startTestServer, type TestServer, type Who } from '../testing/server.ts'
import { cleanName } from './file-type.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let server: TestServer
before(async () => {
  server = await startTestServer()
})
after(() => server.stop())

function upload(who: Who, name: string, payload: Buffer): Promise<Answer> {
  const headers = { 'content-type': 'application/octet-stream' }
  return server.send(who, { method: 'POST', url: `/api/files?name=${encodeURIComponent(name)}`, payload, headers })
}

test('a file is kept under its hash and comes back to who brought it, as an attachment', async () => {
  const { status, body } = await upload('citizen', 'Đơn đề nghị.pdf', PDF)
  assert.deepEqual([status, body.type, body.bytes, body.name], [200, 'application/pdf', PDF.length, 'Đơn đề nghị.pdf'])
  const file = await server.send('citizen', { method: 'GET', url: `/api/files/${body.hash}` })
  assert.deepEqual([file.status, file.body.text], [200, PDF.toString()])
  assert.match(String(file.headers['content-disposition']), /^attachment; filename\*=UTF-8''%C4%90/)
  assert.match(String(file.headers['content-security-policy']), /sandbox/)
  assert.equal(file.headers['x-content-type-options'], 'nosniff')
})

test('others fetch a file only through a dossier that contains it and that they may read', async () => {
  const { body } = await upload('citizen', 'don.png', PNG)
  const id = anId()
  const file = { hash: String(body.hash), name: 'don.png', type: 'text/html', bytes: 1 }
  const documents = [{ required: 'don', name: 'Đơn', kind: 'file', originals: 0, copies: 0, file } as const]
  const content = { ...aFiling(), documents }
  const filed = await server.post('citizen', `/api/dossiers/${id}/submit`, { expectedVersion: null, content })
  assert.equal(filed.status, 200, JSON.stringify(filed.body))
  const url = `/api/files/${body.hash}`
  assert.equal((await server.get('clerk', url)).status, 404)
  assert.equal((await server.get('clerk', `${url}?dossier=${id}`)).status, 200)
  assert.equal((await server.get('otherClerk', `${url}?dossier=${id}`)).status, 404)
  assert.equal((await server.get('nobody', `${url}?dossier=${id}`)).kind, 'sign-in-required')
  const view = await server.get('clerk', `/api/dossiers/${id}`)
  assert.ok(
    JSON.stringify(view.body.documents).includes('"type":"image/png"'),
    'the type found out counts, not the stated one',
  )
})

test('nobody hands in, and so reads, a file of somebody else by its hash', async () => {
  const { body } = await upload('citizen', 'rieng.pdf', Buffer.concat([PDF, Buffer.from('riêng tư')]))
  const file = { hash: String(body.hash), name: 'rieng.pdf', type: 'application/pdf', bytes: 1 }
  const documents = [{ required: 'don', name: 'Đơn', kind: 'file', originals: 0, copies: 0, file } as const]
  const content = { ...aFiling(), documents }
  const taken = await server.post('stranger', `/api/dossiers/${anId()}/submit`, { expectedVersion: null, content })
  assert.deepEqual([taken.status, taken.kind], [422, 'file-unknown'])
})

test('two people who bring the same form may each use it', async () => {
  const same = Buffer.concat([PDF, Buffer.from('mẫu chung')])
  const { body } = await upload('citizen', 'mau.pdf', same)
  await upload('clerk', 'mau-chung.pdf', same)
  assert.equal((await server.get('clerk', `/api/files/${body.hash}`)).status, 200)
})

const BAD_FILES: readonly (readonly [title: string, name: string, bytes: Buffer, status: number, kind: string])[] = [
  ['an empty file', 'don.pdf', Buffer.alloc(0), 422, 'file-empty'],
  ['a picture that calls itself a PDF', 'don.pdf', PNG, 422, 'file-type-mismatch'],
  [
    'a program that calls itself a picture',
    'anh.jpg',
    Buffer.from('MZ\u0000\u0000 program'),
    422,
    'file-type-mismatch',
  ],
  ['a kind of file that is not taken', 'virus.exe', Buffer.from('MZ'), 422, 'file-type-unsupported'],
  ['a name that is a built-in word', 'x.constructor', PDF, 422, 'file-type-unsupported'],
  ['a file that is too large', 'lon.pdf', Buffer.alloc(21 * 1024 * 1024), 413, 'too-large'],
]

for (const [title, name, bytes, status, kind] of BAD_FILES) {
  test(`${title} is refused with what to do`, async () => {
    const answer = await upload('citizen', name, bytes)
    assert.deepEqual([answer.status, answer.kind], [status, kind])
    assert.ok(String(answer.body.advice).length > 10)
  })
}

test('while the disk takes no files people are told what to do, and afterwards the same file is taken', async () => {
  const form = Buffer.concat([PDF, Buffer.from('đĩa đầy')])
  const folder = join(server.services.dataDir, 'files')
  await mkdir(folder, { recursive: true })
  const kept = await readdir(folder, { recursive: true })
  await rename(folder, `${folder}-away`)
  await writeFile(folder, '')
  const { status, kind, body } = await upload('citizen', 'don.pdf', form)
  await rm(folder)
  await rename(`${folder}-away`, folder)
  assert.deepEqual([status, kind], [507, 'storage-unavailable'])
  assert.match(String(body.advice), /thử lại sau/)
  assert.deepEqual(await readdir(folder, { recursive: true }), kept)
  assert.equal((await upload('citizen', 'don.pdf', form)).status, 200)
})

test('nobody uploads without signing in', async () => {
  assert.equal((await upload('nobody', 'don.pdf', PDF)).kind, 'sign-in-required')
})

test('of a name only the name is kept, readable and short', () => {
  assert.equal(cleanName('../../etc/don.pdf'), 'don.pdf')
  assert.equal(cleanName('C:\\Hồ sơ\\giấy  khai\u0000 sinh.pdf'), 'giấy khai sinh.pdf')
  assert.equal(cleanName('...'), 'tep')
  assert.equal(cleanName(`${'a'.repeat(300)}.pdf`).length, 150)
})
