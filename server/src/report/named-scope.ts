import { findScope, type ReportScope } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { CommandRefused } from '../platform/command-line.ts'

/** The scope that an operator names; a name that means nothing is refused. */
export function getScope(id: string, rulebook: Rulebook): ReportScope {
  const scope = findScope(id, rulebook)
  if (scope !== undefined) return scope
  throw new CommandRefused(
    `Không có phạm vi "${id}". Hãy dùng all, province, district, commune, centre hoặc mã một đơn vị trong dữ liệu tổ chức.`,
  )
}
