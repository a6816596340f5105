import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { localDate } from '@motcua/core/kernel/instant.ts'
import { findScope } from '@motcua/core/report/report.ts'
import { rollUp } from '../projection/projection.ts'
import { publishReport } from '../published-report/published-report.ts'
import { replayScenario } from '../replay/replay.ts'
import { loadShippedRulebook } from '../rulebook/rulebook.ts'
import { createServices, type Services } from '../services.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { smallScenario } from '../testing/small-scenario.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { type CheckDifference, checkAll } from './check.ts'

const DATA = fileURLToPath(new URL('../../../data/', import.meta.url))
const silent = (): void => undefined

let clone: ClonedDatabase
let services: Services

before(async () => {
  clone = await cloneDatabase()
  const rulebook = await loadShippedRulebook(DATA)
  services = await createServices({
    databaseUrl: clone.url,
    dataDir: temporaryFolder('check'),
    rulebook,
  })
  await replayScenario({ scenario: smallScenario(), seed: 3, services, progress: silent })
})

after(async () => {
  await services.close()
  await clone.drop()
})

const findDifferences = async (): Promise<readonly CheckDifference[]> =>
  (await checkAll({ services, period: null, scope: null, progress: silent })).differences

/** What somebody with the keys of the database could do; undone afterwards. */
async function tamper(
  statements: readonly string[],
  look: (differences: readonly CheckDifference[]) => void,
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
  const recount = async (form: string): Promise<readonly CheckDifference[]> =>
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

test('a running total that is gone, was altered or speaks of another cell is found, in days, months and balances', async () => {
  const { pool } = services
  await rollUp(pool, { name: 'dossiers', to: localDate('2024-04-01'), step: 'month' })
  assert.deepEqual(await findDifferences(), [])
  const anyOf = (grain: string): string => `grain = '${grain}' and ctid = (
    select ctid from fact_rollup where grain = '${grain}' order by span_on desc, cell_id, source limit 1)`
  const changes = ['day', 'month', 'balance'].map((grain) => [grain, `delete from fact_rollup where ${anyOf(grain)}`])
  const altered = ['day', 'month', 'balance'].map((grain) => [
    grain,
    `update fact_rollup set change = change + 1000 where ${anyOf(grain)}`,
  ])
  const swapped = `update fact_cell set finish = 'late' where id = (
    select c.id from fact_cell c join fact_rollup r on r.cell_id = c.id where c.finish = 'early' order by c.id limit 1)`
  await pool.query('create table saved_rollup as select * from fact_rollup')
  for (const [grain = '', statement = ''] of [...changes, ...altered, ['day', swapped]]) {
    await pool.query('create table saved_cell as select id, finish from fact_cell')
    await pool.query(statement)
    const found = await findDifferences()
    await pool.query('delete from fact_rollup')
    await pool.query('insert into fact_rollup overriding system value select * from saved_rollup')
    await pool.query('update fact_cell c set finish = s.finish from saved_cell s where s.id = c.id')
    await pool.query('drop table saved_cell')
    const span = { day: 'ngày', month: 'tháng', balance: 'trước ngày' }[grain]
    assert.ok(
      found.some(({ what }) => what.startsWith(`số cộng dồn ${span} `)),
      `${statement}: ${JSON.stringify(found.slice(0, 3))}`,
    )
  }
  await pool.query('drop table saved_rollup')
  assert.deepEqual(await findDifferences(), [])
})

test('a published report that somebody altered is found, also where it cannot be read any more', async () => {
  const scope = findScope('all', services.rulebook())
  assert.ok(scope !== undefined)
  const { period } = smallScenario()
  const tables = [{ form: 'II.06a', by: 'field' as const }]
  const by = { kind: 'system', name: 'thử' } as const
  await publishReport(services, {
    ...{ scope, period, asOf: null, corrections: false, tables, title: 'Tháng thử', by, document: null },
  })
  assert.deepEqual(await findDifferences(), [])
  const tampering = [
    "title = 'Tháng khác'",
    `content = replace(content, '"receivedTotal":300', '"receivedTotal":301')`,
    "content = '{'",
  ]
  await services.pool.query('alter table published_report disable trigger all')
  const kept = await services.pool.query('select title, content from published_report where number = 1')
  for (const change of tampering) {
    await services.pool.query(`update published_report set ${change}`)
    const found = await findDifferences()
    assert.deepEqual(
      [...new Set(found.map(({ kind, what }) => `${kind} ${what}`))],
      ['publication báo cáo công bố số 1'],
      change,
    )
    await services.pool.query('update published_report set title = $1, content = $2', Object.values(kept.rows[0]))
  }
  await services.pool.query('alter table published_report enable trigger all')
  assert.deepEqual(await findDifferences(), [])
})
