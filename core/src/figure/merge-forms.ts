import type { CountedFigure, FormInForce } from './figure-catalogue.ts'

/**
 * All that several forms count of dossiers and show besides what is known already, as one form: each figure is counted
 * once. Procedures are left out: they are counted by their own rows.
 */
export function mergeForms(forms: readonly FormInForce[], known: ReadonlySet<string>): FormInForce | undefined {
  const [first] = forms
  if (first === undefined) return undefined
  const counted = new Map(forms.flatMap((form) => form.counted.map((each) => [each.definition.id, each] as const)))
  const shown = new Map(forms.flatMap((form) => form.shown.map((each) => [each.id, each] as const)))
  const used = new Map(forms.flatMap((form) => form.used.map((each) => [each.id, each] as const)))
  const isNew = ({ definition }: CountedFigure): boolean => !known.has(definition.id)
  return {
    form: first.form,
    shown: [...shown.values()].filter(({ id, measure }) => measure.is !== 'procedures' && !known.has(id)),
    counted: [...counted.values()].filter(isNew),
    ofProcedures: [],
    base: { is: 'any', of: forms.map(({ base }) => base) },
    used: [...used.values()],
  }
}
