import { type CountedEvent, type DossierFact, FACT_EVENTS } from '@motcua/core/report/report.ts'
import { startOfDay } from '@motcua/core/kernel/instant.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { addJobs } from '../jobs/jobs.ts'
import { listNoticeJobs } from '../notice/notice.ts'
import type { Tx } from '../platform/database.ts'
import { dossiersToRemindOf, renewReminders } from '../reminder/reminder.ts'
import { type DossierName, nameAfter, namesDossier, searchRow } from './dossier-name.ts'
import { listCurrentFacts, writeStretches } from './fact.store.ts'
import { foldFacts } from './fold-facts.ts'
import { keepRolled } from './roll-up.ts'
import {
  type Checkpoint,
  type EventRange,
  listEventsAfter,
  listNamingEvents,
  listOvertaken,
  moveCheckpoint,
  type PlacedEvent,
  tellCounted,
} from './projection.store.ts'
import { renewParts } from './renew-parts.ts'
import { writeSearchRows } from './search.store.ts'

export type Counting = {
  readonly rulebook: Rulebook
  /** Largest number of events counted at once. */
  readonly limit: number
  /**
   * all: facts, search words, reminders and jobs; history: all but reminders, for lives that are told afterwards and
   * change faster than anybody could be reminded; facts: a generation built aside, whose jobs were made long ago.
   */
  readonly effects: 'all' | 'history' | 'facts'
}

export type Counted = { readonly checkpoint: Checkpoint; readonly events: number; readonly drained: boolean }

/**
 * Counts the next events of the global order and moves the checkpoint, all in the caller's transaction: either both
 * or neither. The caller holds the checkpoint's row.
 */
export async function countEvents(tx: Tx, checkpoint: Checkpoint, counting: Counting): Promise<Counted> {
  const events = await listEventsAfter(tx, checkpoint, counting.limit)
  const last = events.at(-1)
  if (last !== undefined) await applyEvents(tx, { checkpoint, events, end: last.place }, counting)
  const drained = events.length < counting.limit
  const reached = drained || last === undefined ? checkpoint.horizon : last.place.tx
  const moved = { ...checkpoint, after: last?.place ?? checkpoint.after, reached }
  await moveCheckpoint(tx, checkpoint.name, moved)
  if (last !== undefined && counting.effects !== 'facts') await tellCounted(tx)
  return { checkpoint: moved, events: events.length, drained }
}

type Batch = {
  readonly checkpoint: Checkpoint
  readonly events: readonly PlacedEvent[]
  readonly end: PlacedEvent['place']
}

/** A dossier with its events of this batch by number, and what is stored of it. */
type Touched = {
  readonly dossier: string
  readonly current: DossierFact | null
  readonly events: readonly CountedEvent[]
}

async function applyEvents(tx: Tx, batch: Batch, counting: Counting): Promise<void> {
  const touched = await withOvertaken(tx, await listTouched(tx, batch), batch.end)
  await writeFacts(tx, { touched, checkpoint: batch.checkpoint }, counting.rulebook)
  if (counting.effects === 'facts') return
  const names = await listNames(tx, touched)
  const rows = [...names].map(([dossier, name]) => searchRow(dossier, name, counting.rulebook))
  if (rows.length > 0) await writeSearchRows(tx, rows)
  await renewParts(tx, batch.events)
  if (counting.effects === 'all') await renewReminders(tx, dossiersToRemindOf(batch.events), counting.rulebook)
  await addJobs(tx, await listNoticeJobs(tx, batch.events))
}

const COUNTS: ReadonlySet<string> = new Set(FACT_EVENTS)

