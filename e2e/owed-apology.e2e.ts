import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectHealthy, type Look } from './healthy-page.ts'
import { act } from './office-work.ts'
import { CITIZEN, CLERK, LEADER, openOfficeAs, openPortalAs, SPECIALIST } from './people.ts'
import { acceptQuickly, fileBirth, forwardQuickly, post } from './quick-filing.ts'
import { comeBackUntil, startTown, type Town } from './town.ts'

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

async function officer(name: string, path?: string): Promise<Page> {
  const page = await town.newVisitor()
  await openOfficeAs(page, name, path)
  return page
}

/** Paused on Thursday and back on Monday, of which it then has no more than a day. */
async function dueTomorrow(child: string): Promise<{ readonly id: string; readonly code: string }> {
  town.clock.moveTo('2024-03-14T08:00')
  const citizen = await town.newVisitor()
  await openPortalAs(citizen, CITIZEN)
  const id = await fileBirth(citizen, child)
  town.clock.moveTo('2024-03-14T09:00')
  const clerk = await officer(CLERK)
  const { code } = await acceptQuickly(clerk, id)
  await forwardQuickly(clerk, id)
  const asked = { items: ['Giấy chứng sinh bản rõ'], reason: 'Ảnh mờ.' }
  const specialist = await officer(SPECIALIST)
  await post(specialist, `/api/dossiers/${id}/requestSupplement`, { expectedVersion: null, ...asked })
  town.clock.moveTo('2024-03-18T10:00')
  const again = await officer(CLERK)
  const paper = { required: null, name: 'Giấy chứng sinh', kind: 'paper', originals: 1, copies: 0, file: null }
  await post(again, `/api/dossiers/${id}/supplySupplement`, { expectedVersion: null, documents: [paper], note: null })
  return { id, code: code ?? '' }
}

test('a letter of apology that is owed is drafted by itself, signed with others, and read by the citizen', async () => {
  const { id, code } = await dueTomorrow('Trần Được Xin Lỗi')
  const specialist = await officer(SPECIALIST, '/can-bo/thong-bao')
  const told = specialist.getByRole('listitem').filter({ hasText: code }).filter({ hasText: 'Cần thư xin lỗi' })
  await comeBackUntil(specialist, told)
  await specialist
    .getByRole('banner')
    .getByRole('link', { name: /Thông báo .* chưa đọc/ })
    .waitFor()
  await expectHealthy(specialist, 'notices', LOOKS)
  const leader = await officer(LEADER, '/can-bo/ky-duyet')
  const letter = leader.getByRole('listitem').filter({ hasText: code })
  await comeBackUntil(leader, letter)
  await told.getByRole('link').click()
  await act(specialist, 'Dự thảo thư xin lỗi', { 'Lý do': 'Chờ xác minh nơi sinh.' })
  await comeBackUntil(leader, letter.filter({ hasText: 'Chờ xác minh nơi sinh.' }))
  await expectHealthy(leader, 'signing', LOOKS)
  await leader.setViewportSize({ width: 1280, height: 900 })
  await letter.getByRole('checkbox').check()
  await leader.getByRole('button', { name: 'Ký thư xin lỗi' }).click()
  await leader.getByText('Kết quả từng hồ sơ: 1 xong').waitFor()
  const citizen = await town.newVisitor()
  await openPortalAs(citizen, CITIZEN, `/ho-so/${id}`)
  await citizen.getByText('Cơ quan xin lỗi vì chưa trả kết quả đúng hẹn').waitFor()
  await citizen.getByText('Chờ xác minh nơi sinh.').first().waitFor()
  // Due on Tuesday by the clock; three working days later by the letter.
  await citizen
    .getByText(/thứ Sáu 22\/03\/2024/)
    .first()
    .waitFor()
})

test('what was read is unread no longer', async () => {
  await dueTomorrow('Trần Đã Đọc')
  const specialist = await officer(SPECIALIST, '/can-bo/thong-bao')
  const unread = specialist.getByRole('button', { name: 'Đánh dấu tất cả đã đọc' })
  await comeBackUntil(specialist, unread)
  await unread.click()
  await specialist.getByText('Không có thông báo nào chưa đọc').waitFor()
  await expectHealthy(specialist, 'no notices', LOOKS)
  await specialist.getByRole('navigation', { name: 'Thông báo' }).getByRole('link', { name: 'Tất cả' }).click()
  await specialist
    .getByText(/đã đọc lúc/)
    .first()
    .waitFor()
})
