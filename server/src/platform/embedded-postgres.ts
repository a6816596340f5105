import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { locateBinaries, runBinary, serverUser, type UnixUser } from './embedded-binaries.ts'
import { type EmbeddedHome, makeFolderFor, openHome, readSecrets, writeSecrets } from './embedded-home.ts'
import { errorCode, isRunning, withFileLock } from './file-lock.ts'
import { memorySettings } from './memory-settings.ts'

const OWNER = 'motcua'
const SOCKET_PORT = 5432
/** After a crash the server replays its log and waits for the old processes to be gone: give it a while. */
const START_PATIENCE_MS = 300_000

/** What a client needs to connect. `host` is a folder where a Unix socket is used. */
export type Endpoint = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

export type EmbeddedSettings = {
  readonly dataDir: string
  readonly log: (line: string) => void
  /** Settings of postgresql.conf beside our own; take effect when the server starts. */
  readonly serverSettings?: Readonly<Record<string, string>>
}

/** A PostgreSQL that lies in a data folder, shared by every process that opens that folder. */
export type EmbeddedPostgres = {
  /** Starts the server unless it runs, here or by another process, and says where it listens. */
  readonly ensureRunning: () => Promise<Endpoint>
  /** Lets go of the server; the last process to do so stops it. */
  readonly close: () => Promise<void>
}

/** The embedded server does not come up; its log says why. */
export class DatabaseNotStarted extends Error {}

type Installation = {
  readonly home: EmbeddedHome
  readonly user: UnixUser | null
  readonly bin: string
  readonly settings: EmbeddedSettings
}

export function openEmbeddedPostgres(settings: EmbeddedSettings): EmbeddedPostgres {
  const user = serverUser()
  const installation = {
    home: openHome(settings.dataDir, user),
    user,
    bin: join(locateBinaries(user), 'bin'),
    settings,
  }
  if (installation.home.movedBecause !== null) {
    settings.log(`Cơ sở dữ liệu nằm ở ${installation.home.home}, vì ${installation.home.movedBecause}.`)
  }
  return keepRunning(installation)
}

function keepRunning(installation: Installation): EmbeddedPostgres {
  let keeper: { readonly client: pg.Client; readonly endpoint: Endpoint } | null = null
  let starting: Promise<Endpoint> | null = null

  // The keeper is one idle connection for as long as we use the server: by it the others see that we are still in.
  async function start(): Promise<Endpoint> {
    return withFileLock(installation.home.lock, async () => {
      const endpoint = await startServer(installation)
      const client = await connectPatiently(endpoint)
      const held = { client, endpoint }
      client.on('error', () => {
        if (keeper === held) keeper = null
      })
      keeper = held
      return endpoint
    })
  }

  return {
    ensureRunning: async () => {
      if (keeper !== null && (await answers(keeper.endpoint))) return keeper.endpoint
      starting ??= start().finally(() => {
        starting = null
      })
      return starting
    },
    close: async () => {
      await starting?.catch(() => undefined)
      if (keeper === null) return
      const { client } = keeper
      keeper = null
      await withFileLock(installation.home.lock, () => leave(installation, client))
    },
  }
}

async function leave(installation: Installation, client: pg.Client): Promise<void> {
  const others = await countOthers(client)
  await client.end().catch(() => undefined)
  if (others !== 0) return
  await runBinary(
    join(installation.bin, 'pg_ctl'),
    ['stop', '-D', installation.home.cluster, '-m', 'fast', '-w'],
    installation.user,
  )
}

