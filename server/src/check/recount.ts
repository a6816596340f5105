import type { DossierEvent } from '@motcua/core/dossier/dossier-events.ts'
import type { DossierContent, FinishClass } from '@motcua/core/dossier/dossier.ts'
import { floorToMinute, type Instant } from '@motcua/core/kernel/instant.ts'
import type { Procedure } from '@motcua/core/procedure/procedure.ts'

/**
 * The recount: which figures of biểu II.06a a dossier stands in, told from its events alone. It shares nothing with the
 * report but the words of the form, so that a fault of the one shows against the other.
 */
export type Happening = { readonly at: Instant; readonly event: DossierEvent }

export type Window = {
  readonly from: Instant
  /** The first instant after the period. */
  readonly end: Instant
  /** When the report looks: the end, or earlier where it is drawn up earlier. */
  readonly seen: Instant
}

/** What a life had come to when the report looks. */
type Standing = {
  accepted: Instant | null
  due: number
  waitsFor: string | null
  finished: Instant | null
  finish: FinishClass | null
  handedBack: boolean
  apologies: Instant[]
}

/** Names of the figures in which the dossier is counted; none if it is outside the report. */
export function figuresOfLife(
  life: readonly Happening[],
  about: { readonly content: DossierContent; readonly procedure: Procedure | undefined },
  window: Window,
): readonly string[] {
  const standing = standingAt(life, window)
  const { accepted, finished } = standing
  if (accepted === null || accepted >= window.end) return []
  if (finished !== null && finished < window.from) return []
  return [
    'receivedTotal',
    ...received(accepted, about.content, window),
    ...(finished === null ? openFigures(standing, window) : endedFigures(standing)),
    ...besides(about),
    ...(standing.apologies.some((at) => at >= window.from) ? ['apologyLetters'] : []),
  ]
}

function received(accepted: Instant, { channel }: DossierContent, { from }: Window): readonly string[] {
  if (accepted < from) return ['carriedOver']
  if (channel === 'online') return ['receivedNew', 'receivedOnline']
  return ['receivedNew', 'receivedInPersonOrPostal', channel === 'postal' ? 'receivedPostal' : 'receivedInPerson']
}

function openFigures({ due, waitsFor }: Standing, { seen }: Window): readonly string[] {
  const time = due < seen ? 'inProgressOverdue' : 'inProgressInTime'
  return waitsFor === 'supplement' ? ['inProgress', time, 'supplementPending'] : ['inProgress', time]
}

function endedFigures({ finish, handedBack }: Standing): readonly string[] {
  const time = {
    early: ['resolvedEarly', 'resolvedEarlyOrOnTime'],
    onTime: ['resolvedOnTime', 'resolvedEarlyOrOnTime'],
    late: ['resolvedLate'],
  }[finish ?? 'late']
  return ['resolvedTotal', ...time, ...(handedBack ? ['returnedToApplicant'] : [])]
}

type About = { readonly content: DossierContent; readonly procedure: Procedure | undefined }

function besides({ content, procedure }: About): readonly string[] {
  const marks: readonly string[] = procedure?.marks ?? []
  const byPost = content.channel === 'postal' || content.delivery.by === 'postal'
  return [
    ...(marks.includes('interlinked') ? ['interlinked'] : []),
    ...(marks.includes('certifiedCopy') ? ['certifiedCopies'] : []),
    ...(byPost ? ['postalEither'] : []),
  ]
}

/** Lives through the events up to the moment at which the report looks, never beyond the period. */
function standingAt(life: readonly Happening[], { end, seen }: Window): Standing {
  const standing: Standing = {
    ...{ accepted: null, due: Number.POSITIVE_INFINITY, waitsFor: null },
    ...{ finished: null, finish: null, handedBack: false, apologies: [] },
  }
  for (const happening of life) {
    if (happening.at >= end || happening.at > seen) break
    happen(standing, happening)
  }
  return standing
}

function happen(standing: Standing, { at, event }: Happening): void {
  switch (event.type) {
    case 'accepted':
      standing.accepted = at
      standing.due = event.dueAt ?? Number.POSITIVE_INFINITY
      if (event.transfer !== undefined) standing.waitsFor = 'transfer'
      return
    case 'paused':
      wait(standing, at, event.ground)
      return
    case 'resumed':
    case 'received':
      goOn(standing, event.dueAt)
      return
    case 'supplementRequested':
      wait(standing, at, 'supplement')
      return
    case 'paymentRequested':
      wait(standing, at, 'payment')
      return
    case 'supplementSupplied':
      if (standing.waitsFor === 'supplement') goOn(standing, event.dueAt)
      return
    case 'paymentRecorded':
      if (standing.waitsFor === 'payment') goOn(standing, event.dueAt)
      return
    case 'apologised':
      standing.apologies.push(at)
      if (event.dueAt === null) return
      standing.due = standing.waitsFor === null ? event.dueAt : Number.POSITIVE_INFINITY
      return
    case 'resolved':
      finish(standing, at, event.finish)
      return
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      finish(standing, at, event.finish)
      standing.handedBack = true
      return
    default:
  }
}

function wait(standing: Standing, at: Instant, ground: string): void {
  if (standing.accepted === null) return
  standing.waitsFor = ground
  if (floorToMinute(at) <= standing.due) standing.due = Number.POSITIVE_INFINITY
}

function goOn(standing: Standing, due: Instant | null): void {
  standing.waitsFor = null
  standing.due = due ?? Number.POSITIVE_INFINITY
}

function finish(standing: Standing, at: Instant, how: FinishClass | null): void {
  if (standing.accepted === null) return
  standing.finished = at
  standing.finish = how
  standing.waitsFor = null
}
