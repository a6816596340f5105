import { createHash } from 'node:crypto'
import type { Dossier } from '@motcua/core/dossier/dossier.ts'
import { type AccountId, type DossierId, dossierId } from '@motcua/core/kernel/ids.ts'
import { isNoticed, type NoticeSubject, noticeText } from '@motcua/core/notice/notice-text.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { findDossier, listEvents } from '../dossier/dossier.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import type { Db } from '../platform/database.ts'
import type { NoticePayload } from './notice.ts'
import { insertNotices } from './notice.store.ts'

/** Tells the applicant, and whoever handed it in for him, what happened to a dossier. Told twice is told once. */
export function noticeApplicant(services: { readonly pool: Db; readonly rulebook: () => Rulebook }): JobHandler {
  return async (payload) => {
    const { dossier: id, number } = parsePayload(payload)
    const [dossier, events] = await Promise.all([findDossier(services.pool, id), listEvents(services.pool, id)])
    const stored = events.find((each) => each.number === number)
    if (dossier === null || stored === undefined) throw new Error(`Hồ sơ ${id} không có sự kiện số ${number}.`)
    if (!isNoticed(stored.event)) throw new Error(`Sự kiện số ${number} của hồ sơ ${id} không phải loại cần báo.`)
    const text = noticeText(stored.event, subjectOf(dossier, services.rulebook()))
    const notices = accountsOf(dossier).map((account) => ({
      id: noticeId(id, number, account),
      account,
      dossier: id,
      text,
      at: stored.at,
    }))
    await insertNotices(services.pool, notices)
  }
}

function accountsOf({ content }: Dossier): readonly AccountId[] {
  const accounts = [content.applicant.account, content.submitter?.account ?? null]
  return [...new Set(accounts.filter((account) => account !== null))]
}

function subjectOf({ code, content }: Dossier, rulebook: Rulebook): NoticeSubject {
  const procedure = rulebook.procedureVersion(content.procedure, content.procedureVersion)
  return {
    code,
    procedure: procedure?.name ?? content.procedure,
    counter: rulebook.unit(content.counter)?.name ?? content.counter,
    agency: rulebook.unit(content.agency)?.name ?? content.agency,
  }
}

/** The same event and reader give the same id, so that a job that runs twice writes once. A uuid of version 8 (RFC 9562). */
function noticeId(dossier: DossierId, number: number, account: AccountId): string {
  const hex = createHash('sha256').update(`notice\n${dossier}\n${number}\n${account}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function parsePayload(payload: unknown): { readonly dossier: DossierId; readonly number: number } {
  const { schema, dossier, number } = (payload ?? {}) as Partial<NoticePayload>
  if (schema !== 1 || typeof dossier !== 'string' || typeof number !== 'number') {
    throw new Error(`Nội dung công việc không đúng dạng: ${JSON.stringify(payload)}`)
  }
  return { dossier: dossierId(dossier), number }
}
