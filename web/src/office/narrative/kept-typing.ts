import type { ReportRun } from '../../api/views.ts'

/** What somebody has typed into a paragraph and not saved yet. */
export type Typing = {
  readonly runs: readonly ReportRun[]
  /** Number of the last edit of the paragraph that the typing began from. */
  readonly seen: number
}

/** Whose typing, in which draft: two officers may use one machine. */
export type TypingPlace = { readonly officer: string; readonly draft: string; readonly paragraph: string }

const keyOf = ({ officer, draft, paragraph }: TypingPlace): string => `motcua-typing ${officer} ${draft} ${paragraph}`

export function findTyping(place: TypingPlace): Typing | null {
  const text = reading(() => globalThis.localStorage.getItem(keyOf(place)))
  const kept: unknown = reading(() => JSON.parse(text ?? 'null'))
  return isTyping(kept) ? kept : null
}

/** Outlives the page, the browser and a broken line, until it is saved or dropped. */
export function keepTyping(place: TypingPlace, typing: Typing): void {
  reading(() => globalThis.localStorage.setItem(keyOf(place), JSON.stringify(typing)))
}

export function forgetTyping(place: TypingPlace): void {
  reading(() => globalThis.localStorage.removeItem(keyOf(place)))
}

/** A browser may refuse its store, or be full: then the page alone holds what is typed. */
function reading<Value>(read: () => Value): Value | null {
  try {
    return read()
  } catch {
    return null
  }
}

function isTyping(value: unknown): value is Typing {
  if (typeof value !== 'object' || value === null || !('runs' in value) || !('seen' in value)) return false
  return typeof value.seen === 'number' && Array.isArray(value.runs) && value.runs.every(isRun)
}

function isRun(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'text' in value && 'code' in value && 'blank' in value
}
