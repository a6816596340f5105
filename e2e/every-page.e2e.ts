import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { BIRTH, fillBirthForm, finishFiling, next, startFiling } from './birth-filing.ts'
import { expectHealthy, type Look } from './healthy-page.ts'
import { openAction } from './office-work.ts'
import { CITIZEN, CLERK, LEADER, openOfficeAs, openPortalAs } from './people.ts'
import { acceptQuickly, fileBirth, post } from './quick-filing.ts'
import { startTown, type Town } from './town.ts'

const PORTAL_LOOKS: readonly Look[] = [
  { colorScheme: 'light', size: 'desk' },
  { colorScheme: 'light', size: 'phone' },
]
const OFFICE_LOOKS: readonly Look[] = [
  ...PORTAL_LOOKS,
  { colorScheme: 'dark', size: 'phone' },
  { colorScheme: 'dark', size: 'desk' },
]
/** A list shows a dossier beside it where there is room. */
const WITH_PREVIEW: readonly Look[] = [
  { colorScheme: 'light', size: 'wide' },
  { colorScheme: 'dark', size: 'wide' },
]

let town: Town
let citizen: Page
let clerk: Page
/** Accepted, and waiting for a supplement. */
let waiting: string
let code: string

before(async () => {
  town = await startTown()
  citizen = await town.newVisitor()
  clerk = await town.newVisitor()
  await openPortalAs(citizen, CITIZEN)
  await openOfficeAs(clerk, CLERK)
  waiting = await fileBirth(citizen, 'Trần Chờ Bổ Sung')
  code = (await acceptQuickly(clerk, waiting)).code ?? ''
  const asked = { items: ['Giấy chứng sinh bản rõ'], reason: 'Ảnh mờ.' }
  await post(clerk, `/api/dossiers/${waiting}/requestSupplement`, { expectedVersion: null, ...asked })
  const inHand = await fileBirth(citizen, 'Trần Đang Xử Lý')
  await acceptQuickly(clerk, inHand)
  await fileBirth(citizen, 'Trần Chờ Tiếp Nhận')
})
after(() => town.stop())

async function portalPage(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { name: heading }).first().waitFor()
  await expectHealthy(page, path, PORTAL_LOOKS)
}

test('the public pages are open to everybody, on a phone and on a desk', async () => {
  const page = await town.newVisitor()
  await portalPage(page, '/', 'Bạn cần làm việc gì?')
  await portalPage(page, '/?lang=en', 'What do you need to do?')
  await page.context().clearCookies()
  await portalPage(page, '/tim?q=khai+sinh', 'Tìm thủ tục')
  await portalPage(page, '/tim?q=xyzxyz', 'Tìm thủ tục')
  await portalPage(page, `/thu-tuc/${BIRTH.code}`, BIRTH.name)
  await portalPage(page, '/tra-cuu', 'Tra cứu hồ sơ theo mã')
  await portalPage(page, `/tra-cuu?code=${code}`, 'Tra cứu hồ sơ theo mã')
  await portalPage(page, '/tra-cuu?code=H20.15-240315-9999', 'Tra cứu hồ sơ theo mã')
  await portalPage(page, '/ho-so', 'Đăng nhập để tiếp tục')
  await portalPage(page, '/khong-co', 'Không có trang này')
  await portalPage(page, '/auth/login?as=citizen&next=/', 'Đăng nhập với tư cách người dân nào?')
})

test('every step of filing is open to everybody', async () => {
  const healthy = (name: string) => expectHealthy(citizen, name, PORTAL_LOOKS)
  await citizen.goto(`/thu-tuc/${BIRTH.code}/nop`)
  await healthy('start')
  await citizen.goto(`/thu-tuc/${BIRTH.code}`)
  await startFiling(citizen)
  await healthy('form')
  await next(citizen)
  await citizen.getByRole('alert').waitFor()
  await healthy('form with problems')
  await citizen.getByRole('link', { name: 'Chủ hồ sơ' }).click()
  await citizen.getByLabel('Tôi nộp thay người hoặc tổ chức khác').check()
  await healthy('party')
  await citizen.getByRole('link', { name: 'Tờ khai' }).click()
  await fillBirthForm(citizen, 'Trần Từng Bước')
  await next(citizen)
  await healthy('papers')
  await next(citizen)
  await citizen.getByRole('alert').waitFor()
  await healthy('papers with problems')
  await citizen.getByRole('link', { name: 'Nhận kết quả, lệ phí' }).click()
  await healthy('delivery')
  await citizen.getByRole('link', { name: 'Giấy tờ' }).click()
  await finishFiling(citizen)
  await healthy('check')
  await citizen.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await citizen.getByRole('heading', { name: 'Đã nộp hồ sơ thành công' }).waitFor()
  await healthy('receipt')
})

test("a citizen's own pages are open to everybody", async () => {
  await portalPage(citizen, '/ho-so', 'Hồ sơ của tôi')
  await portalPage(citizen, '/thong-bao', 'Thông báo')
  await portalPage(citizen, `/ho-so/${waiting}`, BIRTH.name)
  await portalPage(citizen, `/ho-so/${waiting}/bo-sung`, 'Cơ quan yêu cầu bạn bổ sung hồ sơ')
  await portalPage(citizen, `/ho-so/${waiting}/rut`, 'Rút hồ sơ này?')
})

