import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Database, isDatabaseDown, openDatabase } from './database.ts'
import { isRunning } from './file-lock.ts'

const AS_ROOT = process.getuid?.() === 0
const folders: string[] = []

after(() => {
  for (const folder of folders.toReversed()) {
    const home = join(folder, 'pg')
    if (existsSync(home)) rmSync(realpathSync(home), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A data folder of its own; `mode` as `mkdtemp` leaves it is closed to everybody else. */
function aDataFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-embedded-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

const open = (dataDir: string, log?: (line: string) => void): Promise<Database> =>
  openDatabase({ databaseUrl: null, dataDir, ...(log === undefined ? {} : { log }) })

const postmasterOf = (dataDir: string): number | null => {
  const file = join(dataDir, 'pg', 'cluster', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

async function ask(database: Database): Promise<unknown> {
  const { rows } = await database.pool.query<{ one: number }>('select 1 as one')
  return rows[0]?.one
}

/** Another process that opens the same folder, says so, and stays until it is killed or told to leave. */
async function anotherProcess(dataDir: string): Promise<ChildProcess> {
  const source = `
    import { openDatabase } from ${JSON.stringify(fileURLToPath(new URL('database.ts', import.meta.url)))}
    const database = await openDatabase({ databaseUrl: null, dataDir: ${JSON.stringify(dataDir)} })
    await database.pool.query('select 1')
    process.stdout.write('open')
    process.stdin.once('data', async () => { await database.close(); process.exit(0) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  return child
}

const ended = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve))

test('an empty folder becomes a database, and the last to leave stops the server', async () => {
  const dataDir = aDataFolder()
  const said: string[] = []
  const first = await open(dataDir, (line) => said.push(line))
  await first.pool.query('create table kept (id integer)')
  await first.close()
  assert.equal(postmasterOf(dataDir), null)
  const second = await open(dataDir, (line) => said.push(line))
  assert.equal((await second.pool.query('select from kept')).rowCount, 0)
  await second.close()
  assert.equal(said.length, 1)
})

test('two processes share one server, and whoever leaves first leaves it running', async () => {
  const dataDir = aDataFolder()
  const other = await anotherProcess(dataDir)
  const ours = await open(dataDir)
  const server = postmasterOf(dataDir)
  other.stdin?.write('leave')
  await ended(other)
  assert.equal(postmasterOf(dataDir), server)
  assert.equal(await ask(ours), 1)
  await ours.close()
  assert.equal(postmasterOf(dataDir), null)
})

test('processes that start at the same moment agree on one server', async () => {
  const dataDir = aDataFolder()
  const others = await Promise.all([anotherProcess(dataDir), anotherProcess(dataDir), anotherProcess(dataDir)])
  for (const other of others) other.stdin?.write('leave')
  await Promise.all(others.map(ended))
  assert.equal(postmasterOf(dataDir), null)
})

test('a process killed with -9 leaves the server to the next one', async () => {
  const dataDir = aDataFolder()
  const other = await anotherProcess(dataDir)
  const server = postmasterOf(dataDir)
  other.kill('SIGKILL')
  await ended(other)
  const ours = await open(dataDir)
  assert.equal(postmasterOf(dataDir), server)
  assert.equal(await ask(ours), 1)
  await ours.close()
  assert.equal(postmasterOf(dataDir), null)
})

test('a server killed with -9 is started again by the next query, and what was committed is there', async () => {
  const dataDir = aDataFolder()
  const database = await open(dataDir)
  await database.pool.query('create table kept (id integer); insert into kept values (1), (2)')
  for (let round = 0; round < 2; round++) {
    const server = postmasterOf(dataDir)
    assert.ok(server !== null && isRunning(server))
    process.kill(server, 'SIGKILL')
    while (isRunning(server)) await sleep(10)
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => ask(database)))
    for (const answer of answers)
      assert.ok(answer.status === 'fulfilled' || isDatabaseDown(answer.reason), String(answer))
    assert.equal(await ask(database), 1)
  }
  assert.deepEqual((await database.pool.query('select count(*) as rows from kept')).rows, [{ rows: 2 }])
  await database.close()
  assert.equal(postmasterOf(dataDir), null)
})

test('server and process killed together leave nothing that stops the next start', async () => {
  const dataDir = aDataFolder()
  const other = await anotherProcess(dataDir)
  const server = postmasterOf(dataDir)
  assert.ok(server !== null)
  process.kill(server, 'SIGKILL')
  other.kill('SIGKILL')
  await ended(other)
  const ours = await open(dataDir)
  assert.equal(await ask(ours), 1)
  await ours.close()
})

test('started by root below a folder closed to others, the database lies elsewhere and says so', {
  skip: !AS_ROOT,
}, async () => {
  const dataDir = join(aDataFolder(0o700), 'var')
  folders.push(dataDir)
  mkdirSync(dataDir)
  const said: string[] = []
  const database = await open(dataDir, (line) => said.push(line))
  assert.equal(await ask(database), 1)
  await database.close()
  const home = join(dataDir, 'pg')
  assert.ok(lstatSync(home).isSymbolicLink())
  assert.match(said.join('\n'), new RegExp(realpathSync(home)))
})

test('a link to a database that is gone is refused instead of starting empty', async () => {
  const dataDir = aDataFolder()
  symlinkSync(join(dataDir, 'nowhere'), join(dataDir, 'pg'))
  await assert.rejects(open(dataDir), /Không tìm thấy cơ sở dữ liệu/)
  assert.equal(existsSync(join(dataDir, 'nowhere')), false)
})

test('nobody but the owner can reach the server', async () => {
  const dataDir = aDataFolder()
  const database = await open(dataDir)
  const { rows } = await database.pool.query(`select name, setting from pg_settings where name = 'listen_addresses'`)
  const mode = (...path: readonly string[]): number => lstatSync(join(dataDir, 'pg', ...path)).mode & 0o777
  await database.close()
  assert.deepEqual(rows, [{ name: 'listen_addresses', setting: process.platform === 'win32' ? '127.0.0.1' : '' }])
  assert.deepEqual([mode('connection.json'), mode('cluster')], [0o600, 0o700])
})

test('a large query may be shared among several processes of the server', async () => {
  const database = await open(aDataFolder())
  try {
    const client = await database.pool.connect()
    await client.query("set debug_parallel_query = 'on'")
    const counted = await client.query<{ count: number }>('select count(*) from pg_class')
    client.release(true)
    assert.ok((counted.rows[0]?.count ?? 0) > 0)
  } finally {
    await database.close()
  }
})
