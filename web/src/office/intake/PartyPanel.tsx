import type { Party } from '../../api/views.ts'
import { INTAKE_TEXT as TEXT } from '../../text/intake-text.ts'
import type { Wrong } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type IntakeDraft, NOBODY } from './intake-draft.ts'

type PartyPanelProps = {
  readonly draft: IntakeDraft
  readonly wrongs: readonly Wrong[]
  readonly onChange: (draft: IntakeDraft) => void
}

export function PartyPanel({ draft, wrongs, onChange }: PartyPanelProps) {
  const { applicant, submitter } = draft
  return (
    <section className="panel" aria-labelledby="nguoi-nop">
      <h2 id="nguoi-nop">{TEXT.who}</h2>
      <PartyFields
        path="applicant"
        party={applicant}
        wrongs={wrongs}
        onChange={(party) => onChange({ ...draft, applicant: party })}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={submitter !== null}
          onChange={() => onChange({ ...draft, submitter: submitter === null ? NOBODY : null })}
        />
        <span>{TEXT.other}</span>
      </label>
      {submitter !== null && (
        <PartyFields
          path="submitter"
          party={submitter}
          wrongs={wrongs}
          onChange={(party) => onChange({ ...draft, submitter: party })}
        />
      )}
    </section>
  )
}

type FieldsProps = {
  readonly path: 'applicant' | 'submitter'
  readonly party: Party
  readonly wrongs: readonly Wrong[]
  readonly onChange: (party: Party) => void
}

function PartyFields({ path, party, wrongs, onChange }: FieldsProps) {
  const problem = (field: string) => wrongs.find((wrong) => wrong.path === `${path}.${field}`)?.message
  const textField = (field: 'name' | 'idNumber' | 'address', label: string) => (
    <TextField
      name={`${path}.${field}`}
      label={label}
      value={party[field]}
      problem={problem(field)}
      onChange={(value) => onChange({ ...party, [field]: value })}
      input={{ maxLength: 500, autoComplete: 'off' }}
    />
  )
  return (
    <div className="stack" data-party={path}>
      {path === 'applicant' && (
        <Select
          name="applicant.kind"
          label={TEXT.kind}
          value={party.kind}
          options={[
            { value: 'person', label: TEXT.person },
            { value: 'organisation', label: TEXT.organisation },
          ]}
          onChange={(kind) => onChange({ ...party, kind: kind === 'organisation' ? 'organisation' : 'person' })}
        />
      )}
      {textField('idNumber', TEXT.idNumber)}
      {textField('name', path === 'submitter' ? TEXT.submitter : TEXT.name)}
      {party.kind === 'person' && (
        <TextField
          name={`${path}.birthDate`}
          label={TEXT.birthDate}
          optional
          value={party.birthDate ?? ''}
          problem={problem('birthDate')}
          onChange={(value) => onChange({ ...party, birthDate: value === '' ? null : value })}
          input={{ type: 'date' }}
        />
      )}
      {textField('address', TEXT.address)}
      <TextField
        name={`${path}.phone`}
        label={TEXT.phone}
        optional
        value={party.phone ?? ''}
        problem={problem('phone')}
        onChange={(value) => onChange({ ...party, phone: value === '' ? null : value })}
        input={{ type: 'tel', maxLength: 20, autoComplete: 'off' }}
      />
    </div>
  )
}
