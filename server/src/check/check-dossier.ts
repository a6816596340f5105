import { isDeepStrictEqual } from 'node:util'
import type { Dossier } from '@motcua/core/dossier/dossier.ts'
import { foldDossier } from '@motcua/core/dossier/dossier.ts'
import { dossierId } from '@motcua/core/kernel/ids.ts'
import { parseInstant, toIso } from '@motcua/core/kernel/instant.ts'
import type { DossierFact } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import {
  bodyOf,
  columnsOf,
  DOSSIER_COLUMNS,
  eventHash,
  NO_HASH,
  type StoredEvent,
  wholeBody,
} from '../dossier/dossier.ts'
import { foldFacts } from '../projection/projection.ts'
import { type Difference, FACT_COLUMNS, type StoredFact, type StoredRow } from './check.store.ts'

export type DossierEvidence = {
  readonly id: string
  readonly row: StoredRow | null
  readonly events: readonly StoredEvent[]
  /** Those events that the facts have counted. */
  readonly counted: readonly StoredEvent[]
  readonly facts: readonly StoredFact[]
}

export type CheckedDossier = {
  /** As the events make it; null where they cannot be folded. */
  readonly dossier: Dossier | null
  /** What was known of it and since when, as the counted events say; in order. */
  readonly facts: readonly DossierFact[]
  readonly differences: readonly Difference[]
}

/** Compares what is kept of a dossier with what its events say. */
export function checkDossier(evidence: DossierEvidence, rulebook: Rulebook): CheckedDossier {
  const chain = chainDifferences(evidence)
  const dossier = folded(evidence)
  if (dossier === null) {
    const broken = difference(evidence, ['event', 'events', 'các sự kiện không dựng lại được thành hồ sơ'])
    return { dossier, facts: [], differences: [...chain, broken] }
  }
  const { stretches } = foldFacts({ current: null, events: evidence.counted, rulebook })
  return {
    dossier,
    facts: stretches.map(({ fact }) => fact),
    differences: [...chain, ...rowDifferences(evidence, dossier), ...factDifferences(evidence, stretches)],
  }
}

type Finding = readonly [kind: Difference['kind'], what: string, reason: string]

function difference({ id }: DossierEvidence, [kind, what, reason]: Finding): Difference {
  return { kind, dossier: id, what, reason }
}

function folded({ id, events }: DossierEvidence): Dossier | null {
  try {
    return foldDossier(dossierId(id), events)
  } catch {
    // Whatever is wrong with the events, they make no dossier; the chain says where.
    return null
  }
}

/** Numbers without gaps, each event bound to the one before, the row to the last. */
function chainDifferences(evidence: DossierEvidence): readonly Difference[] {
  const { events, row, id } = evidence
  const found: Difference[] = []
  let previous: Buffer = NO_HASH
  events.forEach((event, index) => {
    const at = (part: string): string => `events[${index + 1}]${part}`
    if (event.number !== index + 1) {
      found.push(difference(evidence, ['event', at('.number'), `là ${event.number}: thiếu hoặc thừa một sự kiện`]))
    }
    if (!event.previousHash.equals(previous)) {
      found.push(difference(evidence, ['event', at('.previousHash'), 'không nối với sự kiện ngay trước']))
    }
    const { at: moment, actor, number, payload } = event
    const hash = eventHash({
      previous: event.previousHash,
      dossier: id,
      number,
      at: moment,
      type: event.event.type,
      actor,
      payload,
    })
    if (!hash.equals(event.hash))
      found.push(difference(evidence, ['event', at('.hash'), 'nội dung sự kiện đã bị thay đổi']))
    previous = event.hash
  })
  if (row !== null && !row.last_hash.equals(previous)) {
    found.push(
      difference(evidence, ['event', 'row.last_hash', 'không phải là dấu của sự kiện cuối: thiếu sự kiện ở cuối']),
    )
  }
  return found
}

