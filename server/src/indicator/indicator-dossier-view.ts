import { toIso } from '@motcua/core/kernel/instant.ts'
import { formatMoment } from '@motcua/core/kernel/text.ts'
import type { Edges } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { View } from '../platform/http/route.ts'
import type { QualityDossiers } from './indicator-schema.ts'
import type { IndicatorDossier } from './indicator.store.ts'

type DossierView = Omit<View<typeof QualityDossiers>['items'][number], 'readable'>

export type DossierContext = { readonly edges: Edges; readonly rulebook: Rulebook }

const FINISH = { early: 'trước hạn', onTime: 'đúng hạn', late: 'quá hạn' } as const
const PAID: Readonly<Record<string, string>> = {
  online: 'đã thanh toán trực tuyến',
  cash: 'đã nộp tiền mặt',
  transfer: 'đã chuyển khoản',
}

/** A dossier behind a component, with what of it the indicators look at. */
export function indicatorDossierView(dossier: IndicatorDossier, context: DossierContext): DossierView {
  const { procedure_code: code, agency_id: agency, due_at: dueAt, finished_at: finishedAt } = dossier
  const versions = context.rulebook.procedure(code)?.versions ?? []
  return {
    id: dossier.dossier_id,
    code: dossier.code,
    procedureName: versions.toSorted((a, b) => b.version - a.version)[0]?.name ?? code,
    agencyName: context.rulebook.unit(agency)?.name ?? agency,
    acceptedAt: toIso(dossier.accepted_at),
    dueAt: Number.isFinite(dueAt) ? toIso(dueAt) : null,
    finishedAt: finishedAt === null ? null : toIso(finishedAt),
    points: dossier.points,
    components: dossier.missing,
    why: whyOf(dossier, context.edges),
  }
}

function whyOf(dossier: IndicatorDossier, edges: Edges): string {
  const parts = [
    acceptedWhy(dossier, edges),
    standingWhy(dossier, edges),
    dossier.supplements > 1 ? `bị yêu cầu bổ sung ${dossier.supplements} lần` : null,
    dossier.electronic_result === true ? 'có kết quả điện tử' : null,
    dossier.electronic_result === false ? 'kết quả không có tệp điện tử' : null,
    dossier.fee_owed ? (PAID[dossier.paid_how ?? ''] ?? 'có phí, lệ phí chưa nộp') : null,
    dossier.reused_count > 0 ? `dùng lại ${dossier.reused_count} giấy tờ đã có` : null,
    dossier.digitised_count > 0 ? `số hóa ${dossier.digitised_count} giấy tờ` : null,
  ]
  return parts.filter((part) => part !== null).join('; ')
}

const CHANNEL: Readonly<Record<string, string>> = {
  online: 'trực tuyến',
  inPerson: 'trực tiếp',
  postal: 'qua bưu chính công ích',
}

function acceptedWhy({ accepted_at: at, channel }: IndicatorDossier, { from }: Edges): string {
  const how = `nộp ${CHANNEL[channel] ?? channel}`
  return at < from ? `Từ kỳ trước chuyển qua, ${how}` : `Tiếp nhận trong kỳ, ${how}`
}

function standingWhy(dossier: IndicatorDossier, { closing, end }: Edges): string {
  const { finished_at: at, finish, due_at: due } = dossier
  if (at !== null && at < end && finish !== null) return `kết thúc ${formatMoment(at)}, ${FINISH[finish]}`
  if (dossier.pause_ground !== null && !Number.isFinite(due)) return 'đang tạm dừng tính thời hạn'
  if (!Number.isFinite(due)) return 'đang giải quyết, không có hạn'
  return due < closing
    ? `đang giải quyết, quá hạn từ ${formatMoment(due)}`
    : `đang giải quyết, hạn trả ${formatMoment(due)}`
}
