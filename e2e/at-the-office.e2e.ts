import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { formatMoment } from '@motcua/core/kernel/text.ts'
import { instant, MINUTE_MS } from '@motcua/core/kernel/instant.ts'
import type { Page } from 'playwright-core'
import { BIRTH, PROOF_OF_BIRTH } from './birth-filing.ts'
import { hasFocus, tabTo } from './keyboard.ts'
import { act, openAction } from './office-work.ts'
import { CITIZEN, CLERK, openOfficeAs, openPortalAs, SPECIALIST } from './people.ts'
import { acceptQuickly, fileBirth, forwardQuickly } from './quick-filing.ts'
import { startTown, type Town } from './town.ts'

let town: Town

before(async () => {
  town = await startTown()
})
after(() => town.stop())

async function officer(name: string, path?: string): Promise<Page> {
  const page = await town.newVisitor()
  await openOfficeAs(page, name, path)
  return page
}

/** Filed online by the citizen and accepted by the clerk: it lies with the specialists now. */
async function atTheSpecialists(child: string): Promise<{ readonly id: string; readonly clerk: Page }> {
  const citizen = await town.newVisitor()
  await openPortalAs(citizen, CITIZEN)
  const id = await fileBirth(citizen, child)
  const clerk = await officer(CLERK)
  await acceptQuickly(clerk, id)
  await forwardQuickly(clerk, id)
  return { id, clerk }
}

test('the time promised at the counter is that of the server, and moves on while nobody touches anything', async () => {
  const clerk = await officer(CLERK)
  await clerk.clock.install()
  await clerk.goto('/can-bo/quay')
  await clerk.getByLabel('Tìm thủ tục').fill(BIRTH.code)
  const answered = clerk.waitForResponse((response) => response.url().includes('/appointment?'))
  await clerk.getByRole('button', { name: BIRTH.name, exact: false }).first().click()
  const { dueAt } = await (await answered).json()
  const due = clerk.getByText('Nếu nhận bây giờ, hẹn trả').locator('strong')
  const seen = () => due.textContent()
  const server = [0, 1].map((minutes) => formatMoment(instant(Date.parse(dueAt) + minutes * MINUTE_MS)))
  const before = await seen()
  // The minute may have turned between the two questions.
  assert.ok(server.includes(before ?? ''), `${before}, and the server says ${server[0]}`)
  await clerk.clock.fastForward('01:00')
  await due.filter({ hasNotText: before ?? '' }).waitFor()
  assert.notEqual(await seen(), before)
})

test('the counter takes in a dossier without a mouse', async () => {
  const clerk = await officer(CLERK, '/can-bo/quay')
  const { keyboard } = clerk
  const type = async (label: string, value: string): Promise<void> => {
    await tabTo(clerk, clerk.getByLabel(label))
    await keyboard.type(value)
  }
  await type('Số định danh, hoặc mã số thuế', '087885000002')
  await keyboard.press('Enter')
  assert.ok(await hasFocus(clerk.getByLabel('Họ và tên, hoặc tên tổ chức')), 'Enter goes on to the next field')
  await keyboard.type('Lê Văn Thử')
  await type('Nơi ở, trụ sở', '5 Lý Thường Kiệt, Phường 1, thành phố Cao Lãnh')
  await keyboard.press('F2')
  await keyboard.type('dang ky khai sinh')
  await clerk.getByRole('button', { name: BIRTH.name, exact: false }).first().waitFor()
  await keyboard.press('Enter')
  await clerk.getByText('08 giờ', { exact: false }).first().waitFor()
  await keyboard.press('F4')
  await clerk.getByRole('alert').getByText('Còn thiếu; những gì đã nhập vẫn được giữ').waitFor()
  await tabTo(clerk, clerk.getByLabel('Giấy chứng sinh', { exact: false }))
  await keyboard.press('Space')
  await type('Họ và tên của trẻ', 'Lê Thị Bé Ba')
  await tabTo(clerk, clerk.getByLabel('Ngày sinh của trẻ'))
  await keyboard.type('03012024')
  await tabTo(clerk, clerk.getByRole('group', { name: 'Giới tính của trẻ' }).getByLabel('Nam'))
  await keyboard.press('Space')
  await type('Nơi sinh của trẻ', 'Trạm y tế Phường 1')
  await type('Dân tộc của trẻ', 'Kinh')
  await type('Quốc tịch của trẻ', 'Việt Nam')
  await type('Quê quán của trẻ', 'Cao Lãnh, Đồng Tháp')
  await tabTo(clerk, clerk.getByRole('group', { name: 'Quan hệ với trẻ' }).getByLabel('Cha'))
  await keyboard.press('Space')
  await keyboard.press('F4')
  const done = clerk.getByRole('status')
  await done.getByText(/Đã tiếp nhận: H20\.21\.02-240314-\d{4}/).waitFor()
  await done.getByText(/thứ Sáu 15\/03\/2024/).waitFor()
  await keyboard.press('F8')
  await clerk.getByLabel('Số định danh, hoặc mã số thuế').waitFor()
  assert.equal(await clerk.getByLabel('Họ và tên, hoặc tên tổ chức').inputValue(), '', 'the next person starts anew')
})

