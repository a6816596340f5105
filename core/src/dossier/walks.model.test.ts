import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCounterContent, ask, COMMANDS, dossierOf, NO_STORY, officer, type Story, tell } from '../../test/a-dossier.ts'
import { LINKED_PROCEDURE, OFFICERS, type OfficerName } from '../../test/a-rulebook.ts'
import type { Actor } from '../access/actor.ts'
import { instant } from '../kernel/instant.ts'
import { findStep } from '../process/process.ts'
import { usedMinutes } from './clock.ts'
import { accountOf } from './clock-account.ts'
import type { Dossier } from './dossier.ts'
import { calendarOfDossier } from './dossier-clock.ts'
import type { DossierCommand } from './dossier-commands.ts'
import { foldDossier } from './evolve.ts'
import { openParts } from './open-parts.ts'
import { getProcess } from './places.ts'
import { timesOf } from './times.ts'

const NAMES = Object.keys(OFFICERS).filter((name): name is OfficerName => Object.hasOwn(OFFICERS, name))
const ACTORS: readonly Actor[] = NAMES.map((name) => officer(name))

/** Everything that may be tried on the dossier where it lies, of the whole and of each part. */
function attempts(dossier: Dossier, story: Story): readonly DossierCommand[] {
  const places = [
    { part: null, position: dossier.position },
    ...openParts(dossier).map((each) => ({ ...each, part: each.id })),
  ]
  const moves = places.flatMap(({ part, position }): readonly DossierCommand[] => {
    const step = position === null ? undefined : findStep(getProcess(dossier, story.rulebook), position.step)?.step
    const outcomes = step === undefined || step.outcomes.length === 0 ? [null] : step.outcomes.map(({ id }) => id)
    const done = (part === null ? dossier.path : (openParts(dossier).find(({ id }) => id === part)?.path ?? [])).at(-1)
    return [
      ...outcomes.map((outcome) => ({ ...COMMANDS.forward, outcome, part })),
      { ...COMMANDS.skip, part },
      { ...COMMANDS.takeBack, part },
      ...(done === undefined ? [] : [{ ...COMMANDS.sendBack, step: done.step, part }]),
      ...(part === null ? [] : [{ ...COMMANDS.completePart, part }]),
    ]
  })
  return [...moves, COMMANDS.resolve, COMMANDS.requestPayment, { ...COMMANDS.recordPayment, amount: owed(dossier) }]
}

const owed = ({ fee }: Dossier) => {
  const { total, paid } = fee ?? { total: COMMANDS.recordPayment.amount, paid: 0 }
  return (total - paid) as typeof COMMANDS.recordPayment.amount
}

type Choice = readonly [pick: number, minutes: number]

/** One legal change, chosen by number among all that anybody may do; the same story where there is none. */
function walk(story: Story, [pick, minutes]: Choice, wanted: (command: DossierCommand) => boolean): Story {
  const dossier = dossierOf(story)
  const at = instant(dossier.lastAt + minutes * 60_000)
  const legal = attempts(dossier, story)
    .filter(wanted)
    .flatMap((command) => ACTORS.map((actor) => ({ actor, command, at })))
    .filter((question) => ask(story, question).kind === 'decided')
  const question = legal[pick % legal.length]
  return question === undefined ? story : tell(story, question)
}

const begun = tell(
  tell(NO_STORY, {
    actor: officer('clerk'),
    command: { action: 'submit', content: aCounterContent({ procedure: LINKED_PROCEDURE }) },
  }),
  { actor: officer('clerk'), command: COMMANDS.accept },
)
const anyWalk = fc.array(fc.tuple(fc.nat({ max: 1000 }), fc.nat({ max: 400 })), { maxLength: 25 })
const livesOn = (command: DossierCommand): boolean => command.action !== 'resolve'
/** Towards the end: nothing is taken back, stopped or chosen to be looked at once more. */
const ONWARD: readonly string[] = ['forward', 'completePart', 'resolve', 'recordPayment']
const goesOn = (command: DossierCommand): boolean =>
  ONWARD.includes(command.action) && !(command.action === 'forward' && command.outcome === 'verify')

test('wherever officers lead an interlinked dossier, it can be brought to its end, and no minute is lost', () => {
  fc.assert(
    fc.property(anyWalk, (choices) => {
      let story = choices.reduce((told, choice) => walk(told, choice, livesOn), begun)
      const midway = dossierOf(story)
      assertTimes(midway, story)
      for (let more = 0; more < 20 && dossierOf(story).state !== 'resolved'; more++)
        story = walk(story, [0, 30], goesOn)
      const ended = dossierOf(story)
      assert.equal(ended.state, 'resolved', JSON.stringify(ended.position))
      assert.deepEqual(openParts(ended), [])
      assert.deepEqual(foldDossier(ended.id, story.events), ended)
      assertTimes(ended, story)
    }),
    { numRuns: 60 },
  )
})

function assertTimes(dossier: Dossier, { events, rulebook }: Story): void {
  const at = instant(dossier.lastAt + 90 * 60_000)
  const times = timesOf(dossier, { events, at, rulebook })
  assert.ok(times !== null && dossier.clock !== null)
  const sum = (shares: readonly { readonly minutes: number }[]) => shares.reduce((all, { minutes }) => all + minutes, 0)
  const used = usedMinutes(dossier.clock, calendarOfDossier(dossier, rulebook), at)
  assert.deepEqual([times.used, sum(times.steps), sum(times.units), sum(times.agencies)], [used, used, used, used])
  const told = accountOf(dossier, { events, at, rulebook })
  assert.deepEqual([told.clock?.usedMinutes, told.times], [used, times])
  assert.equal(told.sentences.find(({ text }) => text.startsWith('Đã dùng'))?.minutes ?? 0, used)
}

test('while two agencies work at once, the time is charged to the one that ends last, and the other is shown beside it', () => {
  const at = (time: string) => `2024-03-14T${time}`
  const on = (story: Story, [who, part, time]: readonly [OfficerName, string | null, string], action: DossierCommand) =>
    tell(story, {
      actor: officer(who),
      command: { ...action, ...(part === null ? {} : { part }) } as DossierCommand,
      at: at(time),
    })
  const linked = on(begun, ['clerk', null, '08:30'], COMMANDS.forward)
  const other = on(linked, ['otherSpecialist', 'other', '09:00'], COMMANDS.completePart)
  const outside = on(other, ['clerk', 'outside', '09:10'], COMMANDS.completePart)
  const drafted = on(outside, ['specialist', 'own', '10:00'], COMMANDS.forward)
  const complete = on(drafted, ['leader', 'own', '10:30'], COMMANDS.completePart)
  const dossier = dossierOf(complete)
  const times = timesOf(dossier, { events: complete.events, at: dossier.lastAt, rulebook: complete.rulebook })
  assert.deepEqual(
    times?.steps.map(({ step, minutes }) => [step, minutes]),
    [
      ['intake', 30],
      ['own-draft', 90],
      ['own-sign', 30],
    ],
  )
  assert.deepEqual(
    times?.parallel.map(({ part, minutes }) => [part, minutes]),
    [
      ['other', 30],
      ['outside', 40],
    ],
  )
})