/** Only dossiers with an event that facts or names are made of. */
async function listTouched(tx: Tx, { checkpoint, events }: Batch): Promise<readonly Touched[]> {
  const counted = events.filter((each) => COUNTS.has(each.event.type) || namesDossier(each))
  const groups = Map.groupBy(counted, (event) => event.dossier)
  if (groups.size === 0) return []
  const facts = await listCurrentFacts(tx, checkpoint.generation, [...groups.keys()])
  const current = new Map(facts.map((fact) => [fact.dossier, fact]))
  return [...groups].map(([dossier, group]) => ({
    dossier,
    current: current.get(dossier) ?? null,
    events: byNumber(group),
  }))
}

function byNumber(events: readonly CountedEvent[]): readonly CountedEvent[] {
  return events.toSorted((a, b) => a.number - b.number)
}

/**
 * A transaction that waited for a dossier may have an older id than the one it waited for, and then stands before its
 * predecessor in the global order. The predecessor is counted with it here, and passed over in its own place.
 */
async function withOvertaken(
  tx: Tx,
  touched: readonly Touched[],
  end: PlacedEvent['place'],
): Promise<readonly Touched[]> {
  const gaps = touched.map(gapOf).filter((range) => range.below - range.above > 1)
  if (gaps.length === 0) return touched
  const overtaken = Map.groupBy(await listOvertaken(tx, gaps, end), (event) => event.dossier as string)
  if (overtaken.size === 0) return touched
  return touched.map((each) => {
    const earlier = overtaken.get(each.dossier)
    return earlier === undefined ? each : { ...each, events: byNumber([...earlier, ...each.events]) }
  })
}

/** What may have been overtaken by the last of these events. Time never runs backwards within a dossier. */
function gapOf({ dossier, current, events }: Touched): EventRange {
  const last = events.at(-1)
  if (last === undefined) throw new Error(`nothing happened to dossier ${dossier}`)
  const below = last.number - contiguousTail(events) + 1
  return { dossier, above: current?.number ?? 0, below, from: current?.knownFrom ?? null, to: last.at }
}

/** How many events at the end follow each other without a gap. */
function contiguousTail(events: readonly CountedEvent[]): number {
  const gap = events.findLastIndex((event, index) => index > 0 && event.number - 1 !== events[index - 1]?.number)
  return events.length - Math.max(gap, 0)
}

/** Names of the dossiers that got one, or another, in this batch. */
async function listNames(tx: Tx, touched: readonly Touched[]): Promise<ReadonlyMap<string, DossierName>> {
  const named = touched.filter((each) => each.events.some(namesDossier))
  const partly = named.filter((each) => !isWhole(each)).map((each) => each.dossier)
  const stored = partly.length === 0 ? [] : await listNamingEvents(tx, partly)
  const histories = Map.groupBy(stored, (event) => event.dossier as string)
  const names = new Map<string, DossierName>()
  for (const each of named) {
    const name = nameAfter(histories.get(each.dossier) ?? each.events)
    if (name !== null) names.set(each.dossier, name)
  }
  return names
}

/** Whether the batch holds the dossier from its first event on, which nothing can overtake. */
function isWhole({ current, events }: Touched): boolean {
  return current === null && events[0]?.number === 1 && contiguousTail(events) === events.length
}

type FactBatch = {
  readonly touched: readonly Touched[]
  readonly checkpoint: Checkpoint
}

async function writeFacts(tx: Tx, { touched, checkpoint }: FactBatch, rulebook: Rulebook): Promise<void> {
  const { generation, rolledOn } = checkpoint
  const folded = touched.map(({ current, events }) => foldFacts({ current, events, rulebook }))
  const stretches = folded.flatMap((each) => each.stretches)
  if (stretches.length === 0) return
  const rolledBefore = rolledOn === null ? Number.NEGATIVE_INFINITY : startOfDay(rolledOn)
  const late = stretches.flatMap(({ fact }) => (fact.knownFrom < rolledBefore ? [fact.dossier] : []))
  await keepRolled(tx, { checkpoint, dossiers: [...new Set(late)] }, () =>
    writeStretches(tx, { generation, stretches, closings: folded.flatMap((each) => each.closings) }),
  )
}
