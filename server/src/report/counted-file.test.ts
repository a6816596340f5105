import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { instant, localDate, parseInstant } from '@motcua/core/kernel/instant.ts'
import { edgesOf } from '@motcua/core/report/report.ts'
import { dossierId } from '@motcua/core/kernel/ids.ts'
import { AGENCY, COUNTER, PROCEDURE, RULEBOOK } from '@motcua/core/test/a-rulebook.ts'
import { FILE_KINDS } from '../platform/http/streamed-file.ts'
import { countedFile, type ToldDossier } from './counted-file.ts'
import type { CountedDossier } from './report.store.ts'

const EDGES = edgesOf({ from: localDate('2024-03-01'), to: localDate('2024-03-31') }, parseInstant('2024-04-01'))
const CONTEXT = { edges: EDGES, rulebook: RULEBOOK }

const aCounted = (code: string): CountedDossier => ({
  ...{ dossier_id: dossierId('d'), code, procedure_code: PROCEDURE, counter_id: COUNTER, agency_id: AGENCY },
  ...{ submitted_at: parseInstant('2024-03-14T07:30'), declined_at: null, accept_due_at: null, apologised_at: null },
  ...{ finished_by: null, accepted_at: parseInstant('2024-03-14T08:00'), due_at: instant(Number.POSITIVE_INFINITY) },
  ...{
    finished_at: null,
    finish: null,
    ending: null,
    pause_ground: null,
    supplements: 0,
    returned_at: null,
    returned_how: null,
  },
})

async function* each(codes: readonly string[]): AsyncGenerator<ToldDossier> {
  for (const code of codes) yield { dossier: aCounted(code), story: { holder: null, reason: null } }
}

const textOf = (codes: readonly string[]): Promise<string> =>
  new Response(countedFile('csv', each(codes), CONTEXT)).text()

test('a cell that a spreadsheet would work out as a formula is made harmless', async () => {
  const dangerous = ['=1+1', '+84', '-3', '@SUM(A1)']
  const lines = (await textOf(dangerous)).split('\r\n').slice(1)
  assert.deepEqual(
    lines.map((line) => line.split(',')[1]),
    dangerous.map((code) => `'${code}`),
  )
})

test('lines end as RFC 4180 asks, and quotes, commas and line breaks stay within their cell', async () => {
  const lines = (await textOf(['a"b,c\nd', 'H20'])).split('\r\n')
  assert.equal(lines.length, 3)
  assert.ok(lines[1]?.startsWith('1,"a""b,c\nd",1.000001,Thủ tục thử,Sở Tư pháp,'), lines[1])
  assert.ok(lines[2]?.startsWith('2,H20,1.000001,'))
})

/** Whether a count stops growing, after what was begun has been finished. */
async function standsStill(count: () => number): Promise<boolean> {
  for (let look = 0; look < 100; look++) {
    const seen = count()
    await setTimeout(20)
    if (count() === seen) return true
  }
  return false
}

for (const kind of FILE_KINDS) {
  test(`a ${kind} file takes dossiers only as it is read, and lets go of them when its reader leaves`, async () => {
    let taken = 0
    let released = false
    async function* endless(): AsyncGenerator<ToldDossier> {
      try {
        for (;;) {
          taken += 1
          yield { dossier: aCounted(`H20-${taken}`), story: { holder: null, reason: null } }
        }
      } finally {
        released = true
      }
    }
    const reader = countedFile(kind, endless(), CONTEXT).getReader()
    for (let chunk = 0; chunk < 3; chunk++) await reader.read()
    assert.ok(await standsStill(() => taken))
    await reader.cancel()
    assert.ok(released)
  })
}
