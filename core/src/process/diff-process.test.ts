import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../kernel/instant.ts'
import { diffProcessVersions, type ProcessVersion, type Step, wholeStep } from './process.ts'

const step = (id: string, parts: Partial<Step> = {}): Step => ({
  ...wholeStep({ id, name: `Bước ${id}`, kind: 'appraise', role: 'specialist', at: 'division', minutes: 240 }),
  ...parts,
})
const version = (...steps: readonly Step[]): ProcessVersion => ({
  version: 1,
  effectiveFrom: localDate('2024-01-01'),
  effectiveTo: null,
  source: 'QĐ thử',
  steps,
})
const diff = (before: readonly Step[], after: readonly Step[]) =>
  diffProcessVersions(version(...before), version(...after))
const ids = (...names: readonly string[]) => names.map((id) => step(id))

test('a version differs in nothing from itself', () => {
  const steps = ids('a', 'b', 'c')
  assert.deepEqual(diff(steps, steps), { added: [], removed: [], moved: [], changed: [] })
})

test('steps that came and went are told with their place; the others did not move', () => {
  const found = diff(ids('a', 'b', 'c'), ids('a', 'new', 'c', 'last'))
  assert.deepEqual(
    found.added.map(({ place, step: { id } }) => [place, id]),
    [
      [2, 'new'],
      [4, 'last'],
    ],
  )
  assert.deepEqual(
    found.removed.map(({ place, step: { id } }) => [place, id]),
    [[2, 'b']],
  )
  assert.deepEqual(found.moved, [])
})

test('one step that is brought forward has moved, and not the ones it passed', () => {
  assert.deepEqual(diff(ids('a', 'b', 'c', 'd'), ids('a', 'd', 'b', 'c')).moved, [
    { id: 'd', name: 'Bước d', from: 4, to: 2 },
  ])
})

test('what changed about a step is told with both its sides', () => {
  const after = step('a', { minutes: null, role: 'leader', at: 'agency', kind: 'sign', name: 'Ký' })
  assert.deepEqual(diff(ids('a'), [after]).changed, [
    { id: 'a', name: 'Ký', what: 'name', from: 'Bước a', to: 'Ký' },
    { id: 'a', name: 'Ký', what: 'kind', from: 'appraise', to: 'sign' },
    { id: 'a', name: 'Ký', what: 'role', from: 'specialist', to: 'leader' },
    { id: 'a', name: 'Ký', what: 'at', from: 'division', to: 'agency' },
    { id: 'a', name: 'Ký', what: 'minutes', from: 240, to: null },
  ])
})
