import type { FormDefinition, FormField } from '../api/views.ts'

/** A stylesheet that hides what is not asked, so that questions come and go with scripts off. */
export function formStyle(form: FormDefinition): string {
  const fields = new Map(form.sections.flatMap((section) => section.fields).map((field) => [field.id, field]))
  return [...fields.values()]
    .flatMap((field) => conditionsOf(field, fields).map((condition) => ruleOf(field, condition)))
    .join('\n')
}

type Condition = NonNullable<FormField['visibleWhen']>

/** The field's own condition and those of the questions above it. */
function conditionsOf(field: FormField, fields: ReadonlyMap<string, FormField>): readonly Condition[] {
  const conditions: Condition[] = []
  let condition = field.visibleWhen
  while (condition !== null && conditions.length < fields.size) {
    conditions.push(condition)
    condition = fields.get(condition.field)?.visibleWhen ?? null
  }
  return conditions
}

function ruleOf(field: FormField, { field: asked, equals }: Condition): string {
  const name = JSON.stringify(asked)
  const value = JSON.stringify(String(equals))
  const met = `[name=${name}][value=${value}]:checked, [name=${name}] option[value=${value}]:checked`
  return `form:not(:has(${met})) [data-field=${JSON.stringify(field.id)}] { display: none }`
}
