import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { mock, test } from 'node:test'
import { barText, createProgressBar } from './progress-bar.ts'

/** What a stream would have shown. */
function aTerminal(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly shown: () => string } {
  const through = new PassThrough()
  const stream = Object.assign(through, { isTTY }) as unknown as NodeJS.WriteStream
  return { stream, shown: () => String(through.read() ?? '') }
}

test('the bar says how far the work is and how long it will take', () => {
  assert.equal(
    barText('Kiểm tra', { done: 500, total: 2000, ms: 3000 }),
    'Kiểm tra [████████░░░░░░░░░░░░░░░░░░░░░░] 500/2.000, còn khoảng 9 giây',
  )
})

test('nothing is drawn where nobody looks, nor for work that is soon done', () => {
  const pipe = aTerminal(false)
  const soon = aTerminal(true)
  for (const { stream } of [pipe, soon]) {
    const bar = createProgressBar('Kiểm tra', stream)
    bar.show(1, 2)
    bar.end()
  }
  assert.deepEqual([pipe.shown(), soon.shown()], ['', ''])
})

test('longer work shows a bar and wipes it away at its end', () => {
  let now = 0
  mock.method(performance, 'now', () => now)
  const { stream, shown } = aTerminal(true)
  const bar = createProgressBar('Kiểm tra', stream)
  now = 2500
  bar.show(1, 2)
  bar.end()
  mock.restoreAll()
  assert.match(shown(), /^\rKiểm tra \[█+░+\] 1\/2.*\r/)
})
