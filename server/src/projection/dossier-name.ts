import type { DossierContent } from '@motcua/core/dossier/dossier.ts'
import { fold } from '@motcua/core/kernel/text.ts'
import type { CountedEvent } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { SearchRow } from './search.store.ts'

/** What a dossier is called, and what it was submitted as. */
export type DossierName = {
  readonly content: DossierContent
  readonly applicant: string
  readonly code: string | null
}

/** Null as long as it is a draft. Events in the order of their numbers. */
export function nameAfter(events: readonly CountedEvent[]): DossierName | null {
  return events.reduce<DossierName | null>((name, { event }) => renamed(name, event), null)
}

function renamed(name: DossierName | null, event: CountedEvent['event']): DossierName | null {
  if (event.type === 'submitted') {
    return { content: event.content, applicant: event.content.applicant.name, code: name?.code ?? null }
  }
  if (name === null) return null
  if (event.type === 'accepted') return { ...name, code: event.code }
  if (event.type === 'corrected' && event.applicant !== null) return { ...name, applicant: event.applicant.name }
  return name
}

export function namesDossier({ event }: CountedEvent): boolean {
  return event.type === 'submitted' || event.type === 'accepted' || event.type === 'corrected'
}

/** Everything that an officer may type to find it, folded. */
export function searchRow(dossier: string, name: DossierName, rulebook: Rulebook): SearchRow {
  const { content, applicant, code } = name
  const procedure = rulebook.procedureVersion(content.procedure, content.procedureVersion)?.name ?? ''
  const words = fold([code ?? '', applicant, content.procedure, procedure].join(' '))
  return { dossier, counter: content.counter, agency: content.agency, words }
}
