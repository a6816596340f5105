import { toIso } from '@motcua/core/kernel/instant.ts'
import { formatMoment } from '@motcua/core/kernel/text.ts'
import type { Edges } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { View } from '../platform/http/route.ts'
import type { CountedDossiers } from './report-schema.ts'
import type { CountedDossier } from './report.store.ts'

export type CountedView = Omit<View<typeof CountedDossiers>['items'][number], 'readable'>

const ENDING = {
  resolved: 'có kết quả',
  refused: 'từ chối giải quyết',
  withdrawn: 'người nộp rút',
  stopped: 'dừng giải quyết',
} as const
const FINISH = { early: 'trước hạn', onTime: 'đúng hạn', late: 'quá hạn' } as const

/** A dossier behind a figure, with the reason why it stands there. */
export function countedDossierView(
  dossier: CountedDossier,
  { edges, rulebook }: { readonly edges: Edges; readonly rulebook: Rulebook },
): CountedView {
  const { procedure_code: code, accepted_at: acceptedAt, due_at: dueAt, finished_at: finishedAt } = dossier
  const versions = rulebook.procedure(code)?.versions ?? []
  return {
    id: dossier.dossier_id,
    code: dossier.code,
    procedureName: versions.toSorted((a, b) => b.version - a.version)[0]?.name ?? code,
    acceptedAt: toIso(acceptedAt),
    dueAt: Number.isFinite(dueAt) ? toIso(dueAt) : null,
    finishedAt: finishedAt === null ? null : toIso(finishedAt),
    why: [acceptedWhy(dossier, edges), standingWhy(dossier, edges)].join('; '),
  }
}

function acceptedWhy({ accepted_at: at }: CountedDossier, { from }: Edges): string {
  return at < from
    ? `Từ kỳ trước chuyển qua (tiếp nhận ${formatMoment(at)})`
    : `Tiếp nhận trong kỳ: ${formatMoment(at)}`
}

function standingWhy(dossier: CountedDossier, { closing, end }: Edges): string {
  const { finished_at: at, finish, ending, due_at: due } = dossier
  if (at !== null && at < end && finish !== null && ending !== null) {
    return `kết thúc ${formatMoment(at)} (${ENDING[ending]}), ${FINISH[finish]}`
  }
  if (dossier.pause_ground === 'supplement') return 'đang chờ người nộp bổ sung'
  if (dossier.pause_ground === 'payment') return 'đang chờ thực hiện nghĩa vụ tài chính'
  if (dossier.pause_ground === 'transfer') return 'đang chuyển đến cơ quan giải quyết'
  if (dossier.pause_ground !== null) return 'thời hạn đang tạm dừng'
  if (!Number.isFinite(due)) return 'đang giải quyết, không có hạn'
  return due < closing
    ? `đang giải quyết, quá hạn từ ${formatMoment(due)}`
    : `đang giải quyết, hạn trả ${formatMoment(due)}`
}
