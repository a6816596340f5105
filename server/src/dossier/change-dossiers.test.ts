import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { foldDossier } from '@motcua/core/dossier/dossier.ts'
import { type DossierId, dossierId } from '@motcua/core/kernel/ids.ts'
import { type Instant, instant, parseInstant } from '@motcua/core/kernel/instant.ts'
import { aContent, aCounterContent, CITIZEN, COMMANDS, officer, STRANGER } from '@motcua/core/test/a-dossier.ts'
import { RULEBOOK } from '@motcua/core/test/a-rulebook.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import {
  type ChangeOutcome,
  type ChangeRequest,
  createSpine,
  eventHash,
  findDossier,
  listEvents,
  NO_HASH,
  SPINE_POOL,
  type Spine,
} from './dossier.ts'

let clone: ClonedDatabase
let database: Database
let now: Instant = parseInstant('2024-03-14T08:00')
let filed = 0

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
})
after(async () => {
  await database.close()
  await clone.drop()
})

/** A spine as another server process would have it: connections of its own. */
function aSpine(settings: { batchSize?: number } = {}): Spine {
  const pool = database.createPool({ name: 'spine', max: 2, ...SPINE_POOL })
  return createSpine({ pool, rulebook: () => RULEBOOK, now: () => now, ...settings })
}

const anId = (): DossierId => dossierId(`018e4a5c-0000-7000-9000-${(++filed).toString().padStart(12, '0')}`)

type Parts = Partial<Pick<ChangeRequest, 'actor' | 'expectedVersion' | 'key'>>
const submit = (dossier: DossierId, parts: Parts = {}): ChangeRequest => ({
  dossier,
  expectedVersion: null,
  command: { action: 'submit', content: aCounterContent() },
  actor: officer('clerk'),
  key: null,
  ...parts,
})
const accept = (dossier: DossierId, parts: Parts = {}): ChangeRequest => ({
  ...submit(dossier, parts),
  command: COMMANDS.accept,
})

function changed(outcome: ChangeOutcome | undefined) {
  if (outcome?.kind !== 'changed') assert.fail(`not changed: ${JSON.stringify(outcome)}`)
  return outcome
}
const refusalOf = (outcome: ChangeOutcome | undefined): string | undefined =>
  outcome?.kind === 'refused' ? outcome.refusal.kind : outcome?.kind

test('a dossier is submitted and accepted, and its row is the fold of its events', async () => {
  const spine = aSpine()
  const id = anId()
  assert.equal(changed(await spine.change(submit(id))).state, 'submitted')
  const answer = changed(await spine.change(accept(id)))
  assert.match(answer.code ?? '', /^H20\.15-240314-\d{4}$/)
  const events = await listEvents(database.pool, id)
  assert.deepEqual(
    events.map((event) => [event.number, event.event.type, event.actor]),
    [
      [1, 'submitted', 'officer:clerk'],
      [2, 'accepted', 'officer:clerk'],
    ],
  )
  assert.deepEqual(await findDossier(database.pool, id), JSON.parse(JSON.stringify(foldDossier(id, events))))
})

test('each event carries the hash of its predecessor, so that an altered one would show', async () => {
  const spine = aSpine()
  const id = anId()
  await spine.changeAll([submit(id), accept(id), { ...accept(id), command: COMMANDS.forward }])
  let previous: Buffer = NO_HASH
  for (const event of await listEvents(database.pool, id)) {
    const { dossier, number, at, actor, payload } = event
    assert.deepEqual(event.previousHash, previous)
    assert.deepEqual(event.hash, eventHash({ previous, dossier, number, at, type: event.event.type, actor, payload }))
    previous = event.hash
  }
  const { rows } = await database.pool.query<{ last_hash: Buffer }>('select last_hash from dossier where id = $1', [id])
  assert.deepEqual(rows[0]?.last_hash, previous)
})

test('of fifty dossiers approved together, one refusal stops none of the others', async () => {
  const spine = aSpine()
  const ids = Array.from({ length: 50 }, anId)
  await spine.changeAll(ids.filter((_, index) => index !== 20).map((id) => submit(id)))
  const outcomes = await spine.changeAll(ids.map((id) => accept(id)))
  assert.equal(refusalOf(outcomes[20]), 'dossier-unknown')
  assert.equal(outcomes.filter((outcome) => outcome.kind === 'changed').length, 49)
  const codes = outcomes.flatMap((outcome) => (outcome.kind === 'changed' ? [outcome.code] : []))
  assert.equal(new Set(codes).size, 49)
})

