import pg from 'pg'
import { DATABASE_TYPES } from './database-values.ts'
import { DatabaseNotStarted, type Endpoint, openEmbeddedPostgres } from './embedded-postgres.ts'
import { errorCode } from './file-lock.ts'

export { DataFolderRefused } from './embedded-home.ts'

const DATABASE_NAME = 'motcua'
/** Dates that SQL derives from instants are Vietnamese dates, on any server. */
const SESSION_TIME_ZONE = 'Asia/Ho_Chi_Minh'
const CONNECT_PATIENCE_MS = 5_000

/** Power to read. A pool is one, and so is a transaction. */
export type Db = Pick<pg.Pool, 'query'>

declare const inTransaction: unique symbol
/** Power to write: only `withTransaction` hands it out. */
export type Tx = Db & { readonly [inTransaction]: true }

export type DatabaseSettings = {
  /** Any PostgreSQL from 15 on; null runs the embedded one below `dataDir`. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly log?: (line: string) => void
  /** For the embedded server only, as in postgresql.conf. */
  readonly serverSettings?: Readonly<Record<string, string>>
}

export type PoolOptions = {
  /** Shown by PostgreSQL in its list of connections. */
  readonly name: string
  readonly max?: number
  readonly statementTimeoutMs?: number
  /** Sends queries without waiting for the answer to the one before. */
  readonly pipeline?: boolean
  /** Works under the role that can add events and never alter them, once the migrations have made it. */
  readonly asApplication?: boolean
  /**
   * Plans prepared statements for each call. A plan made while a table was small is kept until statistics are taken
   * again, and reads a table whole that has grown meanwhile; a batch is worth a fresh one.
   */
  readonly freshPlans?: boolean
}

export type Database = {
  /** For libraries that connect by themselves. */
  readonly url: string
  readonly embedded: boolean
  /** For general work. */
  readonly pool: pg.Pool
  readonly createPool: (options: PoolOptions) => pg.Pool
  /** Ends all pools; the last process to leave an embedded server stops it. */
  readonly close: () => Promise<void>
}

/** Where a new connection goes; asked before each, so that a dead embedded server is started again. */
type Address = {
  readonly url: string
  readonly beforeConnect: () => Promise<Endpoint | null>
  readonly close: () => Promise<void>
}

export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const address = settings.databaseUrl === null ? await openEmbedded(settings) : external(settings.databaseUrl)
  const pools: pg.Pool[] = []
  const createPool = (options: PoolOptions): pg.Pool => {
    const pool = newPool(address, options)
    pools.push(pool)
    return pool
  }
  return {
    url: address.url,
    embedded: settings.databaseUrl === null,
    pool: createPool({ name: 'motcua' }),
    createPool,
    close: async () => {
      await Promise.all(pools.splice(0).map((pool) => pool.end()))
      await address.close()
    },
  }
}

function external(url: string): Address {
  return { url, beforeConnect: () => Promise.resolve(null), close: () => Promise.resolve() }
}

async function openEmbedded(settings: DatabaseSettings): Promise<Address> {
  const { dataDir, log = () => undefined, serverSettings = {} } = settings
  const server = openEmbeddedPostgres({ dataDir, log, serverSettings })
  const endpoint = await server.ensureRunning()
  try {
    await createDatabaseIfMissing(endpoint)
  } catch (error) {
    await server.close()
    throw error
  }
  return { url: urlOf(endpoint, DATABASE_NAME), beforeConnect: server.ensureRunning, close: server.close }
}

async function createDatabaseIfMissing(endpoint: Endpoint): Promise<void> {
  const client = new pg.Client({ ...endpoint, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE_NAME])
    if (rowCount === 0) await client.query(`create database ${DATABASE_NAME}`)
  } catch (error) {
    // Another process was faster by a moment.
    if (!['42P04', '23505'].includes(errorCode(error))) throw error
  } finally {
    await client.end()
  }
}

