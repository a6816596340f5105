import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { type StoredProcess, withDefaults } from '@motcua/core/process/process.ts'
import { readBpmn } from './read-bpmn.ts'

let server: TestServer
before(async () => {
  server = await startTestServer()
})
after(() => server.stop())

const processes = () => server.services.rulebook().processes()

test('officers read every approved process, and nobody else', async () => {
  const { status, body } = await server.get('clerk', '/api/processes')
  assert.equal(status, 200)
  assert.ok(Array.isArray(body))
  assert.deepEqual(
    body.map(({ id }) => id).toSorted(),
    processes()
      .map(({ id }) => id)
      .toSorted(),
  )
  assert.ok(body.some(({ procedures }) => procedures > 0))
  assert.equal((await server.get('citizen', '/api/processes')).kind, 'forbidden')
  assert.equal((await server.get('nobody', '/api/processes')).kind, 'sign-in-required')
})

test('a process tells its versions, their steps and who uses it', async () => {
  for (const process of processes()) {
    const { body } = await server.get('leader', `/api/processes/${process.id}`)
    assert.ok(Array.isArray(body.versions) && Array.isArray(body.uses) && Array.isArray(body.findings))
    assert.equal(body.versions.length, process.versions.length)
    const newest = process.versions.toSorted((a, b) => b.version - a.version)[0]
    assert.deepEqual(
      body.versions[0].steps.map((step: { readonly id: string }) => step.id),
      newest?.steps.map(({ id }) => id),
    )
  }
})

test('a version is taken along as BPMN and is the same when read', async () => {
  for (const process of processes()) {
    for (const version of process.versions) {
      const url = `/api/processes/${process.id}/versions/${version.version}/bpmn`
      const { status, body, headers } = await server.get('specialist', url)
      assert.deepEqual([status, headers['content-type']], [200, 'application/xml; charset=utf-8'])
      const draft = await readBpmn(String(body.text))
      assert.ok('record' in draft && draft.findings.length === 0, JSON.stringify(draft))
      // The reader gives records as they are stored; the shapes are those of a process.
      const read = withDefaults(draft.record as unknown as StoredProcess)
      assert.deepEqual(read, { ...process, versions: [version] })
    }
  }
})

test('a version does not differ from itself', async () => {
  const [process] = processes()
  const version = process?.versions[0]?.version
  const { body } = await server.get('clerk', `/api/processes/${process?.id}/diff?from=${version}&to=${version}`)
  assert.deepEqual(body, { entries: [] })
})

test('a process or version that is not there is said to be missing', async () => {
  const [process] = processes()
  for (const path of ['khong-co', `${process?.id}/diff?from=1&to=99`, `${process?.id}/versions/99/bpmn`]) {
    assert.equal((await server.get('clerk', `/api/processes/${path}`)).status, 404, path)
  }
})
