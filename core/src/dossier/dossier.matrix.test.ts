import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, CITIZEN, COMMANDS, officer, STORIES, STRANGER, type Story, SYSTEM, tell } from '../../test/a-dossier.ts'
import { aRulebook, OFFICERS, type OfficerName, OTHER_COUNTER } from '../../test/a-rulebook.ts'
import type { Actor } from '../access/actor.ts'
import { officerId } from '../kernel/ids.ts'
import { type Instant, parseInstant } from '../kernel/instant.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { ACTIONS_BY_STATE, allowsAction } from './actions-by-state.ts'
import type { DecisionContext, DossierDecision } from './decide.ts'
import { STATES } from './dossier.ts'
import { ACTION_NAME, ACTIONS, type DossierAction, type DossierCommand } from './dossier-commands.ts'
import { offersFor } from './offers.ts'
import { owedOf } from './record-payment.ts'

const NAMES = Object.keys(OFFICERS).filter((name): name is OfficerName => Object.hasOwn(OFFICERS, name))
const ACTORS: readonly Actor[] = [CITIZEN, STRANGER, SYSTEM, ...NAMES.map((name) => officer(name))]
/** Long enough after the stories for a recorded time to have been another. */
const LATER = parseInstant('2024-03-15T09:00')
const correcting = Object.values(STORIES)
  .filter(({ dossier }) => dossier !== null && dossier.acceptedAt !== null)
  .map((story) => {
    const actor = story.dossier?.content.counter === OTHER_COUNTER ? officer('otherClerk') : officer('clerk')
    return tell(story, { actor, command: fitting(story, 'proposeCorrection'), at: LATER })
  })
const ALL_STORIES: readonly Story[] = [...Object.values(STORIES), ...correcting]
const LIFE = ['none', ...STATES] as const

const COLLEAGUE: Readonly<Record<string, string>> = { clerk: 'secondClerk', leader: 'secondLeader' }

const stateOf = ({ dossier }: Story) => dossier?.state ?? 'none'

/** The good command of an action, fitted to where the dossier lies. */
function fitting({ dossier }: Story, action: DossierAction): DossierCommand {
  if (dossier === null) return COMMANDS[action]
  switch (action) {
    case 'recordPayment':
      return { ...COMMANDS.recordPayment, amount: owedOf(dossier) }
    case 'assign':
      return { ...COMMANDS.assign, officer: officerId(dossier.position?.role ?? 'specialist') }
    case 'correct':
      return { ...COMMANDS.correct, applicant: { ...dossier.content.applicant, name: 'Nguyễn Văn Ân' } }
    case 'reassign':
      return { ...COMMANDS.reassign, officer: officerId(COLLEAGUE[dossier.position?.role ?? ''] ?? 'colleague') }
    case 'sendBack':
      return { ...COMMANDS.sendBack, step: dossier.path.at(-1)?.step ?? 'intake' }
    case 'forward':
      if (dossier.position?.step === 'decide') return { ...COMMANDS.forward, outcome: 'approve' }
      return { ...COMMANDS.forward, officer: dossier.position?.step === 'assign' ? officerId('specialist') : null }
    case 'proposeCorrection': {
      const { returnedAt, finishedAt } = dossier
      const what = returnedAt !== null ? 'returnedAt' : finishedAt !== null ? 'finishedAt' : 'acceptedAt'
      return { ...COMMANDS.proposeCorrection, what }
    }
    default:
      return COMMANDS[action]
  }
}

const decisions = (story: Story, action: DossierAction): readonly DossierDecision[] =>
  ACTORS.map((actor) => ask(story, { actor, command: fitting(story, action), at: LATER }))

for (const state of LIFE) {
  const stories = ALL_STORIES.filter((story) => stateOf(story) === state)
  const allowed: readonly DossierAction[] = ACTIONS_BY_STATE[state]
  for (const action of ACTIONS) {
    const can = allowed.includes(action)
    test(`in state ${state}, "${ACTION_NAME[action]}" ${can ? 'is possible' : 'is not possible'}`, () => {
      assert.ok(stories.length > 0)
      const some = stories.flatMap((story) => decisions(story, action)).some((each) => each.kind !== 'refused')
      assert.equal(some, can)
    })
  }
}

