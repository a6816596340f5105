import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemError } from '../../api/problem.ts'
import type { DossierView, Offer } from '../../api/views.ts'
import { DOSSIER_TEXT as TEXT, FIELD_LABEL } from '../../text/dossier-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice, ProblemSummary } from '../../ui/Notice.tsx'
import { type ActionField, type Values, commandOf, missingFields } from './action-forms.ts'
import { ActionInput } from './ActionInput.tsx'
import { isStale, sendChange } from './queries.ts'

type FormProps = {
  readonly view: DossierView
  readonly offer: Offer
  /** Of an interlinked dossier the part in which it is done; null: the whole. */
  readonly part: string | null
  readonly fields: readonly ActionField[]
  readonly onClose: () => void
}

/** The form of one action, in its place on the page. What is typed stays typed whatever the answer is. */
export function ActionForm({ view, offer, part, fields: all, onClose }: FormProps) {
  const fields = all.filter(({ shown }) => shown?.(view) ?? true)
  const [values, setValues] = useState<Values>(() => initialValues(view, fields))
  const [missing, setMissing] = useState<readonly string[]>([])
  const send = useMutation({ mutationFn: sendChange, onSuccess: onClose })
  const submit = () => {
    const empty = missingFields(fields, values)
    setMissing(empty)
    const command = empty.length === 0 ? commandOf({ action: offer.action, part }, values) : null
    if (command !== null && !send.isPending) send.mutate({ dossier: view.id, version: view.version, command })
  }
  const problem = (name: string) => (missing.includes(name) ? FIELD_LABEL.required : undefined)
  return (
    <form action={submit} className="action-form" aria-label={offer.name}>
      <h3>{offer.name}</h3>
      {send.error !== null && (
        <Refused error={send.error} action={offer.action} movedOn={send.variables?.version !== view.version} />
      )}
      {missing.length > 0 && (
        <ProblemSummary title={TEXT.refused} problems={missing.map((name) => summaryOf(name, offer, fields))} />
      )}
      {offer.action === 'accept' && <p>{TEXT.confirmAccept}</p>}
      {offer.action === 'receive' && <p>{TEXT.confirmReceive}</p>}
      {fields.map((field) => (
        <ActionInput
          key={field.name}
          view={view}
          field={{ ...field, name: idOf(offer, field.name) }}
          value={values[field.name] ?? ''}
          problem={problem(field.name)}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <p className="row">
        <Button type="submit" kind="primary">
          {offer.name}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {TEXT.cancel}
        </Button>
      </p>
    </form>
  )
}

const idOf = (offer: Offer, name: string): string => `${offer.action}-${name}`

function summaryOf(name: string, offer: Offer, fields: readonly ActionField[]) {
  const label = fields.find((field) => field.name === name)?.label ?? name
  return { path: idOf(offer, name), message: `${label}: ${FIELD_LABEL.required}` }
}

function initialValues(view: DossierView, fields: readonly ActionField[]): Values {
  return Object.fromEntries(
    fields.map((field) => [field.name, field.initial?.(view) ?? field.options?.(view)[0]?.value ?? '']),
  )
}

type RefusedProps = {
  readonly error: Error
  readonly action: string
  /** Whether the page shows a later version by now than the one that was acted on. */
  readonly movedOn: boolean
}

/** A refusal in its own words; each error leads to the field in which it arose. */
export function Refused({ error, action, movedOn }: RefusedProps) {
  if (!(error instanceof ProblemError)) throw error
  const { problem } = error
  if (isStale(problem)) return <Notice kind="problem" title={TEXT.stale} />
  const errors = problem.errors ?? []
  if (errors.length > 0) {
    const problems = errors.map(({ path, message }) => ({ path, message, href: `#${action}-${path.split('.')[0]}` }))
    return <ProblemSummary title={problem.title} problems={problems} />
  }
  return (
    <Notice kind="problem" title={problem.title}>
      {movedOn && <p>{TEXT.stale}</p>}
      <p>{problem.detail}</p>
      <p>{problem.advice}</p>
    </Notice>
  )
}
