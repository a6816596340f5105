import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedCells, type FrozenTable } from './published-report.ts'

const table = (totals: FrozenTable['totals'], rows: FrozenTable['rows']): FrozenTable => ({
  ...{ form: 'II.06a', version: 1, title: 'Biểu thử', source: 'Thông tư thử', by: 'field' },
  definitions: [
    { id: 'receivedTotal', version: 1, name: 'Tổng số tiếp nhận', words: '' },
    { id: 'resolvedLate', version: 1, name: 'Quá hạn', words: '' },
  ],
  columns: ['receivedTotal', 'resolvedLate'],
  ...{ totals, rows, identities: [], notes: [] },
})
const row = (id: string, receivedTotal: number, resolvedLate: number) => ({
  id,
  name: `Lĩnh vực ${id}`,
  figures: { receivedTotal, resolvedLate },
})

test('the same table has no changed cell', () => {
  const published = table({ receivedTotal: 3, resolvedLate: 1 }, [row('a', 3, 1)])
  assert.deepEqual(changedCells(published, published), [])
})

test('changed totals come first, then rows, then rows that were not there', () => {
  const published = table({ receivedTotal: 3, resolvedLate: 1 }, [row('a', 2, 1), row('b', 1, 0)])
  const now = table({ receivedTotal: 4, resolvedLate: 0 }, [row('a', 2, 0), row('c', 2, 0)])
  const changed = changedCells(published, now).map(({ rowName, figure, before, now: after }) => [
    ...[rowName, figure, before, after],
  ])
  assert.deepEqual(changed, [
    [null, 'receivedTotal', 3, 4],
    [null, 'resolvedLate', 1, 0],
    ['Lĩnh vực a', 'resolvedLate', 1, 0],
    ['Lĩnh vực b', 'receivedTotal', 1, null],
    ['Lĩnh vực c', 'receivedTotal', null, 2],
  ])
})

test('what was not counted and now is zero is no change', () => {
  const published = table({ receivedTotal: 3, resolvedLate: null }, [])
  assert.deepEqual(changedCells(published, table({ receivedTotal: 3, resolvedLate: 0 }, [])), [])
})
