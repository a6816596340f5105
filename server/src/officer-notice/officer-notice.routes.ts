import type { OfficerId } from '@motcua/core/kernel/ids.ts'
import { localDateOf, toIso } from '@motcua/core/kernel/instant.ts'
import { AUDIENCES, REMINDER_KINDS, REMINDER_NAME } from '@motcua/core/reminder/reminder.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { forbidden, getActor } from '../identity/identity.ts'
import { pageOf, readCursor, wholePart } from '../platform/http/cursor.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, Moment, NullableMoment, NullableText, OneOf, Sent } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { countUnread, listOfficerNotices, markRead, type OfficerNotice } from './officer-notice.store.ts'

const PAGE_SIZE = 50

const NoticeQuery = Type.Object({ unread: Type.Optional(OneOf(['true', 'false'])), cursor: Type.Optional(Cursor) })

const OfficerNoticeItem = Type.Object({
  id: Type.Integer(),
  dossier: Type.String(),
  code: NullableText,
  procedureName: Type.String(),
  applicantName: Type.String(),
  kind: OneOf(REMINDER_KINDS),
  kindName: Type.String(),
  audience: OneOf(AUDIENCES),
  text: Type.String(),
  article: Type.String(),
  at: Moment,
  readAt: NullableMoment,
  /** False once the dossier has moved on. */
  open: Type.Boolean(),
})

const OfficerNoticePage = Type.Object({
  /** Neither read nor dealt with, on all pages. */
  unread: Type.Integer({ minimum: 0 }),
  items: Type.Array(OfficerNoticeItem),
  next: NullableText,
})

const Unread = Type.Object({ unread: Type.Integer({ minimum: 0 }) })
/** One notice, or with `before` all those up to it. */
const Reading = Sent({ id: Type.Integer({ minimum: 1 }), before: Type.Boolean() })

/** What the asker was told, and what of it he has read. Nobody reads, or ticks off, what another was told. */
export function officerNoticeRoutes(app: App, services: Services): void {
  const { pool, rulebook, now } = services
  const config = { permission: 'listReminders' } as const
  app.get(
    '/api/officer-notices',
    {
      config,
      schema: { operationId: 'listOfficerNotices', querystring: NoticeQuery, response: answers(OfficerNoticePage) },
    },
    async (request) => {
      const officer = officerOf(request)
      const { unread: only, cursor } = request.query
      const place = readCursor(cursor, 1)
      const before = place === null ? null : wholePart(place[0])
      const [unread, found] = await Promise.all([
        countUnread(pool, officer),
        listOfficerNotices(pool, { officer, unread: only === 'true', before, limit: PAGE_SIZE + 1 }),
      ])
      const { rows, next } = pageOf(found, PAGE_SIZE, (row) => [row.id])
      return { unread, items: rows.map((row) => itemOf(row, rulebook())), next }
    },
  )
  app.get(
    '/api/officer-notices/unread',
    { config, schema: { operationId: 'countOfficerNotices', response: answers(Unread) } },
    async (request) => ({ unread: await countUnread(pool, officerOf(request)) }),
  )
  app.post(
    '/api/officer-notices/read',
    { config, schema: { operationId: 'readOfficerNotices', body: Reading, response: answers(Unread) } },
    async (request) => {
      const officer = officerOf(request)
      const { id, before } = request.body
      await markRead(pool, { officer, id, one: !before, at: now() })
      return { unread: await countUnread(pool, officer) }
    },
  )
}

function officerOf(request: FastifyRequest): OfficerId {
  const actor = getActor(request)
  if (actor.kind !== 'officer') throw forbidden('listReminders')
  return actor.officer
}

function itemOf(row: OfficerNotice, rulebook: Rulebook): Static<typeof OfficerNoticeItem> {
  const { id, code, kind, audience, article, open } = row
  const procedure = rulebook.procedureVersionAt(row.procedure_code, localDateOf(row.submitted_at ?? row.noticed_at))
  return {
    ...{ id, code, kind, audience, article, open },
    dossier: row.dossier_id,
    procedureName: procedure?.name ?? row.procedure_code,
    applicantName: row.applicant_name,
    kindName: REMINDER_NAME[kind],
    text: row.body,
    at: toIso(row.noticed_at),
    readAt: row.read_at === null ? null : toIso(row.read_at),
  }
}
