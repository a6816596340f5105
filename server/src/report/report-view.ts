import type { FigureDefinition, FormInForce, ReportForm } from '@motcua/core/figure/figure.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import { DIMENSION_NAME } from '@motcua/core/report/report.ts'
import type { View } from '../platform/http/route.ts'
import type { FormItem, ReportSchema } from './report-schema.ts'
import type { Report } from './report.ts'

type ReportView = View<typeof ReportSchema>

export function reportView({ definition, scope, asOf, countedTo, ...report }: Report): ReportView {
  const { columns, besides, identities } = definition.form
  return {
    ...report,
    head: formHead(definition.form),
    columns,
    besides,
    sums: identities,
    definitions: definition.shown.map((figure) => definitionView(figure, definition)),
    scope: { id: scope.id, name: scope.name, kind: scope.kind },
    asOf: toIso(asOf),
    countedTo: toIso(countedTo),
  }
}

export function formView(form: ReportForm): View<typeof FormItem> {
  return { ...formHead(form), rows: form.rows.map((id) => ({ id, name: DIMENSION_NAME[id] })) }
}

function formHead({ id, version, title, number, source, unit }: ReportForm): ReportView['head'] {
  return { id, version, title, number, source, unit }
}

function definitionView(
  { id, version, name, words, note, source, measure }: FigureDefinition,
  { counted, ofProcedures }: FormInForce,
): ReportView['definitions'][number] {
  const named = (side: string) => {
    const own = [...counted, ...ofProcedures].find(({ definition }) => definition.id === side)?.definition
    const kind = own?.measure.is === 'procedures' ? ('procedures' as const) : ('count' as const)
    return { id: side, name: own?.name ?? side, kind }
  }
  const sides = measure.is === 'ratio' ? measure : null
  return {
    ...{ id, version, name, words, note, source, kind: measure.is },
    numerator: sides === null ? null : named(sides.numerator),
    denominator: sides === null ? null : named(sides.denominator),
    waitsFor: measure.is === 'missing' ? measure.waitsFor : null,
  }
}
