import { groupBy } from '../kernel/group.ts'
import { type LocalDate, plusDays } from '../kernel/instant.ts'
import type { Condition } from './condition.ts'
import type { FigureDefinition, Measure, ReportForm } from './figure-record.ts'

/** A figure that counts dossiers, with the whole of its condition. */
export type CountedFigure = { readonly definition: FigureDefinition; readonly condition: Condition }

/** A figure that counts procedures, and the figure whose dossiers tell which are used; null where none does. */
export type ProcedureFigure = {
  readonly definition: FigureDefinition
  readonly measure: Extract<Measure, { readonly is: 'procedures' }>
}

/** A report form with the figures as they are defined on one day. */
export type FormInForce = {
  readonly form: ReportForm
  /** Of columns and below the table, in that order, each once. */
  readonly shown: readonly FigureDefinition[]
  /** All that dossiers are counted for: what is shown, both sides of ratios, and what identities name. */
  readonly counted: readonly CountedFigure[]
  /** All that procedures are counted for, in the same way. */
  readonly ofProcedures: readonly ProcedureFigure[]
  /** The condition of every dossier of the report. */
  readonly base: Condition
  /** Every definition that a number of it rests on, in the version that was used. */
  readonly used: readonly FigureDefinition[]
}

/** What a figure was counted by once: versions by id; any other figure is as on `date`. */
type FigureVersions = { readonly figures: ReadonlyMap<string, number>; readonly date: LocalDate }

/** What a form was filled in with once: its version, and those of figures; any other figure is as on `date`. */
export type FormVersions = FigureVersions & { readonly form: string; readonly version: number }

export type FigureCatalogue = {
  readonly figureAt: (id: string, date: LocalDate) => FigureDefinition | undefined
  /** Undefined for what is no figure, and for a figure that counts nothing of its own. */
  readonly countedFigureAt: (id: string, date: LocalDate) => CountedFigure | undefined
  /** The figure as it once was counted, whatever is in force since; undefined where a version is no longer known. */
  readonly countedFigureOf: (id: string, versions: FigureVersions) => CountedFigure | undefined
  /** The form as it is filled in for a period that ends on the day; undefined where there is none then. */
  readonly formAt: (id: string, date: LocalDate) => FormInForce | undefined
  /** The form as it once was filled in, whatever is in force since; undefined where a version is no longer known. */
  readonly formOf: (versions: FormVersions) => FormInForce | undefined
  /** Every form that is in force on the day, by id. */
  readonly formsAt: (date: LocalDate) => readonly ReportForm[]
}

/** Expects records that `checkFigures` found no problem in; what does not resolve all the same is a bug and throws. */
export function figureCatalogue(figures: readonly FigureDefinition[], forms: readonly ReportForm[]): FigureCatalogue {
  const byId = groupBy(figures, ({ id }) => id)
  const figureAt: FigureCatalogue['figureAt'] = (id, date) => byId.get(id)?.find((each) => isInForce(each, date))
  const days = turningDays([...figures, ...forms])
  const countedFigureAt = onceBetween(days, (id, date) => countedFigure(id, (each) => figureAt(each, date)))
  const formAt = onceBetween<FormInForce | undefined>(days, (id, date) => {
    const form = forms.find((each) => each.id === id && isInForce(each, date))
    if (form === undefined) return undefined
    return fillForm(form, { figure: (each) => figureAt(each, date), counted: (each) => countedFigureAt(each, date) })
  })
  const figureOf =
    ({ figures: versions, date }: FigureVersions): OnOneDay['figure'] =>
    (id) => {
      const used = versions.get(id)
      return used === undefined ? figureAt(id, date) : byId.get(id)?.find((known) => known.version === used)
    }
  const formOf: FigureCatalogue['formOf'] = ({ form: id, version, ...versions }) => {
    const form = forms.find((each) => each.id === id && each.version === version)
    const figure = figureOf(versions)
    const isKnown = [...versions.figures.keys()].every((each) => figure(each) !== undefined)
    if (form === undefined || !isKnown) return undefined
    return fillForm(form, { figure, counted: (each) => countedFigure(each, figure) })
  }
  const countedFigureOf: FigureCatalogue['countedFigureOf'] = (id, versions) => {
    const figure = figureOf(versions)
    return [...versions.figures.keys()].every((each) => figure(each) !== undefined)
      ? countedFigure(id, figure)
      : undefined
  }
  const formsAt: FigureCatalogue['formsAt'] = (date) => forms.filter((each) => isInForce(each, date))
  return { figureAt, countedFigureAt, countedFigureOf, formAt, formOf, formsAt }
}

