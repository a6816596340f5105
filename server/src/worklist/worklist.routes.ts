import { addWorkingMinutes, withinCalendar, workingMinutesBetween } from '@motcua/core/calendar/calendar.ts'
import { STATE_NAME } from '@motcua/core/dossier/dossier.ts'
import { stateNameOf } from '@motcua/core/dossier/dossier.ts'
import { acceptanceDueAt, NEAR_DUE_MINUTES, timeStateOf } from '@motcua/core/dossier/dossier.ts'
import { procedureCode, unitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, localDateOf, plusDays, startOfDay, toIso } from '@motcua/core/kernel/instant.ts'
import { fold } from '@motcua/core/kernel/text.ts'
import type { Post } from '@motcua/core/organisation/organisation.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { forbidden, getActor } from '../identity/identity.ts'
import { findStep, partsOf } from '@motcua/core/process/process.ts'
import { ROLE_NAME } from '../organisation/organisation.ts'
import { instantPart, pageOf, readCursor, uuidPart } from '../platform/http/cursor.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, OneOf, Page } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import {
  countWork,
  listOwnDossiers,
  listQueue,
  listWork,
  type QueueRow,
  searchDossiers,
  type WorkQuestion,
  type WorkRow,
} from './worklist.store.ts'
import { FoundItem, OwnItem, QueueItem, WORKLIST_FILTERS, type WorklistItem, WorklistPage } from './worklist-schema.ts'

const PAGE_SIZE = 50

const PageQuery = Type.Object({ cursor: Type.Optional(Cursor) })
const WorklistQuery = Type.Object({ filter: Type.Optional(OneOf(WORKLIST_FILTERS)), cursor: Type.Optional(Cursor) })
const SearchQuery = Type.Object({ q: Type.String({ minLength: 2, maxLength: 200 }), cursor: Type.Optional(Cursor) })

export function worklistRoutes(app: App, services: Services): void {
  app.get(
    '/api/my/dossiers',
    {
      config: { permission: 'listOwnDossiers' },
      schema: { operationId: 'listMyDossiers', querystring: PageQuery, response: answers(Page(OwnItem)) },
    },
    (request) => ownDossiers(request, services, request.query.cursor),
  )
  app.get(
    '/api/queue',
    {
      config: { permission: 'listQueue' },
      schema: { operationId: 'listQueue', querystring: PageQuery, response: answers(Page(QueueItem)) },
    },
    (request) => queue(request, services, request.query.cursor),
  )
  app.get(
    '/api/worklist',
    {
      config: { permission: 'listWorklist' },
      schema: { operationId: 'listWorklist', querystring: WorklistQuery, response: answers(WorklistPage) },
    },
    (request) => worklist(request, services, request.query),
  )
  app.get(
    '/api/dossiers',
    {
      config: { permission: 'searchDossiers' },
      schema: { operationId: 'searchDossiers', querystring: SearchQuery, response: answers(Page(FoundItem)) },
    },
    (request) => search(request, services, request.query),
  )
}

async function ownDossiers(request: FastifyRequest, services: Services, cursor: string | undefined) {
  const actor = getActor(request)
  if (actor.kind !== 'citizen') throw forbidden('listOwnDossiers')
  const after = readPlace(cursor)
  const rows = await listOwnDossiers(services.pool, actor.account, { after, limit: PAGE_SIZE + 1 })
  const page = pageOf(rows, PAGE_SIZE, (row) => [row.last_at, row.id])
  const items = page.rows.map((row) => ({
    id: row.id,
    code: row.code,
    procedureName: procedureName(services, row),
    state: row.state,
    stateName: STATE_NAME[row.state],
    dueAt: isoOrNull(row.due_at),
    submittedAt: isoOrNull(row.submitted_at),
    lastAt: toIso(row.last_at),
  }))
  return { items, next: page.next }
}

async function queue(request: FastifyRequest, services: Services, cursor: string | undefined) {
  const counters = postsOf(request).filter((post) => post.role === 'clerk')
  if (counters.length === 0) throw forbidden('listQueue')
  const units = counters.map((post) => post.unit)
  const rows = await listQueue(services.pool, units, { after: readPlace(cursor), limit: PAGE_SIZE + 1 })
  const page = pageOf(rows, PAGE_SIZE, (row) => [row.submitted_at, row.id])
  return { items: page.rows.map((row) => queueItem(row, services)), next: page.next }
}

function queueItem(row: QueueRow, services: Services): Static<typeof QueueItem> {
  const counter = services.rulebook().unit(unitId(row.counter_id))
  return {
    id: row.id,
    version: row.version,
    procedureCode: row.procedure_code,
    procedureName: procedureName(services, row),
    applicantName: row.applicant_name,
    channel: row.channel,
    counterName: counter?.name ?? row.counter_id,
    submittedAt: toIso(row.submitted_at),
    acceptBy: isoOrNull(acceptBy(row, services)),
  }
}

/** What was completed at intake is answered anew from its completion. */
function acceptBy(row: QueueRow, { rulebook }: Services): Instant | null {
  const [procedure, counter, agency] = [
    procedureCode(row.procedure_code),
    unitId(row.counter_id),
    unitId(row.agency_id),
  ]
  const since = row.supplied_at ?? row.submitted_at
  return acceptanceDueAt({ procedure, counter, agency, channel: row.channel }, since, rulebook())
}

