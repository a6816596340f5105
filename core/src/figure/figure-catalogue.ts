import { groupBy } from '../kernel/group.ts'
import { type LocalDate, plusDays } from '../kernel/instant.ts'
import type { Condition } from './condition.ts'
import type { FigureDefinition, ReportForm } from './figure-record.ts'

/** A figure that counts dossiers, with the whole of its condition. */
export type CountedFigure = { readonly definition: FigureDefinition; readonly condition: Condition }

/** A report form with the figures as they are defined on one day. */
export type FormInForce = {
  readonly form: ReportForm
  /** Of columns and below the table, in that order, each once. */
  readonly shown: readonly FigureDefinition[]
  /** All that dossiers are counted for: what is shown, both sides of ratios, and what identities name. */
  readonly counted: readonly CountedFigure[]
  /** The condition of every dossier of the report. */
  readonly base: Condition
}

export type FigureCatalogue = {
  readonly figureAt: (id: string, date: LocalDate) => FigureDefinition | undefined
  /** Undefined for what is no figure, and for a figure that counts nothing of its own. */
  readonly countedFigureAt: (id: string, date: LocalDate) => CountedFigure | undefined
  /** The form as it is filled in for a period that ends on the day; undefined where there is none then. */
  readonly formAt: (id: string, date: LocalDate) => FormInForce | undefined
  /** Every form that is in force on the day, by id. */
  readonly formsAt: (date: LocalDate) => readonly ReportForm[]
}

/** Expects records that `checkFigures` found no problem in; what does not resolve all the same is a bug and throws. */
export function figureCatalogue(figures: readonly FigureDefinition[], forms: readonly ReportForm[]): FigureCatalogue {
  const byId = groupBy(figures, ({ id }) => id)
  const figureAt: FigureCatalogue['figureAt'] = (id, date) => byId.get(id)?.find((each) => isInForce(each, date))
  const days = turningDays([...figures, ...forms])
  const countedFigureAt: FigureCatalogue['countedFigureAt'] = onceBetween<CountedFigure | undefined>(
    days,
    (id, date) => {
      const definition = figureAt(id, date)
      if (definition?.measure.is !== 'count') return undefined
      const { within, condition } = definition.measure
      if (within === null) return { definition, condition }
      const outer: CountedFigure | undefined = countedFigureAt(within, date)
      if (outer === undefined) throw new Error(`figure ${id} lies within ${within}, which counts nothing`)
      return { definition, condition: { is: 'all', of: [outer.condition, condition] } }
    },
  )
  const formAt = onceBetween<FormInForce | undefined>(days, (id, date) => {
    const form = forms.find((each) => each.id === id && isInForce(each, date))
    if (form === undefined) return undefined
    return fillForm(form, { figure: (each) => figureAt(each, date), counted: (each) => countedFigureAt(each, date) })
  })
  return { figureAt, countedFigureAt, formAt, formsAt: (date) => forms.filter((each) => isInForce(each, date)) }
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
  const ids = new Set([form.counted, ...names, ...sides, ...summed])
  const base = counted(form.counted)
  if (base === undefined) throw new Error(`form ${form.id} counts ${form.counted}, which counts nothing`)
  return { form, shown, counted: [...ids].flatMap((id) => counted(id) ?? []), base: base.condition }
}

function isInForce({ validFrom, validTo }: Dated, date: LocalDate): boolean {
  return validFrom <= date && (validTo === null || date <= validTo)
}
