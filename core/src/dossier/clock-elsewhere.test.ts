import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aCounterContent,
  COMMANDS,
  dossierOf,
  ID,
  NO_STORY,
  officer,
  refusalOf,
  STORIES,
  type Story,
  tell,
} from '../../test/a-dossier.ts'
import { AGENCY, aPauseGround, aRulebook, COUNTER, OTHER_COUNTER } from '../../test/a-rulebook.ts'
import { localDate, parseInstant } from '../kernel/instant.ts'
import { explainClock } from './clock.ts'
import { calendarOfDossier, getClock } from './dossier-clock.ts'
import { foldDossier } from './evolve.ts'
import { listReminders } from '../reminder/reminder.ts'

const specialist = officer('specialist')
const clerk = officer('clerk')

const sentences = (story: Story) => {
  const dossier = dossierOf(story)
  return explainClock(getClock(dossier), calendarOfDossier(dossier, story.rulebook), dossier.lastAt)
}

test('a dossier accepted elsewhere in the province has no due time and lies at the counter of the agency', () => {
  const { state, code, dueAt, position, acceptedAt } = dossierOf(STORIES.elsewhere)
  assert.deepEqual([state, code === null, dueAt, acceptedAt === null], ['accepted', false, null, false])
  assert.deepEqual([position?.unit, position?.officer, position?.dueAt], [COUNTER, null, null])
  const [first, ...others] = listReminders(dossierOf(STORIES.elsewhere), STORIES.elsewhere.rulebook)
  assert.deepEqual([first?.kind, first?.unit, others.length], ['handOverOverdue', OTHER_COUNTER, 1])
})

test('its time begins when the resolving agency receives it, and says so with the article', () => {
  // Received on Friday at nine: five working days of eight hours later it is Friday at nine.
  const received = tell(STORIES.elsewhere, { actor: clerk, command: COMMANDS.receive, at: '2024-03-15T09:00' })
  const { dueAt, position } = dossierOf(received)
  assert.equal(dueAt, parseInstant('2024-03-22T09:00'))
  assert.deepEqual([position?.unit, position?.officer], [COUNTER, 'clerk'])
  assert.equal(position?.dueAt, parseInstant('2024-03-15T15:00'))
  const said = sentences(received).find(({ text }) => text.includes('nơi khác trong tỉnh'))
  assert.deepEqual([said?.article, said?.text.includes('09 giờ 00')], ['NĐ thử Điều 17', true])
  assert.deepEqual(foldDossier(ID, received.events), dossierOf(received))
})

test('until then nobody can forward or resolve it, and the counter that took it in cannot receive it for the agency', () => {
  assert.equal(refusalOf(STORIES.elsewhere, { actor: clerk, command: COMMANDS.forward }).kind, 'clock-paused')
  assert.equal(refusalOf(STORIES.elsewhere, { actor: clerk, command: COMMANDS.resume }).kind, 'clock-paused')
  const stranger = officer('otherClerk')
  assert.equal(refusalOf(STORIES.elsewhere, { actor: stranger, command: COMMANDS.receive }).kind, 'action-forbidden')
})

test('the result is handed out where the dossier was handed in', () => {
  const steps = STORIES.elsewhere.rulebook.processVersionAt('quy-trinh', localDate('2024-03-14'))?.steps ?? []
  assert.equal(steps.at(-1)?.kind, 'return')
  let story = tell(STORIES.elsewhere, { actor: clerk, command: COMMANDS.receive })
  story = tell(story, { actor: clerk, command: COMMANDS.forward })
  story = tell(story, { actor: officer('leader'), command: { ...COMMANDS.assign, officer: officerIdOf('leader') } })
  story = tell(story, {
    actor: officer('leader'),
    command: { ...COMMANDS.forward, officer: officerIdOf('specialist') },
  })
  story = tell(story, { actor: specialist, command: COMMANDS.forward })
  story = tell(story, { actor: officer('leader'), command: COMMANDS.resolve })
  assert.deepEqual([story.dossier?.position?.unit, story.dossier?.state], [OTHER_COUNTER, 'resolved'])
})

function officerIdOf(name: 'leader' | 'specialist') {
  const who = officer(name)
  if (who.kind !== 'officer') return assert.fail()
  return who.officer
}

