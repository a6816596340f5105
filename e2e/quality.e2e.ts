import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { smallScenario } from '@motcua/server/testing/small-scenario.ts'
import type { Page } from 'playwright-core'
import { expectHealthy, type Look } from './healthy-page.ts'
import { ADMINISTRATOR, openOfficeAs } from './people.ts'
import { startTown, type Town } from './town.ts'

const LOOKS: readonly Look[] = [
  { colorScheme: 'light', size: 'desk' },
  { colorScheme: 'light', size: 'phone' },
]

let town: Town
let page: Page

before(async () => {
  town = await startTown({ at: '2024-04-02T08:00', past: smallScenario() })
  page = await town.newVisitor()
  await openOfficeAs(page, ADMINISTRATOR, '/can-bo/chat-luong')
})
after(() => town.stop())

const numberIn = (text: string): number => Number(/\d[\d.]*/.exec(text)?.[0].replaceAll('.', ''))
const rowOf = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })

test('the administrator sees the points of the province, and apart from them what nobody knows', async () => {
  await page.getByLabel('Phạm vi').selectOption({ label: 'Toàn tỉnh' })
  await page.getByLabel('Kỳ', { exact: true }).selectOption({ label: 'Tháng 3/2024' })
  await page.getByRole('button', { name: 'Xem' }).click()
  await page.getByText(/^Tổng điểm: \d+,\d\d trên \d+ điểm đánh giá được/).waitFor()
  await page
    .getByText('(tạm tính, vì còn chỉ số chưa có dữ liệu)')
    .or(page.getByText(/tạm tính, vì còn/))
    .waitFor()
  assert.match(await rowOf('Tỷ lệ hồ sơ đồng bộ').innerText(), /chưa có dữ liệu/)
  await expectHealthy(page, 'quality', LOOKS)
})

test('the administrator is told on every page that something does not agree, and what to do', async () => {
  const page = await town.newVisitor()
  await openOfficeAs(page, ADMINISTRATOR, '/can-bo/doi-chieu')
  await page.getByText('Tất cả đều khớp').waitFor()
  await expectHealthy(page, 'truth-agrees', LOOKS)
  const difference = {
    kind: 'fact',
    dossier: null,
    what: 'facts[1].channel',
    reason: 'là "online", theo sự kiện phải là "postal"',
  }
  await town.services.pool.query(
    `insert into truth_check (checked_at, kind, question, differences) values ($1, 'totals', '{}', $2)`,
    ['2024-04-02T08:00+07', JSON.stringify([difference])],
  )
  await page.reload()
  await page.getByText('Chạy “motcua rebuild” để đếm lại từ sự kiện.', { exact: false }).waitFor()
  await page.getByRole('link', { name: 'Đối chiếu số liệu (1 cảnh báo)' }).waitFor()
  await expectHealthy(page, 'truth', LOOKS)
  await town.services.pool.query(`delete from truth_check where kind = 'totals' and question::text = '{}'`)
})

test('numerator and denominator of the dossiers in time open as many dossiers as they say', async () => {
  for (const side of ['được tính ở tử số', 'còn thiếu ở tử số']) {
    const link = rowOf('Tỷ lệ hồ sơ giải quyết đúng hạn').getByRole('link', { name: side })
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
      const shown = await rows.count()
      await more.click()
      await rows.nth(shown).waitFor()
    }
    assert.equal((await rows.count()) - 1, figure, side)
    await page.getByRole('link', { name: 'Về bảng điểm' }).click()
  }
})

test('what is lost leads to the procedures and the dossiers that cost it', async () => {
  await page.getByRole('heading', { name: 'Thủ tục làm mất điểm' }).waitFor()
  await page.getByRole('link', { name: 'Hồ sơ làm mất điểm' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hồ sơ làm mất điểm' }).waitFor()
  await page.getByRole('table').getByRole('row').nth(1).waitFor()
  await expectHealthy(page, 'quality lost dossiers', LOOKS)
  await page.goBack()
  await rowOf('có phát sinh hồ sơ trực tuyến').getByRole('link', { name: 'còn thiếu' }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '3.B' }).waitFor()
  await expectHealthy(page, 'quality procedures', LOOKS)
})

test('everybody reads the points on the portal, for any agency', async () => {
  const visitor = await town.newVisitor()
  await visitor.goto('/chat-luong-phuc-vu')
  await visitor.getByRole('heading', { level: 1, name: 'Chất lượng phục vụ' }).waitFor()
  await visitor.getByText(/Toàn tỉnh · Tháng 3\/2024/).waitFor()
  await expectHealthy(visitor, 'public quality', LOOKS)
  await visitor.getByLabel('Phạm vi').selectOption({ label: 'Cấp xã' })
  await visitor.getByRole('button', { name: 'Xem' }).click()
  await visitor.getByText(/Cấp xã · Tháng 3\/2024/).waitFor()
  assert.equal(await visitor.getByRole('table').getByRole('link').count(), 0)
})

test('each procedure says how long it took on average, and opens the dossiers with the time of each', async () => {
  await page.goto('/can-bo/chat-luong?scope=all&period=2024-03')
  const times = page.getByRole('table', { name: 'Thời gian giải quyết trung bình (chỉ số 2.2)' })
  const link = times.getByRole('row').nth(1).getByRole('link')
  const finished = numberIn(await link.innerText())
  assert.match(await times.getByRole('row').nth(1).innerText(), /\d (giờ làm việc|ngày làm việc|ngày|tháng)/)
  await link.click()
  await page.getByText(new RegExp(`^${finished.toLocaleString('vi-VN')} hồ sơ · trung bình \\d`)).waitFor()
  const rows = page.getByRole('table').getByRole('row')
  await rows.nth(1).waitFor()
  assert.equal((await rows.count()) - 1, Math.min(finished, 50))
  await expectHealthy(page, 'handling times', LOOKS)
})
