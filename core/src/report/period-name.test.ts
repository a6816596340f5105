import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../kernel/instant.ts'
import { periodName } from './report.ts'

const nameOf = (from: string, to: string): string | null => periodName({ from: localDate(from), to: localDate(to) })

test('a period bears the name of its month, quarter, half or year, whatever day it closes on', () => {
  const named = [
    ['2024-03-01', '2024-03-31', 'Tháng 3/2024'],
    ['2024-02-21', '2024-03-20', 'Tháng 3/2024'],
    ['2023-12-15', '2024-01-14', 'Tháng 1/2024'],
    ['2024-02-01', '2024-02-29', 'Tháng 2/2024'],
    ['2024-01-01', '2024-03-31', 'Quý I/2024'],
    ['2023-12-15', '2024-03-14', 'Quý I/2024'],
    ['2024-09-15', '2024-12-14', 'Quý IV/2024'],
    ['2024-01-01', '2024-06-30', '6 tháng đầu năm 2024'],
    ['2024-06-15', '2024-12-14', '6 tháng cuối năm 2024'],
    ['2023-12-15', '2024-12-14', 'Năm 2024'],
    ['2024-03-18', '2024-03-24', 'Tuần 12/2024'],
    ['2024-03-15', '2024-03-21', 'Tuần 12/2024'],
  ] as const
  for (const [from, to, name] of named) assert.equal(nameOf(from, to), name)
})

test('days that are no whole months and no week have no name', () => {
  for (const [from, to] of [
    ['2024-03-01', '2024-03-30'],
    ['2024-03-04', '2024-03-11'],
    ['2024-03-05', '2024-03-05'],
    ['2024-02-01', '2024-04-30'],
    ['2024-01-31', '2024-03-30'],
    ['2024-02-01', '2025-01-31'],
    ['2023-01-01', '2024-12-31'],
  ] as const) {
    assert.equal(nameOf(from, to), null, `${from} ${to}`)
  }
})
