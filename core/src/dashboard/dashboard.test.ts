import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../kernel/instant.ts'
import { monthToDate, onTimePercent } from './dashboard.ts'

test('the days of this month are compared with as many of the month and of the year before', () => {
  assert.deepEqual(monthToDate(localDate('2024-03-14')), {
    month: { from: '2024-03-01', to: '2024-03-14' },
    monthBefore: { from: '2024-02-01', to: '2024-02-14' },
    yearBefore: { from: '2023-03-01', to: '2023-03-14' },
  })
  assert.deepEqual(monthToDate(localDate('2024-01-05')).monthBefore, { from: '2023-12-01', to: '2023-12-05' })
})

test('the last days of a long month are compared with the whole of a short one', () => {
  const { monthBefore, yearBefore } = monthToDate(localDate('2024-03-31'))
  assert.deepEqual(monthBefore, { from: '2024-02-01', to: '2024-02-29' })
  assert.deepEqual(monthToDate(localDate('2024-02-29')).yearBefore, { from: '2023-02-01', to: '2023-02-28' })
  assert.deepEqual(yearBefore, { from: '2023-03-01', to: '2023-03-31' })
})

test('where nothing was finished there is no percentage, which is something else than zero', () => {
  assert.equal(onTimePercent({ finished: 0, late: 0 }), null)
  assert.equal(onTimePercent({ finished: 3, late: 3 }), 0)
  assert.equal(onTimePercent({ finished: 70_730, late: 179 }), 99.75)
})
