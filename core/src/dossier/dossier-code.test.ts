import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../kernel/instant.ts'
import { type DossierCodeFormat, findPatternFault, formatDossierCode } from './dossier-code.ts'

const format: DossierCodeFormat = {
  id: 'ma-ho-so',
  validFrom: localDate('2017-01-01'),
  validTo: null,
  pattern: '{unit}-{yymmdd}-{serial:4}',
  source: 'Thông tư 01/2018/TT-VPCP, Điều 19',
}
const code = (serial: number) =>
  formatDossierCode(format, { unitCode: 'H20.15', date: localDate('2024-03-15'), serial })

test('the first dossier of the day has the number 0001', () => assert.equal(code(1), 'H20.15-240315-0001'))
test('the number grows beyond four digits unharmed', () => assert.equal(code(12345), 'H20.15-240315-12345'))
test('a serial below one is a bug', () => assert.throws(() => code(0), RangeError))
test('a pattern that would repeat codes is refused', () => {
  assert.equal(findPatternFault(format.pattern), null)
  for (const name of ['unit', 'yymmdd', 'serial']) {
    const without = format.pattern.replace(new RegExp(`\\{${name}[^}]*\\}`), 'x')
    assert.match(findPatternFault(without) ?? '', new RegExp(name))
  }
})
test('a pattern with a blank or an unknown placeholder is refused', () => {
  assert.match(findPatternFault(`${format.pattern} {nam}`) ?? '', /không dấu/)
})
