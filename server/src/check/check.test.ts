import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { replayScenario } from '../replay/replay.ts'
import { loadShippedRulebook } from '../rulebook/rulebook.ts'
import { createServices, type Services } from '../services.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { smallScenario } from '../testing/small-scenario.ts'
import { checkAll, type Difference } from './check.ts'

const DATA = fileURLToPath(new URL('../../../data/', import.meta.url))
const silent = (): void => undefined

let clone: ClonedDatabase
let services: Services

before(async () => {
  clone = await cloneDatabase()
  const rulebook = await loadShippedRulebook(DATA)
  services = await createServices({
    databaseUrl: clone.url,
    dataDir: mkdtempSync(join(tmpdir(), 'motcua-check-')),
    rulebook,
  })
  await replayScenario({ scenario: smallScenario(), seed: 3, services, progress: silent })
})

after(async () => {
  await services.close()
  await clone.drop()
})

const findDifferences = async (): Promise<readonly Difference[]> =>
  (await checkAll({ services, period: null, scope: null, progress: silent })).differences

/** What somebody with the keys of the database could do; undone afterwards. */
async function tamper(
  statements: readonly string[],
  look: (differences: readonly Difference[]) => void,
): Promise<void> {
  const saved = ['dossier', 'dossier_event', 'dossier_fact']
  for (const table of saved) await services.pool.query(`create table saved_${table} as select * from ${table}`)
  await services.pool.query('alter table dossier_event disable trigger all')
  try {
    for (const statement of statements) await services.pool.query(statement)
    look(await findDifferences())
  } finally {
    for (const table of saved) await restore(services.pool, table)
    await services.pool.query('alter table dossier_event enable trigger all')
  }
  assert.deepEqual(await findDifferences(), [])
}

async function restore(pool: pg.Pool, table: string): Promise<void> {
  const overriding = table === 'dossier_event' ? 'overriding system value' : ''
  await pool.query(`delete from ${table}`)
  await pool.query(`insert into ${table} ${overriding} select * from saved_${table}`)
  await pool.query(`drop table saved_${table}`)
}

test('any form is counted again from the events and by DuckDB, and a damaged fact shows in its figures', async () => {
  const { period } = smallScenario()
  const recount = async (form: string): Promise<readonly Difference[]> =>
    (await checkAll({ services, period, scope: null, form, progress: silent })).differences
  for (const { id } of services.rulebook().formsAt(period.to)) assert.deepEqual(await recount(id), [], id)
  const damage = (change: string): Promise<unknown> =>
    services.pool.query(`update dossier_fact set supplements = supplements ${change}`)
  await damage('+ 1')
  const found = await recount('bo-sung-tra-lai')
  await damage('- 1')
  assert.ok(
    found.some(({ kind, what, reason }) => kind === 'report' && /supplemented$/.test(what) && /sự kiện/.test(reason)),
  )
})

test('a sample looks at so many dossiers, and no more', async () => {
  const looked = await checkAll({ services, period: null, scope: null, sample: 30, progress: silent })
  assert.deepEqual([looked.dossiers, looked.differences], [30, []])
  const flip = 'update dossier_fact set certified_copy = not certified_copy'
  await services.pool.query(flip)
  const { differences } = await checkAll({ services, period: null, scope: null, sample: 30, progress: silent })
  await services.pool.query(flip)
  assert.ok(differences.filter(({ what }) => what.endsWith('.certified_copy')).length >= 30)
})

const ONE_RESOLVED = `(select dossier_id from dossier_event where type = 'resolved' order by dossier_id limit 1)`

test('an event whose content was altered is found, and so is what was counted from it', async () => {
  const forge = `update dossier_event set payload = replace(payload::text, '"finish":"early"', '"finish":"late"')::json
    where type = 'resolved' and dossier_id = (select dossier_id from dossier_fact where finish = 'early' order by dossier_id limit 1)`
  await tamper([forge], (differences) => {
    assert.ok(differences.some(({ kind, what }) => kind === 'event' && what.endsWith('.hash')))
    assert.ok(differences.some(({ kind }) => kind === 'fact'))
    assert.ok(differences.some(({ kind, what }) => kind === 'report' && what.endsWith('resolvedLate')))
  })
})

test('an event that was removed is found, in the middle and at the end', async () => {
  await tamper([`delete from dossier_event where dossier_id = ${ONE_RESOLVED} and number = 3`], (differences) => {
    assert.ok(differences.some(({ kind, what }) => kind === 'event' && what === 'events[3].previousHash'))
    assert.ok(differences.some(({ kind, what }) => kind === 'event' && what === 'events[3].number'))
  })
  const last = `delete from dossier_event e where dossier_id = ${ONE_RESOLVED}
    and number = (select max(number) from dossier_event l where l.dossier_id = e.dossier_id)`
  await tamper([last], (differences) => {
    assert.ok(differences.some(({ what }) => what === 'row.last_hash'))
    assert.ok(differences.some(({ what }) => what === 'row.version'))
  })
})

test('a dossier row that was altered is found, column by column', async () => {
  const forge = `update dossier set due_at = due_at + interval '3 days', applicant_name = 'Người khác'
    where id = (select id from dossier where due_at is not null order by id limit 1)`
  await tamper([forge], (differences) => {
    assert.deepEqual(differences.map(({ kind, what }) => [kind, what]).toSorted(), [
      ['row', 'row.applicant_name'],
      ['row', 'row.due_at'],
    ])
  })
})

test('a dossier row that is gone, and one that nothing made, are found', async () => {
  await tamper([`delete from dossier where id = ${ONE_RESOLVED}`], (differences) => {
    assert.deepEqual(
      differences.map(({ what }) => what),
      ['row'],
    )
  })
  await tamper([`delete from dossier_event where dossier_id = ${ONE_RESOLVED}`], (differences) => {
    assert.ok(differences.some(({ kind, what }) => kind === 'event' && what === 'events'))
  })
})

test('a fact that was altered is found, and so is the report that counts it', async () => {
  const forge = `update dossier_fact set finish = 'onTime'
    where dossier_id = (select dossier_id from dossier_fact where finish = 'late' order by dossier_id limit 1) and finish is not null`
  await tamper([forge], (differences) => {
    assert.ok(differences.some(({ kind, what }) => kind === 'fact' && what.endsWith('.finish')))
    const cells = differences.filter(({ kind }) => kind === 'report').map(({ what }) => what.split(', ').at(-1))
    assert.deepEqual([...new Set(cells)].toSorted(), ['resolvedEarlyOrOnTime', 'resolvedLate', 'resolvedOnTime'])
  })
})