test('the lists of the office are open to everybody, by day and by night', async () => {
  for (const [path, heading] of [
    ['/can-bo/tiep-nhan', 'Tiếp nhận'],
    ['/can-bo/viec', 'Việc của tôi'],
  ] as const) {
    await clerk.goto(path)
    await clerk.setViewportSize({ width: 1600, height: 1000 })
    await clerk.getByRole('heading', { level: 1, name: heading }).waitFor()
    await clerk.getByRole('listitem').getByRole('checkbox').first().check()
    await clerk.getByRole('complementary', { name: 'Xem nhanh' }).getByRole('heading', { name: BIRTH.name }).waitFor()
    await expectHealthy(clerk, path, [...OFFICE_LOOKS, ...WITH_PREVIEW])
  }
  await clerk.goto('/can-bo/nhac-viec')
  await clerk.getByText('Không có gì phải nhắc').waitFor()
  await expectHealthy(clerk, 'reminders', OFFICE_LOOKS)
  await clerk.goto(`/can-bo/tim?q=${code}`)
  await clerk.getByRole('listitem').getByRole('link').first().waitFor()
  await expectHealthy(clerk, 'search', OFFICE_LOOKS)
})

test('the counter and the dossier are open to everybody, by day and by night', async () => {
  await clerk.goto('/can-bo/quay')
  await clerk.getByLabel('Tìm thủ tục').fill('khai sinh')
  await clerk.getByRole('button', { name: BIRTH.code }).click()
  await clerk.getByRole('group', { name: 'Giấy tờ nhận' }).waitFor()
  await clerk.keyboard.press('F4')
  await clerk.getByRole('alert').waitFor()
  await expectHealthy(clerk, 'counter', OFFICE_LOOKS)
  await clerk.goto('/can-bo/viec')
  await clerk.getByRole('listitem').getByRole('link').first().click()
  await clerk.getByText('Vì sao?').click()
  await clerk.getByText(/Chưa làm được, vì sao/).click()
  await openAction(clerk, 'Yêu cầu bổ sung')
  await expectHealthy(clerk, 'dossier', OFFICE_LOOKS)
})

test('the report and the pages that lead nowhere are open to everybody, by day and by night', async () => {
  const leader = await town.newVisitor()
  await openOfficeAs(leader, LEADER)
  const query = new URLSearchParams({ scope: 'H20.21.02', from: '2024-03-01', to: '2024-03-14' })
  await leader.goto(`/can-bo/bao-cao?${query}`)
  await leader.getByText('Các đẳng thức đều đúng.').waitFor()
  await expectHealthy(leader, 'report', OFFICE_LOOKS)
  await leader.goto(`/can-bo/bao-cao/ho-so?${query}&figure=receivedTotal`)
  await leader.getByRole('table').waitFor()
  await expectHealthy(leader, 'counted dossiers', OFFICE_LOOKS)
  await leader.goto(`/can-bo/bao-cao?${query}&form=ly-do-bo-sung-tra-lai`)
  await leader.getByRole('rowheader', { name: 'Chưa phân loại' }).waitFor()
  await expectHealthy(leader, 'grounds', OFFICE_LOOKS)
  await leader.goto(`/can-bo/bao-cao?${query}&form=thu-tuc-truc-tuyen`)
  await leader
    .getByRole('row', { name: /^Tổng cộng/ })
    .getByRole('link')
    .first()
    .click()
  await leader.getByRole('heading', { name: /^Thủ tục thuộc thẩm quyền: \d+ thủ tục/ }).waitFor()
  await expectHealthy(leader, 'counted procedures', OFFICE_LOOKS)
  await leader.goto(`/can-bo/khoi-luong?${query}`)
  await leader.getByRole('rowheader', { name: CLERK }).waitFor()
  await expectHealthy(leader, 'workload', OFFICE_LOOKS)
  await leader.goto(`/can-bo/ho-so/${randomUUID()}`)
  await leader.getByRole('alert').waitFor()
  await expectHealthy(leader, 'no such dossier', OFFICE_LOOKS)
  await leader.goto('/can-bo/khong-co')
  await leader.getByRole('heading', { name: 'Không có trang này' }).waitFor()
  await expectHealthy(leader, 'no such page', OFFICE_LOOKS)
  await citizen.goto('/can-bo/viec')
  await citizen.getByRole('heading', { name: 'Trang này dành cho cán bộ' }).waitFor()
  await expectHealthy(citizen, 'citizens outside', OFFICE_LOOKS)
  const nobody = await town.newVisitor()
  await nobody.goto('/can-bo/viec')
  await nobody.getByRole('heading', { name: 'Bạn chưa đăng nhập' }).waitFor()
  await expectHealthy(nobody, 'signed out', OFFICE_LOOKS)
  assert.equal(nobody.url(), `${town.url}/can-bo/viec`)
})
