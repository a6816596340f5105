import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attachment } from './attachment.ts'

test('a file is offered under its Vietnamese name, and in plain letters to whoever reads only those', () => {
  assert.equal(
    attachment('Biểu (1) Đồng Tháp.xlsx'),
    `attachment; filename="bieu (1) dong thap.xlsx"; filename*=UTF-8''Bi%E1%BB%83u%20%281%29%20%C4%90%E1%BB%93ng%20Th%C3%A1p.xlsx`,
  )
})

test('a name can neither leave its folder nor the header', () => {
  assert.equal(
    attachment('../a"b\r\nc%41.csv'),
    `attachment; filename="..-a-b-c-41.csv"; filename*=UTF-8''..-a-b-c%2541.csv`,
  )
})
