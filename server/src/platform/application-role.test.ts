import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type pg from 'pg'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { type Database, openDatabase } from './database.ts'

let clone: ClonedDatabase
let database: Database
let application: pg.Pool

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
  application = database.createPool({ name: 'application', asApplication: true })
})

after(async () => {
  await database.close()
  await clone.drop()
})

const ADD_EVENT = `insert into dossier_event (dossier_id, number, at, type, actor, payload, previous_hash, hash)
  values (gen_random_uuid(), 1, now(), 'submitted', 'system:test', '{}', '', '')`

test('the application adds events', async () => {
  const { rows } = await application.query<{ role: string }>('select current_user as role')
  assert.equal(rows[0]?.role, 'motcua_app')
  await application.query(ADD_EVENT)
})

test('the application can neither alter nor remove an event, not even by going to the partition', async () => {
  for (const statement of [
    "update dossier_event set actor = 'somebody else'",
    'delete from dossier_event',
    'truncate dossier_event',
    "update dossier_event_2026 set actor = 'somebody else'",
    'delete from dossier_event_2026',
  ]) {
    await assert.rejects(application.query(statement), /permission denied/, statement)
  }
})

test('even the owner of the database is refused an altered event', async () => {
  await application.query(ADD_EVENT)
  await assert.rejects(database.pool.query("update dossier_event set actor = 'somebody else'"), /append only/)
})
