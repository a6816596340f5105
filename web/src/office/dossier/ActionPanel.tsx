import { useState } from 'react'
import type { DossierAction, DossierView, Offer } from '../../api/views.ts'
import { DOSSIER_TEXT as TEXT } from '../../text/dossier-text.ts'
import { BlockedButton, Button } from '../../ui/Button.tsx'
import { ACTION_FIELDS } from './action-forms.ts'
import { ActionForm } from './ActionForm.tsx'
import { CorrectForm } from './CorrectForm.tsx'

export type ShownActions = 'all' | 'allowed' | readonly DossierAction[]

type PanelProps = {
  readonly view: DossierView
  readonly shown: ShownActions
  readonly first?: DossierAction | null
  /** The part whose work it is; the view then says where that lies and what can be done with it. */
  readonly part?: string
}

/** What can be done now; the form of an action opens in its place. What cannot be done says why. */
export function ActionPanel({ view, shown, first, part }: PanelProps) {
  const offers = view.offers.filter((offer) => isHere(offer, shown))
  const [open, setOpen] = useState<Offer | null>(() => offers.find(({ action }) => action === first) ?? null)
  const allowed = withOpen(
    offers.filter((offer) => offer.allowed),
    open,
  )
  const blocked = shown === 'allowed' ? [] : offers.filter((offer) => !offer.allowed)
  return (
    <section className="actions-panel" aria-label={TEXT.now}>
      {shown === 'all' && <h2>{TEXT.now}</h2>}
      {allowed.length === 0 && <p className="soft">{TEXT.nothing}</p>}
      <ul className="plain-list">
        {allowed.map((offer) => (
          <li key={offer.action}>
            {open?.action === offer.action ? (
              <OpenAction view={view} offer={offer} part={part ?? null} onClose={() => setOpen(null)} />
            ) : (
              <Button kind={isMain(offer.action) ? 'primary' : 'quiet'} onClick={() => setOpen(offer)}>
                {offer.name}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {blocked.length > 0 && (
        <details>
          <summary>
            {TEXT.blocked} ({blocked.length})
          </summary>
          <ul className="plain-list">
            {blocked.map((offer) => (
              <li key={offer.action}>
                <BlockedButton reason={offer.reason ?? ''}>{offer.name}</BlockedButton>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Somebody else's change may take the action away; the form stays, with what was typed in it, until it is closed. */
function withOpen(allowed: readonly Offer[], open: Offer | null): readonly Offer[] {
  return open === null || allowed.some(({ action }) => action === open.action) ? allowed : [open, ...allowed]
}

/** The step that carries the dossier on stands out; everything else is quiet. */
const MAIN: readonly DossierAction[] = ['accept', 'forward', 'completePart', 'resolve', 'return']
const isMain = (action: DossierAction): boolean => MAIN.includes(action)

function isHere({ action }: Offer, shown: ShownActions): boolean {
  if (ACTION_FIELDS[action] === null && action !== 'correct') return false
  return shown === 'all' || shown === 'allowed' || shown.includes(action)
}

type OpenProps = {
  readonly view: DossierView
  readonly offer: Offer
  readonly part: string | null
  readonly onClose: () => void
}

function OpenAction({ view, offer, part, onClose }: OpenProps) {
  const fields = ACTION_FIELDS[offer.action]
  if (fields === null) return <CorrectForm view={view} name={offer.name} onClose={onClose} />
  return <ActionForm view={view} offer={offer} part={part} fields={fields} onClose={onClose} />
}
