import type { Page } from 'playwright-core'

/** Registering a birth: a procedure of one working day, free of charge, at any commune. */
export const BIRTH = { code: '1.001193', name: 'Thủ tục đăng ký khai sinh' } as const
export const COMMUNE = 'Ủy ban nhân dân Phường 1, thành phố Cao Lãnh'

export const PROOF_OF_BIRTH = {
  name: 'giay-chung-sinh.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
} as const

export const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()

/** From a procedure's page to the first question of the form, the applicant filing for herself. */
export async function startFiling(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' }).click()
  await page.getByLabel('Nơi giải quyết').selectOption({ label: COMMUNE })
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.getByRole('heading', { name: 'Bước 1 trên 5 Chủ hồ sơ' }).waitFor()
  await page.getByLabel('Nơi ở của chủ hồ sơ').fill('12 Nguyễn Huệ, Phường 1, thành phố Cao Lãnh')
  await next(page)
}

/** Answers the typed form, without sending it. */
export async function fillBirthForm(page: Page, child: string): Promise<void> {
  await page.getByLabel('Họ và tên của trẻ').fill(child)
  await page.getByLabel('Ngày sinh của trẻ').fill('2024-03-01')
  await page.getByRole('group', { name: 'Giới tính của trẻ' }).getByLabel('Nữ').check()
  await page.getByLabel('Nơi sinh của trẻ').fill('Bệnh viện Đa khoa Đồng Tháp')
  await page.getByLabel('Dân tộc của trẻ').fill('Kinh')
  await page.getByLabel('Quốc tịch của trẻ').fill('Việt Nam')
  await page.getByLabel('Quê quán của trẻ').fill('Phường 1, thành phố Cao Lãnh, Đồng Tháp')
  await page.getByRole('group', { name: 'Quan hệ với trẻ' }).getByLabel('Mẹ').check()
}

/** Uploads the one paper that must be there and goes on to the last page. */
export async function finishFiling(page: Page): Promise<void> {
  await page.getByLabel('Giấy chứng sinh', { exact: false }).setInputFiles(PROOF_OF_BIRTH)
  await next(page)
  await page.getByRole('heading', { name: 'Nhận kết quả, lệ phí' }).waitFor()
  await next(page)
  await page.getByRole('heading', { name: 'Bước 5 trên 5 Kiểm tra và nộp' }).waitFor()
}
