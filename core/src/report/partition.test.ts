import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RULEBOOK } from '../../test/a-rulebook.ts'
import { aSubmission, LIFE_STARTS, someLife } from '../../test/some-life.ts'
import { shippedForm } from '../../test/shipped-figures.ts'
import { type Instant, instant, localDateOf, plusDays } from '../kernel/instant.ts'
import { type DossierFact, factAfter } from './dossier-fact.ts'
import { checkFormIdentities, countFigures, edgesOf, knownAt } from './report.ts'

const FORM = shippedForm('tinh-trang-ho-so')
const DAY = 86_400_000

/** How a dossier of the period stands: in one of these, and how it came: in one of those. */
const STANDS = [
  ...['waitingInTime', 'waitingOverdue', 'declined', 'withdrawnAtIntake', 'withdrawn', 'stopped'],
  ...['answeredEarly', 'answeredOnTime', 'answeredLate', 'inProgressRunning', 'inProgressPaused', 'inProgressOverdue'],
]
const CAME = [
  ...['carriedOver', 'newFullyOnline', 'newPartiallyOnline', 'newOnlineOther', 'receivedInPerson', 'receivedPostal'],
  ...['waiting', 'declined', 'withdrawnAtIntake'],
]

/** What was known of a life at an instant. */
function factAt(life: readonly Parameters<typeof factAfter>[1][], at: Instant): DossierFact | null {
  return life
    .filter((event) => event.at <= at)
    .reduce<DossierFact | null>((fact, event) => factAfter(fact, event, RULEBOOK), null)
}

const somePeriod = fc.record({
  from: fc.integer({ min: -5, max: 60 }),
  days: fc.integer({ min: 1, max: 40 }),
  /** As of so many hours after the period began; may be before it, within it or after. */
  asOf: fc.integer({ min: -100, max: 1200 }),
})

test('whatever became of it, a dossier of the period stands in exactly one place, and came in exactly one way', () => {
  fc.assert(
    fc.property(someLife, somePeriod, (life, { from, days, asOf }) => {
      const first = plusDays(localDateOf(LIFE_STARTS), from)
      const period = { from: first, to: plusDays(first, days - 1) }
      const edges = edgesOf(period, instant(LIFE_STARTS + from * DAY + asOf * 3_600_000))
      const fact = factAt(life, knownAt(edges))
      const counts = countFigures(fact === null ? [] : [fact], FORM, edges)
      const sum = (ids: readonly string[]): number => ids.reduce((total, id) => total + (counts[id] ?? Number.NaN), 0)
      assert.deepEqual([sum(STANDS), sum(CAME)], [counts.known, counts.known], JSON.stringify(counts))
      for (const { text, holds } of checkFormIdentities(FORM, counts)) assert.ok(holds, text)
    }),
    { numRuns: 3000 },
  )
})

test('what is in progress when a period ends is carried over into the next, whatever became of it', () => {
  const ii06a = shippedForm('II.06a')
  fc.assert(
    fc.property(fc.array(someLife, { maxLength: 12 }), somePeriod, (lives, { from, days }) => {
      const first = plusDays(localDateOf(LIFE_STARTS), from)
      const next = plusDays(first, days)
      const before = edgesOf({ from: first, to: plusDays(next, -1) }, instant(LIFE_STARTS + 400 * DAY))
      const after = edgesOf({ from: next, to: plusDays(next, 30) }, instant(LIFE_STARTS + 400 * DAY))
      const known = (edges: typeof before) => lives.flatMap((life) => factAt(life, knownAt(edges)) ?? [])
      const open = countFigures(known(before), ii06a, before).inProgress
      assert.equal(countFigures(known(after), ii06a, after).carriedOver, open)
    }),
  )
})

test('the lives of these properties come to every end there is', () => {
  const seen = new Set<string>()
  for (const life of fc.sample(someLife, 2000)) {
    const fact = factAt(life, instant(LIFE_STARTS + 400 * DAY))
    seen.add(fact?.ending ?? (fact?.acceptedAt === null ? 'waiting' : 'open'))
    if (fact?.pausedAt !== null) seen.add('paused')
  }
  const ends = ['declined', 'open', 'paused', 'refused', 'resolved', 'stopped', 'waiting', 'withdrawn']
  assert.deepEqual([...seen].toSorted(), ends)
  assert.equal(aSubmission('online').type, 'submitted')
})
