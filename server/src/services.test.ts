import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './services.ts'

test('the log names a fault of the database without the row that caused it', () => {
  const lines: string[] = []
  const log = createLog('warn', { write: (line: string) => void lines.push(line) })
  const error = Object.assign(new Error('violates check constraint "dossier_state"'), {
    code: '23514',
    detail: 'Failing row contains (Nguyễn Văn An, 087090000001).',
    where: 'unnamed portal parameter $1 = 087090000001',
  })
  log.error({ err: error }, 'request failed')
  assert.match(lines.join(''), /23514/)
  assert.doesNotMatch(lines.join(''), /087090000001|Nguyễn/)
})