/** A figure with the conditions of all that it lies within. */
function countedFigure(id: string, figure: OnOneDay['figure']): CountedFigure | undefined {
  const definition = figure(id)
  if (definition?.measure.is !== 'count') return undefined
  const { within, condition } = definition.measure
  if (within === null) return { definition, condition }
  const outer = countedFigure(within, figure)
  if (outer === undefined) throw new Error(`figure ${id} lies within ${within}, which counts nothing`)
  return { definition, condition: { is: 'all', of: [outer.condition, condition] } }
}

type Dated = Pick<ReportForm, 'validFrom' | 'validTo'>

/** Days on which any version begins, or is no longer in force. */
function turningDays(records: readonly Dated[]): readonly LocalDate[] {
  const days = records.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null ? [] : [plusDays(validTo, 1)]),
  ])
  return [...new Set(days)].toSorted()
}

/** Between two turning days nothing changes: what was put together once is the same object ever after. */
function onceBetween<Value>(
  days: readonly LocalDate[],
  make: (id: string, date: LocalDate) => Value,
): (id: string, date: LocalDate) => Value {
  const made = new Map<string, Value>()
  return (id, date) => {
    const key = `${days.filter((day) => day <= date).length} ${id}`
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(id, date)
    made.set(key, value)
    return value
  }
}

type OnOneDay = {
  readonly figure: (id: string) => FigureDefinition | undefined
  readonly counted: (id: string) => CountedFigure | undefined
}

function fillForm(form: ReportForm, { figure, counted }: OnOneDay): FormInForce {
  const names = new Set([...form.columns.map((column) => column.figure), ...form.besides])
  const shown = [...names].map((id) => {
    const definition = figure(id)
    if (definition === undefined) throw new Error(`form ${form.id} shows ${id}, which is not defined`)
    return definition
  })
  const sides = shown.flatMap(({ measure }) => (measure.is === 'ratio' ? [measure.numerator, measure.denominator] : []))
  const summed = form.identities.flatMap(({ whole, parts }) => [whole, ...parts])
  const numbers = new Set([form.counted, ...names, ...sides, ...summed])
  const ofProcedures = [...numbers].flatMap((id) => procedureFigure(figure(id)) ?? [])
  const ids = new Set([...numbers, ...ofProcedures.flatMap(({ measure }) => measure.used?.figure ?? [])])
  const base = counted(form.counted)
  if (base === undefined) throw new Error(`form ${form.id} counts ${form.counted}, which counts nothing`)
  const all = [...ids].flatMap((id) => counted(id) ?? [])
  const used = restsOn([...shown, ...[...all, ...ofProcedures].map(({ definition }) => definition)], figure)
  return { form, shown, counted: all, ofProcedures, base: base.condition, used }
}

function procedureFigure(definition: FigureDefinition | undefined): ProcedureFigure | undefined {
  return definition?.measure.is === 'procedures' ? { definition, measure: definition.measure } : undefined
}

/** These figures and all that they lie within. */
function restsOn(figures: readonly FigureDefinition[], figure: OnOneDay['figure']): readonly FigureDefinition[] {
  const used = new Map<string, FigureDefinition>()
  const add = (definition: FigureDefinition | undefined): void => {
    if (definition === undefined || used.has(definition.id)) return
    used.set(definition.id, definition)
    if (definition.measure.is === 'count' && definition.measure.within !== null) add(figure(definition.measure.within))
  }
  for (const each of figures) add(each)
  return [...used.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function isInForce({ validFrom, validTo }: Dated, date: LocalDate): boolean {
  return validFrom <= date && (validTo === null || date <= validTo)
}
