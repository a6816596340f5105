import type { ComponentScore, SetScore } from '@motcua/core/indicator/indicator.ts'
import { findIndicatorPeriod } from '@motcua/core/indicator/indicator.ts'
import type { Instant } from '@motcua/core/kernel/instant.ts'
import { formatClosing, formatNumber, formatScore } from '@motcua/core/kernel/text.ts'
import { defaultAsOf } from '@motcua/core/report/report.ts'
import type { Command } from 'commander'
import { CommandRefused, printJson, printLine, readMoment } from '../platform/command-line.ts'
import { runDispatcherUntilIdle } from '../projection/projection.ts'
import { getScope } from '../report/report.ts'
import type { OpenServices } from '../services.ts'
import { type Assessed, assessScope } from './indicator.ts'
import { lostView, qualityView } from './indicator-view.ts'

type Options = {
  readonly set: string
  readonly scope: string
  readonly period: string
  readonly asOf?: Instant
  readonly json?: true
}

/** `motcua indicators`: the set for one scope and period, after everything written so far has been counted. */
export function indicatorsCommand(program: Command, open: OpenServices): void {
  program
    .command('indicators')
    .description('Chấm điểm bộ chỉ số chất lượng phục vụ từ hồ sơ đã ghi nhận')
    .option('--set <set>', 'bộ chỉ số, hoặc một phiên bản của nó: 766, 766@2', '766')
    .requiredOption('--scope <scope>', 'phạm vi: all, province, district, commune, centre hoặc mã đơn vị')
    .requiredOption('--period <period>', 'tháng 2024-03, quý 2024-Q1 hoặc năm 2024')
    .option(
      '--as-of <moment>',
      'tính theo những gì đã biết đến thời điểm này (mặc định: hết kỳ, hoặc bây giờ)',
      readMoment,
    )
    .option('--json', 'in một đối tượng JSON')
    .action(async (options: Options) => {
      const period = findIndicatorPeriod(options.period)
      if (period === undefined) {
        throw new CommandRefused(`"${options.period}" không phải là kỳ; hãy ghi 2024-03, 2024-Q1 hoặc 2024.`)
      }
      await open(async ({ pool, rulebook, now }) => {
        const law = rulebook()
        const set = law.indicatorSet(options.set, period.period.to)
        if (set === undefined) throw new CommandRefused(`Không có bộ chỉ số "${options.set}". Hiện có: ${known(law)}.`)
        const scope = getScope(options.scope, law)
        await runDispatcherUntilIdle({ pool, rulebook })
        const asOf = options.asOf ?? defaultAsOf(period.period, now())
        const assessed = await assessScope(pool, { set, scope, period, asOf, rulebook: law })
        if (options.json) printJson({ ...qualityView(assessed, null), lost: lostView(assessed) })
        else for (const line of tableOf(assessed)) printLine(line)
      })
    })
}

function known(law: Assessed['question']['rulebook']): string {
  return law
    .indicatorSets()
    .map(({ id, version }) => `${id}@${version}`)
    .join(', ')
}

const NAME_WIDTH = 74
const LOST_SHOWN = 10

function tableOf(assessed: Assessed): readonly string[] {
  const { question, score } = assessed
  const { procedures } = lostView(assessed)
  return [
    `${question.set.name} (${question.set.source}, phiên bản ${question.set.version})`,
    `${question.scope.name}, ${question.period.name}, tính đến ${formatClosing(question.asOf)}`,
    '',
    ...score.groups.flatMap((own) => [
      line(own.group.name, '', scored(own)),
      ...own.components.map((each) =>
        line(`  ${each.component.id} ${each.component.name}`, ratioOf(each), scoredOf(each)),
      ),
    ]),
    '',
    `Tổng điểm: ${scored(score)}${restOf(score)}`,
    ...(score.rank === null ? [] : [`Xếp loại: ${score.rank.name}${score.provisional ? ' (tạm tính)' : ''}`]),
    '',
    'Thủ tục làm mất nhiều điểm nhất:',
    ...procedures.slice(0, LOST_SHOWN).map(({ name, points }) => `  -${formatScore(points)}  ${name}`),
  ]
}

const line = (name: string, ratio: string, points: string): string =>
  `${name.slice(0, NAME_WIDTH).padEnd(NAME_WIDTH)}${ratio.padStart(18)}${points.padStart(16)}`

function ratioOf({ numerator, denominator }: ComponentScore): string {
  return numerator === null || denominator === null ? '' : `${formatNumber(numerator)}/${formatNumber(denominator)}`
}

function scored({ points, assessable }: Pick<SetScore, 'points' | 'assessable'>): string {
  return points === null ? 'chưa có dữ liệu' : `${formatScore(points)}/${formatNumber(assessable)}`
}

function scoredOf({ component, points, state }: ComponentScore): string {
  if (points !== null) return `${formatScore(points)}/${formatNumber(component.maxPoints)}`
  return state === 'missing' ? 'chưa có dữ liệu' : 'không tính'
}

function restOf({ maxPoints, assessable }: SetScore): string {
  return maxPoints === assessable
    ? ''
    : ` (trên số điểm đánh giá được; ${formatNumber(maxPoints - assessable)} điểm chưa có dữ liệu)`
}
