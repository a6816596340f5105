import { useMutation, useQuery } from '@tanstack/react-query'
import { ProblemError } from '../../api/problem.ts'
import type { DossierView } from '../../api/views.ts'
import { FIELD_LABEL } from '../../text/dossier-text.ts'
import { fileSize } from '../../text/moments.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { LongTextField, type TextInput, TextField } from '../../ui/TextField.tsx'
import { uploadFile } from '../api.ts'
import type { ActionField } from './action-forms.ts'
import { officersQuery, scopesQuery } from './queries.ts'

type InputProps = {
  readonly view: DossierView
  readonly field: ActionField
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (value: string) => void
}

export function ActionInput({ view, field, value, problem, onChange }: InputProps) {
  const { name, label, hint = null, optional = false } = field
  const shared = { name, label, hint, optional, value, problem, onChange }
  switch (field.kind) {
    case 'officer':
      return <OfficerSelect view={view} shared={shared} />
    case 'agency':
      return <AgencySelect shared={shared} />
    case 'select':
      return (
        <Select
          {...shared}
          options={field.options?.(view) ?? []}
          {...(optional ? { empty: FIELD_LABEL.unclassified } : {})}
        />
      )
    case 'file':
      return <ResultFile shared={shared} />
    case 'long':
    case 'lines':
      return <LongTextField {...shared} input={{ maxLength: 4000 }} />
    case 'moment':
      return <MomentField shared={shared} />
    default:
      return <TextField {...shared} input={INPUT[field.kind]} />
  }
}

const INPUT = {
  text: { maxLength: 200 },
  amount: { inputMode: 'numeric', maxLength: 15 },
  date: { type: 'date' },
} as const satisfies Record<'text' | 'amount' | 'date', TextInput>

type Shared = Omit<InputProps, 'view' | 'field'> & {
  readonly name: string
  readonly label: string
  readonly hint: string | null
  readonly optional: boolean
}

function OfficerSelect({ view, shared }: { readonly view: DossierView; readonly shared: Shared }) {
  const units = [...new Set([view.position?.unit ?? view.agency.id, view.agency.id])]
  const officers = useQuery(officersQuery(units))
  const options = officers.data?.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })) ?? []
  const empty = shared.optional ? FIELD_LABEL.officerNobody : FIELD_LABEL.officerChoose
  return <Select {...shared} options={options} empty={empty} />
}

function AgencySelect({ shared }: { readonly shared: Shared }) {
  const scopes = useQuery(scopesQuery)
  const options =
    scopes.data?.filter(({ kind }) => kind === 'agency').map(({ id, name }) => ({ value: id, label: name })) ?? []
  return <Select {...shared} options={options} empty={FIELD_LABEL.choose} />
}

function MomentField({ shared }: { readonly shared: Shared }) {
  const { value, onChange, ...field } = shared
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="datetime-local"
          className="control control-short"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** The file goes up as soon as it is chosen; the form then carries its hash. */
function ResultFile({ shared }: { readonly shared: Shared }) {
  const { value: _, onChange, problem, ...field } = shared
  const upload = useMutation({
    mutationFn: uploadFile,
    onSuccess: ({ hash }) => onChange(hash),
  })
  const refused =
    upload.error instanceof ProblemError ? `${upload.error.problem.detail} ${upload.error.problem.advice}` : undefined
  return (
    <Field
      {...field}
      problem={problem ?? refused}
      hint={upload.data === undefined ? field.hint : `${upload.data.name}, ${fileSize(upload.data.bytes)}`}
    >
      {(control) => (
        <input
          {...control}
          type="file"
          accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file !== undefined) upload.mutate(file)
          }}
        />
      )}
    </Field>
  )
}
