import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { replayScenario } from '@motcua/server/replay/replay.ts'
import { smallScenario } from '@motcua/server/testing/small-scenario.ts'
import type { Page } from 'playwright-core'
import { ADMINISTRATOR, DIRECTOR, openOfficeAs } from './people.ts'
import { startTown, type Town } from './town.ts'

const SCENARIO = smallScenario()
const { from, to } = SCENARIO.period

let town: Town
let page: Page

before(async () => {
  town = await startTown({ at: '2024-03-21T08:00' })
  await replayScenario({ scenario: SCENARIO, seed: 1, services: town.services, progress: () => undefined })
  page = await town.newVisitor()
  await openOfficeAs(page, ADMINISTRATOR, '/can-bo/bao-cao')
})
after(() => town.stop())

const numberIn = (text: string): number => Number(/\d[\d.]*/.exec(text)?.[0].replaceAll('.', ''))

/** Opens the dossiers behind a figure, all pages of them. */
async function openFigure(name: string): Promise<{ readonly figure: number; readonly listed: number }> {
  const link = page.getByRole('listitem').filter({ hasText: name }).getByRole('link').first()
  const figure = numberIn(await link.innerText())
  await link.click()
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: `: ${figure} hồ sơ` })
    .waitFor()
  const rows = page.getByRole('table').getByRole('row')
  const more = page.getByRole('button', { name: 'Xem tiếp' })
  await rows.nth(1).waitFor()
  while (await more.isVisible()) {
    const before = await rows.count()
    await more.click()
    await rows.nth(before).waitFor()
  }
  return { figure, listed: (await rows.count()) - 1 }
}

test('the report of a month shows what was lived through', async () => {
  await page.getByLabel('Phạm vi').selectOption({ label: 'Cấp tỉnh' })
  await page.getByLabel('Từ ngày').fill(from)
  await page.getByLabel('Đến hết ngày').fill(to)
  await page.getByRole('button', { name: 'Xem' }).click()
  await page.getByText('Các đẳng thức đều đúng.').waitFor()
  const { receivedNew, resolvedTotal, apologyLetters } = SCENARIO.groups[0]?.figures ?? {}
  for (const line of [
    `Tiếp nhận trong kỳ ${receivedNew}`,
    `Đã giải quyết ${resolvedTotal} =`,
    `Văn bản xin lỗi ${apologyLetters}`,
  ]) {
    await page.getByRole('listitem').filter({ hasText: line }).waitFor()
  }
})

test('each figure opens its dossiers, as many as it says', async () => {
  for (const name of ['Tiếp nhận', 'Đã giải quyết', 'Trả lại, rút']) {
    const { figure, listed } = await openFigure(name)
    assert.equal(listed, figure, name)
    await page.goBack()
  }
})

test('the director of a department comes from a figure to a dossier of his own', async () => {
  const query = new URLSearchParams({ scope: 'H20.15', from, to })
  page = await town.newVisitor()
  await openOfficeAs(page, DIRECTOR, `/can-bo/bao-cao?${query}`)
  const { figure, listed } = await openFigure('Tiếp nhận')
  assert.equal(listed, figure)
  const link = page.getByRole('table').getByRole('row').nth(1).getByRole('link')
  const code = await link.innerText()
  await link.click()
  await page.getByRole('heading', { name: 'Diễn biến' }).waitFor()
  await page.getByText(code, { exact: true }).waitFor()
})