test('a supplement is asked for, answered online, and the clock explains the pause', async () => {
  const { id } = await atTheSpecialists('Trần Bổ Sung')
  town.clock.moveTo('2024-03-14T09:00')
  const before = await officer(SPECIALIST, `/can-bo/ho-so/${id}`)
  const { form, send } = await openAction(before, 'Yêu cầu bổ sung')
  await form.getByLabel('Cần bổ sung những gì').fill('Bản chụp rõ của giấy chứng sinh')
  await before.keyboard.press('Tab')
  assert.ok(await hasFocus(form.getByLabel('Phân loại')), 'the catalogue of grounds comes before the words')
  // As a list does it: the first that begins with what is typed.
  await before.keyboard.press('b')
  await form.getByLabel('Lý do').fill('Ảnh mờ, không đọc được ngày sinh.')
  await send()
  await before.getByText('Chờ bổ sung').first().waitFor()
  const asked = 'Bản chụp không rõ, thiếu trang hoặc chưa được chứng thực. Ảnh mờ, không đọc được ngày sinh.'
  await before.getByText(asked, { exact: false }).first().waitFor()
  town.clock.moveTo('2024-03-14T10:30')
  const citizen = await town.newVisitor()
  await openPortalAs(citizen, CITIZEN, `/ho-so/${id}`)
  await citizen.getByText('Bản chụp rõ của giấy chứng sinh', { exact: true }).waitFor()
  await citizen.getByText('Ảnh mờ, không đọc được ngày sinh.', { exact: true }).waitFor()
  await citizen.getByRole('link', { name: 'Bổ sung hồ sơ' }).click()
  await citizen.getByLabel('Giấy chứng sinh', { exact: false }).setInputFiles(PROOF_OF_BIRTH)
  await citizen.getByLabel('Lời nhắn cho cơ quan').fill('Tôi gửi ảnh chụp lại.')
  await citizen.getByRole('button', { name: 'Gửi bổ sung' }).click()
  await citizen.getByText('Đang giải quyết').first().waitFor()
  const again = await officer(SPECIALIST, `/can-bo/ho-so/${id}`)
  await again.getByText('Tôi gửi ảnh chụp lại.').first().waitFor()
  await again.getByText('giay-chung-sinh.pdf', { exact: false }).first().waitFor()
  await again.getByText('Vì sao?').click()
  await again.getByText(/Tạm dừng từ 09 giờ 00, .* đến 10 giờ 30, .*: chờ bổ sung hồ sơ/).waitFor()
  const step = again.getByRole('listitem').filter({ hasText: 'Thẩm định hồ sơ, dự thảo kết quả' })
  await step.getByText(/đã dùng (59 phút|1 giờ)$/).waitFor()
})

test('of two officers at once the second is told so and keeps what was typed', async () => {
  const { id, clerk } = await atTheSpecialists('Trần Hai Người')
  const typed = 'Đề nghị đối chiếu lại tên của mẹ.'
  const specialist = await officer(SPECIALIST, `/can-bo/ho-so/${id}`)
  const { form, send } = await openAction(specialist, 'Chuyển bước tiếp')
  await form.getByLabel('Ghi chú').fill(typed)
  await clerk.goto(`/can-bo/ho-so/${id}`)
  await act(clerk, 'Rút hồ sơ', { 'Lý do': 'Người nộp xin rút tại quầy.' })
  await send()
  await form.getByRole('alert').getByText('Hồ sơ vừa có người khác xử lý.', { exact: false }).waitFor()
  assert.equal(await form.getByLabel('Ghi chú').inputValue(), typed)
  await specialist.getByText('Người nộp xin rút tại quầy.').first().waitFor()
})