test('codes of a unit and day have no gap and are never given twice, also from several processes', async () => {
  now = parseInstant('2024-03-15T08:00')
  const spines = [aSpine({ batchSize: 7 }), aSpine({ batchSize: 5 }), aSpine()]
  const ids = Array.from({ length: 120 }, anId)
  const spineOf = (index: number): Spine => spines[index % 3] ?? assert.fail()
  await Promise.all(ids.map((id, index) => spineOf(index).change(submit(id))))
  const outcomes = await Promise.all(ids.map((id, index) => spineOf(index + 1).change(accept(id))))
  const serials = outcomes.map((outcome) => Number(changed(outcome).code?.split('-')[2])).sort((a, b) => a - b)
  assert.deepEqual(
    serials,
    Array.from({ length: 120 }, (_, index) => index + 1),
  )
})

test('two officers at once: the second is told that the dossier has moved on, and nothing is overwritten', async () => {
  const [first, second] = [aSpine(), aSpine()]
  const id = anId()
  await first.change(submit(id))
  const outcomes = await Promise.all([
    first.change({ ...accept(id), expectedVersion: 1 }),
    second.change({ ...accept(id), expectedVersion: 1, command: COMMANDS.decline }),
  ])
  assert.deepEqual(outcomes.map(refusalOf).sort(), ['changed', 'version-stale'])
  assert.equal((await listEvents(database.pool, id)).length, 2)
})

test('the same request twice gets the first answer again', async () => {
  const spine = aSpine()
  const id = anId()
  await spine.change(submit(id, { key: 'nop' }))
  const first = changed(await spine.change(accept(id, { key: 'tiep-nhan' })))
  await spine.change({ ...accept(id), command: COMMANDS.forward })
  const again = changed(await aSpine().change(accept(id, { key: 'tiep-nhan' })))
  assert.deepEqual(again, { ...first, repeated: true })
  assert.equal((await listEvents(database.pool, id)).length, 3)
})

test('the same request twice in one batch is done once', async () => {
  const spine = aSpine()
  const id = anId()
  const outcomes = await spine.changeAll([submit(id), accept(id, { key: 'a' }), accept(id, { key: 'a' })])
  assert.deepEqual(changed(outcomes[2]), { ...changed(outcomes[1]), repeated: true })
})

test('a dossier filed twice at the same moment by two processes is filed once', async () => {
  const id = anId()
  const spines = Array.from({ length: 4 }, () => aSpine())
  const outcomes = await Promise.all(spines.map((spine) => spine.change(submit(id, { key: 'cung-mot-lan' }))))
  assert.equal(outcomes.filter((outcome) => changed(outcome).repeated).length, 3)
  assert.equal((await listEvents(database.pool, id)).length, 1)
})

test('a stranger learns nothing of a dossier and changes nothing', async () => {
  const spine = aSpine()
  const id = anId()
  await spine.change({ ...submit(id), actor: CITIZEN, command: { action: 'submit', content: aContent() } })
  const withdrawn = (dossier: typeof id) =>
    spine.change({ ...accept(dossier), actor: STRANGER, command: COMMANDS.withdraw })
  assert.deepEqual(
    [refusalOf(await withdrawn(id)), refusalOf(await withdrawn(anId()))],
    ['dossier-unknown', 'dossier-unknown'],
  )
})

test('a value that the database will not take fails its own request only', async () => {
  const spine = aSpine()
  const [good, bad] = [anId(), dossierId('không phải uuid')]
  const outcomes = await Promise.allSettled([spine.change(submit(good)), spine.change(submit(bad))])
  assert.deepEqual(
    outcomes.map((outcome) => outcome.status),
    ['fulfilled', 'rejected'],
  )
  assert.equal((await listEvents(database.pool, good)).length, 1)
})

test('time never runs backwards within a dossier, even when the clock of a server does', async () => {
  const spine = aSpine()
  const id = anId()
  now = parseInstant('2024-03-18T10:00')
  await spine.change(submit(id))
  now = instant(now - 3_600_000)
  await spine.change(accept(id))
  const events = await listEvents(database.pool, id)
  assert.deepEqual(
    events.map((event) => event.at),
    [parseInstant('2024-03-18T10:00'), parseInstant('2024-03-18T10:00')],
  )
})
