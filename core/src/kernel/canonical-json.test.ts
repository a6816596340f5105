import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, type Json } from './canonical-json.ts'

test('the order in which entries were put in does not show', () => {
  assert.equal(canonicalJson({ b: 1, a: [true, null, { d: 'đ', c: 2 }] }), '{"a":[true,null,{"c":2,"d":"đ"}],"b":1}')
})

test('a value and its text are one another', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value as Json)
      assert.equal(canonicalJson(JSON.parse(text)), text)
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('what JSON would turn into null is refused', () => {
  assert.throws(() => canonicalJson({ share: Number.NaN }), RangeError)
})
