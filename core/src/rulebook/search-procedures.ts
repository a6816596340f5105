import type { LocalDate } from '../kernel/instant.ts'
import { fold } from '../kernel/text.ts'
import type { Level } from '../organisation/organisation.ts'
import type { Procedure, ProcedureVersion } from '../procedure/procedure.ts'

export type ProcedureHit = { readonly procedure: Procedure; readonly version: ProcedureVersion }
/** With `at` only procedures in force on that day are found. */
export type SearchOptions = { readonly level?: Level; readonly at?: LocalDate; readonly limit: number }
export type SearchProcedures = (text: string, options: SearchOptions) => readonly ProcedureHit[]

type Entry = {
  readonly hit: ProcedureHit
  readonly codes: readonly string[]
  readonly name: string
  readonly nameTokens: readonly string[]
  readonly allTokens: readonly string[]
}

/** Search over the newest versions. An empty text lists everything by name. */
export function searchIndex(procedures: readonly Procedure[]): SearchProcedures {
  const entries = procedures.flatMap(entryOf).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return (text, { level, at, limit }) => {
    const query = fold(text)
    return entries
      .filter(({ hit }) => level === undefined || hit.procedure.levels.includes(level))
      .filter(({ hit }) => at === undefined || isInForce(hit.procedure, at))
      .map((entry) => ({ entry, rank: rankOf(entry, query) }))
      .filter(({ rank }) => rank !== null)
      .toSorted((a, b) => Number(a.rank) - Number(b.rank) || lengthOf(a.entry, query) - lengthOf(b.entry, query))
      .slice(0, limit)
      .map(({ entry }) => entry.hit)
  }
}

function isInForce(procedure: Procedure, at: LocalDate): boolean {
  return procedure.versions.some(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= at && (effectiveTo === null || at <= effectiveTo),
  )
}

function entryOf(procedure: Procedure): readonly Entry[] {
  const version = procedure.versions.toSorted((a, b) => b.version - a.version)[0]
  if (version === undefined) return []
  // The official names often open with "Thủ tục", which nobody types.
  const name = fold(version.name).replace(/^thu tuc /, '')
  const nameTokens = tokensOf(fold(version.name))
  const rest = fold([procedure.field, ...procedure.lifeEvents, version.summary].join(' '))
  return [
    {
      hit: { procedure, version },
      codes: [procedure.code, ...procedure.aliases].map(fold),
      name,
      nameTokens,
      allTokens: [...nameTokens, ...tokensOf(rest)],
    },
  ]
}

/** Of names that fit alike the shortest is meant: `khai sinh` is the registration of a birth before its variants. */
function lengthOf(entry: Entry, query: string): number {
  return query === '' ? 0 : entry.name.length
}

/** 0 the code itself, 1 how the code or the name begins, 2 every word in the name, 3 every word anywhere. */
function rankOf(entry: Entry, query: string): number | null {
  if (query === '') return 1
  if (entry.codes.includes(query)) return 0
  const short = query.replace(/^thu tuc /, '')
  if (entry.name.startsWith(short) || entry.codes.some((code) => code.startsWith(query))) return 1
  const words = tokensOf(query)
  if (words.length === 0) return null
  if (words.every((word) => entry.nameTokens.some((token) => token.startsWith(word)))) return 2
  if (words.every((word) => entry.allTokens.some((token) => token.startsWith(word)))) return 3
  return null
}

function tokensOf(folded: string): readonly string[] {
  return folded.split(/[^a-z0-9.]+/).filter((token) => token !== '' && token !== '.')
}