test('where the law of the day knows no filing elsewhere, the other counter cannot take it in', () => {
  const filing = { actor: officer('otherClerk'), command: { action: 'submit', content: elsewhere() } } as const
  assert.deepEqual(refusalOf(NO_STORY, filing), { kind: 'unit-not-competent', unit: OTHER_COUNTER })
  const rulebook = aRulebook({ service: { intakeElsewhere: 'province' }, grounds: [aPauseGround()] })
  const filed = tell({ ...NO_STORY, rulebook }, filing)
  assert.deepEqual(refusalOf(filed, { actor: officer('otherClerk'), command: COMMANDS.accept }), {
    kind: 'rules-missing',
    what: 'pauseGround',
    date: '2024-03-14',
  })
})

const elsewhere = () => aCounterContent({ counter: OTHER_COUNTER, agency: AGENCY })

test('a pause on a named ground stops the clock and says its article; afterwards what was left goes on', () => {
  const paused = tell(STORIES.inProgress, { actor: specialist, command: COMMANDS.pause, at: '2024-03-14T10:00' })
  assert.deepEqual(
    [paused.dossier?.state, paused.dossier?.dueAt, paused.dossier?.position?.dueAt],
    ['inProgress', null, null],
  )
  const said = sentences(paused).find(({ text }) => text.startsWith('Đang tạm dừng'))
  assert.match(said?.text ?? '', /chờ thông báo thuế/)
  assert.equal(said?.article, 'Luật thử Điều 1')
  // Stopped for two whole working days: due on Thursday at eight moves to Monday at eight.
  const resumed = tell(paused, { actor: specialist, command: COMMANDS.resume, at: '2024-03-18T10:00' })
  assert.equal(resumed.dossier?.dueAt, parseInstant('2024-03-25T08:00'))
  assert.equal(resumed.dossier?.position?.dueAt, parseInstant('2024-03-20T08:00'))
  assert.deepEqual(foldDossier(ID, resumed.events), dossierOf(resumed))
})

test('a ground that the law of the procedure does not name stops nothing', () => {
  const ask = (ground: string) => ({ actor: specialist, command: { ...COMMANDS.pause, ground } }) as const
  assert.equal(refusalOf(STORIES.inProgress, ask('coffee')).kind, 'pause-ground-unknown')
  assert.equal(refusalOf(STORIES.inProgress, ask('transfer')).kind, 'pause-ground-unknown')
})

test('while the clock stands still on a ground, the work goes on only after it', () => {
  const refusal = refusalOf(STORIES.paused, { actor: specialist, command: COMMANDS.forward })
  assert.deepEqual(refusal, { kind: 'clock-paused', action: 'forward', waiting: 'chờ thông báo thuế' })
  assert.equal(refusalOf(STORIES.paused, { actor: specialist, command: COMMANDS.pause }).kind, 'clock-paused')
  assert.equal(
    refusalOf(STORIES.inProgress, { actor: specialist, command: COMMANDS.resume }).kind,
    'action-not-allowed',
  )
})

test('who may use a ground is told by its record', () => {
  const rulebook = aRulebook({ grounds: [aPauseGround({ by: ['leader'] })] })
  const story = { ...STORIES.inProgress, rulebook }
  assert.equal(refusalOf(story, { actor: specialist, command: COMMANDS.pause }).kind, 'pause-ground-unknown')
  assert.equal(tell(story, { actor: officer('leader'), command: COMMANDS.pause }).dossier?.dueAt, null)
})

test('completion asked for later than the law allows is told as a breach, with the article', () => {
  const late = tell(STORIES.inProgress, {
    actor: specialist,
    command: COMMANDS.requestSupplement,
    at: '2024-03-20T08:00',
  })
  const said = sentences(late).find(({ text }) => text.includes('là chậm'))
  assert.match(said?.text ?? '', /đến 17 giờ 00, thứ Ba 19\/03\/2024/)
  assert.equal(said?.article, 'NĐ thử Điều 3')
  const inTime = tell(STORIES.inProgress, {
    actor: specialist,
    command: COMMANDS.requestSupplement,
    at: '2024-03-19T17:00',
  })
  assert.equal(
    sentences(inTime).some(({ text }) => text.includes('là chậm')),
    false,
  )
})
