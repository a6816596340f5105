import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { INTAKE_TEXT as TEXT } from '../../text/intake-text.ts'
import { moment } from '../../text/moments.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProblemFace } from '../Face.tsx'
import { dossierQuery } from '../dossier/queries.ts'
import { paths } from '../paths.ts'
import type { Accepted } from './use-acceptance.ts'

/** What to tell the person at the counter: the code and when to come back. */
export function AcceptedNotice({ accepted, onNext }: { readonly accepted: Accepted; readonly onNext: () => void }) {
  const dossier = useQuery(dossierQuery(accepted.id))
  const dueAt = dossier.data?.dueAt ?? null
  if (accepted.problem !== null) {
    return (
      <Notice kind="attention" title={TEXT.submittedOnly}>
        <ProblemFace error={accepted.problem} onRetry={onNext} />
        <p>
          <Link to={paths.dossier(accepted.id)}>{TEXT.open}</Link>
        </p>
      </Notice>
    )
  }
  return (
    <Notice kind="good" title={`${TEXT.doneTitle}: ${accepted.code ?? ''}`}>
      {dueAt !== null && (
        <p className="figures">
          {TEXT.doneDue}: <strong>{moment(dueAt)}</strong>
        </p>
      )}
      {dossier.data?.paused?.ground === 'transfer' && <p>{TEXT.doneElsewhere}</p>}
      <p className="row">
        <Button kind="primary" onClick={onNext} shortcut="F8">
          <kbd>F8</kbd> {TEXT.next}
        </Button>
        <Link to={paths.dossier(accepted.id)}>{TEXT.open}</Link>
      </p>
    </Notice>
  )
}
