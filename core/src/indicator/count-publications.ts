import { plusWorkingDays, type WorkCalendar } from '../calendar/calendar.ts'
import { groupBy } from '../kernel/group.ts'
import type { Procedure, Publication } from '../procedure/procedure.ts'
import type { Period } from '../report/report.ts'
import type { PublicationStep } from './indicator-set.ts'

type Dated = { readonly procedure: Procedure; readonly publication: Publication }
export type PublicationRule = { readonly step: PublicationStep; readonly workingDays: number }
export type PublicationSplit = { readonly onTime: readonly Procedure[]; readonly late: readonly Procedure[] }

/**
 * The procedures whose publication a period judges, each once: late where any of its decisions is. Null where the days
 * of none are known.
 */
export function splitPublications(
  procedures: readonly Procedure[],
  rule: PublicationRule,
  { period, calendar }: { readonly period: Period; readonly calendar: WorkCalendar },
): PublicationSplit | null {
  const known = procedures.flatMap((procedure) =>
    procedure.versions.flatMap(({ publication }): readonly Dated[] =>
      publication === undefined ? [] : [{ procedure, publication }],
    ),
  )
  if (known.length === 0) return null
  const judged = known.filter(({ publication }) => isJudged(publication, rule.step, period))
  const byProcedure = [...groupBy(judged, ({ procedure }) => procedure)]
  const isOnTime = ([, all]: (typeof byProcedure)[number]): boolean =>
    all.every(({ publication }) => keptTime(publication, rule, calendar))
  return {
    onTime: byProcedure.filter(isOnTime).map(([procedure]) => procedure),
    late: byProcedure.filter((each) => !isOnTime(each)).map(([procedure]) => procedure),
  }
}

/** What was decided in the period; what was made public in it, with what is decided and still is not public. */
function isJudged({ decidedOn, madePublicOn }: Publication, step: PublicationStep, { from, to }: Period): boolean {
  if (step === 'decided') return from <= decidedOn && decidedOn <= to
  return decidedOn <= to && (madePublicOn === null || madePublicOn >= from)
}

/** NĐ 63/2010 Điều 15: so many days before the legal base takes effect; made public so many days after the decision. */
function keptTime(publication: Publication, { step, workingDays }: PublicationRule, calendar: WorkCalendar): boolean {
  const { decidedOn, basesEffectiveOn, madePublicOn } = publication
  const limit = plusWorkingDays(calendar, decidedOn, workingDays)
  return step === 'decided' ? limit <= basesEffectiveOn : madePublicOn !== null && madePublicOn <= limit
}
