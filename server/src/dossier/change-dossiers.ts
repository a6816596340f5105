import { actorKey } from '@motcua/core/access/access.ts'
import type { Actor } from '@motcua/core/access/actor.ts'
import { decideDossier, type NeedsCode } from '@motcua/core/dossier/decide.ts'
import type { Dossier, DossierState } from '@motcua/core/dossier/dossier.ts'
import type { DossierChange } from '@motcua/core/dossier/dossier-commands.ts'
import type { DossierEvent } from '@motcua/core/dossier/dossier-events.ts'
import type { DossierRefusal } from '@motcua/core/dossier/dossier-refusals.ts'
import { evolve } from '@motcua/core/dossier/dossier.ts'
import type { DossierCode, DossierId } from '@motcua/core/kernel/ids.ts'
import { type Instant, instant } from '@motcua/core/kernel/instant.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Tx } from '../platform/database.ts'
import {
  type AnswerWrite,
  claimTransactionId,
  type DossierWrite,
  listAnswers,
  lockDossiers,
  type NewEvent,
  newEvent,
  takeSerials,
  writeBatch,
} from './dossier.store.ts'
import { dossierOfRow, type LockedRow } from './dossier-row.ts'
import { eventHash, NO_HASH } from './event-hash.ts'

/** A change that somebody asks for. `key` names the request: asked again with it, the first answer is given again. */
export type ChangeRequest = DossierChange & { readonly actor: Actor; readonly key: string | null }

export type Changed = {
  readonly kind: 'changed'
  readonly dossier: DossierId
  readonly version: number
  readonly state: DossierState
  readonly code: DossierCode | null
  /** True when this is the answer to an earlier request with the same key. */
  readonly repeated: boolean
}

export type ChangeOutcome =
  | Changed
  | { readonly kind: 'refused'; readonly dossier: DossierId; readonly refusal: DossierRefusal }

/** The created dossiers of this batch that another transaction created first: to be asked again. */
export type BatchOutcome = { readonly outcomes: readonly ChangeOutcome[]; readonly overtaken: readonly number[] }

type Law = { readonly rulebook: Rulebook; readonly now: () => Instant }

/** One dossier while its batch is decided: as it was locked, as it has become, and what happened in between. */
type Draft = {
  readonly isNew: boolean
  before: Dossier | null
  dossier: Dossier | null
  hash: Buffer
  events: NewEvent[]
}

type Pending = { readonly index: number; readonly request: ChangeRequest; readonly needs: NeedsCode }

type Batch = {
  readonly tx: Tx
  readonly requests: readonly ChangeRequest[]
  readonly rulebook: Rulebook
  readonly now: Instant
  readonly drafts: ReadonlyMap<string, Draft>
  /** Answers given earlier or in this batch, by dossier and key. */
  readonly given: Map<string, Changed>
  readonly answers: AnswerWrite[]
  readonly outcomes: Map<number, ChangeOutcome>
}

/**
 * THE SPINE. Every change of every dossier goes through here: lock and read the rows, decide each, write rows and
 * events of the whole batch in one statement. Runs inside the caller's transaction; nothing outside happens in it.
 * Each request succeeds or is refused alone.
 */
export async function changeDossiers(tx: Tx, requests: readonly ChangeRequest[], law: Law): Promise<BatchOutcome> {
  const ids = [...new Set(requests.map((request) => request.dossier))].sort()
  const [, locked] = await Promise.all([claimTransactionId(tx), lockDossiers(tx, ids)])
  // After the locks: a request with the same key that was under way has ended by now.
  const given = await firstAnswers(tx, requests)
  const drafts = draftsOf(ids, locked)
  const batch: Batch = {
    tx,
    requests,
    rulebook: law.rulebook,
    now: law.now(),
    drafts,
    given,
    answers: [],
    outcomes: new Map(),
  }
  await settle(
    batch,
    requests.map((_, index) => index),
  )
  const written = await write(tx, drafts, batch.answers)
  return separate(batch, written)
}

function draftsOf(ids: readonly string[], locked: readonly LockedRow[]): ReadonlyMap<string, Draft> {
  const drafts = new Map<string, Draft>(
    ids.map((id) => [id, { isNew: true, before: null, dossier: null, hash: NO_HASH, events: [] }]),
  )
  for (const row of locked) {
    const dossier = dossierOfRow(row)
    drafts.set(row.id, { isNew: false, before: dossier, dossier, hash: row.last_hash, events: [] })
  }
  return drafts
}

/** Decides the requests in their order; those that need a code wait for each other, so that a counter is asked once. */
async function settle(batch: Batch, indices: readonly number[]): Promise<void> {
  const pending: Pending[] = []
  const later: number[] = []
  const waiting = new Set<string>()
  for (const index of indices) {
    const request = batch.requests[index]
    if (request === undefined) continue
    if (waiting.has(request.dossier)) {
      later.push(index)
      continue
    }
    const needs = settleOne(batch, index, request)
    if (needs === null) continue
    pending.push({ index, request, needs })
    waiting.add(request.dossier)
  }
  const codes = await giveCodes(batch.tx, pending)
  for (const { index, request, needs } of pending) {
    const code = codes.get(index)
    if (code === undefined) throw new Error(`no code was given to dossier ${request.dossier}`)
    batch.outcomes.set(index, record(batch, request, needs.complete(code)))
  }
  // Requests on a dossier that was waiting for its code come after it.
  if (later.length > 0) await settle(batch, later)
}

