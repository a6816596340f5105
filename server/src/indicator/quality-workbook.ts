import type { ComponentScore, GroupScore, LostPoints } from '@motcua/core/indicator/indicator.ts'
import { lostPoints } from '@motcua/core/indicator/indicator.ts'
import { formatClosing, formatScore } from '@motcua/core/kernel/text.ts'
import { rowName } from '@motcua/core/report/report.ts'
import { type CellValue, writeXlsx } from 'hucre'
import type { Assessed } from './indicator.ts'

const NO_DATA = 'chưa có dữ liệu'

/** The points of a scope and period as a workbook: each component with what was counted, then who cost points. */
export async function writeQualityWorkbook(assessed: Assessed): Promise<Uint8Array> {
  return writeXlsx({
    defaultFont: { name: 'Times New Roman', size: 11 },
    sheets: [
      {
        name: 'Điểm',
        columns: [8, 70, 16, 10, 12, 12, 12, 70].map((width) => ({ width })),
        rows: [...headRows(assessed), [], POINT_HEADS, ...pointRows(assessed)],
        pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
      {
        name: 'Điểm mất',
        columns: [14, 70, 12, 70].map((width) => ({ width })),
        rows: [LOST_HEADS, ...lostRows(assessed)],
        freezePane: { rows: 1 },
      },
    ],
  })
}

function headRows({ question, score }: Assessed): CellValue[][] {
  const { set, scope, period, asOf } = question
  const { points, assessable, maxPoints, percent, rank, provisional } = score
  const total = points === null ? NO_DATA : `${formatScore(points)} trên ${assessable} điểm đánh giá được`
  const unknown = maxPoints - assessable
  return [
    [null, `${set.name} (${set.source}), phiên bản ${set.version}`],
    [null, `${scope.name}, ${period.name}, số liệu tính đến ${formatClosing(asOf)}`],
    [null, `Tổng điểm: ${total}${unknown > 0 ? `; ${unknown} điểm chưa có dữ liệu hoặc không tính` : ''}`],
    ...(rank === null || percent === null
      ? []
      : [[null, `Xếp loại: ${rank.name} (${formatScore(percent)}/100${provisional ? '; tạm tính' : ''})`]]),
  ]
}

const POINT_HEADS = ['Mã', 'Chỉ số', 'Điểm', 'Tối đa', 'Tử số', 'Mẫu số', 'Tỷ lệ (%)', 'Ghi chú']

function pointRows({ score }: Assessed): CellValue[][] {
  return score.groups.flatMap((group) => [groupRow(group), ...group.components.map(componentRow)])
}

function groupRow({ group, points, assessable, maxPoints }: GroupScore): CellValue[] {
  const unknown = maxPoints - assessable
  const note = unknown > 0 ? `${unknown} điểm chưa có dữ liệu hoặc không tính` : null
  return [null, group.name, shown(points) ?? NO_DATA, maxPoints, null, null, null, note]
}

/** What is not known is written in words, so that nobody takes it for nought. */
function componentRow({
  component,
  state,
  numerator,
  denominator,
  ratio,
  points,
  reason,
}: ComponentScore): CellValue[] {
  const none = state === 'missing' ? NO_DATA : 'không tính'
  const percent = ratio === null ? null : shown(ratio * 100)
  return [
    ...[component.id, component.name, shown(points) ?? none, component.maxPoints, numerator, denominator, percent],
    [reason, component.note].filter((each) => each !== null).join('. ') || null,
  ]
}

const LOST_HEADS = ['Mã', 'Thủ tục hoặc cơ quan làm mất điểm', 'Điểm mất', 'Mất ở chỉ số']

function lostRows({ score, ground, question }: Assessed): CellValue[][] {
  const { procedures, agencies } = lostPoints(score, ground)
  const named =
    (by: 'procedure' | 'agency') =>
    ({ id, points, losses }: LostPoints<string>): CellValue[] => [
      ...[id, rowName(by, id, question.rulebook), shown(points)],
      losses.map(lossText).join('; '),
    ]
  return [...procedures.map(named('procedure')), ...agencies.map(named('agency'))]
}

function lossText({ component, points, dossiers }: LostPoints<string>['losses'][number]): string {
  return `${component}: ${formatScore(points)}${dossiers === null ? '' : ` (${dossiers} hồ sơ)`}`
}

/** As it is shown everywhere: two decimals. */
const shown = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100)