async function worklist(request: FastifyRequest, services: Services, query: Static<typeof WorklistQuery>) {
  const question = questionOf(request, services)
  const place = readCursor(query.cursor, 3)
  const after =
    place === null
      ? null
      : {
          sortAt: place[0] === null ? null : instantPart(place[0]),
          id: uuidPart(place[1]),
          part: String(place[2] ?? ''),
        }
  const [counts, rows] = await Promise.all([
    countWork(services.pool, question),
    listWork(services.pool, question, { filter: query.filter ?? 'all', after, limit: PAGE_SIZE + 1 }),
  ])
  const page = pageOf(rows, PAGE_SIZE, (row) => [
    Number.isFinite(row.sort_at) ? row.sort_at : null,
    row.id,
    row.part ?? '',
  ])
  const { now, soonBy } = question
  return { counts, items: page.rows.map((row) => workItem(row, services, { now, soonBy })), next: page.next }
}

/** Every asker has one idea of "soon": by the working time of the first post. */
function questionOf(request: FastifyRequest, { rulebook, now: clock }: Services): WorkQuestion {
  const actor = getActor(request)
  const posts = postsOf(request).filter((post) => post.role !== 'administrator')
  const first = posts[0]
  if (actor.kind !== 'officer' || first === undefined) throw forbidden('listWorklist')
  const now = clock()
  const unit = rulebook().unit(first.unit)
  const soonBy = unit && withinCalendar(() => addWorkingMinutes(rulebook().calendarOf(unit), now, NEAR_DUE_MINUTES))
  return {
    units: posts.map((post) => post.unit),
    roles: posts.map((post) => post.role),
    officer: actor.officer,
    now,
    soonBy: soonBy ?? now,
    dayEnd: startOfDay(plusDays(localDateOf(now), 1)),
  }
}

type Clock = { readonly now: Instant; readonly soonBy: Instant }

function workItem(row: WorkRow, services: Services, clock: Clock): Static<typeof WorklistItem> {
  const rulebook = services.rulebook()
  const agency = rulebook.unit(unitId(row.agency_id))
  const process = row.process === null ? undefined : rulebook.processVersion(row.process.id, row.process.version)
  const part = process && partsOf(process).find(({ id }) => id === row.part)
  const { due_at: dueAt } = row
  const runs = row.state === 'accepted' || row.state === 'inProgress'
  const remaining =
    !runs || dueAt === null || agency === undefined
      ? null
      : withinCalendar(() => workingMinutesBetween(rulebook.calendarOf(agency), clock.now, dueAt))
  return {
    id: row.id,
    version: row.version,
    code: row.code,
    state: row.state,
    stateName: stateNameOf(row.state, row.paused_on),
    procedureCode: row.procedure_code,
    procedureName: procedureName(services, row),
    applicantName: row.applicant_name,
    step: row.step,
    stepName: (row.step === null ? undefined : process && findStep(process, row.step)?.step.name) ?? row.step,
    part: row.part,
    partName: part?.name ?? row.part,
    holderName: holderName(row, services),
    dueAt: isoOrNull(dueAt),
    remainingMinutes: remaining,
    timeState: timeStateOf({ state: row.state, dueAt, acceptedAt: row.accepted_at, pausedOn: row.paused_on }, clock),
    agencyName: agency?.name ?? row.agency_id,
  }
}

/** The officer who has it, else who is to take it: `Chuyên viên, Phòng Hộ tịch`. */
function holderName({ officer_id: officer, unit_id: unit, role }: WorkRow, { rulebook }: Services): string | null {
  if (officer !== null)
    return (
      rulebook()
        .officers()
        .find((each) => each.id === officer)?.name ?? officer
    )
  if (unit === null || role === null) return null
  return `${ROLE_NAME[role]}, ${rulebook().unit(unitId(unit))?.name ?? unit}`
}

async function search(request: FastifyRequest, services: Services, { q, cursor }: Static<typeof SearchQuery>) {
  const posts = postsOf(request)
  const place = readCursor(cursor, 1)
  const rulebook = services.rulebook()
  const rows = await searchDossiers(services.pool, {
    code: q.trim().toUpperCase(),
    words: fold(q)
      .split(' ')
      .filter((word) => word !== ''),
    counters: posts.filter((post) => post.role === 'clerk').map((post) => post.unit),
    agencies: posts
      .filter((post) => post.role !== 'administrator')
      .flatMap((post) => rulebook.agencyOf(post.unit)?.id ?? []),
    after: place === null ? null : uuidPart(place[0]),
    limit: PAGE_SIZE + 1,
  })
  const page = pageOf(rows, PAGE_SIZE, (row) => [row.id])
  return { items: page.rows.map((row) => foundItem(row, services)), next: page.next }
}

function foundItem(row: WorkRow, services: Services): Static<typeof FoundItem> {
  return {
    id: row.id,
    version: row.version,
    code: row.code,
    state: row.state,
    stateName: stateNameOf(row.state, row.paused_on),
    procedureName: procedureName(services, row),
    applicantName: row.applicant_name,
    agencyName: services.rulebook().unit(unitId(row.agency_id))?.name ?? row.agency_id,
    dueAt: isoOrNull(row.due_at),
    lastAt: toIso(row.last_at),
  }
}

type Named = { readonly procedure_code: string; readonly submitted_at: Instant | null }

function procedureName({ rulebook, now }: Services, row: Named): string {
  const date = localDateOf(row.submitted_at ?? now())
  return rulebook().procedureVersionAt(row.procedure_code, date)?.name ?? row.procedure_code
}

function postsOf(request: FastifyRequest): readonly Post[] {
  const actor = getActor(request)
  return actor.kind === 'officer' ? actor.posts : []
}

function readPlace(cursor: string | undefined): { readonly at: Instant; readonly id: string } | null {
  const place = readCursor(cursor, 2)
  return place === null ? null : { at: instantPart(place[0]), id: uuidPart(place[1]) }
}

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : toIso(at))
