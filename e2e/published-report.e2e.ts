import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectHealthy, type Look } from './healthy-page.ts'
import { CITIZEN, CLERK, LEADER, openOfficeAs, openPortalAs } from './people.ts'
import { acceptQuickly, fileBirth } from './quick-filing.ts'
import { startTown, type Town } from './town.ts'

const LOOKS: readonly Look[] = [
  { colorScheme: 'light', size: 'desk' },
  { colorScheme: 'light', size: 'phone' },
]
const WARD = 'H20.21.02'

let town: Town
let clerk: Page
let leader: Page
let published: string

before(async () => {
  town = await startTown()
  const citizen = await town.newVisitor()
  clerk = await town.newVisitor()
  leader = await town.newVisitor()
  await openPortalAs(citizen, CITIZEN)
  await openOfficeAs(clerk, CLERK)
  await acceptQuickly(clerk, await fileBirth(citizen, 'Trần Báo Cáo'))
})
after(() => town.stop())

const paragraph = (page: Page, text: string) => page.locator('.draft-paragraph').filter({ hasText: text })

test('a clerk opens the report of March, and finds it written with figures that open their dossiers', async () => {
  await clerk.goto('/can-bo/bao-cao/cong-bo')
  await clerk.getByText('Chưa có báo cáo nào được công bố').waitFor()
  await expectHealthy(clerk, 'published, none yet', LOOKS)
  const form = clerk.getByRole('form', { name: 'Mở dự thảo' })
  await form.getByLabel('Phạm vi').selectOption(WARD)
  await form.getByLabel('Từ ngày').fill('2024-03-01')
  await form.getByLabel('Đến hết ngày').fill('2024-03-31')
  await form.getByRole('button', { name: 'Mở dự thảo' }).click()
  const total = paragraph(clerk, 'Tổng số hồ sơ phải giải quyết là 1 hồ sơ')
  await total.waitFor()
  await expectHealthy(clerk, 'draft', LOOKS)
  await total.getByRole('link').first().click()
  await clerk.getByRole('heading', { level: 1, name: ': 1 hồ sơ' }).waitFor()
  await clerk.goBack()
})

test('a paragraph is rewritten around its figure, and what nobody knows is left out', async () => {
  const total = paragraph(clerk, 'Tổng số hồ sơ phải giải quyết là')
  await total.getByRole('button', { name: 'Sửa' }).click()
  const box = clerk.getByRole('textbox', { name: 'Nội dung đoạn' })
  await box.press('End')
  await clerk.keyboard.press('Control+End')
  await clerk.keyboard.type(' Xem thêm số quá hạn: ')
  await clerk.getByLabel('Chèn số liệu').selectOption('inProgressOverdue')
  await clerk.getByRole('button', { name: 'Chèn', exact: true }).click()
  await expectHealthy(clerk, 'paragraph being written', LOOKS)
  await clerk.getByRole('button', { name: 'Lưu' }).click()
  await paragraph(clerk, 'Xem thêm số quá hạn: 0').waitFor()
  await clerk.getByText(`viết lại bởi ${CLERK}`).waitFor()
  for (;;) {
    const blank = clerk.locator('.draft-paragraph').filter({ has: clerk.locator('.blank') })
    const left = await blank.count()
    if (left === 0) break
    await blank.first().getByRole('button', { name: 'Bỏ đoạn' }).click()
    await clerk.getByText(`Đoạn đã bỏ (${4 - left})`).waitFor()
  }
  await clerk.getByText('Chỉ lãnh đạo của cơ quan báo cáo ký được.').waitFor()
})

test('the leader signs, and the report stands published with its hash', async () => {
  await openOfficeAs(leader, LEADER, new URL(clerk.url()).pathname)
  await leader.getByLabel('Số, ký hiệu văn bản').fill('05/BC-UBND')
  await leader.getByRole('button', { name: 'Ký và công bố' }).click()
  await leader.getByText('Nội dung và số liệu được giữ nguyên như lúc công bố').waitFor()
  await leader.getByText('Hỏi lại hôm nay, mọi con số vẫn như đã công bố.').waitFor()
  await expectHealthy(leader, 'published report', LOOKS)
  published = leader.url().split('/').at(-1) ?? ''
  for (const kind of ['PDF', 'DOCX']) {
    const [download] = await Promise.all([
      leader.waitForEvent('download'),
      leader.getByRole('link', { name: kind, exact: true }).click(),
    ])
    assert.equal(await download.failure(), null)
    assert.equal(download.suggestedFilename(), `Báo cáo số ${published}.${kind.toLowerCase()}`)
  }
})

test('everybody reads it on the portal, with scripts off', async () => {
  const visitor = await town.newVisitor({ javaScriptEnabled: false })
  await visitor.goto('/so-lieu/bao-cao')
  await visitor.getByRole('link', { name: /^Tình hình, kết quả giải quyết thủ tục hành chính/ }).click()
  await visitor.getByText(/Tổng số hồ sơ phải giải quyết là 1 hồ sơ/).waitFor()
  await visitor.getByText(/Mã băm SHA-256/).waitFor()
  const reader = await town.newVisitor()
  await reader.goto(`/so-lieu/bao-cao/${published}`)
  await expectHealthy(reader, 'published report on the portal', LOOKS)
  await reader.goto('/so-lieu/bao-cao')
  await expectHealthy(reader, 'published reports on the portal', LOOKS)
})