test('where the table does not allow an action, even who has the right is told the state', () => {
  for (const story of ALL_STORIES) {
    for (const action of ACTIONS) {
      if (allowsAction(story.dossier, action)) continue
      for (const decision of decisions(story, action)) {
        if (decision.kind !== 'refused') assert.fail(`${stateOf(story)} ${action}`)
        const expected = ['action-not-allowed', 'clock-paused', 'action-forbidden', 'dossier-exists', 'dossier-unknown']
        assert.ok(expected.includes(decision.refusal.kind), `${stateOf(story)} ${action} ${decision.refusal.kind}`)
      }
    }
  }
})

test('a button that is offered works, and one that is blocked would have been refused', () => {
  for (const story of ALL_STORIES) {
    if (story.dossier === null) continue
    for (const actor of ACTORS) {
      const context: DecisionContext = { now: LATER, actor, rulebook: story.rulebook }
      for (const offer of offersFor(story.dossier, context)) {
        const decision = ask(story, { actor, command: fitting(story, offer.action), at: LATER })
        // A colleague who may take the work is offered to assign it; the fitting command names somebody else.
        if (offer.action === 'assign' && decision.kind === 'refused' && decision.refusal.kind === 'action-forbidden')
          continue
        // Of several recorded times the fitting command names the one that is already to be corrected.
        if (
          offer.action === 'proposeCorrection' &&
          decision.kind === 'refused' &&
          decision.refusal.kind === 'correction-open'
        )
          continue
        assert.equal(
          offer.allowed,
          decision.kind !== 'refused',
          `${stateOf(story)} ${offer.action} ${JSON.stringify(decision)}`,
        )
        if (!offer.allowed) assert.match(offer.reason, /^\p{Lu}.*\.$/u)
      }
    }
  }
})

test('a citizen is offered nothing that only officers do', () => {
  for (const story of ALL_STORIES) {
    if (story.dossier === null) continue
    const context: DecisionContext = { now: story.dossier.lastAt, actor: CITIZEN, rulebook: story.rulebook }
    const seen = new Set(offersFor(story.dossier, context).map((offer) => offer.action))
    for (const action of ['accept', 'assign', 'forward', 'resolve', 'return'] as const)
      assert.equal(seen.has(action), false)
  }
})

test('acceptance is blocked beforehand where the law or the calendar of the day is missing', () => {
  const { dossier } = STORIES.submitted
  if (dossier === null) return assert.fail()
  const reasonAt = (now: Instant, rulebook: Rulebook) => {
    const offers = offersFor(dossier, { now, actor: officer('clerk'), rulebook })
    const accept = offers.find(({ action }) => action === 'accept')
    return accept?.allowed === false ? accept.reason : null
  }
  assert.equal(reasonAt(dossier.lastAt, aRulebook()), null)
  assert.match(reasonAt(dossier.lastAt, aRulebook({ without: 'codeFormat' })) ?? '', /chưa có mẫu mã số hồ sơ/)
  assert.match(reasonAt(parseInstant('2025-12-30T08:00'), aRulebook()) ?? '', /Lịch làm việc chưa có ngày 01\/01\/2026/)
})

test('forwarding is blocked beforehand where the next step ends beyond the calendar', () => {
  const { dossier, rulebook } = STORIES.accepted
  if (dossier === null) return assert.fail()
  const context = { now: parseInstant('2025-12-31T16:59'), actor: officer('clerk'), rulebook }
  const forward = offersFor(dossier, context).find(({ action }) => action === 'forward')
  assert.match(forward?.allowed === false ? forward.reason : '', /Lịch làm việc chưa có ngày/)
})

test('who has the dossier already is called by his name', () => {
  const { dossier, rulebook } = STORIES.inProgress
  if (dossier === null) return assert.fail()
  const offers = offersFor(dossier, { now: dossier.lastAt, actor: officer('leader'), rulebook })
  const assign = offers.find(({ action }) => action === 'assign')
  assert.match(assign?.allowed === false ? assign.reason : '', new RegExp(OFFICERS.specialist.name))
})
