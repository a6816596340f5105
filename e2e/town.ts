import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Instant, instant, parseInstant } from '@motcua/core/kernel/instant.ts'
import type { Scenario } from '@motcua/core/report/report.ts'
import { createApp } from '@motcua/server/app.ts'
import { startBackground } from '@motcua/server/background.ts'
import { replayScenario } from '@motcua/server/replay/replay.ts'
import { loadShippedRulebook } from '@motcua/server/rulebook/rulebook.ts'
import { createServices, type Services } from '@motcua/server/services.ts'
import { cloneDatabase } from '@motcua/server/testing/database.ts'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'

/** The whole product in one process: the shipped province, a database of its own, and a browser before it. */
export type Town = {
  readonly url: string
  readonly services: Services
  /** Vietnamese time of the server; goes on by itself and can be moved. */
  readonly clock: TownClock
  /** A browser of somebody's own: nobody is signed in there yet. */
  readonly newVisitor: (options?: BrowserContextOptions) => Promise<Page>
  readonly stop: () => Promise<void>
}

type TownClock = { readonly now: () => Instant; readonly moveTo: (local: string) => void }

type TownSettings = {
  /** Local time at which the day begins; offices are open. */
  readonly at?: string
  /** Any server instead of a clone on the one that the tests share. */
  readonly databaseUrl?: string
  /** A month that the town has behind it. Nobody works meanwhile: who was reminded today would act in the midst of it. */
  readonly past?: Scenario
}

const THURSDAY_MORNING = '2024-03-14T08:00'
const DATA_FOLDER = fileURLToPath(new URL('../data/', import.meta.url))
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]
/** Longer than anything takes on a busy machine; what is not there by then does not come. */
const PATIENCE_MS = 15_000
export const DESK = { width: 1280, height: 900 } as const

export async function startTown(settings: TownSettings = {}): Promise<Town> {
  const clone = settings.databaseUrl === undefined ? await cloneDatabase() : null
  const dataDir = await mkdtemp(join(tmpdir(), 'motcua-e2e-'))
  const clock = newClock(settings.at ?? THURSDAY_MORNING)
  const services = await createServices({
    ...{ databaseUrl: settings.databaseUrl ?? clone?.url ?? null, dataDir, now: clock.now },
    rulebook: await loadShippedRulebook(DATA_FOLDER),
    limits: { general: 0, tracking: 0 },
  })
  const app = await createApp(services)
  const url = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  services.setPublicUrl(url)
  if (settings.past !== undefined) {
    await replayScenario({ scenario: settings.past, seed: 1, services, progress: () => undefined })
  }
  const background = startBackground(services)
  const browser = await openBrowser()
  return {
    ...{ url, services, clock },
    newVisitor: (options) => newVisitor(browser, { baseURL: url, ...options }),
    stop: async () => {
      await browser.close()
      await app.close()
      await background.stop()
      await services.close()
      await clone?.drop()
      await rm(dataDir, { recursive: true })
    },
  }
}

function newClock(local: string): TownClock {
  let ahead = parseInstant(local) - Date.now()
  return {
    now: () => instant(Date.now() + ahead),
    moveTo: (to) => {
      ahead = parseInstant(to) - Date.now()
    },
  }
}

function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args: FLAGS, headless: true })
}

async function newVisitor(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: DESK, reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

/** Loads the page again until this is there: for what the server does after it has answered. */
export async function comeBackUntil(page: Page, awaited: Locator): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS
  while (!(await awaited.isVisible())) {
    if (performance.now() > giveUpAt) throw new Error(`${awaited} never comes`)
    await page.reload()
  }
}
