import { isBackwards, overlap, problem, type RecordProblem, type Span } from '../kernel/record-problem.ts'
import type { LocalDate } from '../kernel/instant.ts'
import { date, identifier, object, orNull, type Shape, text, whole } from '../kernel/shape.ts'
import type { AreaKind } from '../organisation/organisation.ts'

/** How many dossiers one person at a one-stop counter is to receive in a year, by kind of area. */
export type WorkloadNorm = {
  readonly id: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly perYear: Readonly<Record<AreaKind, number>>
  readonly source: string
}

const dossiers = whole(1, 1_000_000)

export const workloadNormShape: Shape<WorkloadNorm> = object<WorkloadNorm>({
  id: identifier(),
  validFrom: date,
  validTo: orNull(date),
  perYear: object<WorkloadNorm['perYear']>({ urban: dossiers, rural: dossiers, remote: dossiers }),
  source: text(),
})

/** On one day one norm is in force at most; days without one have none. */
export function checkWorkloadNorms(norms: readonly WorkloadNorm[]): readonly RecordProblem[] {
  return norms.flatMap((norm, index) => {
    const span = spanOf(norm)
    if (isBackwards(span)) return [problem(norm.id, 'validTo', 'ngày hết hiệu lực phải sau ngày có hiệu lực')]
    const clash = norms.slice(0, index).find((other) => overlap(spanOf(other), span))
    return clash === undefined ? [] : [problem(norm.id, 'validFrom', `có hiệu lực trùng thời gian với "${clash.id}"`)]
  })
}

const spanOf = ({ validFrom, validTo }: WorkloadNorm): Span => ({ from: validFrom, to: validTo })
