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
let citizen: Page
let draft: string
let published: string

before(async () => {
  town = await startTown()
  citizen = await town.newVisitor()
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
  draft = new URL(clerk.url()).pathname
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
  const blank = clerk.locator('.draft-paragraph').filter({ has: clerk.locator('.blank') })
  const blanks = await blank.count()
  assert.ok(blanks > 2)
  for (let gone = 1; gone <= blanks; gone++) {
    await blank.first().getByRole('button', { name: 'Bỏ đoạn' }).click()
    await clerk.getByText(`Đoạn đã bỏ (${gone})`).waitFor()
  }
  await clerk.getByText('Chỉ lãnh đạo của cơ quan báo cáo ký được.').waitFor()
})

test('what was left out comes back, and goes again', async () => {
  const summary = clerk.locator('summary').filter({ hasText: 'Đoạn đã bỏ' })
  const count = Number(/\d+/.exec(await summary.innerText())?.[0])
  await summary.click()
  const gone = clerk.locator('.left-out li').filter({ hasText: 'Kết nối, chia sẻ dữ liệu' })
  await expectHealthy(clerk, 'paragraphs left out', LOOKS)
  await gone.getByRole('button', { name: 'Đưa lại' }).click()
  const back = paragraph(clerk, 'Kết nối, chia sẻ dữ liệu')
  await back.waitFor()
  await clerk.getByText(`Đoạn đã bỏ (${count - 1})`).waitFor()
  await back.getByRole('button', { name: 'Bỏ đoạn' }).click()
  await clerk.getByText(`Đoạn đã bỏ (${count})`).waitFor()
})

test('what is typed outlives the page, and is never lost to what somebody else saved meanwhile', async () => {
  const NEXT = 'Hướng dẫn, hỗ trợ người dân'
  await paragraph(clerk, NEXT).getByRole('button', { name: 'Sửa' }).click()
  await clerk.getByRole('textbox', { name: 'Nội dung đoạn' }).press('Control+End')
  await clerk.keyboard.type(' Cử người trực.')
  await clerk.reload()
  await clerk.getByText('Đoạn này có bản đang gõ dở, chưa lưu.').waitFor()
  await expectHealthy(clerk, 'draft with typing kept', LOOKS)

  await openOfficeAs(leader, LEADER, draft)
  await paragraph(leader, NEXT).getByRole('button', { name: 'Sửa' }).click()
  await leader.getByRole('textbox', { name: 'Nội dung đoạn' }).press('Control+End')
  await leader.keyboard.type(' Mở thêm quầy.')
  await leader.getByRole('button', { name: 'Lưu' }).click()
  await paragraph(leader, 'Mở thêm quầy.').waitFor()

  await clerk.getByRole('button', { name: 'Viết tiếp' }).click()
  const box = clerk.getByRole('textbox', { name: 'Nội dung đoạn' })
  assert.match(await box.innerText(), /Cử người trực\.$/)
  // The clerk's page has not heard of it yet, or has: either way the other text is shown and his own stays.
  const save = clerk.getByRole('button', { name: 'Lưu', exact: true })
  if (await save.isVisible()) await save.click()
  await clerk.getByText(`${LEADER} vừa lưu đoạn này`).waitFor()
  await clerk.getByText('Mở thêm quầy.').waitFor()
  assert.match(await box.innerText(), /Cử người trực\.$/)
  await expectHealthy(clerk, 'paragraph saved by another meanwhile', LOOKS)
  await clerk.getByRole('button', { name: 'Lưu đè bằng bản của tôi' }).click()
  await paragraph(clerk, 'Cử người trực.').waitFor()
  assert.equal(await clerk.getByText('Đoạn này có bản đang gõ dở, chưa lưu.').count(), 0)
})

test('the draft is taken along on paper, named as a draft', async () => {
  for (const kind of ['PDF', 'DOCX']) {
    const [download] = await Promise.all([
      clerk.waitForEvent('download'),
      clerk.getByRole('link', { name: kind, exact: true }).click(),
    ])
    assert.equal(await download.failure(), null)
    assert.match(download.suggestedFilename(), /^Dự thảo, Tình hình/)
  }
})

test('the leader signs, and the report stands published with its hash', async () => {
  await leader.goto(draft)
  await leader.getByLabel('Số, ký hiệu văn bản').fill('05/BC-UBND')
  await leader.getByRole('button', { name: 'Ký và công bố' }).click()
  await leader.getByText('Nội dung và số liệu được giữ nguyên như lúc công bố').waitFor()
  await leader.getByText('Hỏi lại hôm nay, mọi con số vẫn như đã công bố.').waitFor()
  await expectHealthy(leader, 'published report', LOOKS)
  published = leader.url().split('/').at(-1) ?? ''
  for (const kind of ['PDF', 'DOCX', 'XLSX']) {
    const [download] = await Promise.all([
      leader.waitForEvent('download'),
      leader.getByRole('link', { name: kind, exact: true }).click(),
    ])
    assert.equal(await download.failure(), null)
    const name = kind === 'XLSX' ? `Báo cáo số ${published}, bảng số liệu` : `Báo cáo số ${published}`
    assert.equal(download.suggestedFilename(), `${name}.${kind.toLowerCase()}`)
  }
})

test('what happened since shows as a difference, dossier by dossier; what was published stays', async () => {
  await acceptQuickly(clerk, await fileBirth(citizen, 'Lê Đến Sau'))
  await leader.reload()
  const changed = leader
    .getByRole('table', { name: /^II\.06a: / })
    .first()
    .getByRole('row')
  const total = changed.filter({ hasText: 'Tổng số tiếp nhận' }).first()
  await total.waitFor()
  assert.deepEqual((await total.locator('td, th').allInnerTexts()).slice(-2), ['1', '2'])
  await leader.getByRole('heading', { name: /^Hồ sơ đổi chỗ: 1 \(II\.06a\)/ }).waitFor()
  const moved = leader
    .getByRole('table', { name: /^Hồ sơ đổi chỗ/ })
    .getByRole('row')
    .nth(1)
  await moved
    .getByText(/Tiếp nhận trong kỳ/)
    .first()
    .waitFor()
  await expectHealthy(leader, 'published report with a difference', LOOKS)
  const [download] = await Promise.all([
    leader.waitForEvent('download'),
    leader.getByRole('link', { name: 'CSV', exact: true }).click(),
  ])
  assert.equal(await download.failure(), null)
  assert.match(download.suggestedFilename(), /^Hồ sơ đổi chỗ so với báo cáo số 1, .*\.csv$/)

  const table = leader.locator('.published-table').first()
  await table.getByRole('row').nth(1).getByRole('link').first().click()
  await leader.getByRole('heading', { level: 1, name: ': 1 hồ sơ' }).waitFor()
  await leader.getByText(/định nghĩa phiên bản 1/).waitFor()
  await expectHealthy(leader, 'dossiers of a published number', LOOKS)
  await leader.getByRole('link', { name: `Về báo cáo đã công bố ${published}` }).click()
  await leader.getByText('Nội dung và số liệu được giữ nguyên như lúc công bố').waitFor()
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
