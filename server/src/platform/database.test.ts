import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { type Database, isDatabaseDown, openDatabase, withTransaction } from './database.ts'

let clone: ClonedDatabase
let database: Database

before(async () => {
  clone = await cloneDatabase()
  database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
})
after(async () => {
  await database.close()
  await clone.drop()
})

test('instants come as milliseconds, days as text, large numbers as numbers', async () => {
  const { rows } = await database.pool.query(`
    select '2024-03-15 09:12:00.123+07'::timestamptz as at, '1890-01-01 00:00+07'::timestamptz as long_ago,
      'infinity'::timestamptz as never_ends, '2024-03-15'::date as day, 9007199254740991::int8 as largest,
      array['2024-03-15 00:00+07'::timestamptz, null] as instants, array[1, null]::int8[] as numbers, '{}'::int8[] as nothing,
      array['2024-03-15']::date[] as days, '5'::xid8 as transaction, '{"a": 1}'::json as document`)
  assert.deepEqual(rows, [
    {
      at: Date.parse('2024-03-15T09:12:00.123+07:00'),
      long_ago: Date.parse('1890-01-01T00:00:00+07:00'),
      never_ends: Number.POSITIVE_INFINITY,
      day: '2024-03-15',
      largest: Number.MAX_SAFE_INTEGER,
      instants: [Date.parse('2024-03-15T00:00:00+07:00'), null],
      numbers: [1, null],
      nothing: [],
      days: ['2024-03-15'],
      transaction: '5',
      document: { a: 1 },
    },
  ])
})

test('a number that would lose digits is an error, not a wrong number', async () => {
  await assert.rejects(database.pool.query('select 9007199254740993::int8'), RangeError)
})

test('the day of an instant is the Vietnamese day', async () => {
  const { rows } = await database.pool.query(`select '2024-03-14T18:00Z'::timestamptz::date as day`)
  assert.deepEqual(rows, [{ day: '2024-03-15' }])
})

test('Vietnamese letters change their case, stand in their order, and are found when folded', async () => {
  const { rows } = await database.pool.query(`
    select upper('đường ướt') as upper, lower('ĐƯỜNG') as lower, cardinality(show_trgm('uot')) as trigrams,
      (select string_agg(word, ' ' order by word collate "vi-x-icu") from unnest(array['đa', 'dân', 'ăn', 'ao', 'áo']) word) as sorted`)
  assert.deepEqual(rows, [{ upper: 'ĐƯỜNG ƯỚT', lower: 'đường', trigrams: 4, sorted: 'ao áo ăn dân đa' }])
})

test('a transaction is kept when its work returns and undone when it throws', async () => {
  await database.pool.query('create table kept (id integer)')
  const answer = await withTransaction(database.pool, async (tx) => {
    await tx.query('insert into kept values (1)')
    return 'done'
  })
  const failing = withTransaction(database.pool, async (tx) => {
    await tx.query('insert into kept values (2)')
    throw new Error('no')
  })
  await assert.rejects(failing, /^Error: no$/)
  const { rows } = await database.pool.query('select id from kept')
  assert.deepEqual([answer, rows], ['done', [{ id: 1 }]])
})

test('a statement that takes too long is cut off where a pool says so', async () => {
  const pool = database.createPool({ name: 'motcua-impatient', statementTimeoutMs: 50 })
  await assert.rejects(pool.query('select pg_sleep(5)'), { code: '57014' })
  const { rows } = await pool.query(`select current_setting('application_name') as name`)
  assert.deepEqual(rows, [{ name: 'motcua-impatient' }])
})

test('connections cut by the server are told as a database that is down, and the next query works', async () => {
  const cutting = withTransaction(database.pool, async (tx) => {
    const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
    await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await tx.query('select 1')
  })
  await assert.rejects(cutting, isDatabaseDown)
  const { rows } = await database.pool.query('select 1 as one')
  assert.deepEqual(rows, [{ one: 1 }])
})

test('a database that does not answer is down; a wrong statement is not', async () => {
  const nowhere = await openDatabase({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/nothing', dataDir: '' })
  await assert.rejects(nowhere.pool.query('select 1'), isDatabaseDown)
  await nowhere.close()
  await assert.rejects(database.pool.query('select nonsense'), (error) => !isDatabaseDown(error))
})
