import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierCommand, Outcome } from '../api/views.ts'
import { OFFICE_TEXT as TEXT } from '../text/office-text.ts'
import { number } from '../text/moments.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemFace } from './Face.tsx'
import { sendChanges } from './api.ts'
import type { Selection } from './selection.ts'

export type BatchItem = { readonly id: string; readonly version: number; readonly label: string }

type BatchProps = {
  readonly items: readonly BatchItem[]
  readonly selection: Selection
  readonly name: string
  readonly commandFor: (id: string) => DossierCommand
}

/** One action on all chosen dossiers: each succeeds or is refused alone, and only the refused stay chosen. */
export function BatchBar({ items, selection, name, commandFor }: BatchProps) {
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map())
  const chosen = items.filter(({ id }) => selection.ids.has(id))
  const send = useMutation({
    mutationFn: () =>
      sendChanges(
        chosen.map(({ id, version }) => ({ dossier: id, expectedVersion: version, command: commandFor(id) })),
      ),
    onMutate: () => setLabels(new Map(chosen.map(({ id, label }) => [id, label]))),
    onSuccess: (outcomes) =>
      selection.keepOnly(outcomes.filter(({ kind }) => kind === 'refused').map(({ dossier }) => dossier)),
  })
  return (
    <div className="batch" aria-live="polite">
      {chosen.length > 0 && (
        <p className="row">
          <strong className="figures">
            {number(chosen.length)} {TEXT.selected}
          </strong>
          <Button kind="primary" onClick={() => send.isPending || send.mutate()}>
            {name}
          </Button>
          <Button kind="plain" onClick={() => selection.keepOnly([])}>
            {TEXT.clearSelection}
          </Button>
        </p>
      )}
      {send.error !== null && <ProblemFace error={send.error} onRetry={() => send.mutate()} />}
      {send.data !== undefined && <Outcomes outcomes={send.data} labels={labels} />}
    </div>
  )
}

type OutcomesProps = { readonly outcomes: readonly Outcome[]; readonly labels: ReadonlyMap<string, string> }

function Outcomes({ outcomes, labels }: OutcomesProps) {
  const failed = outcomes.filter(({ kind }) => kind === 'refused')
  const done = outcomes.length - failed.length
  const parts = [
    ...(done > 0 ? [`${number(done)} ${TEXT.outcomeDone}`] : []),
    ...(failed.length > 0 ? [`${number(failed.length)} ${TEXT.outcomeFailed}`] : []),
  ]
  return (
    <Notice kind={failed.length > 0 ? 'attention' : 'good'} title={`${TEXT.outcomeTitle}: ${parts.join(', ')}`}>
      <ul>
        {outcomes.map((outcome) => (
          <li key={outcome.dossier} className="figures">
            {outcome.code ?? labels.get(outcome.dossier)}:{' '}
            {outcome.problem === null ? TEXT.outcomeDone : `${outcome.problem.detail} ${outcome.problem.advice}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
