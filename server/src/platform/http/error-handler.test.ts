import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify, { type FastifyBaseLogger } from 'fastify'
import pino from 'pino'
import { answerErrors } from './error-handler.ts'
import { ProblemError } from './problem.ts'
import type { App } from './route.ts'

/** Status of the answer to a request that ends with this error, and what the operator then finds in the log. */
async function fail(error: Error): Promise<{ readonly status: number; readonly logged: readonly unknown[] }> {
  const lines: string[] = []
  const loggerInstance: FastifyBaseLogger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  const app: App = fastify({ loggerInstance })
  answerErrors(app)
  app.get('/', () => Promise.reject(error))
  const { statusCode: status } = await app.inject('/')
  await app.close()
  return { status, logged: lines.map((line) => JSON.parse(line)) }
}

const text = { title: 'Tiêu đề', detail: 'Chi tiết.', advice: 'Việc cần làm.' }

test('what is unavailable for now is logged by its own name', async () => {
  const { status, logged } = await fail(new ProblemError({ kind: 'report-behind', status: 503, ...text }))
  assert.equal(status, 503)
  const [line] = logged
  assert.ok(typeof line === 'object' && line !== null && 'problem' in line && 'msg' in line)
  assert.deepEqual([logged.length, line.problem, line.msg], [1, 'report-behind', 'unavailable for now'])
})

test('a refusal is no news to the operator', async () => {
  assert.deepEqual(await fail(new ProblemError({ kind: 'unfit', status: 422, ...text })), { status: 422, logged: [] })
})

test('what the operator has to mend is logged with its cause', async () => {
  const cause = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  const { logged } = await fail(new ProblemError({ kind: 'storage-full', status: 507, ...text }, { cause }))
  assert.match(JSON.stringify(logged), /no space left on device/)
})
