import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate, parseInstant } from '../kernel/instant.ts'
import { formatDocumentDate, formatDocumentMoment } from './document.ts'

test('on a document days below ten and the first two months have a nought', () => {
  assert.equal(formatDocumentDate(localDate('2026-02-05')), 'ngày 05 tháng 02 năm 2026')
  assert.equal(formatDocumentDate(localDate('2026-03-15')), 'ngày 15 tháng 3 năm 2026')
  assert.equal(formatDocumentDate(localDate('2026-12-01')), 'ngày 01 tháng 12 năm 2026')
})

test('a moment on a document is said with its hour', () => {
  assert.equal(formatDocumentMoment(parseInstant('2024-03-18T16:30')), '16 giờ 30, ngày 18 tháng 3 năm 2024')
})
