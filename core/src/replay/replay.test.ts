import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isWorkingTime } from '../calendar/calendar.ts'
import { NO_STORY, type Story, tell } from '../../test/a-dossier.ts'
import { LINKED_PROCEDURE, RULEBOOK } from '../../test/a-rulebook.ts'
import { localDate } from '../kernel/instant.ts'
import { createRandom } from '../kernel/random.ts'
import { FIGURE_NAMES, type PartialFigures, type ScenarioGroup } from '../report/report.ts'
import { makeMoments } from './moments.ts'
import { askedOf, type Life, type Plan, planGroup, planMoments, Unreachable } from './replay.ts'
import { apportion } from './slots.ts'

const PERIOD = { from: localDate('2024-04-01'), to: localDate('2024-04-30') }
const MOMENTS = planMoments({ dossiers: 200, period: PERIOD, rulebook: RULEBOOK, seed: 1 })

type Planned = { readonly figures: Plan['figures']; readonly lives: readonly Life[] }

function planOf(figures: PartialFigures, seed = 1): Planned {
  const group: ScenarioGroup = { scope: 'province', figures }
  const asked = { scenarioId: 'thu', seed, period: PERIOD, group, moments: MOMENTS, rulebook: RULEBOOK }
  const { lives, figures: planned } = planGroup(asked)
  return { figures: planned, lives: Array.from({ length: lives.length }, (_, number) => lives.get(number)) }
}

const summary = ({ id, acts, slot }: Life) => ({ id, acts, slot })

test('the same seed plans the same lives, another seed others', () => {
  const first = planOf({ receivedTotal: 40 }).lives.map(summary)
  assert.deepEqual(planOf({ receivedTotal: 40 }).lives.map(summary), first)
  assert.notDeepEqual(planOf({ receivedTotal: 40 }, 2).lives.map(summary), first)
})

test('as many lives are planned as dossiers were received, in the cells that were published', () => {
  const { lives, figures } = planOf({
    receivedTotal: 120,
    carriedOver: 20,
    resolvedLate: 7,
    inProgressOverdue: 3,
    inProgress: 30,
  })
  assert.equal(lives.length, 120)
  const count = (is: (life: Life) => boolean): number => lives.filter(is).length
  assert.equal(
    count(({ slot }) => slot.isCarried),
    20,
  )
  assert.equal(
    count(({ slot }) => slot.outcome === 'late'),
    7,
  )
  assert.equal(
    count(({ slot }) => slot.outcome === 'overdue'),
    3,
  )
  assert.equal(
    count(({ slot }) => slot.ending !== null && slot.ending !== 'resolved'),
    figures.returnedToApplicant,
  )
  assert.equal(
    count(({ slot }) => slot.pause === 'supplementPending'),
    figures.supplementPending,
  )
  assert.equal(
    count(({ slot }) => slot.byPost || slot.channel === 'postal'),
    figures.postalEither,
  )
  assert.deepEqual(Object.keys(figures).toSorted(), [...FIGURE_NAMES].toSorted())
})

test('every life is filed, accepted and handled in the order of time, each id its own', () => {
  const { lives } = planOf({ receivedTotal: 150 })
  assert.equal(new Set(lives.map(({ id }) => id)).size, 150)
  for (const { acts } of lives) {
    assert.deepEqual(
      acts.slice(0, 2).map(({ kind }) => kind),
      ['submit', 'accept'],
    )
    for (const [index, act] of acts.entries()) assert.ok(act.moment >= (acts[index - 1]?.moment ?? 0))
  }
})

test('a life is the same whenever it is asked for, and all its acts are told with their moments', () => {
  const group: ScenarioGroup = { scope: 'province', figures: { receivedTotal: 80, apologyLetters: 2 } }
  const asked = { scenarioId: 'thu', seed: 1, period: PERIOD, group, moments: MOMENTS, rulebook: RULEBOOK }
  const { lives } = planGroup(asked)
  let acts = 0
  lives.forEachAct((moment, number, act) => {
    assert.equal(lives.get(number).acts[act]?.moment, moment)
    acts += 1
  })
  assert.equal(acts, lives.acts)
  const all = Array.from({ length: lives.length }, (_, number) => lives.get(number))
  assert.deepEqual(
    all,
    all.map(({ number }) => lives.get(number)),
  )
  assert.equal(all.filter(({ slot, apologyDueAt }) => slot.apologised && apologyDueAt !== null).length, 2)
})

test('whoever acts holds the place in which the step lies', () => {
  for (const life of planOf({ receivedTotal: 60 }).lives) {
    for (const act of life.acts) {
      const at = MOMENTS.at[act.moment]
      if (at === undefined) throw new Error('no such moment')
      const { actor, command } = askedOf(life, act, { at, acceptedAt: at, rulebook: RULEBOOK })
      const stage = life.place.steps[act.step]
      // At the end of a part going on means completing it.
      const ends = act.kind === 'forward' && stage?.part !== null && stage?.next.length === 0
      assert.equal(command.action, ends ? 'completePart' : act.kind)
      if (act.kind !== 'forward' && act.kind !== 'resolve') continue
      const step = act.kind === 'forward' ? stage?.step : life.place.steps.at(-1)?.step
      assert.ok(actor.kind === 'officer' && actor.posts.some(({ role }) => role === step?.role))
    }
  }
})

test('interlinked and branched processes are lived through to the result', () => {
  const linked = planOf({ receivedTotal: 400 }).lives.filter(({ offer }) => offer.procedure.code === LINKED_PROCEDURE)
  assert.ok(linked.some(({ slot }) => slot.ending === 'resolved'))
  for (const life of linked) {
    let story: Story = NO_STORY
    const atOf = ({ moment }: Life['acts'][number]) => MOMENTS.at[moment] ?? assert.fail('no such moment')
    const acceptedAt = atOf(life.acts[1] ?? assert.fail('never accepted'))
    for (const act of life.acts) {
      const at = atOf(act)
      story = tell(story, { ...askedOf(life, act, { at, acceptedAt, rulebook: RULEBOOK }), at })
    }
    const types = story.events.map(({ event }) => event.type)
    if (life.slot.ending !== 'resolved') continue
    assert.equal(types.filter((type) => type === 'partCompleted').length, 3)
    assert.ok(types.includes('resolved'))
  }
})

test('figures that no procedure of the scope can make are refused with the reason', () => {
  assert.throws(
    () => planOf({ receivedTotal: 10, certifiedCopies: 5 }),
    (error) => error instanceof Unreachable && /cần 5 hồ sơ chứng thực/.test(error.message),
  )
})

test('officials act in office hours, citizens file in the evening too', () => {
  const root = RULEBOOK.units().find(({ parent }) => parent === null)
  if (root === undefined) throw new Error('no root')
  const calendar = RULEBOOK.calendarOf(root)
  const { at, office } = makeMoments({ calendar, ...PERIOD, minutes: 30, random: createRandom(1) })
  assert.ok(office.length > 200 && at.length > office.length)
  for (const index of office) {
    const moment = at[index]
    assert.ok(moment !== undefined && isWorkingTime(calendar, moment))
  }
  assert.deepEqual(
    at.toSorted((a, b) => a - b),
    at,
  )
})

test('shares add up to the whole and none is larger than its size', () => {
  const sizes = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (each, part) => {
      const total = Math.floor(each.reduce((sum, size) => sum + size, 0) * part)
      const shares = apportion(total, each)
      assert.equal(
        shares.reduce((sum, share) => sum + share, 0),
        total,
      )
      shares.forEach((share, index) => {
        assert.ok(share >= 0 && share <= (each[index] ?? 0))
      })
    }),
  )
})
