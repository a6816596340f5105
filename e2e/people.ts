import type { Page } from 'playwright-core'

/** Demo people of the province, as the stand-in of VNeID offers them. */
export const CITIZEN = 'Trần Thị Mẫu'
export const OTHER_CITIZEN = 'Lê Văn Thử'
export const CLERK = 'Kiều Thành Quân'
export const SPECIALIST = 'Hà Ngọc Ngân'
export const LEADER = 'Nguyễn Thị Tuyết Châu'
/** Of the Department of Labour, Invalids and Social Affairs. */
export const CLERK_ELSEWHERE = 'Nguyễn Chí Tùng'
export const DIRECTOR = 'Lê Ngọc Nhân'
export const ADMINISTRATOR = 'Trần Mỹ Hương'

/** Chooses somebody on the page of the stand-in. */
export async function beWhoSignsIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
}

/** Opens an office page as an officer who has not signed in yet. */
export async function openOfficeAs(page: Page, name: string, path = '/can-bo/'): Promise<void> {
  await page.goto(path)
  await page.getByRole('link', { name: 'Đăng nhập bằng nơi đăng nhập giả lập' }).click()
  await beWhoSignsIn(page, name)
  await page.getByRole('banner').getByText(name).waitFor()
}

/** Opens a portal page as a citizen who has not signed in yet; a page of one's own asks for it by itself. */
export async function openPortalAs(page: Page, name: string, path = '/'): Promise<void> {
  await page.goto(path)
  await page.getByRole('link', { name: 'Đăng nhập VNeID (giả lập)' }).click()
  await beWhoSignsIn(page, name)
  await page.getByRole('banner').getByText(name).waitFor()
}
