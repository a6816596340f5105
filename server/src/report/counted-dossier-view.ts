import { toIso } from '@motcua/core/kernel/instant.ts'
import { formatMoment } from '@motcua/core/kernel/text.ts'
import type { Edges, FigureDefinition } from '@motcua/core/figure/figure.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { View } from '../platform/http/route.ts'
import { type CountedStory, NO_STORY } from './counted-story.ts'
import type { CountedDossiers } from './report-schema.ts'
import type { CountedDossier } from './report.store.ts'

export type CountedView = Omit<View<typeof CountedDossiers>['items'][number], 'readable'>

const ENDING = {
  resolved: 'có kết quả',
  refused: 'từ chối giải quyết',
  withdrawn: 'người nộp rút',
  stopped: 'dừng giải quyết',
  declined: 'không tiếp nhận',
} as const
const FINISH = { early: 'trước hạn', onTime: 'đúng hạn', late: 'quá hạn' } as const

export type ViewContext = {
  readonly edges: Edges
  readonly rulebook: Rulebook
  readonly story?: CountedStory
  /** The figure behind which it stands. */
  readonly figure?: Pick<FigureDefinition, 'name' | 'words'> | null
}

/** A dossier behind a figure, with the reason why it stands there. */
export function countedDossierView(
  dossier: CountedDossier,
  { edges, rulebook, story = NO_STORY, figure = null }: ViewContext,
): CountedView {
  const { procedure_code: code, accepted_at: acceptedAt, due_at: dueAt, finished_at: finishedAt } = dossier
  const versions = rulebook.procedure(code)?.versions ?? []
  return {
    id: dossier.dossier_id,
    code: dossier.code,
    procedureName: versions.toSorted((a, b) => b.version - a.version)[0]?.name ?? code,
    submittedAt: toIso(dossier.submitted_at),
    acceptedAt: acceptedAt === null ? null : toIso(acceptedAt),
    dueAt: Number.isFinite(dueAt) ? toIso(dueAt) : null,
    finishedAt: finishedAt === null ? null : toIso(finishedAt),
    holder: story.holder,
    reason: story.reason,
    why: [
      ...conditionWhy(figure),
      acceptedWhy(dossier, edges),
      standingWhy(dossier, edges),
      ...returnedWhy(dossier, edges),
    ].join('; '),
  }
}

/** What the figure asks for, in the words of its definition. */
function conditionWhy(figure: ViewContext['figure']): readonly string[] {
  return figure === null || figure === undefined ? [] : [`${figure.name} (${figure.words})`]
}

function acceptedWhy(dossier: CountedDossier, { from, end }: Edges): string {
  const { accepted_at: at, submitted_at: filed, finished_at: finished } = dossier
  if (at === null || at >= end) return `Nộp ${formatMoment(filed)}`
  if (finished !== null && finished < from) return `Tiếp nhận ${formatMoment(at)}, giải quyết xong trước kỳ`
  return at < from
    ? `Từ kỳ trước chuyển qua (tiếp nhận ${formatMoment(at)})`
    : `Tiếp nhận trong kỳ: ${formatMoment(at)}`
}

function standingWhy(dossier: CountedDossier, edges: Edges): string {
  const { accepted_at: accepted, finished_at: at, finish, ending } = dossier
  if (accepted === null || accepted >= edges.end) return intakeWhy(dossier, edges)
  if (at !== null && at < edges.end && finish !== null && ending !== null) {
    return `kết thúc ${formatMoment(at)} (${ENDING[ending]}), ${FINISH[finish]}`
  }
  return openWhy(dossier, edges)
}

const RETURNED = { counter: 'tại quầy', postal: 'qua bưu chính công ích', online: 'trực tuyến' } as const

function returnedWhy({ returned_at: at, returned_how: how }: CountedDossier, { end }: Edges): readonly string[] {
  if (at === null || at >= end) return []
  return [`trả kết quả ${formatMoment(at)}${how === null ? '' : ` ${RETURNED[how]}`}`]
}

/** What was never accepted, or not yet. */
function intakeWhy(
  { declined_at: at, ending, accept_due_at: due, pause_ground: ground }: CountedDossier,
  edges: Edges,
) {
  if (at !== null && at < edges.end && ending !== null) return `${ENDING[ending]} ${formatMoment(at)}`
  if (ground !== null) return 'đang chờ người nộp bổ sung trước khi tiếp nhận'
  if (due === null) return 'đang chờ tiếp nhận'
  return due < edges.closing
    ? `đang chờ tiếp nhận, quá hạn tiếp nhận từ ${formatMoment(due)}`
    : `đang chờ tiếp nhận, hạn tiếp nhận ${formatMoment(due)}`
}

function openWhy({ due_at: due, pause_ground: ground }: CountedDossier, { closing }: Edges): string {
  const late = due < closing ? `, quá hạn từ ${formatMoment(due)}` : ''
  if (ground === 'supplement') return `đang chờ người nộp bổ sung${late}`
  if (ground === 'payment') return `đang chờ thực hiện nghĩa vụ tài chính${late}`
  if (ground === 'transfer') return `đang chuyển đến cơ quan giải quyết${late}`
  if (ground !== null) return `đang tạm dừng tính thời hạn${late}`
  if (!Number.isFinite(due)) return 'đang giải quyết, không có hạn'
  return late === '' ? `đang giải quyết, hạn trả ${formatMoment(due)}` : `đang giải quyết${late}`
}
