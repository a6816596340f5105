import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { smallScenario } from '@motcua/server/testing/small-scenario.ts'
import type { Page } from 'playwright-core'
import { ADMINISTRATOR, CLERK_ELSEWHERE, DIRECTOR, openOfficeAs } from './people.ts'
import { startTown, type Town } from './town.ts'

const SCENARIO = smallScenario()
const { from, to } = SCENARIO.period

let town: Town
let page: Page

before(async () => {
  town = await startTown({ at: '2024-03-21T08:00', past: SCENARIO })
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
    `Tổng số đã giải quyết ${resolvedTotal} =`,
    `Thư xin lỗi và hẹn lại ${apologyLetters}`,
  ]) {
    await page.getByRole('listitem').filter({ hasText: line }).waitFor()
  }
})

test('a period is chosen by its name, and its days stand where others may be typed', async () => {
  const cut = page.getByLabel('Chia kỳ')
  await cut.locator('option:checked').getByText('Tháng (21–20)').waitFor({ state: 'attached' })
  const [first, last] = [page.getByLabel('Từ ngày'), page.getByLabel('Đến hết ngày')]
  const daysOf = async () => [await first.inputValue(), await last.inputValue()]
  assert.deepEqual(await daysOf(), [from, to])
  await cut.selectOption({ label: 'Quý' })
  assert.deepEqual(await daysOf(), ['2024-01-01', '2024-03-31'])
  await page.getByLabel('Kỳ báo cáo').selectOption({ label: 'Quý IV/2023 (01/10/2023–31/12/2023)' })
  assert.deepEqual(await daysOf(), ['2023-10-01', '2023-12-31'])
  await first.fill('2023-10-02')
  assert.equal(await page.getByLabel('Kỳ báo cáo').inputValue(), '')
  await cut.selectOption({ label: 'Tháng (21–20)' })
  await page.getByLabel('Kỳ báo cáo').selectOption({ label: 'Tháng 3/2024 (21/02/2024–20/03/2024)' })
  await page.getByRole('button', { name: 'Xem' }).click()
  await page.getByText('Các đẳng thức đều đúng.').waitFor()
})

test('each figure opens its dossiers, as many as it says', async () => {
  for (const name of ['Tổng số tiếp nhận', 'Tổng số đã giải quyết', 'Trả lại cho tổ chức']) {
    const { figure, listed } = await openFigure(name)
    assert.equal(listed, figure, name)
    await page.goBack()
  }
})

test('rows go by another word, and open their own dossiers', async () => {
  await page.getByLabel('Theo', { exact: true }).selectOption({ label: 'Cách nộp' })
  await page.getByRole('button', { name: 'Xem' }).click()
  await page.getByRole('columnheader', { name: 'Cách nộp' }).waitFor()
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Trực tuyến' }) })
  const link = row.getByRole('link').first()
  const figure = numberIn(await link.innerText())
  await link.click()
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: `: ${figure} hồ sơ` })
    .waitFor()
  await page.getByText(/^Trực tuyến · /).waitFor()
})

test('a list and the form are kept as files under their Vietnamese names', async () => {
  const days = '21.02.2024–20.03.2024'
  const list = `Tổng số tiếp nhận, Cấp tỉnh, Trực tuyến, ${days}`
  assert.equal(await downloadOf('XLSX'), `${list}.xlsx`)
  assert.equal(await downloadOf('CSV'), `${list}.csv`)
  await page.getByRole('link', { name: 'Về biểu' }).click()
  await page.getByText('Số liệu tính đến 20/03/2024 24:00').waitFor()
  assert.equal(await downloadOf('XLSX'), `Biểu II.06a, Cấp tỉnh, ${days}.xlsx`)
})

async function downloadOf(name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  assert.equal(await download.failure(), null)
  return download.suggestedFilename()
}

test('the director of a department comes from a figure to a dossier of his own', async () => {
  const query = new URLSearchParams({ scope: 'H20.15', from, to })
  page = await town.newVisitor()
  await openOfficeAs(page, DIRECTOR, `/can-bo/bao-cao?${query}`)
  const { figure, listed } = await openFigure('Tổng số tiếp nhận')
  assert.equal(listed, figure)
  const link = page.getByRole('table').getByRole('row').nth(1).getByRole('link')
  const code = await link.innerText()
  await link.click()
  await page.getByRole('heading', { name: 'Diễn biến' }).waitFor()
  await page.getByText(code, { exact: true }).waitFor()
})

test('the director sees what his clerk received against the norm, and opens it; the clerk sees it of herself', async () => {
  const openWorkload = async (scope: string) => {
    await page.goto(`/can-bo/khoi-luong?${new URLSearchParams({ scope, from, to })}`)
    return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: CLERK_ELSEWHERE }) })
  }
  const row = await openWorkload('H20.15')
  const link = row.getByRole('link')
  const received = numberIn(await link.innerText())
  assert.ok(received > 0)
  await page.getByText(/Định mức một người một năm: đô thị 1\.600; nông thôn 1\.200/).waitFor()
  await link.click()
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: `Tiếp nhận trong kỳ: ${received} hồ sơ` })
    .waitFor()
  await page.getByText(new RegExp(`^${CLERK_ELSEWHERE} · `)).waitFor()
  await page.getByRole('link', { name: 'Về biểu' }).click()
  await row.waitFor()
  page = await town.newVisitor()
  await openOfficeAs(page, CLERK_ELSEWHERE, '/can-bo/khoi-luong')
  await page.getByText('Chọn phạm vi và kỳ rồi bấm Xem.').waitFor()
  const own = await openWorkload('H20.15')
  assert.equal(numberIn(await own.getByRole('link').innerText()), received)
  await page.goto(`/can-bo/khoi-luong?${new URLSearchParams({ scope: 'all', from, to })}`)
  await page.getByText('Bạn không có quyền làm việc này').waitFor()
})
