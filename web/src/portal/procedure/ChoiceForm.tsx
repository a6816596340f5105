import type { Agency, ProcedureView } from '../../api/views.ts'
import { CHANNEL_NAME, PROCEDURE_TEXT as TEXT } from '../../text/procedure-text.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { paths } from '../paths.ts'
import { type Choice, channelsOf, isPaidByCopy } from './case-facts.ts'

type ChoiceProps = { readonly procedure: ProcedureView; readonly agencies: readonly Agency[]; readonly choice: Choice }

/** Case, channel and place: the facts above follow them. */
export function ChoiceForm({ procedure, agencies, choice }: ChoiceProps) {
  const { procedureCase } = choice
  return (
    <section aria-labelledby="chon">
      <h2 id="chon">{TEXT.choose}</h2>
      <form action={paths.procedure(procedure.code)} className="stack">
        {procedure.cases.length > 1 && (
          <Select name="case" label={TEXT.case} value={procedureCase.id} options={caseOptions(procedure)} />
        )}
        <RadioGroup
          name="channel"
          legend={TEXT.channel}
          choices={channelsOf(procedure, procedureCase).map((value) => ({ value, label: CHANNEL_NAME[value] }))}
          picked={{ kind: 'one', value: choice.channel }}
        />
        {agencies.length > 1 && (
          <Select
            name="agency"
            label={TEXT.agency}
            value={choice.agency?.id ?? ''}
            empty={TEXT.chooseAgency}
            options={agencyOptions(agencies)}
          />
        )}
        {isPaidByCopy(procedureCase) && (
          <TextField
            name="copies"
            label={TEXT.copies}
            value={choice.copies}
            input={{ inputMode: 'numeric', maxLength: 4 }}
          />
        )}
        <div>
          <Button type="submit">{TEXT.show}</Button>
        </div>
      </form>
    </section>
  )
}

export function caseOptions(procedure: ProcedureView): readonly SelectOption[] {
  return procedure.cases.map(({ id, name }) => ({ value: id, label: name }))
}

export function agencyOptions(agencies: readonly Agency[]): readonly SelectOption[] {
  return agencies.map(({ id, name, parentName }) => ({ value: id, label: name, group: parentName }))
}
