import type { IndicatorPeriod, IndicatorSet, IndicatorSource, Share } from '@motcua/core/indicator/indicator.ts'
import type { Instant } from '@motcua/core/kernel/instant.ts'
import type { ReportScope } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'

export type IndicatorQuestion = {
  readonly set: IndicatorSet
  readonly scope: ReportScope
  readonly period: IndicatorPeriod
  /** As it was known then; never after the period's end. */
  readonly asOf: Instant
  readonly rulebook: Rulebook
}

/** Asks another system for one numerator and its denominators; null where it cannot tell for this scope and period. */
export type SourcePort = (question: IndicatorQuestion) => Promise<Share | null>
export type SourcePorts = Readonly<Partial<Record<IndicatorSource, SourcePort>>>

/** Whoever connects such a system adds it here; without one the indicators say that there is no data. */
const CONNECTED: SourcePorts = {}

export async function listAnswers(
  question: IndicatorQuestion,
  ports: SourcePorts = CONNECTED,
): Promise<Partial<Record<IndicatorSource, Share>>> {
  const asked = Object.entries(ports).map(async ([source, port]) => [source, await port(question)] as const)
  return Object.fromEntries((await Promise.all(asked)).filter(([, share]) => share !== null))
}
