import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, COMMANDS, officer, STORIES } from '../../test/a-dossier.ts'
import { aRulebook, OFFICERS } from '../../test/a-rulebook.ts'
import { localDate } from '../kernel/instant.ts'
import type { Post } from '../organisation/organisation.ts'

test('nobody is named whose post has not begun or has ended', () => {
  const named = (dates: Pick<Post, 'validFrom' | 'validTo'>) => {
    const { specialist: known, ...others } = OFFICERS
    const dated = { ...known, posts: known.posts.map((post) => ({ ...post, ...dates })) }
    const rulebook = aRulebook({ officers: [...Object.values(others), dated] })
    const command = { ...COMMANDS.forward, officer: known.id }
    const decision = ask({ ...STORIES.assigning, rulebook }, { actor: officer('leader'), command })
    return decision.kind === 'refused' ? decision.refusal.kind : decision.kind
  }
  assert.equal(named({ validFrom: localDate('2024-01-01'), validTo: null }), 'decided')
  assert.equal(named({ validTo: localDate('2024-01-31') }), 'officer-not-competent')
  assert.equal(named({ validFrom: localDate('2099-01-01') }), 'officer-not-competent')
})
