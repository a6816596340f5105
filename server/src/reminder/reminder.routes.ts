import { serviceOf } from '@motcua/core/dossier/dossier.ts'
import { officerId, procedureCode, unitId } from '@motcua/core/kernel/ids.ts'
import { localDateOf, toIso } from '@motcua/core/kernel/instant.ts'
import { REMINDER_KINDS, REMINDER_NAME, reminderText } from '@motcua/core/reminder/reminder.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { forbidden, getActor } from '../identity/identity.ts'
import { ROLE_NAME } from '../organisation/organisation.ts'
import { instantPart, pageOf, readCursor, wholePart } from '../platform/http/cursor.ts'
import { answers, type App, type View } from '../platform/http/route.ts'
import { Cursor, OneOf } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { countReminders, type ListedReminder, listFiredReminders, type ReminderQuestion } from './reminder.store.ts'
import { type ReminderItem, ReminderPage } from './reminder-schema.ts'
import { stepNameOf } from './step-name.ts'

const PAGE_SIZE = 50

const ReminderQuery = Type.Object({ kind: Type.Optional(OneOf(REMINDER_KINDS)), cursor: Type.Optional(Cursor) })

/** A reminder leaves the list by itself when the dossier moves on: there is nothing to tick off. */
export function reminderRoutes(app: App, services: Services): void {
  app.get(
    '/api/reminders',
    {
      config: { permission: 'listReminders' },
      schema: { operationId: 'listReminders', querystring: ReminderQuery, response: answers(ReminderPage) },
    },
    (request) => listPage(request, services, request.query),
  )
}

async function listPage(
  request: FastifyRequest,
  services: Services,
  query: Static<typeof ReminderQuery>,
): Promise<View<typeof ReminderPage>> {
  const question = questionOf(request, services)
  const place = readCursor(query.cursor, 2)
  const after = place === null ? null : { dueAt: instantPart(place[0]), id: wholePart(place[1]) }
  const [counts, rows] = await Promise.all([
    countReminders(services.pool, question),
    listFiredReminders(services.pool, question, { kind: query.kind ?? null, after, limit: PAGE_SIZE + 1 }),
  ])
  const page = pageOf(rows, PAGE_SIZE, (row) => [row.due_at, row.id])
  const rulebook = services.rulebook()
  return {
    kinds: REMINDER_KINDS.flatMap((kind) =>
      counts.filter((each) => each.kind === kind).map(({ count }) => ({ kind, name: REMINDER_NAME[kind], count })),
    ),
    items: page.rows.map((row) => reminderItem(row, rulebook)),
    next: page.next,
  }
}

function questionOf(request: FastifyRequest, { now }: Services): ReminderQuestion {
  const actor = getActor(request)
  const posts = actor.kind === 'officer' ? actor.posts.filter((post) => post.role !== 'administrator') : []
  if (actor.kind !== 'officer' || posts.length === 0) throw forbidden('listReminders')
  return {
    units: posts.map((post) => post.unit),
    roles: posts.map((post) => post.role),
    officer: actor.officer,
    now: now(),
  }
}

function reminderItem(row: ListedReminder, rulebook: Rulebook): View<typeof ReminderItem> {
  const { kind, audience } = row
  const content = { procedure: procedureCode(row.procedure_code), agency: unitId(row.agency_id) }
  const service = serviceOf(content, row.accepted_at ?? row.submitted_at ?? row.due_at, rulebook)
  const said = { kind, audience, dueAt: row.due_at, fireAt: row.fire_at, acceptedAt: row.accepted_at, service }
  const procedure = rulebook.procedureVersionAt(row.procedure_code, localDateOf(row.submitted_at ?? row.due_at))
  return {
    id: row.id,
    kind,
    kindName: REMINDER_NAME[kind],
    audience,
    dossier: row.dossier_id,
    code: row.code,
    procedureName: procedure?.name ?? row.procedure_code,
    applicantName: row.applicant_name,
    ...reminderText({ ...said, stepName: stepNameOf(row, rulebook) }),
    firedAt: toIso(row.fired_at),
    dueAt: toIso(row.due_at),
    holderName: holderName(row, rulebook),
  }
}

/** The officer who has it, else who is to take it; before acceptance the counter. */
function holderName(row: ListedReminder, rulebook: Rulebook): string {
  const officer = row.officer_id === null ? undefined : rulebook.officer(officerId(row.officer_id))
  if (officer !== undefined) return officer.name
  const unit = row.unit_id ?? row.counter_id
  return `${ROLE_NAME[row.role ?? 'clerk']}, ${rulebook.unit(unitId(unit))?.name ?? unit}`
}
