import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { BIRTH, fillBirthForm, finishFiling, next, startFiling } from './birth-filing.ts'
import { hasFocus, tabTo } from './keyboard.ts'
import { act, openFromList } from './office-work.ts'
import { CITIZEN, CLERK, LEADER, openOfficeAs, openPortalAs, SPECIALIST } from './people.ts'
import { comeBackUntil, startTown, type Town } from './town.ts'

const CHILD = 'Trần Ngọc Mai Nhi'

let town: Town
let citizen: Page
let clerk: Page
/** As printed on the receipt of acceptance. */
let code = ''

before(async () => {
  town = await startTown()
  citizen = await town.newVisitor()
  clerk = await town.newVisitor()
})
after(() => town.stop())

test('a citizen finds the procedure typing without diacritics and reads what it takes', async () => {
  await citizen.goto('/')
  await citizen.getByLabel('Bạn cần làm việc gì?').fill('dang ky khai sinh')
  await citizen.getByRole('button', { name: 'Tìm' }).click()
  await citizen.getByRole('link', { name: BIRTH.name, exact: true }).click()
  await citizen.getByRole('heading', { level: 1, name: BIRTH.name }).waitFor()
  await citizen.getByText('1 ngày làm việc', { exact: true }).waitFor()
  await citizen.getByText('Không mất tiền').waitFor()
  await citizen.getByRole('heading', { name: 'Giấy tờ cần có' }).waitFor()
})

test('she signs in through the stand-in of VNeID and is back at what she was doing', async () => {
  await openPortalAs(citizen, CITIZEN, new URL(citizen.url()).pathname)
  await citizen.getByRole('heading', { level: 1, name: BIRTH.name }).waitFor()
})

test('a mistake in the form is shown and mended without losing what was typed', async () => {
  await startFiling(citizen)
  await fillBirthForm(citizen, CHILD)
  await citizen.getByLabel('Số định danh cá nhân của mẹ').fill('08799')
  await next(citizen)
  const alert = citizen.getByRole('alert')
  await alert.getByRole('link').click()
  const number = citizen.getByLabel('Số định danh cá nhân của mẹ')
  assert.equal(await number.getAttribute('aria-invalid'), 'true')
  assert.equal(await number.inputValue(), '08799')
  assert.equal(await citizen.getByLabel('Họ và tên của trẻ').inputValue(), CHILD)
  assert.ok(await citizen.getByRole('group', { name: 'Giới tính của trẻ' }).getByLabel('Nữ').isChecked())
  await number.fill('087990000001')
  await next(citizen)
  await citizen.getByRole('heading', { name: 'Bước 3 trên 5 Giấy tờ' }).waitFor()
})

test('she uploads the proof of birth, files and sees the receipt', async () => {
  await finishFiling(citizen)
  await citizen.getByText(CHILD).waitFor()
  await citizen.getByText('giay-chung-sinh.pdf').waitFor()
  await citizen.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await citizen.getByRole('heading', { level: 1, name: 'Đã nộp hồ sơ thành công' }).waitFor()
  await citizen.getByText('Chờ tiếp nhận').waitFor()
})

test('the clerk of the counter accepts it from the queue with the keyboard alone', async () => {
  await openOfficeAs(clerk, CLERK, '/can-bo/tiep-nhan')
  const row = clerk.getByRole('listitem').filter({ hasText: CITIZEN })
  await tabTo(clerk, row.getByRole('link', { name: BIRTH.name }))
  await clerk.keyboard.press('Space')
  await clerk.getByText('1 đã chọn').waitFor()
  const accept = clerk.getByRole('button', { name: 'Tiếp nhận' })
  while (!(await hasFocus(accept))) await clerk.keyboard.press('Shift+Tab')
  await clerk.keyboard.press('Enter')
  const outcome = clerk.getByRole('status').getByRole('listitem')
  await outcome.filter({ hasText: 'xong' }).waitFor()
  code = /H20\.21\.02-\d{6}-\d{4}/.exec(await outcome.innerText())?.[0] ?? ''
  assert.notEqual(code, '')
  await clerk.getByText('Không có hồ sơ nào chờ tiếp nhận').waitFor()
})

test('the specialist finds it in the worklist and handles it', async () => {
  await clerk.goto('/can-bo/viec')
  await openFromList(clerk, code)
  await act(clerk, 'Chuyển bước tiếp')
  const specialist = await town.newVisitor()
  await openOfficeAs(specialist, SPECIALIST, '/can-bo/viec')
  await openFromList(specialist, code)
  await specialist.getByText(CHILD).waitFor()
  await act(specialist, 'Chuyển bước tiếp', { 'Ghi chú': 'Đã đối chiếu giấy chứng sinh, trình ký.' })
  await specialist.context().close()
})

test('the leader signs it off, the registrar enters the result', async () => {
  const leader = await town.newVisitor()
  await openOfficeAs(leader, LEADER, '/can-bo/viec')
  await openFromList(leader, code)
  await leader.getByText('Đã đối chiếu giấy chứng sinh, trình ký.').waitFor()
  await act(leader, 'Chuyển bước tiếp')
  await leader.context().close()
  await clerk.goto('/can-bo/viec')
  await openFromList(clerk, code)
  await act(clerk, 'Trình kết quả', {
    'Số kết quả': '25/2024',
    'Ngày ban hành': '2024-03-14',
    'Trích yếu': `Giấy khai sinh của ${CHILD}`,
  })
  await clerk.getByText('Đã có kết quả').first().waitFor()
})

test('the clerk hands out the result', async () => {
  await act(clerk, 'Trả kết quả')
  await clerk.getByText('Đã trả kết quả').first().waitFor()
})

test('the citizen follows it by its code without an account', async () => {
  const anybody = await town.newVisitor()
  await anybody.goto('/')
  await anybody.getByLabel('Mã số hồ sơ').fill(code)
  await anybody.getByRole('button', { name: 'Xem' }).click()
  const found = anybody.getByRole('region', { name: code })
  await found.getByText('Đã trả kết quả').waitFor()
  assert.equal(await anybody.getByText(CITIZEN).count(), 0, 'the page tells strangers nothing but code and state')
  await anybody.context().close()
})

test('the notices of the citizen tell what happened', async () => {
  await citizen.getByRole('link', { name: 'Thông báo' }).click()
  await citizen.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor()
  const notices = citizen.getByRole('main').getByRole('listitem')
  await comeBackUntil(citizen, notices.nth(2))
  await notices.nth(0).getByText('đã được trả kết quả cho Trần Thị Mẫu').waitFor()
  await notices.nth(1).getByText('đã có kết quả').waitFor()
  await notices.nth(2).getByText(`đã được tiếp nhận với mã ${code}`).waitFor()
  await notices.nth(0).getByRole('link', { name: code }).click()
  await citizen.getByText(`Giấy khai sinh của ${CHILD}`, { exact: true }).waitFor()
})
