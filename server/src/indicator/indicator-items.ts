import {
  costOfOne,
  type IndicatorComponent,
  missingParts,
  splitAgencies,
  splitProcedures,
  splitPublished,
} from '@motcua/core/indicator/indicator.ts'
import type { Procedure } from '@motcua/core/procedure/procedure.ts'
import { rowName } from '@motcua/core/report/report.ts'
import type { View } from '../platform/http/route.ts'
import type { Assessed } from './indicator.ts'
import type { QualityItems } from './indicator-schema.ts'
import type { Side } from './indicator.store.ts'

type Wanted = { readonly component: IndicatorComponent; readonly side: Side }
type Sides<Item> = { readonly having: readonly Item[]; readonly lacking: readonly Item[] }

/** The procedures or agencies of a component; null for one that counts dossiers or has no list. */
export function indicatorItems(assessed: Assessed, { component, side }: Wanted): View<typeof QualityItems> | null {
  const split = splitOf(assessed, component)
  if (split === null) return null
  const score = assessed.score.groups
    .flatMap((group) => group.components)
    .find((each) => each.component.id === component.id)
  const cost = score === undefined ? null : costOfOne(score)
  const shown = (ids: readonly string[], points: number | null) =>
    ids.map((id) => ({
      id,
      name: rowName(split.kind, id, assessed.question.rulebook),
      points,
      why: whyLacking(id, component, assessed),
    }))
  return {
    componentName: component.name,
    kind: split.kind,
    items: [
      ...(side === 'numerator' ? [] : shown(split.lacking, cost)),
      ...(side === 'missing' ? [] : shown(split.having, null)),
    ],
  }
}

type Named = Sides<string> & { readonly kind: 'procedure' | 'agency' }

function splitOf({ ground }: Assessed, { id, measure }: IndicatorComponent): Named | null {
  switch (measure.of) {
    case 'procedures':
      return { kind: 'procedure', ...byCode(splitProcedures(measure, id, ground)) }
    case 'agencies': {
      const { having, lacking } = splitAgencies(measure, id, ground)
      return { kind: 'agency', having: having.map((unit) => unit.id), lacking: lacking.map((unit) => unit.id) }
    }
    case 'publications': {
      const split = splitPublished(measure, ground)
      return split === null ? null : { kind: 'procedure', ...byCode({ having: split.onTime, lacking: split.late }) }
    }
    default:
      return null
  }
}

function byCode({ having, lacking }: Sides<Procedure>): Sides<string> {
  return { having: having.map(({ code }) => code), lacking: lacking.map(({ code }) => code) }
}

/** What is lacking where a procedure is not published whole. */
function whyLacking(id: string, { measure }: IndicatorComponent, { ground }: Assessed): string | null {
  if (measure.of !== 'procedures' || !measure.having.includes('wholeContent')) return null
  const own = ground.assessed.procedures.find(({ procedure }) => procedure.code === id)
  const parts = own === undefined ? [] : missingParts(own)
  return parts.length === 0 ? null : `còn thiếu: ${parts.join(', ')}`
}
