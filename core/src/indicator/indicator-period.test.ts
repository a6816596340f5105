import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../kernel/instant.ts'
import { findIndicatorPeriod, periodHolding, previousPeriod } from './indicator-period.ts'

const daysOf = (id: string) => {
  const period = findIndicatorPeriod(id)?.period
  return [period?.from, period?.to]
}

test('a month, a quarter and a year are named as people write them', () => {
  assert.deepEqual(daysOf('2024-02'), ['2024-02-01', '2024-02-29'])
  assert.deepEqual(daysOf('2024-Q4'), ['2024-10-01', '2024-12-31'])
  assert.deepEqual(daysOf('2024'), ['2024-01-01', '2024-12-31'])
  assert.equal(findIndicatorPeriod('2024-Q1')?.name, 'Quý I/2024')
})

test('what is no period is none', () => {
  for (const text of ['2024-13', '2024-00', '2024-Q5', '1999', '24', '2024-3', 'abc']) {
    assert.equal(findIndicatorPeriod(text), undefined, text)
  }
})

test('before January comes December, before the first quarter the fourth', () => {
  const before = (id: string) => {
    const period = findIndicatorPeriod(id)
    return period === undefined ? undefined : previousPeriod(period).id
  }
  assert.deepEqual([before('2024-01'), before('2024-Q1'), before('2024')], ['2023-12', '2023-Q4', '2023'])
})

test('a day lies in its month, quarter and year', () => {
  const day = localDate('2024-08-15')
  assert.deepEqual(
    (['month', 'quarter', 'year'] as const).map((kind) => periodHolding(day, kind).id),
    ['2024-08', '2024-Q3', '2024'],
  )
})
