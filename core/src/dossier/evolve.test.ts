import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dossierOf, ID, STORIES } from '../../test/a-dossier.ts'
import { evolve, foldDossier } from './evolve.ts'

test('a dossier folded again from its facts, also after a round trip through JSON, is the same', () => {
  for (const story of Object.values(STORIES)) {
    if (story.dossier === null) continue
    assert.deepEqual(foldDossier(ID, story.events), story.dossier)
    assert.deepEqual(foldDossier(ID, JSON.parse(JSON.stringify(story.events))), story.dossier)
  }
})

test('the version counts the facts, and the last fact gives the last time', () => {
  const { dossier, events } = STORIES.returned
  assert.equal(dossier?.version, events.length)
  assert.equal(dossier?.lastAt, events.at(-1)?.at)
})

test('an older dossier is left as it was when a new fact is folded in', () => {
  const before = dossierOf(STORIES.inProgress)
  const copy = structuredClone(before)
  const event = STORIES.awaitingSupplement.events.at(-1)
  assert.ok(event !== undefined)
  evolve(before, event.event, { id: ID, at: event.at, actor: event.actor })
  assert.deepEqual(before, copy)
})

test('facts that cannot be a beginning are a bug', () => {
  assert.throws(() => foldDossier(ID, []), /no facts/)
  assert.throws(() => foldDossier(ID, STORIES.accepted.events.slice(-1)), /first fact/)
})
