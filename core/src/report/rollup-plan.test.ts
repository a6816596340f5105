import assert from 'node:assert/strict'
import { test } from 'node:test'
import { all, any, before, type Condition, notBefore, oneOf } from '../figure/figure.ts'
import { shippedForm } from '../../test/shipped-figures.ts'
import { COUNTED } from './report.ts'
import { rollupPlan, standsOf, strandsOf } from './rollup-plan.ts'

const FORM = shippedForm('II.06a')

function conditionOf(id: string): Condition {
  const figure = FORM.counted.find(({ definition }) => definition.id === id)
  assert.ok(figure !== undefined)
  return figure.condition
}

const sourcesOf = (condition: Condition): readonly string[] | undefined =>
  rollupPlan(condition)
    ?.map(({ source }) => source)
    .toSorted()

test('every column of biểu II.06a is answered by running totals', () => {
  for (const { definition, condition } of FORM.counted) assert.notEqual(rollupPlan(condition), null, definition.id)
})

test('what is carried over was open on the first day, what is new was accepted since', () => {
  assert.deepEqual(sourcesOf(conditionOf('carriedOver')), ['openAtStart'])
  assert.deepEqual(sourcesOf(conditionOf('receivedOnline')), ['accepted'])
  assert.deepEqual(sourcesOf(conditionOf('resolvedLate')), ['ended'])
  assert.deepEqual(sourcesOf(conditionOf('inProgressOverdue')), ['open'])
  assert.deepEqual(sourcesOf(conditionOf('apologyLetters')), ['apologised'])
  assert.equal(sourcesOf(COUNTED)?.length, 2)
})

test('how many of the new ones were already finished late is left to the facts', () => {
  const newAndLate = all(COUNTED, notBefore('acceptedAt', 'from'), oneOf('finish', 'late'))
  assert.equal(rollupPlan(newAndLate), null)
})

test('whom nobody has limited to the period is left to the facts', () => {
  assert.equal(rollupPlan(before('acceptedAt', 'end')), null)
  assert.equal(rollupPlan(oneOf('channel', 'online')), null)
})

test('those who ended late without an apology are told from those with one', () => {
  const late = all(COUNTED, before('finishedAt', 'end'), oneOf('finish', 'late'))
  const withLetter = rollupPlan(all(late, before('apologisedAt', 'end')))
  const without = rollupPlan(all(late, notBefore('apologisedAt', 'end')))
  assert.deepEqual(
    [withLetter, without].map((plan) => plan?.map(({ source }) => source)),
    [['ended'], ['ended']],
  )
  assert.notDeepEqual(withLetter, without)
})

test('a due time against another instant than the closing is left to the facts', () => {
  assert.equal(rollupPlan(all(COUNTED, before('dueAt', 'from'))), null)
  assert.equal(rollupPlan(any(all(COUNTED, notBefore('finishedAt', 'end'), before('dueAt', 'end')))), null)
})

test('the dossiers of a figure stand where it asks for them, and nowhere if it asks for who had left before', () => {
  assert.deepEqual(strandsOf(conditionOf('resolvedLate')), ['ended'])
  assert.deepEqual(strandsOf(conditionOf('inProgress')), ['open'])
  assert.deepEqual(strandsOf(conditionOf('carriedOver')), ['ended', 'open'])
  assert.deepEqual(strandsOf(notBefore('acceptedAt', 'end')), ['unaccepted'])
  assert.equal(strandsOf(before('acceptedAt', 'end')), null)
})

test('results that were returned in the period are looked for among those who had ended before it too', () => {
  const returned = all(before('finishedAt', 'end'), notBefore('returnedAt', 'from'), before('returnedAt', 'end'))
  assert.deepEqual(standsOf(returned), ['ended', 'returned'])
  assert.equal(strandsOf(returned), null)
  assert.equal(rollupPlan(returned), null)
  assert.equal(standsOf(before('returnedAt', 'from')), null)
})
