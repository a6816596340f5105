import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { BIRTH } from './birth-filing.ts'

/** What a story needs to be there already, sent to the API as the person who is signed in on this page. */
export async function post(
  page: Page,
  path: string,
  body: object,
): Promise<{ readonly version: number; readonly code: string | null }> {
  const origin = new URL(page.url()).origin
  const answer = await page.context().request.post(path, { data: body, headers: { origin } })
  assert.ok(answer.ok(), await answer.text())
  return answer.json()
}

/** A birth registration filed online by the citizen of this page. */
export async function fileBirth(page: Page, child: string): Promise<string> {
  const id = randomUUID()
  await post(page, `/api/dossiers/${id}/submit`, { expectedVersion: null, content: contentFor(child) })
  return id
}

/** As the clerk of this page. */
export function acceptQuickly(
  page: Page,
  id: string,
): Promise<{ readonly version: number; readonly code: string | null }> {
  return post(page, `/api/dossiers/${id}/accept`, { expectedVersion: null })
}

/** As the officer of this page, whoever is next. */
export function forwardQuickly(page: Page, id: string): Promise<{ readonly version: number }> {
  return post(page, `/api/dossiers/${id}/forward`, { expectedVersion: null, officer: null, note: null })
}

function contentFor(child: string) {
  return {
    ...{ procedure: BIRTH.code, procedureVersion: 1, caseId: 'chung', channel: 'online' },
    ...{ counter: 'H20.21.02/mc', agency: 'H20.21.02' },
    applicant: {
      ...{ kind: 'person', name: '', idNumber: '', birthDate: null, phone: null, email: null },
      address: '12 Nguyễn Huệ, Phường 1, thành phố Cao Lãnh',
    },
    submitter: null,
    answers: {
      ...{ hoTen: child, ngaySinh: '2024-03-01', gioiTinh: 'nu', noiSinh: 'Bệnh viện Đa khoa Đồng Tháp' },
      ...{ danToc: 'Kinh', quocTich: 'Việt Nam', queQuan: 'Phường 1, thành phố Cao Lãnh', quanHe: 'me' },
    },
    documents: [
      {
        required: 'giay-chung-sinh-hoac-van',
        name: 'Giấy chứng sinh',
        kind: 'paper',
        originals: 1,
        copies: 0,
        file: null,
      },
    ],
    delivery: { by: 'counter', address: null },
    copies: 0,
  }
}
