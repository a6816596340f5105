import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memorySettings } from './memory-settings.ts'

const GIGABYTE = 2 ** 30

test('the database takes an eighth of the memory, and leaves the rest to the pages and to us', () => {
  assert.deepEqual(memorySettings(4 * GIGABYTE), { shared_buffers: '512MB', effective_cache_size: '2048MB' })
})

test('on a very small machine it takes what it needs at least, on a large one no more than it can use', () => {
  assert.equal(memorySettings(GIGABYTE / 2)['shared_buffers'], '128MB')
  assert.equal(memorySettings(64 * GIGABYTE)['shared_buffers'], '2048MB')
})
