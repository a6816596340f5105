import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, openDatabase } from '@motcua/server/platform/database.ts'
import type { Page } from 'playwright-core'
import { CITIZEN, CLERK, CLERK_ELSEWHERE, OTHER_CITIZEN, openOfficeAs, openPortalAs } from './people.ts'
import { acceptQuickly, fileBirth } from './quick-filing.ts'
import { startTown, type Town } from './town.ts'

let dataDir: string
let database: Database
let town: Town
let citizen: Page
let clerk: Page
let dossier: string

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'motcua-e2e-database-'))
  database = await openDatabase({ databaseUrl: null, dataDir, serverSettings: { fsync: 'off' } })
  town = await startTown({ databaseUrl: database.url })
  citizen = await town.newVisitor()
  await openPortalAs(citizen, CITIZEN)
  dossier = await fileBirth(citizen, 'Trần Trắc Trở')
  clerk = await town.newVisitor()
  await openOfficeAs(clerk, CLERK)
})
after(async () => {
  await town.stop()
  await database.close()
  await rm(dataDir, { recursive: true })
})

test('what cannot be done yet says why', async () => {
  await acceptQuickly(clerk, dossier)
  await clerk.goto(`/can-bo/ho-so/${dossier}`)
  await clerk.getByText(/Chưa làm được, vì sao/).click()
  const blocked = clerk
    .getByRole('listitem')
    .filter({ has: clerk.getByRole('button', { name: 'Trình kết quả', disabled: true }) })
  await blocked.getByText('Hồ sơ còn bước xử lý phía sau, chưa thể có kết quả.').waitFor()
})

test('a page that is not for somebody says so and where to go', async () => {
  await citizen.goto('/can-bo/viec')
  await citizen.getByRole('heading', { name: 'Trang này dành cho cán bộ' }).waitFor()
  await citizen.getByRole('link', { name: 'Về trang người dân' }).click()
  await citizen.getByLabel('Bạn cần làm việc gì?').waitFor()
  const nobody = await town.newVisitor()
  await nobody.goto('/ho-so')
  await nobody.getByRole('heading', { name: 'Đăng nhập để tiếp tục' }).waitFor()
  await nobody.getByRole('link', { name: 'Đăng nhập bằng VNeID giả lập' }).waitFor()
})

test('a dossier of somebody else is as if it were not there, to citizens and to officers of another place', async () => {
  const neighbour = await town.newVisitor()
  await openPortalAs(neighbour, OTHER_CITIZEN)
  await neighbour.goto(`/ho-so/${dossier}`)
  await neighbour.getByRole('heading', { name: 'Không tìm thấy hồ sơ' }).waitFor()
  const elsewhere = await town.newVisitor()
  await openOfficeAs(elsewhere, CLERK_ELSEWHERE)
  await elsewhere.goto(`/can-bo/ho-so/${dossier}`)
  await elsewhere.getByRole('alert').getByText('Không tìm thấy hồ sơ').waitFor()
  for (const page of [neighbour, elsewhere]) {
    await page.getByText('tra cứu bằng mã số hồ sơ', { exact: false }).waitFor()
    assert.equal(await page.getByText('Trần Trắc Trở').count(), 0)
  }
})

test('an unknown address says so on both sides', async () => {
  const answer = await citizen.goto('/khong-co-trang-nay')
  assert.equal(answer?.status(), 404)
  await citizen.getByRole('heading', { name: 'Không có trang này' }).waitFor()
  await citizen.getByRole('link', { name: 'Về trang đầu' }).click()
  await citizen.getByLabel('Bạn cần làm việc gì?').waitFor()
  await clerk.goto('/can-bo/khong-co-trang-nay')
  await clerk.getByRole('heading', { name: 'Không có trang này' }).waitFor()
})

test('while the database is away pages say so, and afterwards the work goes on where it was', async () => {
  await clerk.goto('/can-bo/viec')
  await clerk.getByRole('listitem').first().waitFor()
  await citizen.goto(`/ho-so/${dossier}/rut`)
  await citizen.getByLabel('Lý do rút').fill('Tôi nộp nhầm nơi.')
  await stopDatabase()
  await citizen.getByRole('button', { name: 'Rút hồ sơ' }).click()
  await citizen.getByRole('heading', { level: 1, name: DATABASE_AWAY }).waitFor()
  await citizen.getByText('thử lại sau ít phút', { exact: false }).waitFor()
  await citizen.getByText('hãy bấm nút quay lại của trình duyệt', { exact: false }).waitFor()
  const signIn = citizen.getByRole('link', { name: 'Đăng nhập VNeID' })
  assert.equal(await signIn.count(), 0, 'whose session cannot be read is not told to sign in')
  await clerk.getByRole('link', { name: /Sắp đến hạn/ }).click()
  await clerk.getByRole('alert').getByText(DATABASE_AWAY).waitFor()
  await database.pool.query('select')
  await clerk.getByRole('button', { name: 'Thử lại' }).click()
  await clerk.getByRole('checkbox').waitFor()
  await citizen.goBack()
  assert.equal(await citizen.getByLabel('Lý do rút').inputValue(), 'Tôi nộp nhầm nơi.')
  await citizen.getByRole('button', { name: 'Rút hồ sơ' }).click()
  await citizen.getByText('Đã rút').first().waitFor()
})

const DATABASE_AWAY = 'Cơ sở dữ liệu tạm thời không truy cập được'

/** As an operator does, or a failing machine; whoever uses `database` next starts it again. */
async function stopDatabase(): Promise<void> {
  const { rows } = await database.pool.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
  const pidFile = join(rows[0]?.folder ?? '', 'postmaster.pid')
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  process.kill(pid, 'SIGINT')
  while (isThere(pidFile)) await sleep(20)
}

function isThere(path: string): boolean {
  try {
    readFileSync(path)
    return true
  } catch {
    return false
  }
}
