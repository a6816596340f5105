import { isNoticed } from '@motcua/core/notice/notice-text.ts'
import type { CountedEvent } from '@motcua/core/report/report.ts'
import type { JobSpec } from '../jobs/jobs.ts'
import type { Tx } from '../platform/database.ts'
import { listWithAccount } from './notice.store.ts'

export { listNotices, type Notice } from './notice.store.ts'

export const NOTICE_TASK = 'noticeApplicant'

/** What the job is told: where to look. Everything else is read when it runs. */
export type NoticePayload = { readonly schema: 1; readonly dossier: string; readonly number: number }

/** Attempts over about three hours, then the job is parked: whatever is wrong by then does not mend itself. */
const MAX_ATTEMPTS = 10

/** One job for each event that an applicant wants to know, where somebody has an account to read it. */
export async function listNoticeJobs(tx: Tx, events: readonly CountedEvent[]): Promise<readonly JobSpec[]> {
  const noticed = events.filter(({ event }) => isNoticed(event))
  if (noticed.length === 0) return []
  const reachable = new Set(await listWithAccount(tx, [...new Set(noticed.map(({ dossier }) => dossier))]))
  return noticed.filter(({ dossier }) => reachable.has(dossier)).map(noticeJob)
}

function noticeJob({ dossier, number }: CountedEvent): JobSpec {
  const payload: NoticePayload = { schema: 1, dossier, number }
  return { task: NOTICE_TASK, key: `${NOTICE_TASK} ${dossier} ${number}`, payload, maxAttempts: MAX_ATTEMPTS }
}
