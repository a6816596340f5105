import { resolve } from 'node:path'
import { type Instant, instant } from '@motcua/core/kernel/instant.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type pg from 'pg'
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import { createSpine, SPINE_POOL, type Spine } from './dossier/dossier.ts'
import { type ProviderSettings, standInSettings } from './identity/identity.ts'
import { type Database, openDatabase } from './platform/database.ts'
import { migrate } from './platform/migrate.ts'

/** Everything that the parts of a running server share: opened once, for the server, the worker, the command line and tests. */
export type Services = {
  readonly database: Database
  readonly pool: pg.Pool
  readonly spine: Spine
  readonly rulebook: () => Rulebook
  readonly now: () => Instant
  readonly dataDir: string
  readonly log: Logger
  readonly provider: ProviderSettings
  readonly limits: RequestLimits
  /** Whether a proxy before us says, in x-forwarded-* headers, who asks. */
  readonly trustProxy: boolean
  /** Folder of the built interface, with `portal/server.js`, `office/index.html` and `assets`. */
  readonly webFolder: string
  /** Origin under which people reach us; known for sure only after listening. */
  readonly publicUrl: () => string
  readonly setPublicUrl: (url: string) => void
  readonly close: () => Promise<void>
}

/** Opens everything for one command of the operator and closes it afterwards. */
export type OpenServices = (work: (services: Services) => Promise<void>) => Promise<void>

/** Requests a minute; 0 sets no limit. */
export type RequestLimits = {
  /** For one session, or one address where nobody has signed in. */
  readonly general: number
  /** Looking up dossiers by code without an account, for one address: codes can be guessed. */
  readonly tracking: number
}

export const USUAL_LIMITS: RequestLimits = { general: 3000, tracking: 60 }

export type ServiceSettings = {
  /** Any PostgreSQL from 15 on; null runs the embedded one below `dataDir`. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly rulebook: Rulebook
  readonly now?: () => Instant
  readonly log?: Logger
  readonly limits?: RequestLimits
  readonly trustProxy?: boolean
  readonly publicUrl?: string
  readonly webFolder?: string
  /** Null: the stand-in of VNeID inside. */
  readonly provider?: Omit<ProviderSettings, 'standIn'> | null
  /** What the opening of an embedded database has to say to the operator. */
  readonly say?: (line: string) => void
}

const WEB_FOLDER = new URL('../../web/dist/', import.meta.url).pathname
/** Batches under way at the same time, each on a connection of its own. */
const SPINE_CONNECTIONS = 2

export async function createServices(settings: ServiceSettings): Promise<Services> {
  const { databaseUrl, rulebook, say } = settings
  const dataDir = resolve(settings.dataDir)
  const database = await openDatabase({ databaseUrl, dataDir, ...(say === undefined ? {} : { log: say }) })
  try {
    await migrate(database.pool)
  } catch (error) {
    await database.close()
    throw error
  }
  const now = settings.now ?? (() => instant(Date.now()))
  let publicUrl = settings.publicUrl ?? ''
  return {
    database,
    pool: database.pool,
    spine: createSpine({
      pool: database.createPool({
        name: 'motcua-spine',
        max: SPINE_CONNECTIONS,
        ...SPINE_POOL,
      }),
      rulebook: () => rulebook,
      now,
    }),
    rulebook: () => rulebook,
    now,
    dataDir,
    log: settings.log ?? createLog('silent'),
    provider: settings.provider ? { ...settings.provider, standIn: false } : standInSettings(() => publicUrl),
    limits: settings.limits ?? USUAL_LIMITS,
    trustProxy: settings.trustProxy ?? false,
    webFolder: settings.webFolder ?? WEB_FOLDER,
    publicUrl: () => publicUrl,
    setPublicUrl: (url) => {
      publicUrl = url
    },
    close: () => database.close(),
  }
}

/** Lines for operators. Cookies, credentials and personal data never appear in them; addresses lose their query. */
export function createLog(level: string, to: DestinationStream = pino.destination(1)): Logger {
  const settings: LoggerOptions = {
    level,
    redact: {
      paths: [
        'req.headers',
        'res.headers',
        '*.cookie',
        '*.authorization',
        '*.idNumber',
        '*.phone',
        '*.email',
        '*.address',
        // PostgreSQL quotes the row that hurt a constraint.
        '*.detail',
        '*.where',
      ],
      remove: true,
    },
    serializers: {
      req: (request: { readonly method: string; readonly url: string }) => ({
        method: request.method,
        path: request.url.split('?')[0],
      }),
    },
  }
  return pino(settings, to)
}
