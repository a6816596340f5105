import { type Answers, visibleFields } from '@motcua/core/form/form.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView, FormDefinition } from '../../api/views.ts'
import { FormFields } from '../../form/FormFields.tsx'
import { askedOnly, mutableAnswers } from '../../form/read-answers.ts'
import { DOSSIER_TEXT as TEXT, FIELD_LABEL } from '../../text/dossier-text.ts'
import { Button } from '../../ui/Button.tsx'
import { LongTextField, TextField } from '../../ui/TextField.tsx'
import { Face } from '../Face.tsx'
import { Refused } from './ActionForm.tsx'
import { formQuery, sendChange } from './queries.ts'

type CorrectProps = { readonly view: DossierView; readonly name: string; readonly onClose: () => void }

/** Mends a clerical error in what was declared; it is recorded as such with its reason. */
export function CorrectForm({ view, name, onClose }: CorrectProps) {
  const form = useQuery(formQuery(view.procedure.form))
  return (
    <div className="action-form">
      <h3>{name}</h3>
      <Face query={form} rows={4}>
        {(definition) => <Loaded view={view} name={name} form={definition} onClose={onClose} />}
      </Face>
    </div>
  )
}

function Loaded({ view, name, form, onClose }: CorrectProps & { readonly form: FormDefinition }) {
  const [answers, setAnswers] = useState<Answers>(view.rawAnswers)
  const [applicantName, setApplicantName] = useState(view.applicant.name)
  const [address, setAddress] = useState(view.applicant.address)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const send = useMutation({ mutationFn: sendChange, onSuccess: onClose })
  const shown = new Set(visibleFields(form, answers).map(({ id }) => id))
  const submit = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '' || send.isPending) return
    // The number comes and goes masked: the server leaves it as it was.
    const applicant = { ...view.applicant, name: applicantName.trim(), address: address.trim() }
    const corrected = mutableAnswers(askedOnly(form, answers))
    const command = { action: 'correct' as const, applicant, answers: corrected, reason: reason.trim() }
    send.mutate({ dossier: view.id, version: view.version, command })
  }
  return (
    <form action={submit} className="stack" aria-label={name}>
      {send.error !== null && (
        <Refused error={send.error} action="correct" movedOn={send.variables?.version !== view.version} />
      )}
      <TextField
        name="correct-applicant"
        label={TEXT.applicant}
        value={applicantName}
        onChange={setApplicantName}
        input={{ maxLength: 500 }}
      />
      <TextField
        name="correct-address"
        label={TEXT.address}
        value={address}
        onChange={setAddress}
        input={{ maxLength: 500 }}
      />
      <FormFields
        form={form}
        answers={answers}
        wrongs={[]}
        shown={shown}
        onAnswer={(id, answer) => setAnswers((before) => ({ ...before, [id]: answer }))}
      />
      <LongTextField
        name="correct-reason"
        label={FIELD_LABEL.reason}
        value={reason}
        onChange={setReason}
        problem={missing ? FIELD_LABEL.required : undefined}
        input={{ maxLength: 4000 }}
      />
      <p className="row">
        <Button type="submit" kind="primary">
          {name}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {TEXT.cancel}
        </Button>
      </p>
    </form>
  )
}