function rowDifferences(evidence: DossierEvidence, dossier: Dossier): readonly Difference[] {
  const { row } = evidence
  if (row === null) return [difference(evidence, ['row', 'row', 'có sự kiện nhưng không có dòng hồ sơ'])]
  const expected = columnsOf(dossier)
  const columns = DOSSIER_COLUMNS.flatMap(([name, type], index) => {
    const wanted = type === 'timestamptz' ? msOf(expected[index]) : expected[index]
    if (row[name] === wanted) return []
    return [
      difference(evidence, [
        'row',
        `row.${name}`,
        `là ${shown(row[name], type)}, theo sự kiện phải là ${shown(wanted, type)}`,
      ]),
    ]
  })
  const { content } = dossier
  return [
    ...columns,
    ...(isSameJson(row.content_text, content) ? [] : [difference(evidence, ['row', 'row.content', DIFFERS])]),
    ...(isSameBody(row.body_text, bodyOf(dossier)) ? [] : [difference(evidence, ['row', 'row.body', DIFFERS])]),
  ]
}

const DIFFERS = 'khác với nội dung dựng lại từ các sự kiện'

function msOf(value: string | number | null | undefined): number | null {
  return value === null || value === undefined ? null : parseInstant(String(value))
}

/** The stored text is nearly always the very text; only where it is not are the values compared. */
function isSameJson(text: string, value: object): boolean {
  const written = JSON.stringify(value)
  return text === written || isDeepStrictEqual(JSON.parse(text), JSON.parse(written))
}

/** What an earlier release did not write is taken as the row's reader takes it. */
function isSameBody(text: string, body: ReturnType<typeof bodyOf>): boolean {
  const written = JSON.stringify(body)
  return (
    text === written || isDeepStrictEqual(JSON.parse(JSON.stringify(wholeBody(JSON.parse(text)))), JSON.parse(written))
  )
}

function shown(value: unknown, type: string): string {
  if (type !== 'timestamptz' || typeof value !== 'number') return JSON.stringify(value ?? null)
  return Number.isFinite(value) ? toIso(parseInstant(new Date(value).toISOString())) : 'không bao giờ'
}

type Stretch = { readonly from: number; readonly to: number; readonly values: Readonly<Record<string, unknown>> }

function factDifferences(
  evidence: DossierEvidence,
  stretches: ReturnType<typeof foldFacts>['stretches'],
): readonly Difference[] {
  const { facts } = evidence
  const expected = stretches.map(
    ({ fact, knownTo }): Stretch => ({
      from: fact.knownFrom,
      to: knownTo ?? Number.POSITIVE_INFINITY,
      values: fact,
    }),
  )
  if (expected.length !== facts.length) {
    const reason = `có ${facts.length} đoạn, theo sự kiện phải có ${expected.length}`
    return [difference(evidence, ['fact', 'facts', reason])]
  }
  return expected.flatMap((stretch, index) => stretchDifferences(evidence, stretch, { fact: facts[index], index }))
}

type StoredStretch = { readonly fact: StoredFact | undefined; readonly index: number }

function stretchDifferences(
  evidence: DossierEvidence,
  stretch: Stretch,
  { fact, index }: StoredStretch,
): readonly Difference[] {
  if (fact === undefined) return []
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['known_from', fact.known_from, stretch.from],
    ['known_to', fact.known_to, stretch.to],
    ...Object.entries(FACT_COLUMNS).map(([key, column]) => [column, fact[column], stretch.values[key]] as const),
  ]
  return pairs
    .filter(([, found, expected]) => found !== expected)
    .map(([column, found, expected]) => {
      const type = column.endsWith('_at') || column.startsWith('known') ? 'timestamptz' : 'text'
      const reason = `là ${shown(found, type)}, theo sự kiện phải là ${shown(expected, type)}`
      return difference(evidence, ['fact', `facts[${index + 1}].${column}`, reason])
    })
}