function settleOne(batch: Batch, index: number, request: ChangeRequest): NeedsCode | null {
  const answer = request.key === null ? undefined : batch.given.get(answerKey(request.dossier, request.key))
  if (answer !== undefined) {
    batch.outcomes.set(index, { ...answer, repeated: true })
    return null
  }
  const { dossier } = draftOf(batch, request.dossier)
  const context = { now: notBefore(batch.now, dossier), actor: request.actor, rulebook: batch.rulebook }
  const decision = decideDossier(dossier, request, context)
  if (decision.kind === 'needs-code') return decision
  batch.outcomes.set(
    index,
    decision.kind === 'refused'
      ? { kind: 'refused', dossier: request.dossier, refusal: decision.refusal }
      : record(batch, request, decision.facts),
  )
  return null
}

/** Time never runs backwards within a dossier, whatever the clocks of two servers say. */
const notBefore = (now: Instant, dossier: Dossier | null): Instant =>
  dossier === null ? now : instant(Math.max(now, dossier.lastAt))

const answerKey = (dossier: string, key: string): string => `${dossier} ${key}`

function draftOf(batch: Batch, dossier: string): Draft {
  const draft = batch.drafts.get(dossier)
  if (draft === undefined) throw new Error(`dossier ${dossier} was not locked with its batch`)
  return draft
}

async function firstAnswers(tx: Tx, requests: readonly ChangeRequest[]): Promise<Map<string, Changed>> {
  const asked = requests.flatMap(({ dossier, key }) => (key === null ? [] : [{ dossier, key }]))
  if (asked.length === 0) return new Map()
  const rows = await listAnswers(tx, asked)
  return new Map(rows.map((row) => [answerKey(row.dossier_id, row.key), row.answer as Changed]))
}

/** Appends the facts to the dossier's events and folds them into its row. */
function record(batch: Batch, request: ChangeRequest, facts: readonly DossierEvent[]): Changed {
  const draft = draftOf(batch, request.dossier)
  const at = notBefore(batch.now, draft.dossier)
  const actor = actorKey(request.actor)
  for (const event of facts) append(draft, { dossier: request.dossier, at, actor, event })
  if (draft.dossier === null) throw new Error(`a decision without facts: ${request.command.action}`)
  const { version, state, code } = draft.dossier
  const answer: Changed = { kind: 'changed', dossier: request.dossier, version, state, code, repeated: false }
  if (request.key !== null) {
    batch.answers.push({ dossier: request.dossier, key: request.key, answer: JSON.stringify(answer), at })
    batch.given.set(answerKey(request.dossier, request.key), answer)
  }
  return answer
}

type Fact = { readonly dossier: DossierId; readonly at: Instant; readonly actor: string; readonly event: DossierEvent }

function append(draft: Draft, fact: Fact): void {
  const previous = draft.hash
  const dossier = evolve(draft.dossier, fact.event, { id: fact.dossier, at: fact.at, actor: fact.actor })
  const number = dossier.version
  const stored = newEvent({ ...fact, number, previousHash: previous }, (payload) =>
    eventHash({ ...fact, previous, number, type: fact.event.type, payload }),
  )
  draft.events.push(stored)
  draft.hash = stored.hash
  draft.dossier = dossier
}

/** Consecutive numbers of each unit and day, one counter row for all who wait for it. */
async function giveCodes(tx: Tx, pending: readonly Pending[]): Promise<Map<number, DossierCode>> {
  const groups = Map.groupBy(pending, ({ needs }) => `${needs.unitCode} ${needs.day}`)
  if (groups.size === 0) return new Map()
  const wanted = [...groups.values()].flatMap((group) => {
    const head = group[0]
    return head === undefined ? [] : [{ unitCode: head.needs.unitCode, day: head.needs.day, count: group.length }]
  })
  const codes = new Map<number, DossierCode>()
  for (const row of await takeSerials(tx, wanted)) {
    const group = groups.get(`${row.unit_code} ${row.counted_on}`) ?? []
    group.forEach(({ index, needs }, place) => {
      codes.set(index, needs.format(row.last_serial - group.length + 1 + place))
    })
  }
  return codes
}

async function write(
  tx: Tx,
  drafts: ReadonlyMap<string, Draft>,
  answers: readonly AnswerWrite[],
): Promise<ReadonlySet<string>> {
  const writes: DossierWrite[] = []
  for (const { dossier, before, events, isNew } of drafts.values()) {
    if (dossier === null || events.length === 0) continue
    writes.push({ dossier, isNew, contentChanged: before?.content !== dossier.content, events })
  }
  return writes.length === 0 ? new Set() : writeBatch(tx, writes, answers)
}

function separate(batch: Batch, written: ReadonlySet<string>): BatchOutcome {
  const overtaken: number[] = []
  const outcomes = batch.requests.map((request, index) => {
    const outcome = batch.outcomes.get(index)
    if (outcome === undefined) throw new Error(`request ${index} of the batch has no outcome`)
    const draft = draftOf(batch, request.dossier)
    if (draft.isNew && draft.events.length > 0 && !written.has(request.dossier)) overtaken.push(index)
    return outcome
  })
  return { outcomes, overtaken }
}
