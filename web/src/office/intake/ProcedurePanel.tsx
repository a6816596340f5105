import { visibleFields } from '@motcua/core/form/form.ts'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useDeferredValue, useState } from 'react'
import { FormFields } from '../../form/FormFields.tsx'
import { INTAKE_TEXT as TEXT } from '../../text/intake-text.ts'
import { sheetsText } from '../../text/sheets.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice, type Wrong } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { ProblemFace } from '../Face.tsx'
import type { ChosenState } from './IntakePage.tsx'
import { type Chosen, type IntakeDraft, toggleReceived, withAnswer } from './intake-draft.ts'
import { proceduresQuery } from './queries.ts'

type PanelProps = {
  readonly finder: RefObject<HTMLInputElement | null>
  readonly chosen: ChosenState
  readonly draft: IntakeDraft
  readonly wrongs: readonly Wrong[]
  readonly onChange: (draft: IntakeDraft) => void
  readonly onChoose: (code: string | null) => void
}

export function ProcedurePanel({ finder, chosen, draft, wrongs, onChange, onChoose }: PanelProps) {
  const { procedure, mine, complete, error } = chosen
  return (
    <section className="panel" aria-labelledby="thu-tuc">
      <h2 id="thu-tuc">{TEXT.what}</h2>
      {procedure === null ? (
        <Finder finder={finder} onChoose={onChoose} />
      ) : (
        <p className="row row-apart">
          <strong>
            <span className="figures">{procedure.code}</span> {procedure.name}
          </strong>
          <Button kind="plain" onClick={() => onChoose(null)}>
            {TEXT.change}
          </Button>
        </p>
      )}
      {error !== null && <ProblemFace error={error} onRetry={() => onChoose(chosen.code)} />}
      {procedure !== null && mine.length === 0 && <Notice kind="attention" title={TEXT.notMine} />}
      {procedure !== null && procedure.cases.length > 1 && (
        <Select
          name="case"
          label={TEXT.case}
          value={complete?.procedureCase.id ?? draft.caseId}
          options={procedure.cases.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(caseId) => onChange({ ...draft, caseId, received: new Set() })}
        />
      )}
      {mine.length > 0 && (mine.length > 1 || complete === null) && (
        <Select
          name="agency"
          label={TEXT.agency}
          value={complete?.agency.id ?? draft.agency}
          empty={TEXT.chooseAgency}
          options={mine.map(({ id, name, parentName }) => ({ value: id, label: name, group: parentName }))}
          onChange={(agency) => onChange({ ...draft, agency })}
        />
      )}
      {complete !== null && <Papers chosen={complete} draft={draft} wrongs={wrongs} onChange={onChange} />}
      {complete !== null && complete.form !== null && (
        <>
          <h3>{TEXT.form}</h3>
          <FormFields
            form={complete.form}
            answers={draft.answers}
            wrongs={wrongs}
            shown={new Set(visibleFields(complete.form, draft.answers).map(({ id }) => id))}
            onAnswer={(id, answer) => onChange(withAnswer(draft, id, answer))}
          />
        </>
      )}
    </section>
  )
}

type FinderProps = Pick<PanelProps, 'finder' | 'onChoose'>

function Finder({ finder, onChoose }: FinderProps) {
  const [q, setQ] = useState('')
  const found = useQuery(proceduresQuery(useDeferredValue(q)))
  const items = q.trim() === '' ? [] : (found.data?.items.slice(0, 8) ?? [])
  return (
    <div className="field">
      <label htmlFor="find" className="field-label">
        {TEXT.findProcedure}
      </label>
      <p className="field-hint" id="find-hint">
        {TEXT.findHint}
      </p>
      <input
        id="find"
        ref={finder}
        type="search"
        className="control"
        value={q}
        maxLength={200}
        aria-describedby="find-hint"
        autoComplete="off"
        onChange={(event) => setQ(event.target.value)}
        onKeyDown={(event) => {
          const first = items[0]
          if (event.key !== 'Enter' || first === undefined) return
          event.preventDefault()
          onChoose(first.code)
        }}
      />
      <ul className="found" aria-live="polite">
        {items.map((item) => (
          <li key={item.code}>
            <button type="button" onClick={() => onChoose(item.code)}>
              <span className="figures soft">{item.code}</span> {item.name}
            </button>
          </li>
        ))}
      </ul>
      {found.isSuccess && q.trim() !== '' && items.length === 0 && <p>{TEXT.notFound}</p>}
    </div>
  )
}

type PapersProps = Pick<PanelProps, 'draft' | 'wrongs' | 'onChange'> & { readonly chosen: Chosen }

/** Papers are ticked off as they are handed over. */
function Papers({ chosen, draft, wrongs, onChange }: PapersProps) {
  const papers = chosen.procedureCase.documents.filter(({ kind }) => kind === 'present')
  const toShow = chosen.procedureCase.documents.filter(({ kind }) => kind === 'show')
  return (
    <fieldset>
      <legend className="field-legend">{TEXT.papers}</legend>
      {papers.map((paper) => (
        <label key={paper.id} className="choice">
          <input
            id={`paper-${paper.id}`}
            type="checkbox"
            checked={draft.received.has(paper.id)}
            aria-invalid={wrongs.some(({ path }) => path === `paper-${paper.id}`) || undefined}
            onChange={() => onChange(toggleReceived(draft, paper.id))}
          />
          <span>
            {paper.name}{' '}
            <span className="soft">
              {[paper.mandatory ? TEXT.mandatory : TEXT.optional, sheetsText(paper)]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </span>
        </label>
      ))}
      {toShow.map((paper) => (
        <p key={paper.id} className="small soft">
          {TEXT.toShow}: {paper.name}
        </p>
      ))}
    </fieldset>
  )
}
