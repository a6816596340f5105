import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { createApp } from './app.ts'
import { type Background, startBackground } from './background.ts'
import { type DemoPerson, demoOfficers, readDemoCitizens } from './identity/identity.ts'
import { DataFolderRefused, isDatabaseDown } from './platform/database.ts'
import type { App } from './platform/http/route.ts'
import { MigrationRefused } from './platform/migrate.ts'
import { DataRefused, loadShippedRulebook } from './rulebook/rulebook.ts'
import { createLog, createServices, type Services, type ServiceSettings } from './services.ts'

const DATA_FOLDER = fileURLToPath(new URL('../../data/', import.meta.url))
const DATABASE_PATIENCE_MS = 30_000
const RETRY_MS = 1_000
const USUAL_PORT = 8080
const PORTS_TRIED = 20
/** Signals that come closer together than this are one. */
const ONE_KEYSTROKE_MS = 1_000
/** Requests under way get this long to end. */
const FAREWELL_MS = 10_000

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  outliveReaders()
  const rulebook = await loadShippedRulebook(DATA_FOLDER)
  const services = await openServices({ ...settingsFrom(process.env, rulebook), say })
  const app = await createApp(services)
  const url = await listen(app, process.env)
  services.setPublicUrl(process.env.MOTCUA_URL?.replace(/\/+$/, '') ?? url)
  const background = startBackground(services)
  stopOnSignal({ app, background, services })
  greet(services, url)
}

/** Whoever read what we say may go (`npm start | head`): people are served all the same, and we stop in good order. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}

function settingsFrom(env: NodeJS.ProcessEnv, rulebook: Rulebook): ServiceSettings {
  const dataDir = readDataDir()
  return {
    ...{ rulebook, dataDir, databaseUrl: env.DATABASE_URL ?? null, provider: providerFrom(env) },
    log: createLog(env.MOTCUA_LOG ?? 'warn'),
    trustProxy: env.MOTCUA_TRUST_PROXY === 'yes',
    ...(env.MOTCUA_URL === undefined ? {} : { publicUrl: env.MOTCUA_URL.replace(/\/+$/, '') }),
    ...(env.MOTCUA_WEB === undefined ? {} : { webFolder: env.MOTCUA_WEB }),
  }
}

/** A misspelt option must not start a server on another folder than the one that was meant. */
function readDataDir(): string {
  try {
    return parseArgs({ options: { data: { type: 'string' } } }).values.data ?? 'var'
  } catch {
    throw new WrongUsage(
      `Sai cách dùng: ${process.argv.slice(2).join(' ')}\nChỉ có một tùy chọn: npm start -- --data THƯ_MỤC`,
    )
  }
}

/** An issuer of the operator's needs all three of its settings; without any the stand-in serves. */
function providerFrom(env: NodeJS.ProcessEnv): ServiceSettings['provider'] {
  const { MOTCUA_OIDC_ISSUER: issuer, MOTCUA_OIDC_CLIENT_ID: clientId, MOTCUA_OIDC_CLIENT_SECRET: clientSecret } = env
  if (issuer === undefined) return null
  if (clientId === undefined || clientSecret === undefined) {
    throw new StartRefused(
      'Đã đặt MOTCUA_OIDC_ISSUER nhưng thiếu MOTCUA_OIDC_CLIENT_ID hoặc MOTCUA_OIDC_CLIENT_SECRET. Hãy đặt đủ cả ba.',
    )
  }
  const name = env.MOTCUA_OIDC_NAME ?? 'VNeID'
  return { name, issuer, clientId, clientSecret, officerClaim: env.MOTCUA_OIDC_OFFICER_CLAIM ?? 'sub' }
}

/** Something that the operator can put right; the message says how. */
class StartRefused extends Error {}
class WrongUsage extends StartRefused {}

async function openServices(settings: ServiceSettings): Promise<Services> {
  const until = Date.now() + DATABASE_PATIENCE_MS
  for (let told = false; ; told = true) {
    try {
      return await createServices(settings)
    } catch (error) {
      if (!isDatabaseDown(error)) throw error
      if (Date.now() > until) {
        throw new StartRefused(
          'Vẫn không kết nối được cơ sở dữ liệu sau 30 giây. Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL, rồi chạy lại npm start.',
        )
      }
      if (!told) say('Chưa kết nối được cơ sở dữ liệu; sẽ thử lại trong 30 giây…')
      await sleep(RETRY_MS)
    }
  }
}

/** The port asked for must be free; the usual one gives way to the next. */
async function listen(app: App, env: NodeJS.ProcessEnv): Promise<string> {
  const host = env.MOTCUA_HOST ?? '0.0.0.0'
  const first = env.PORT === undefined ? USUAL_PORT : portFrom(env.PORT)
  const last = env.PORT === undefined ? first + PORTS_TRIED : first
  for (let port = first; ; port++) {
    try {
      await app.listen({ port, host })
      if (port !== first) say(`Cổng ${first} đang bận nên dùng cổng ${port}.`)
      return `http://localhost:${portOf(app)}`
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
      if (port >= last)
        throw new StartRefused(`Cổng ${port} đang có chương trình khác dùng. Hãy đặt biến PORT sang cổng khác.`)
    }
  }
}

function portFrom(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new StartRefused(`PORT=${text} không phải là số cổng. Hãy đặt một số từ 1 đến 65535.`)
}

function portOf(app: App): number {
  const [address] = app.addresses()
  return typeof address === 'object' ? address.port : 0
}

type Running = { readonly app: App; readonly background: Background; readonly services: Services }

/**
 * Ends what is under way, then lets go. Ctrl+C reaches us twice, from the terminal and from `npm start`; a signal that
 * comes later is meant, and ends at once.
 */
function stopOnSignal({ app, background, services }: Running): void {
  let stoppingSince: number | null = null
  const stop = async (): Promise<void> => {
    if (stoppingSince !== null) {
      if (Date.now() - stoppingSince > ONE_KEYSTROKE_MS) process.exit(1)
      return
    }
    stoppingSince = Date.now()
    say('Đang dừng…')
    setTimeout(() => process.exit(1), FAREWELL_MS).unref()
    await app.close()
    await background.stop()
    await services.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
}

function greet({ provider, rulebook, publicUrl }: Services, url: string): void {
  say('')
  say(`Một Cửa đang chạy tại ${url}`)
  if (publicUrl() !== url) say(`Địa chỉ công khai: ${publicUrl()}`)
  say(`Trang cán bộ: ${publicUrl()}/can-bo`)
  if (!provider.standIn) return
  say('')
  say('Tài khoản trình diễn (chọn trên trang đăng nhập GIẢ LẬP VNeID, không cần mật khẩu):')
  for (const line of table([...readDemoCitizens(), ...demoOfficers(rulebook())])) say(line)
}

function table(people: readonly DemoPerson[]): readonly string[] {
  const width = Math.max(...people.map(({ name }) => [...name].length))
  return people.map(({ name, about, citizenId }) => {
    const kind = citizenId === null ? 'Cán bộ    ' : 'Người dân '
    return `  ${kind} ${name}${' '.repeat(width - [...name].length)}  ${about}`
  })
}

/** Errors whose message says what the operator can do. */
const SPEAKING = [StartRefused, DataRefused, DataFolderRefused, MigrationRefused] as const

try {
  await main()
} catch (error) {
  const known = SPEAKING.some((each) => error instanceof each)
  process.stderr.write(
    `${known && error instanceof Error ? error.message : `Không khởi động được: ${error instanceof Error ? error.stack : String(error)}`}\n`,
  )
  process.exit(error instanceof WrongUsage ? 2 : 1)
}
