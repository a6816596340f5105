import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findIndicatorPeriod } from '@motcua/core/indicator/indicator.ts'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { findScope } from '@motcua/core/report/report.ts'
import { rulebookWithIndicators } from '../testing/shipped-indicators.ts'
import { type IndicatorQuestion, listAnswers } from './indicator-sources.ts'

const rulebook = rulebookWithIndicators()

function aQuestion(): IndicatorQuestion {
  const period = findIndicatorPeriod('2024-03')
  const scope = findScope('all', rulebook)
  const set = period && rulebook.indicatorSet('766', period.period.to)
  assert.ok(period && scope && set)
  return { set, scope, period, asOf: parseInstant('2024-04-01'), rulebook }
}

test('a connected source answers for the scope and period; one that cannot tell stays unknown', async () => {
  const answers = await listAnswers(aQuestion(), {
    petitions: async ({ scope }) => ({ numerator: scope.id === 'all' ? 3 : 0, denominators: [4] }),
    ratings: async () => null,
  })
  assert.deepEqual(answers, { petitions: { numerator: 3, denominators: [4] } })
})

test('nothing is connected yet, so nothing is made up', async () => {
  assert.deepEqual(await listAnswers(aQuestion()), {})
})
