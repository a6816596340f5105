import type { IndicatorSet } from '../indicator/indicator.ts'
import type { FrozenFigure } from '../published-report/published-report.ts'

const POINTS = 'points_'
const ASSESSABLE = '_of'

/** `points_progress`: what a group of indicators came to in the period of the report. */
export const pointsFigure = (group: string): string => `${POINTS}${group}`
/** `points_progress_of`: on how many points of the group that could be assessed. */
export const assessableFigure = (group: string): string => `${POINTS}${group}${ASSESSABLE}`

/** Points are no number of dossiers: they have decimals, and no list of their own. */
export const isPoints = (figure: string): boolean => figure.startsWith(POINTS)

/** What a narrative may say of the points of QĐ 766/QĐ-TTg. */
export function qualityFigures(sets: readonly IndicatorSet[]): readonly FrozenFigure[] {
  const groups = new Map(sets.flatMap((set) => set.groups.map((group) => [group.id, { group, set }] as const)))
  return [...groups.values()].flatMap(({ group, set }): readonly FrozenFigure[] => [
    {
      ...{ id: pointsFigure(group.id), version: set.version, name: `Điểm nhóm ${group.name}` },
      words: `Bộ chỉ số ${set.id}, tính trên hồ sơ của kỳ báo cáo`,
    },
    {
      ...{ id: assessableFigure(group.id), version: set.version, name: `Điểm đánh giá được của nhóm ${group.name}` },
      words: 'Phần điểm tối đa của những chỉ số đã có dữ liệu',
    },
  ])
}
