import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from './instant.ts'
import { formatClosing, formatShortMoment } from './text.ts'

test('midnight closes the day before, any other moment is said as it is', () => {
  assert.equal(formatClosing(parseInstant('2024-03-01T00:00')), '29/02/2024 24:00')
  assert.equal(formatClosing(parseInstant('2024-03-01T00:01')), '01/03/2024 00:01')
  assert.equal(formatShortMoment(parseInstant('2024-03-01T16:30')), '01/03/2024 16:30')
})
