import type { Instant } from '@motcua/core/kernel/instant.ts'
import { formatShortMoment } from '@motcua/core/kernel/text.ts'
import type { CellValue } from 'hucre'
import { type FileKind, listFile } from '../platform/http/streamed-file.ts'
import { countedDossierView, type ViewContext } from './counted-dossier-view.ts'
import type { CountedStory } from './counted-story.ts'
import type { CountedDossier } from './report.store.ts'

const HEADS = [
  { header: 'STT', width: 8 },
  { header: 'Mã hồ sơ', width: 24 },
  { header: 'Mã thủ tục', width: 14 },
  { header: 'Tên thủ tục', width: 60 },
  { header: 'Cơ quan giải quyết', width: 40 },
  { header: 'Bộ phận Một cửa', width: 40 },
  { header: 'Nộp', width: 17 },
  { header: 'Tiếp nhận', width: 17 },
  { header: 'Hẹn trả', width: 17 },
  { header: 'Giải quyết xong', width: 17 },
  { header: 'Người giữ, người kết thúc', width: 40 },
  { header: 'Lý do', width: 60 },
  { header: 'Vì sao được tính ở đây', width: 90 },
]

export type CountedContext = Omit<ViewContext, 'story'>
/** A dossier with its story. */
export type ToldDossier = { readonly dossier: CountedDossier; readonly story: CountedStory }

/** The list behind a figure as a file, made of the dossiers while it is being read. */
export function countedFile(
  kind: FileKind,
  dossiers: AsyncIterable<ToldDossier>,
  context: CountedContext,
): ReadableStream<Uint8Array> {
  const rows = rowsOf(dossiers, context, kind === 'csv' ? momentText : momentCell)
  return listFile(kind, { name: 'Hồ sơ', heads: HEADS, rows })
}

const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** A spreadsheet knows no time zone: what it shows is Vietnamese time. */
const momentCell = (at: Instant): CellValue => new Date(at + VIETNAM_OFFSET_MS)
const momentText = (at: Instant): CellValue => formatShortMoment(at)

async function* rowsOf(
  dossiers: AsyncIterable<ToldDossier>,
  context: CountedContext,
  moment: (at: Instant) => CellValue,
): AsyncGenerator<CellValue[]> {
  const momentOrNone = (at: Instant | null): CellValue => (at === null || !Number.isFinite(at) ? null : moment(at))
  let number = 0
  for await (const { dossier, story } of dossiers) {
    const { procedureName, holder, reason, why } = countedDossierView(dossier, { ...context, story })
    number += 1
    yield [
      number,
      dossier.code,
      dossier.procedure_code,
      procedureName,
      context.rulebook.unit(dossier.agency_id)?.name ?? dossier.agency_id,
      context.rulebook.unit(dossier.counter_id)?.name ?? dossier.counter_id,
      ...[dossier.submitted_at, dossier.accepted_at, dossier.due_at, dossier.finished_at].map(momentOrNone),
      holder,
      reason,
      why,
    ]
  }
}
