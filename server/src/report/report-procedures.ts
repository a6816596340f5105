import type { FormInForce, ProcedureFigure } from '@motcua/core/figure/figure.ts'
import { procedureGroups } from '@motcua/core/indicator/indicator.ts'
import { edgesOf, type Period } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Db } from '../platform/database.ts'
import type { View } from '../platform/http/route.ts'
import { type Asked, figureUnknown } from './report-question.ts'
import type { CountedProcedures } from './report-schema.ts'
import type { FactQuestion } from './known-facts.store.ts'
import { type Counted, countGroups } from './report.store.ts'

type Making = FactQuestion & { readonly by: string; readonly period: Period; readonly rulebook: Rulebook }

/** The groups of a form that counts procedures: one for each, or, by field, each in the field that it has now. */
export async function countProcedures(
  db: Db,
  form: FormInForce,
  { by, period, rulebook, ...facts }: Making,
): Promise<Counted> {
  const filed = await countGroups(db, form, { ...facts, groupedBy: 'procedure' })
  const groups = procedureGroups(form, filed.groups, { scope: facts.scope, on: period.to, rulebook })
  if (by !== 'field') return { ...filed, groups }
  return { ...filed, groups: groups.map((group) => ({ ...group, key: fieldOf(group.key, rulebook) })) }
}

const fieldOf = (code: string, rulebook: Rulebook): string => rulebook.procedure(code)?.field ?? ''

type AskedProcedures = {
  readonly figure: string
  readonly side?: 'numerator' | 'denominator' | undefined
  readonly row?: string | undefined
}
export type ListedProcedures = View<typeof CountedProcedures>

/** The procedures behind a number, each with the dossiers that tell whether it is used; by field and name. */
export async function listCountedProcedures(
  db: Db,
  question: Asked,
  { rulebook, ...wanted }: AskedProcedures & { readonly rulebook: Rulebook },
): Promise<ListedProcedures> {
  const { definition: form, scope, period, asOf, by, correctedTo } = question
  const { definition } = procedureFigure(form, wanted)
  const used = usedFigure(form)
  const asked = { scope, edges: edgesOf(period, asOf), correctedTo, by: 'procedure', period, rulebook }
  const { groups } = await countProcedures(db, form, asked)
  const inRow = (code: string): boolean =>
    wanted.row === undefined || (by === 'field' ? fieldOf(code, rulebook) : code) === wanted.row
  const items = groups.flatMap(({ key: code, counts }): ListedProcedures['items'] => {
    const version = rulebook.procedureVersionAt(code, period.to)
    if (counts[definition.id] !== 1 || version === undefined || !inRow(code)) return []
    const { name, onlineLevel } = version
    const dossiers = used === null ? null : (counts[used.id] ?? 0)
    return [{ code, name, field: fieldOf(code, rulebook), onlineLevel, levelName: LEVEL_NAME[onlineLevel], dossiers }]
  })
  return {
    figure: { id: definition.id, name: definition.name, words: definition.words },
    used,
    items: items.toSorted((a, b) => ORDER.compare(a.field, b.field) || ORDER.compare(a.name, b.name)),
  }
}

const ORDER = new Intl.Collator('vi', { numeric: true })
const LEVEL_NAME = { fullyOnline: 'Toàn trình', partiallyOnline: 'Một phần', none: 'Chưa trực tuyến' } as const

/** Of a share the procedures of one side. */
function procedureFigure(
  { shown, ofProcedures }: FormInForce,
  { figure, side = 'numerator' }: AskedProcedures,
): ProcedureFigure {
  const measure = shown.find(({ id }) => id === figure)?.measure
  const wanted = measure?.is === 'ratio' ? measure[side] : figure
  const found = ofProcedures.find(({ definition }) => definition.id === wanted)
  if (found === undefined) throw figureUnknown(figure)
  return found
}

/** The figure whose dossiers the form looks for. */
function usedFigure({ counted, ofProcedures }: FormInForce): ListedProcedures['used'] {
  const id = ofProcedures.flatMap(({ measure }) => measure.used?.figure ?? [])[0]
  const figure = counted.find(({ definition }) => definition.id === id)
  return figure === undefined ? null : { id: figure.definition.id, name: figure.definition.name }
}
