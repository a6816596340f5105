import type { ReactNode } from 'react'
import type { DossierView } from '../../api/views.ts'
import { FILING_TEXT as TEXT } from '../../text/filing-text.ts'
import { clock } from '../../text/moments.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemSummary, type Wrong } from '../../ui/Notice.tsx'
import { paths } from '../paths.ts'
import { savedAt } from './draft.ts'

export const STEPS = [
  { id: 'party', name: TEXT.party, path: paths.party },
  { id: 'form', name: TEXT.form, path: paths.form },
  { id: 'papers', name: TEXT.papers, path: paths.papers },
  { id: 'delivery', name: TEXT.delivery, path: paths.delivery },
  { id: 'check', name: TEXT.check, path: paths.check },
] as const

export type StepId = (typeof STEPS)[number]['id']

type FrameProps = {
  readonly step: StepId
  readonly view: DossierView
  readonly wrongs: readonly Wrong[]
  /** Nothing was kept: the title says so. */
  readonly refused?: boolean
  readonly children: ReactNode
}

/** One step of filing: where one is, what is kept, what is wrong, and then the questions. */
export function StepFrame({ step, view, wrongs, refused, children }: FrameProps) {
  const index = STEPS.findIndex(({ id }) => id === step)
  const saved = savedAt(view)
  return (
    <div className="column">
      <p className="small soft">{view.procedure.name}</p>
      <nav aria-label={TEXT.stepsLabel}>
        <ol className="steps">
          {STEPS.map(({ id, name, path }, place) => (
            <li key={id} className={place === index ? 'steps-now' : undefined}>
              {place === index ? <span aria-current="step">{name}</span> : <a href={path(view.id)}>{name}</a>}
            </li>
          ))}
        </ol>
      </nav>
      <h1>
        <span className="step-count">
          {TEXT.step} {index + 1} {TEXT.of} {STEPS.length}
        </span>{' '}
        {STEPS[index]?.name}
      </h1>
      {saved !== null && refused !== true && (
        <p className="small soft figures">
          {TEXT.saved} {clock(saved)}
        </p>
      )}
      {wrongs.length > 0 && (
        <ProblemSummary title={refused === true ? TEXT.notSavedTitle : TEXT.problemsTitle} problems={wrongs} />
      )}
      {children}
    </div>
  )
}

/** The ends of a step. Back is a link: what is kept on the server cannot be lost by it. */
export function StepEnds({ back, fromCheck }: { readonly back: string | null; readonly fromCheck: boolean }) {
  return (
    <div className="actions">
      <button type="submit" name="_go" value={fromCheck ? 'check' : 'next'} className="button button-primary">
        {fromCheck ? TEXT.backToCheck : TEXT.next}
      </button>
      <Button type="submit" name="_go" value="later">
        {TEXT.later}
      </Button>
      {back !== null && <a href={back}>{TEXT.back}</a>}
    </div>
  )
}
