import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBreakableLink } from '@motcua/server/testing/breakable-link.ts'
import { smallScenario } from '@motcua/server/testing/small-scenario.ts'
import type { Page } from 'playwright-core'
import { expectHealthy, type Look } from './healthy-page.ts'
import { ADMINISTRATOR, CITIZEN, CLERK, DIRECTOR, openOfficeAs, openPortalAs } from './people.ts'
import { acceptQuickly, fileBirth } from './quick-filing.ts'
import { startTown, type Town } from './town.ts'

const SCENARIO = smallScenario()
const LOOKS: readonly Look[] = [
  { colorScheme: 'light', size: 'desk' },
  { colorScheme: 'light', size: 'phone' },
  { colorScheme: 'dark', size: 'desk' },
]

let town: Town
let page: Page

before(async () => {
  town = await startTown({ at: '2024-03-21T08:00', past: SCENARIO })
  page = await town.newVisitor()
  await openOfficeAs(page, ADMINISTRATOR, '/can-bo/dieu-hanh')
})
after(() => town.stop())

const tile = (name: string) => page.getByRole('definition').and(page.locator(`dt:text-is("${name}") + dd`))

const isLive = (where: Page): Promise<void> => where.getByRole('status').getByText('Trực tiếp').waitFor()

test('the day begins with one sentence, and what is late has an address', async () => {
  await page.getByText(/^Hôm nay đã tiếp nhận 0 hồ sơ/).waitFor()
  await isLive(page)
  await expectHealthy(page, 'dashboard', LOOKS)
})

test('what is late opens its dossiers', async () => {
  const overdue = await tile('Đang quá hạn').innerText()
  await tile('Đang quá hạn').getByRole('link').click()
  await page.getByRole('heading', { name: 'Hồ sơ đang quá hạn' }).waitFor()
  const rows = page.getByRole('table').getByRole('row')
  await rows.nth(1).waitFor()
  assert.equal((await rows.count()) - 1, Number(overdue))
  await expectHealthy(page, 'late', LOOKS)
  await page.goto('/can-bo/dieu-hanh')
})

test('from a figure of his own department the director comes to the dossier', async () => {
  const director = await town.newVisitor()
  await openOfficeAs(director, DIRECTOR, '/can-bo/dieu-hanh')
  await director.locator('dt:text-is("Đang giải quyết") + dd').getByRole('link').click()
  await director
    .getByRole('heading', { level: 1 })
    .filter({ hasText: /: [0-9.]+ hồ sơ/ })
    .waitFor()
  const opened = director.getByRole('table').getByRole('link').first()
  const code = await opened.innerText()
  await opened.click()
  await director.getByRole('heading', { level: 1 }).waitFor()
  await director.getByText(code).first().waitFor()
})

test('what happens at a counter is seen without doing anything', async () => {
  await isLive(page)
  assert.equal(await tile('Tiếp nhận').innerText(), '0')
  const citizen = await town.newVisitor()
  const clerk = await town.newVisitor()
  await openPortalAs(citizen, CITIZEN)
  await openOfficeAs(clerk, CLERK)
  await acceptQuickly(clerk, await fileBirth(citizen, 'Trần Trực Tiếp'))
  await page.locator('dt:text-is("Tiếp nhận") + dd:has-text("1")').waitFor()
  await page.getByText(/^Hôm nay đã tiếp nhận 1 hồ sơ/).waitFor()
  await citizen.goto('/so-lieu')
  await citizen.getByText(/^Hôm nay đã tiếp nhận 1 hồ sơ/).waitFor()
  await expectHealthy(citizen, 'public figures', LOOKS.slice(0, 2))
})

test('the hall has a screen of its own, which needs nobody to sign in', async () => {
  await page.getByText(/^Bảng điện tử cho sảnh/).click()
  const href = await page.locator('.board-list a').first().getAttribute('href')
  const hall = await town.newVisitor()
  await hall.goto(href ?? '')
  await hall.getByRole('heading', { name: 'Đã có kết quả, mời đến nhận' }).waitFor()
  await isLive(hall)
  await expectHealthy(hall, 'hall board', LOOKS.slice(0, 2))
})

test('a screen that was cut off is live again when the way is back, though nothing happened meanwhile', async () => {
  const href = await page.locator('.board-list a').first().getAttribute('href')
  const link = await openBreakableLink(`${town.url.replace('//', '//hall@')}/`)
  const hall = await town.newVisitor({ baseURL: link.url.replace('hall@', '') })
  const status = hall.getByRole('status')
  await hall.goto(href ?? '')
  await status.getByText(/^Trực tiếp/).waitFor()
  await link.cut()
  await status.getByText(/^Không trực tiếp/).waitFor()
  await link.mend()
  await status.getByText(/^Trực tiếp/).waitFor()
  await hall.close()
  await link.cut()
})

/** As when another tab is brought before it. */
const hide = (hidden: Page): Promise<void> =>
  hidden.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })

test('many tabs of one browser do not keep each other from the server, and one is live again once it is looked at', async () => {
  const context = page.context()
  const tabs: Page[] = []
  for (let opened = 0; opened < 8; opened++) {
    const tab = await context.newPage()
    await tab.goto('/can-bo/dieu-hanh')
    await isLive(tab)
    await hide(tab)
    tabs.push(tab)
  }
  const [first] = tabs
  assert.ok(first !== undefined)
  await first.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await isLive(first)
  for (const tab of tabs) await tab.close()
})
