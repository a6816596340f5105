import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { BIRTH, fillBirthForm, finishFiling, next, startFiling } from './birth-filing.ts'
import { beWhoSignsIn, CITIZEN } from './people.ts'
import { startTown, type Town } from './town.ts'

let town: Town
let page: Page

before(async () => {
  town = await startTown()
  page = await town.newVisitor({ javaScriptEnabled: false })
})
after(() => town.stop())

test('with scripts off a procedure is found and read', async () => {
  await page.goto('/')
  await page.getByLabel('Bạn cần làm việc gì?').fill('khai sinh')
  await page.getByRole('button', { name: 'Tìm' }).click()
  await page.getByRole('link', { name: BIRTH.name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: BIRTH.name }).waitFor()
  await page.getByText('vì sao?').click()
  await page.getByText('Thời hạn theo quy định: 1 ngày làm việc.', { exact: false }).waitFor()
})

test('with scripts off a dossier is filed, mistakes and all, and the receipt shows', async () => {
  await page.getByRole('link', { name: 'Đăng nhập VNeID (giả lập)' }).click()
  await beWhoSignsIn(page, CITIZEN)
  await startFiling(page)
  await next(page)
  await page.getByRole('alert').getByText('Còn chỗ cần sửa', { exact: false }).waitFor()
  await fillBirthForm(page, 'Trần Không Script')
  await next(page)
  await finishFiling(page)
  await page.getByText('Trần Không Script').waitFor()
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await page.getByRole('heading', { level: 1, name: 'Đã nộp hồ sơ thành công' }).waitFor()
})
