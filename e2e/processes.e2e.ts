import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectHealthy, type Look } from './healthy-page.ts'
import { ADMINISTRATOR, CITIZEN, CLERK, openOfficeAs, openPortalAs } from './people.ts'
import { acceptQuickly, fileBirth, post } from './quick-filing.ts'
import { startTown, type Town } from './town.ts'

const LOOKS: readonly Look[] = [
  { colorScheme: 'light', size: 'desk' },
  { colorScheme: 'light', size: 'phone' },
  { colorScheme: 'dark', size: 'desk' },
]

let town: Town
before(async () => {
  town = await startTown()
})
after(() => town.stop())

const diagramOf = (page: Page) => page.getByRole('figure', { name: 'Sơ đồ quy trình' })

test('an officer sees in the diagram where a dossier stands and how long each step took', async () => {
  const citizen = await town.newVisitor()
  const clerk = await town.newVisitor()
  await openPortalAs(citizen, CITIZEN)
  await openOfficeAs(clerk, CLERK)
  const dossier = await fileBirth(citizen, 'Trần Có Sơ Đồ')
  await acceptQuickly(clerk, dossier)
  town.clock.moveTo('2024-03-14T08:20')
  await post(clerk, `/api/dossiers/${dossier}/forward`, { expectedVersion: null, officer: null, note: null })
  await clerk.goto(`/can-bo/ho-so/${dossier}`)
  const diagram = diagramOf(clerk)
  await diagram.getByText(/✓ đã qua · (19|20) phút/).waitFor()
  await diagram.getByText(/◐ đang ở đây/).waitFor()
  assert.ok((await diagram.getByText('○ chưa tới').count()) >= 2)
  // The very same in words, for who does not see pictures.
  await clerk.getByRole('listitem').filter({ hasText: 'đang ở đây' }).waitFor()
  await expectHealthy(clerk, 'dossier with its diagram', LOOKS)
})

test('the diagram is moved and enlarged with the keyboard alone', async () => {
  const clerk = await town.newVisitor()
  await openOfficeAs(clerk, CLERK, '/can-bo/quy-trinh/qt-1.000943')
  const canvas = diagramOf(clerk).getByRole('group', { name: 'Sơ đồ quy trình' })
  await canvas.focus()
  const view = () => canvas.locator('.viewport').first().getAttribute('transform')
  await canvas.locator('.viewport').first().waitFor()
  const before = await view()
  await clerk.keyboard.press('ArrowRight')
  const moved = await view()
  assert.notEqual(moved, before)
  await clerk.keyboard.press('+')
  assert.notEqual(await view(), moved)
})

test('an administrator finds a process, reads it and takes it along as BPMN', async () => {
  const page = await town.newVisitor()
  await openOfficeAs(page, ADMINISTRATOR)
  await page.getByRole('link', { name: 'Quy trình', exact: true }).click()
  await page.getByRole('table', { name: 'Quy trình' }).waitFor()
  await expectHealthy(page, 'processes', LOOKS)
  await page.getByLabel('Lọc theo tên hoặc mã').fill('000943')
  await page.getByRole('table', { name: 'Quy trình' }).getByRole('link').click()
  await page.getByText(/dài hơn thời hạn của thủ tục 1\.000943/).waitFor()
  await diagramOf(page).locator('.djs-shape').first().waitFor()
  assert.ok((await page.getByRole('table', { name: 'Các bước' }).getByRole('row').count()) > 5)
  await expectHealthy(page, 'process', LOOKS)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải BPMN 2.0' }).click(),
  ])
  assert.equal(download.suggestedFilename(), 'qt-1.000943-1.bpmn')
  assert.match(await readFile(await download.path(), 'utf8'), /<bpmn:userTask /)
})

test('a process that is not there is said to be missing, and a filter without hits says so', async () => {
  const page = await town.newVisitor()
  await openOfficeAs(page, ADMINISTRATOR, '/can-bo/quy-trinh/khong-co')
  await page.getByRole('alert').waitFor()
  await expectHealthy(page, 'no such process', LOOKS)
  await page.goto('/can-bo/quy-trinh')
  await page.getByLabel('Lọc theo tên hoặc mã').fill('zzz')
  await page.getByText('Không có quy trình nào khớp').waitFor()
  await expectHealthy(page, 'no process found', LOOKS)
})
