import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Agency, Session } from '../../api/views.ts'
import { INTAKE_TEXT as TEXT } from '../../text/intake-text.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { Notice, ProblemSummary, type Wrong } from '../../ui/Notice.tsx'
import { ProblemFace } from '../Face.tsx'
import { formQuery } from '../dossier/queries.ts'
import { sessionQuery } from '../session.ts'
import { AcceptedNotice } from './AcceptedNotice.tsx'
import { DuePanel } from './DuePanel.tsx'
import { type Chosen, EMPTY_DRAFT, type IntakeDraft, wrongsIn } from './intake-draft.ts'
import { PartyPanel } from './PartyPanel.tsx'
import { ProcedurePanel } from './ProcedurePanel.tsx'
import { procedureQuery } from './queries.ts'
import { useAcceptance } from './use-acceptance.ts'

/** One person at the counter: who, what, when and how much on one page, without a mouse. */
export function IntakePage() {
  const session = useQuery(sessionQuery)
  const counters = countersOf(session.data)
  return (
    <>
      <title>{`${TEXT.title} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{TEXT.title}</h1>
        <p className="soft">{counters.map(({ unitName }) => unitName).join(', ')}</p>
      </div>
      {counters.length === 0 ? (
        <Notice kind="attention" title={TEXT.noCounter} />
      ) : (
        <Counter counters={counters.map(({ unit }) => unit)} />
      )}
    </>
  )
}

function countersOf(session: Session | undefined) {
  return session?.posts.filter(({ role }) => role === 'clerk') ?? []
}

function Counter({ counters }: { readonly counters: readonly string[] }) {
  const [code, setCode] = useState<string | null>(null)
  const [draft, setDraft] = useState<IntakeDraft>(EMPTY_DRAFT)
  const [wrongs, setWrongs] = useState<readonly Wrong[]>([])
  const finder = useRef<HTMLInputElement>(null)
  const chosen = useChosen(code, draft, counters)
  const acceptance = useAcceptance()
  const accept = () => {
    const found =
      chosen.complete === null ? [{ path: 'find', message: TEXT.chooseProcedure }] : wrongsIn(draft, chosen.complete)
    setWrongs(found)
    if (chosen.complete !== null && found.length === 0) acceptance.accept(draft, chosen.complete)
  }
  const startAgain = () => {
    setCode(null)
    setDraft(EMPTY_DRAFT)
    setWrongs([])
    acceptance.reset()
    finder.current?.focus()
  }
  useFunctionKeys({ F2: () => finder.current?.focus(), F4: accept, F8: startAgain })
  if (acceptance.accepted !== null) return <AcceptedNotice accepted={acceptance.accepted} onNext={startAgain} />
  return (
    <>
      {wrongs.length > 0 && <ProblemSummary title={TEXT.problems} problems={wrongs} />}
      {acceptance.error !== null && <ProblemFace error={acceptance.error} onRetry={accept} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter goes on to the next control inside */}
      <div className="counter" onKeyDown={goOnWithEnter}>
        <PartyPanel draft={draft} wrongs={wrongs} onChange={setDraft} />
        <ProcedurePanel
          finder={finder}
          chosen={chosen}
          draft={draft}
          wrongs={wrongs}
          onChange={setDraft}
          onChoose={setCode}
        />
        <DuePanel chosen={chosen.complete} draft={draft} onChange={setDraft} />
      </div>
      <p className="key-bar">
        <button type="button" className="button button-primary" onClick={accept} aria-keyshortcuts="F4">
          <kbd>F4</kbd> {TEXT.accept}
        </button>
        <button type="button" className="button" onClick={() => finder.current?.focus()} aria-keyshortcuts="F2">
          <kbd>F2</kbd> {TEXT.findProcedure}
        </button>
        <button type="button" className="button" onClick={startAgain} aria-keyshortcuts="F8">
          <kbd>F8</kbd> {TEXT.next}
        </button>
        <span className="soft">
          <kbd>Enter</kbd> {TEXT.enter}
        </span>
      </p>
    </>
  )
}

/** The chosen procedure with everything that its handling at this counter needs; `complete` once all is known. */
function useChosen(code: string | null, draft: IntakeDraft, counters: readonly string[]) {
  const found = useQuery(procedureQuery(code))
  const loaded = code === null ? undefined : found.data
  const isOwn = (agency: Agency) => agency.counters.some(({ id }) => counters.includes(id))
  const own = loaded?.agencies.filter(isOwn) ?? []
  const mine = [...own, ...(loaded?.agencies.filter((each) => each.elsewhere && !isOwn(each)) ?? [])]
  const agency = mine.find(({ id }) => id === draft.agency) ?? own[0]
  const procedureCase = loaded?.procedure.cases.find(({ id }) => id === draft.caseId) ?? loaded?.procedure.cases[0]
  const form = useQuery(formQuery(procedureCase?.form ?? null))
  const counter = agency?.counters.find(({ id }) => counters.includes(id))?.id ?? counters[0]
  const known = loaded !== undefined && agency !== undefined && procedureCase !== undefined && counter !== undefined
  const complete: Chosen | null =
    known && form.data !== undefined
      ? { procedure: loaded.procedure, procedureCase, agency, counter, form: form.data }
      : null
  return { code, procedure: loaded?.procedure ?? null, mine, complete, error: found.error ?? form.error }
}

export type ChosenState = ReturnType<typeof useChosen>

/** The counter is worked with function keys; they must be heard wherever the focus is. */
function useFunctionKeys(keys: Readonly<Record<string, () => void>>) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const act = keys[event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

function goOnWithEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
  if (event.key !== 'Enter' || !isField || event.defaultPrevented) return
  event.preventDefault()
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select, textarea')]
  controls[controls.indexOf(target) + 1]?.focus()
}
