import type { Instant } from '../kernel/instant.ts'
import { extendClock } from './clock.ts'
import type { Apology, Correction, Dossier } from './dossier.ts'
import type { DossierEvent } from './dossier-events.ts'

type Event<Type extends DossierEvent['type']> = Extract<DossierEvent, { readonly type: Type }>
type Told = { readonly at: Instant; readonly actor: string }

/** Facts about letters, signatures and corrections: none of them touches what was recorded before. */
export type LetterEvent = Event<
  'apologyDrafted' | 'apologised' | 'resultSigned' | 'correctionProposed' | 'correctionApproved' | 'correctionRejected'
>

export function evolveLetters(next: Dossier, event: LetterEvent, told: Told): Dossier {
  switch (event.type) {
    case 'apologyDrafted':
      return { ...next, apology: drafted(next.apology, event, told) }
    case 'apologised':
      return apologised(next, event, told)
    case 'resultSigned':
      return { ...next, signedResult: { result: event.result, signedAt: told.at, signedBy: told.actor } }
    case 'correctionProposed':
      return { ...next, corrections: [...next.corrections, proposed(event, told)] }
    case 'correctionApproved':
      return decidedOn(next, event.number, { ...decision('approved', told), finish: event.finish })
    case 'correctionRejected':
      return decidedOn(next, event.number, { ...decision('rejected', told), answer: event.reason })
  }
}

/** A later draft takes the place of an earlier one; when the first was made is kept. */
function drafted(before: Apology | null, { reason, dueAt }: Event<'apologyDrafted'>, { at, actor }: Told): Apology {
  return {
    ...{ draftedAt: before?.draftedAt ?? at, draftedBy: actor, reason, promisedAt: dueAt },
    ...{ letter: null, signedAt: null, signedBy: null, moved: false },
  }
}

function apologised(next: Dossier, event: Event<'apologised'>, { at, actor }: Told): Dossier {
  const { reason, letter, dueAt } = event
  // Before letters could come too late, every one moved the time.
  const promisedAt = event.promisedAt ?? dueAt
  if (promisedAt === null) throw new Error(`the apology of dossier ${next.id} promises nothing`)
  const apology: Apology = {
    ...{ draftedAt: next.apology?.draftedAt ?? at, draftedBy: next.apology?.draftedBy ?? actor },
    ...{ reason, promisedAt, letter, signedAt: at, signedBy: actor, moved: dueAt !== null },
  }
  if (dueAt === null) return { ...next, apology }
  if (next.clock === null) throw new Error(`dossier ${next.id} has no clock that a letter could move`)
  return { ...next, apology, dueAt, clock: extendClock(next.clock, { at, dueAt }) }
}

function proposed(event: Event<'correctionProposed'>, { at, actor }: Told): Correction {
  const { number, what, from, to, reason, document, file } = event
  return {
    ...{ number, what, from, to, reason, document, file, state: 'proposed', proposedAt: at, proposedBy: actor },
    ...{ decidedAt: null, decidedBy: null, answer: null, finish: null },
  }
}

const decision = (state: 'approved' | 'rejected', { at, actor }: Told) =>
  ({ state, decidedAt: at, decidedBy: actor }) as const

function decidedOn(next: Dossier, number: number, change: Partial<Correction>): Dossier {
  const corrections = next.corrections.map((each) => (each.number === number ? { ...each, ...change } : each))
  return { ...next, corrections }
}
