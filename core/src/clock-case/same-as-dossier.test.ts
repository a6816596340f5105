import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, CITIZEN, COMMANDS, dossierOf, NO_STORY, officer, type Story, tell } from '../../test/a-dossier.ts'
import { OFFICERS, type OfficerName, PROCEDURE, RULEBOOK } from '../../test/a-rulebook.ts'
import type { DossierCommand } from '../dossier/dossier-commands.ts'
import { type Instant, instant, MINUTE_MS, parseInstant, toIso } from '../kernel/instant.ts'
import { dong } from '../kernel/money.ts'
import { createRandom, type Random } from '../kernel/random.ts'
import { explainClockCase } from './clock-case.ts'
import type { ClockEventName } from './clock-events.ts'

const LIVES = 300
const isOfficer = (name: string): name is OfficerName => Object.hasOwn(OFFICERS, name)
const ACTORS = [CITIZEN, ...Object.keys(OFFICERS).filter(isOfficer).map(officer)]

const TURNS = [
  'supplementRequested',
  'supplementSupplied',
  'paymentRequested',
  'paymentRecorded',
  'apologised',
  'refused',
  'withdrawn',
  'stopped',
] as const satisfies readonly ClockEventName[]
type Turn = (typeof TURNS)[number]
type Written = { readonly at: string; readonly what: ClockEventName; readonly dueAt: string | null }

function commandOf(turn: Turn, story: Story, dueAt: Instant): DossierCommand {
  const { fee } = dossierOf(story)
  const owed = dong(fee === null ? 0 : fee.total - fee.paid)
  const commands = {
    supplementRequested: COMMANDS.requestSupplement,
    supplementSupplied: COMMANDS.supplySupplement,
    paymentRequested: COMMANDS.requestPayment,
    paymentRecorded: { ...COMMANDS.recordPayment, amount: owed },
    apologised: { ...COMMANDS.apologise, dueAt },
    refused: COMMANDS.refuse,
    withdrawn: COMMANDS.withdraw,
    stopped: COMMANDS.stop,
  } as const satisfies Record<Turn, DossierCommand>
  return commands[turn]
}

/** Somebody who may do it, if it may be done at all. */
function happened(story: Story, command: DossierCommand, at: Instant): Story | null {
  const actor = ACTORS.find((each) => ask(story, { actor: each, command, at }).kind !== 'refused')
  return actor === undefined ? null : tell(story, { actor, command, at })
}

const explain = (events: readonly Written[], at: Instant) =>
  explainClockCase(
    { procedure: PROCEDURE, case: 'chung', channel: 'online', events, at: toIso(at) },
    { rulebook: RULEBOOK, now: at },
  )

function accepted(at: Instant): Story {
  const filed = tell(NO_STORY, { actor: CITIZEN, command: COMMANDS.submit, at })
  const story = tell(filed, { actor: officer('clerk'), command: COMMANDS.accept, at })
  // The fee is paid at intake, so that a payment later on always answers a request.
  const paid = happened(story, commandOf('paymentRecorded', story, at), at)
  assert.ok(paid)
  return paid
}

function liveAlike(random: Random): number {
  let at = instant(parseInstant('2024-03-14T00:00') + random.below(20_000) * MINUTE_MS)
  let story = accepted(at)
  let events: readonly Written[] = [{ at: toIso(at), what: 'accepted', dueAt: null }]
  let turns = 0
  for (let tries = 0; tries < 12; tries++) {
    const turn = random.pick(TURNS)
    at = instant(at + random.below(4_000) * MINUTE_MS)
    const dueAt = instant(at + random.below(30_000) * MINUTE_MS)
    const written = { at: toIso(at), what: turn, dueAt: turn === 'apologised' ? toIso(dueAt) : null }
    const next = happened(story, commandOf(turn, story, dueAt), at)
    const answer = explain([...events, written], at)
    const said = JSON.stringify({ events, written, answer })
    assert.equal(answer.kind, next === null ? 'refused' : 'explained', said)
    if (next === null || answer.kind === 'refused') continue
    story = next
    events = [...events, written]
    turns += 1
    const { clock, dueAt: due, finish } = dossierOf(story)
    if (clock?.endedAt === null) assert.equal(answer.answer.dueAt, due, said)
    else assert.equal(answer.answer.standing, finish, said)
  }
  return turns
}

test('what may happen to the clock of a dossier may be explained, and ends at the same due time', () => {
  const random = createRandom('same as dossier')
  let turns = 0
  for (let life = 0; life < LIVES; life++) turns += liveAlike(random)
  assert.ok(turns > LIVES, `only ${turns} turns were allowed`)
})
