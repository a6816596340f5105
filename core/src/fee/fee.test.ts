import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../kernel/instant.ts'
import { dong } from '../kernel/money.ts'
import type { FeeLine, ProcedureCase } from '../procedure/procedure.ts'
import { feeOf } from './fee.ts'

function aLine(fields: Partial<FeeLine>): FeeLine {
  const standard = { id: 'le-phi', name: 'Lệ phí', kind: 'stateFee', channels: ['inPerson'], per: 'once' } as const
  return {
    ...standard,
    amount: dong(20_000),
    validFrom: localDate('2023-02-05'),
    validTo: null,
    source: 'TT 75/2022/TT-BTC',
    ...fields,
  }
}
function aCase(...fees: readonly FeeLine[]): ProcedureCase {
  return { id: 'chung', name: 'Chung', documents: [], terms: [], fees, form: 'don', process: 'xa' }
}
const on = localDate('2024-03-15')

test('online costs less where the tariff says so', () => {
  const residence = aCase(aLine({}), aLine({ channels: ['online'], amount: dong(10_000) }))
  assert.equal(feeOf(residence, { channel: 'online', on, copies: 1 }).total, 10_000)
  assert.equal(feeOf(residence, { channel: 'inPerson', on, copies: 1 }).total, 20_000)
})
test('nothing is owed before the tariff is in force or after it has ended', () => {
  const dated = aCase(aLine({ validTo: localDate('2025-12-31') }))
  assert.equal(feeOf(dated, { channel: 'inPerson', on: localDate('2023-02-04'), copies: 1 }).total, 0)
  assert.equal(feeOf(dated, { channel: 'inPerson', on: localDate('2025-12-31'), copies: 1 }).total, 20_000)
  assert.equal(feeOf(dated, { channel: 'inPerson', on: localDate('2026-01-01'), copies: 1 }).total, 0)
})
test('a fee per copy is multiplied, a fee per dossier is not', () => {
  const both = aCase(aLine({}), aLine({ id: 'ban-sao', name: 'Phí bản sao', amount: dong(8000), per: 'copy' }))
  assert.deepEqual(feeOf(both, { channel: 'inPerson', on, copies: 3 }), {
    lines: [
      { id: 'le-phi', name: 'Lệ phí', amount: 20_000 },
      { id: 'ban-sao', name: 'Phí bản sao', amount: 24_000 },
    ],
    total: 44_000,
  })
})
test('a case without fees costs nothing', () => {
  assert.deepEqual(feeOf(aCase(), { channel: 'postal', on, copies: 1 }), { lines: [], total: 0 })
})
