import { toIso } from '@motcua/core/kernel/instant.ts'
import type { View } from '../platform/http/route.ts'
import type { PublishedReport } from './published-report.ts'
import type { PublishedReportSchema } from './published-report-schema.ts'

/** A published report as the interface answers it. */
export function publishedView({ content, publishedAt, ...rest }: PublishedReport): View<typeof PublishedReportSchema> {
  const { scope, ...known } = content
  return { ...rest, ...known, scope: { id: scope.id, name: scope.name }, publishedAt: toIso(publishedAt) }
}
