import { toIso } from '@motcua/core/kernel/instant.ts'
import { Type } from 'typebox'
import { forbidden, getActor } from '../identity/identity.ts'
import { instantPart, pageOf, readCursor, uuidPart } from '../platform/http/cursor.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, Moment, NullableText, Page } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { listNotices } from './notice.ts'

const PAGE_SIZE = 50

const PageQuery = Type.Object({ cursor: Type.Optional(Cursor) })
const NoticeItem = Type.Object({
  id: Type.String(),
  dossier: Type.String(),
  code: NullableText,
  text: Type.String(),
  at: Moment,
})

export function noticeRoutes(app: App, services: Services): void {
  app.get(
    '/api/my/notices',
    {
      config: { permission: 'listOwnDossiers' },
      schema: { operationId: 'listMyNotices', querystring: PageQuery, response: answers(Page(NoticeItem)) },
    },
    async (request) => {
      const actor = getActor(request)
      if (actor.kind !== 'citizen') throw forbidden('listOwnDossiers')
      const place = readCursor(request.query.cursor, 2)
      const after = place === null ? null : { at: instantPart(place[0]), id: uuidPart(place[1]) }
      const notices = await listNotices(services.pool, actor.account, { after, limit: PAGE_SIZE + 1 })
      const page = pageOf(notices, PAGE_SIZE, (notice) => [notice.noticedAt, notice.id])
      const items = page.rows.map(({ id, dossier, code, text, noticedAt }) => ({
        id,
        dossier,
        code,
        text,
        at: toIso(noticedAt),
      }))
      return { items, next: page.next }
    },
  )
}
