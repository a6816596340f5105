import { Type } from 'typebox'
import { notFound, type ProblemError } from '../platform/http/problem.ts'
import type { Services } from '../services.ts'
import { findPublishedReport, type PublishedReport } from './published-report.ts'

export const ByNumber = Type.Object({ number: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) })

export const NO_SUCH_REPORT: ProblemError = notFound('báo cáo đã công bố', 'Hãy xem lại số báo cáo trong danh sách.')

export async function getPublished(number: string, services: Services): Promise<PublishedReport> {
  const found = await findPublishedReport(services, Number(number))
  if (found === undefined) throw NO_SUCH_REPORT
  return found
}
