import { randomUUID } from 'node:crypto'
import type { Dossier, DossierContent, Party, Position } from '@motcua/core/dossier/dossier.ts'
import type { DossierEvent } from '@motcua/core/dossier/dossier-events.ts'
import { evolve } from '@motcua/core/dossier/dossier.ts'
import {
  type AccountId,
  type DossierId,
  dossierCode,
  dossierId,
  procedureCode,
  unitId,
} from '@motcua/core/kernel/ids.ts'
import { type Instant, instant, parseInstant } from '@motcua/core/kernel/instant.ts'
import { type NewEvent, newEvent, writeBatch } from '../dossier/dossier.store.ts'
import { eventHash, NO_HASH } from '../dossier/event-hash.ts'
import type { Tx } from '../platform/database.ts'

/** A dossier whose events a test decides itself: no law is asked, only the fold and the write are the real ones. */
export type Life = { readonly id: DossierId; dossier: Dossier | null; hash: Buffer }

export function aLife(id: string = randomUUID()): Life {
  return { id: dossierId(id), dossier: null, hash: NO_HASH }
}

export const START = parseInstant('2024-03-01T08:00')
export const minutes = (count: number): Instant => instant(START + count * 60_000)

/** Writes events of one dossier, `at` minutes after START, within the caller's transaction. */
export async function writeEvents(
  tx: Tx,
  life: Life,
  facts: readonly (readonly [number, DossierEvent])[],
): Promise<void> {
  const isNew = life.dossier === null
  const events = facts.map(([at, event]) => append(life, minutes(at), event))
  if (life.dossier === null) return
  const written = await writeBatch(tx, [{ dossier: life.dossier, isNew, contentChanged: true, events }], [])
  if (!written.has(life.id)) throw new Error(`dossier ${life.id} was not written`)
}

function append(life: Life, at: Instant, event: DossierEvent): NewEvent {
  const envelope = { dossier: life.id, at, actor: 'officer:test', event }
  const previous = life.hash
  life.dossier = evolve(life.dossier, event, { id: life.id, at, actor: envelope.actor })
  const number = life.dossier.version
  const stored = newEvent({ ...envelope, number, previousHash: previous }, (payload) =>
    eventHash({ ...envelope, previous, number, type: event.type, payload }),
  )
  life.hash = stored.hash
  return stored
}

const APPLICANT: Party = {
  kind: 'person',
  name: 'Nguyễn Thị Đào',
  idNumber: '087190001234',
  birthDate: '1990-05-01',
  address: 'Phường 1, Cao Lãnh',
  phone: null,
  email: null,
  account: null,
}

export function aContent(account: AccountId | null = null): DossierContent {
  return {
    procedure: procedureCode('1.001193'),
    procedureVersion: 1,
    caseId: 'default',
    channel: 'online',
    counter: unitId('counter-1'),
    agency: unitId('H20.15'),
    applicant: { ...APPLICANT, account },
    submitter: null,
    answers: {},
    documents: [],
    delivery: { by: 'counter', address: null },
    copies: 1,
  }
}

export const submitted = (account: AccountId | null = null): DossierEvent => ({
  type: 'submitted',
  content: aContent(account),
})

const POSITION: Position = {
  step: 'handle',
  unit: unitId('division-1'),
  role: 'specialist',
  officer: null,
  since: START,
  dueAt: null,
}

/** `due` in minutes after START, null without a term. */
export const accepted = (code: string, due: number | null): DossierEvent => ({
  type: 'accepted',
  code: dossierCode(code),
  process: { id: 'process-1', version: 1 },
  legal: { unit: 'workingDays', amount: 5 },
  committed: null,
  policies: {
    afterSupplement: 'restart',
    workingDay: 'eightHours',
    rollForward: true,
    onTime: 'byDay',
    sameDayUntil: 900,
  },
  dueAt: due === null ? null : minutes(due),
  fee: [],
  position: POSITION,
})

export const supplementRequested: DossierEvent = {
  type: 'supplementRequested',
  items: ['Giấy chứng sinh'],
  reason: 'Thiếu giấy tờ',
  after: 'restart',
}

export const supplementSupplied = (due: number): DossierEvent => ({
  type: 'supplementSupplied',
  documents: [],
  note: null,
  dueAt: minutes(due),
  stepDueAt: null,
})

export const resolved: DossierEvent = {
  type: 'resolved',
  result: { number: '12/GKS', issuedOn: '2024-03-04', summary: 'Giấy khai sinh', file: null },
  finish: 'early',
  to: { ...POSITION, step: 'return', unit: unitId('counter-1'), role: 'clerk' },
}

export const returned: DossierEvent = { type: 'returned', receivedBy: 'Nguyễn Thị Đào', by: 'counter' }