export function urlOf(endpoint: Endpoint, database: string): string {
  const login = `${endpoint.user}:${encodeURIComponent(endpoint.password)}`
  if (!endpoint.host.startsWith('/')) return `postgresql://${login}@${endpoint.host}:${endpoint.port}/${database}`
  return `postgresql://${login}@/${database}?host=${encodeURIComponent(endpoint.host)}&port=${endpoint.port}`
}

function newPool(address: Address, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: address.url,
    Client: clientThatAsksFirst(address, options.asApplication === true ? BECOME_APPLICATION : null),
    application_name: options.name,
    max: options.max ?? 10,
    connectionTimeoutMillis: CONNECT_PATIENCE_MS,
    keepAlive: true,
    types: DATABASE_TYPES,
    options: `-c timezone=${SESSION_TIME_ZONE}${options.freshPlans === true ? ' -c plan_cache_mode=force_custom_plan' : ''}`,
    ...(options.statementTimeoutMs === undefined ? {} : { statement_timeout: options.statementTimeoutMs }),
    ...(options.pipeline === undefined ? {} : { pipeline: options.pipeline }),
  })
  // An idle connection that breaks is removed by the pool; whoever needs one next learns whether the database is back.
  pool.on('error', () => undefined)
  return pool
}

type ConnectCallback = (error: Error) => void

/** No row, and so no change of role, where the database's owner has not made it (see the migration that does). */
const BECOME_APPLICATION = `select set_config('role', rolname, false) from pg_roles
  where rolname = 'motcua_app' and pg_has_role(oid, 'member')`

/** The pool makes its connections with this class. Its callback is told null for success, whatever its type says. */
function clientThatAsksFirst(address: Address, onConnected: string | null): new () => pg.Client {
  class AskingClient extends pg.Client {
    override connect(): Promise<pg.Client>
    override connect(callback: ConnectCallback): void
    override connect(callback?: ConnectCallback): Promise<pg.Client> | undefined {
      const connected = withinPatience(address.beforeConnect()).then(async () => {
        const client = await super.connect()
        if (onConnected !== null) await this.query(onConnected)
        return client
      })
      if (callback === undefined) return connected
      connected.then(() => (callback as (error: unknown) => void)(null), callback)
      return undefined
    }
  }
  return AskingClient as new () => pg.Client
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(CONNECT_TIMEOUT)), CONNECT_PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function withTransaction<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // A connection that breaks between two statements reports it here; the next statement then fails.
  const onBroken = (): void => undefined
  client.on('error', onBroken)
  let broken = false
  try {
    await client.query('begin')
    const result = await work(client as unknown as Tx)
    await client.query('commit')
    return result
  } catch (error) {
    broken = isDatabaseDown(error) || !(await rolledBack(client))
    throw error
  } finally {
    client.off('error', onBroken)
    client.release(broken)
  }
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback')
    return true
  } catch {
    return false
  }
}

const CONNECT_TIMEOUT = 'Connection terminated due to connection timeout'
const DOWN_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  // Shut down by an operator, crashed, or still starting.
  ...['57P01', '57P02', '57P03'],
])
const DOWN_MESSAGES = [
  CONNECT_TIMEOUT,
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
]

/** Whether the database could not be reached, went away or has no room, so that the same request may succeed later. */
export function isDatabaseDown(error: unknown): boolean {
  if (error instanceof DatabaseNotStarted) return true
  if (error instanceof AggregateError) return error.errors.some(isDatabaseDown)
  const code = errorCode(error)
  if (DOWN_CODES.has(code) || /^(08|53)/.test(code)) return true
  if (!(error instanceof Error)) return false
  if (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return true
  return DOWN_MESSAGES.some((message) => error.message.startsWith(message)) || isDatabaseDown(error.cause)
}

/** Whether the database refused a value or a combination of values (SQLSTATE classes 22 and 23): asking again is no use. */
export function isDataError(error: unknown): boolean {
  const code = errorCode(error)
  return code.startsWith('22') || code.startsWith('23')
}
