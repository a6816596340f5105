import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectHealthy, type Look } from './healthy-page.ts'
import { act } from './office-work.ts'
import { CITIZEN, CLERK, LEADER, openOfficeAs, openPortalAs, SPECIALIST } from './people.ts'
import { acceptQuickly, fileBirth, forwardQuickly } from './quick-filing.ts'
import { startTown, type Town } from './town.ts'

const LOOKS: readonly Look[] = [
  { colorScheme: 'light', size: 'desk' },
  { colorScheme: 'light', size: 'phone' },
]
const RESULT = { 'Số kết quả': '15/2024', 'Ngày ban hành': '2024-03-14', 'Trích yếu': 'Giấy khai sinh' }

let town: Town
let citizen: Page
let leader: Page
let clerk: Page

before(async () => {
  town = await startTown()
  citizen = await town.newVisitor()
  clerk = await town.newVisitor()
  leader = await town.newVisitor()
  await openPortalAs(citizen, CITIZEN)
  await openOfficeAs(clerk, CLERK)
  await openOfficeAs(leader, LEADER)
})
after(() => town.stop())

/** With the leader, who signs. */
async function toBeSigned(child: string): Promise<{ readonly id: string; readonly code: string }> {
  const specialist = await town.newVisitor()
  await openOfficeAs(specialist, SPECIALIST)
  const id = await fileBirth(citizen, child)
  const { code } = await acceptQuickly(clerk, id)
  await forwardQuickly(clerk, id)
  await forwardQuickly(specialist, id)
  await specialist.context().close()
  return { id, code: code ?? '' }
}

const inList = (page: Page, code: string) => page.getByRole('listitem').filter({ hasText: code })

test('what was signed and not closed is on the list the same day, until somebody closes it', async () => {
  const { id, code } = await toBeSigned('Trần Ký Rồi')
  await leader.goto(`/can-bo/ho-so/${id}`)
  await act(leader, 'Ký, ban hành kết quả', RESULT)
  await leader.getByText('Hồ sơ chưa được kết thúc.').waitFor()
  await expectHealthy(leader, 'dossier with a signed result', LOOKS)
  await leader.goto('/can-bo/ky-duyet?loai=result')
  await inList(leader, code).waitFor()
  await expectHealthy(leader, 'signed and open', LOOKS)
  await forwardQuickly(leader, id)
  await clerk.goto(`/can-bo/ho-so/${id}`)
  // The result stands there already, as it was signed.
  await act(clerk, 'Trình kết quả')
  await leader.goto('/can-bo/ky-duyet?loai=result')
  await leader.getByText('Không có hồ sơ nào đã ký mà chưa kết thúc').waitFor()
})

test('a wrong time is not edited: a correction is proposed, decided by the head, and stands beside the record', async () => {
  const { id, code } = await toBeSigned('Trần Đính Chính')
  town.clock.moveTo('2024-03-14T08:20')
  await clerk.goto(`/can-bo/ho-so/${id}`)
  await act(clerk, 'Đề nghị đính chính thời điểm', {
    'Đúng ra là': '2024-03-14T08:10',
    'Lý do': 'Bấm tiếp nhận trước khi nhận đủ giấy tờ',
    'Số văn bản chứng minh': 'Biên bản 02/BB-UBND',
  })
  await clerk.getByText('chờ duyệt').first().waitFor()
  await leader.goto('/can-bo/ky-duyet?loai=correction')
  await inList(leader, code).getByRole('link').click()
  await act(leader, 'Duyệt đính chính thời điểm')
  await leader.getByText('đã duyệt').first().waitFor()
  await expectHealthy(leader, 'dossier with a correction', LOOKS)
  await citizen.goto(`/ho-so/${id}`)
  await citizen.getByText('Duyệt đính chính thời điểm').first().waitFor()
  const events = await citizen.getByText('Tiếp nhận hồ sơ').count()
  assert.ok(events > 0, 'what was recorded still stands in the history')
})
