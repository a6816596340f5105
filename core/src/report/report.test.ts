import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instant, localDate, parseInstant } from '../kernel/instant.ts'
import { shippedForm } from '../../test/shipped-figures.ts'
import { NEVER, type ReportFact } from '../figure/figure.ts'
import { checkFormIdentities, countFigures, defaultAsOf, edgesOf, INCLUSIONS, knownAt } from './report.ts'

const FORM = shippedForm('II.06a')

const MARCH = { from: localDate('2024-02-21'), to: localDate('2024-03-20') }
const at = parseInstant

function aFact(changes: Partial<ReportFact>): ReportFact {
  return {
    ...{ channel: 'inPerson', delivery: 'counter', onlineLevel: 'none', paidHow: null, electronicResult: null },
    ...{ supplementGround: null, endingGround: null, returnedHow: null },
    ...{ certifiedCopy: false, interlinked: false, elsewhere: false, feeOwed: false },
    ...{ supplements: 0, documentCount: 1, digitisedCount: 0, reusedCount: 0 },
    ...{ submittedAt: null, acceptDueAt: null, declinedAt: null, pausedAt: null, returnedAt: null },
    acceptedAt: at('2024-03-01T08:00'),
    dueAt: at('2024-03-08T17:00'),
    pauseGround: null,
    finishedAt: null,
    finish: null,
    ending: null,
    apologisedAt: null,
    ...changes,
  }
}

const count = (facts: readonly ReportFact[], asOf = '2024-03-21') => countFigures(facts, FORM, edgesOf(MARCH, at(asOf)))

test('a dossier accepted at midnight of the first day is new, a millisecond earlier it is carried over', () => {
  const midnight = at('2024-02-21T00:00')
  assert.equal(count([aFact({ acceptedAt: midnight })]).receivedNew, 1)
  assert.equal(count([aFact({ acceptedAt: instant(midnight - 1) })]).carriedOver, 1)
})

test('a dossier accepted on the day after the period is not in the report', () => {
  assert.equal(count([aFact({ acceptedAt: at('2024-03-21T00:00') })]).receivedTotal, 0)
})

test('a dossier finished before the period is not in the report', () => {
  const finished = aFact({
    acceptedAt: at('2024-02-01T08:00'),
    finishedAt: at('2024-02-20T16:00'),
    finish: 'early',
    ending: 'resolved',
  })
  assert.equal(count([finished]).receivedTotal, 0)
})

test('a dossier finished after the period is still in progress in it', () => {
  const later = aFact({
    dueAt: at('2024-03-22T17:00'),
    finishedAt: at('2024-03-21T08:00'),
    finish: 'early',
    ending: 'resolved',
  })
  assert.deepEqual([count([later]).inProgress, count([later]).resolvedTotal], [1, 0])
})

test('what falls due after the instant of the report is not overdue yet', () => {
  const due = aFact({ dueAt: at('2024-03-08T17:00') })
  assert.equal(count([due], '2024-03-08T16:00').inProgressInTime, 1)
  assert.equal(count([due], '2024-03-08T18:00').inProgressOverdue, 1)
})

test('a dossier without a term is never overdue', () => {
  assert.equal(count([aFact({ dueAt: NEVER })]).inProgressInTime, 1)
})

test('a refused dossier is resolved and also returned to the applicant', () => {
  const figures = count([aFact({ finishedAt: at('2024-03-05T09:00'), finish: 'early', ending: 'refused' })])
  assert.deepEqual([figures.resolvedEarly, figures.returnedToApplicant], [1, 1])
})

test('handed in by post and sent back by post counts once', () => {
  assert.equal(count([aFact({ channel: 'postal', delivery: 'postal' })]).postalEither, 1)
})

test('a report asked long after its period reads what was known when the period closed', () => {
  const edges = edgesOf(MARCH, at('2024-06-01'))
  assert.equal(knownAt(edges), at('2024-03-21') - 1)
  assert.equal(defaultAsOf(MARCH, at('2024-06-01')), at('2024-03-21'))
  assert.equal(defaultAsOf(MARCH, at('2024-03-02')), at('2024-03-02'))
})

const someInstant = fc.integer({ min: at('2024-02-10'), max: at('2024-04-02') }).map(instant)
const someFact = fc
  .record({
    channel: fc.constantFrom('online', 'inPerson', 'postal'),
    delivery: fc.constantFrom('counter', 'postal', 'online'),
    certifiedCopy: fc.boolean(),
    interlinked: fc.boolean(),
    acceptedAt: someInstant,
    dueAt: fc.oneof(someInstant, fc.constant(NEVER)),
    pauseGround: fc.constantFrom(null, 'supplement', 'payment'),
    finished: fc.option(
      fc.record({
        at: someInstant,
        finish: fc.constantFrom('early', 'onTime', 'late'),
        ending: fc.constantFrom('resolved', 'refused', 'withdrawn', 'stopped'),
      }),
    ),
    apologisedAt: fc.option(someInstant),
  })
  .map(
    ({ finished, ...fact }): ReportFact => ({
      ...aFact({}),
      ...fact,
      finishedAt: finished?.at ?? null,
      finish: finished?.finish ?? null,
      ending: finished?.ending ?? null,
    }),
  )

test('whatever the facts are, the identities of the form hold', () => {
  fc.assert(
    fc.property(fc.array(someFact, { maxLength: 60 }), someInstant, (facts, asOf) => {
      const figures = countFigures(facts, FORM, edgesOf(MARCH, asOf))
      for (const { text, holds } of checkFormIdentities(FORM, figures)) assert.ok(holds, text)
      for (const { part, whole } of INCLUSIONS.filter((each) => each.part !== 'receivedPostal')) {
        assert.ok((figures[part] ?? 0) <= (figures[whole] ?? 0), `${part} <= ${whole}`)
      }
    }),
  )
})