/** Our own pools are closed by now, but their processes take a moment to leave the list. */
async function countOthers(client: pg.Client): Promise<number | null> {
  try {
    for (let round = 0; ; round++) {
      const { rows } = await client.query<{ others: string }>(
        `select count(*) as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      )
      const others = Number(rows[0]?.others)
      if (others === 0 || round === 5) return others
      await sleep(20)
    }
  } catch {
    // The server is gone already: nothing to stop.
    return null
  }
}

async function startServer(installation: Installation): Promise<Endpoint> {
  const { home, settings } = installation
  await initialise(installation)
  const secrets = readSecrets(home)
  if (secrets === null) throw new Error(`connection.json is missing in ${home.home}`)
  if (await answers(endpointOf(home, secrets))) return endpointOf(home, secrets)
  const port = home.socketFolder === null ? await freePort(secrets.port) : SOCKET_PORT
  if (port !== secrets.port) writeSecrets(home, { ...secrets, port })
  writeFileSync(join(home.cluster, 'motcua.conf'), serverConfiguration(home, port, settings.serverSettings), {
    mode: 0o644,
  })
  await startPatiently(installation)
  return endpointOf(home, { ...secrets, port })
}

async function startPatiently(installation: Installation): Promise<void> {
  const { home, bin, user } = installation
  const giveUpAt = Date.now() + START_PATIENCE_MS
  const args = ['start', '-D', home.cluster, '-l', join(home.cluster, 'server.log'), '-w', '-t', '60', '-s']
  for (;;) {
    removeStalePid(home.cluster)
    try {
      return await runBinary(join(bin, 'pg_ctl'), args, user)
    } catch (cause) {
      // After kill -9 the old server's processes hold its shared memory for a moment, and the first start fails.
      if (Date.now() > giveUpAt) {
        throw new DatabaseNotStarted(
          `Không khởi động được cơ sở dữ liệu ở ${home.cluster}. Hãy xem ${join(home.cluster, 'server.log')}.`,
          { cause },
        )
      }
      await sleep(200)
    }
  }
}

/** The server removes a stale pid file by itself, except when the dead process is not reaped or its id is in use again. */
function removeStalePid(cluster: string): void {
  const path = join(cluster, 'postmaster.pid')
  if (!existsSync(path)) return
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0])
  if (isRunning(pid) && commandOf(pid).includes('postgres')) return
  rmSync(path, { force: true })
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return 'postgres, as far as can be seen'
  }
}

async function initialise(installation: Installation): Promise<void> {
  const { home, user, bin, settings } = installation
  if (existsSync(join(home.cluster, 'PG_VERSION')) && readSecrets(home) !== null) return
  settings.log(`Đang tạo cơ sở dữ liệu PostgreSQL ở ${home.home}`)
  const unfinished = `${home.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  makeFolderFor(unfinished, user)
  const password = randomBytes(24).toString('base64url')
  await withPasswordFile(password, user, (file) =>
    runBinary(join(bin, 'initdb'), [...INITDB, '-D', unfinished, `--pwfile=${file}`], user),
  )
  const configuration = join(unfinished, 'postgresql.conf')
  writeFileSync(configuration, `${readFileSync(configuration, 'utf8')}\ninclude_if_exists = 'motcua.conf'\n`)
  writeSecrets(home, { password, port: 0 })
  renameSync(unfinished, home.cluster)
}

/**
 * Built-in C.UTF-8 needs no locale of the machine, knows Đ Ư Ơ, and compares fast; lists are ordered by "vi-x-icu" where
 * people see them. pg_trgm still asks the C library, which knows ASCII letters alone: columns for searching are folded.
 */
const INITDB = [
  `--username=${OWNER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--text-search-config=simple',
]

async function withPasswordFile(
  password: string,
  user: UnixUser | null,
  work: (file: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-initdb-'))
  try {
    makeFolderFor(folder, user)
    writeFileSync(join(folder, 'password'), password, { mode: 0o644 })
    await work(join(folder, 'password'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function serverConfiguration(home: EmbeddedHome, port: number, more: Readonly<Record<string, string>> = {}): string {
  const settings: Record<string, string> = {
    listen_addresses: home.socketFolder === null ? '127.0.0.1' : '',
    unix_socket_directories: home.socketFolder ?? '',
    unix_socket_permissions: '0700',
    port: String(port),
    max_connections: '200',
    ...memorySettings(Math.min(totalmem(), process.constrainedMemory() || Infinity)),
    work_mem: '16MB',
    // After each checkpoint every page is written whole once more: at full load twice a minute with the usual 1 GB.
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    log_checkpoints: 'off',
    // initdb writes its own value with the schema twice, which no parallel worker can take over.
    default_text_search_config: 'pg_catalog.simple',
    ...more,
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('')
}

const endpointOf = (home: EmbeddedHome, secrets: { readonly password: string; readonly port: number }): Endpoint => ({
  host: home.socketFolder ?? '127.0.0.1',
  port: secrets.port,
  user: OWNER,
  password: secrets.password,
})

/** Whether something listens there; says nothing about how far it has come with starting. */
function answers(endpoint: Endpoint): Promise<boolean> {
  if (endpoint.port === 0) return Promise.resolve(false)
  return new Promise((resolve) => {
    const socket = endpoint.host.startsWith('/')
      ? createConnection(join(endpoint.host, `.s.PGSQL.${endpoint.port}`))
      : createConnection(endpoint.port, endpoint.host)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** The remembered port if it is still free, else one that the operating system picks. */
async function freePort(remembered: number): Promise<number> {
  return (await tryPort(remembered)) ?? (await tryPort(0)) ?? remembered
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null))
    })
  })
}

/** A server that was started by another process, or restarts after a crash, refuses connections until it is consistent. */
async function connectPatiently(endpoint: Endpoint): Promise<pg.Client> {
  const giveUpAt = Date.now() + START_PATIENCE_MS
  for (;;) {
    const client = new pg.Client({ ...endpoint, database: 'postgres', application_name: 'motcua-keeper' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch (error) {
      if (errorCode(error) !== '57P03' || Date.now() > giveUpAt) throw error
      await sleep(50)
    }
  }
}
