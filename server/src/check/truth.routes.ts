import { toIso } from '@motcua/core/kernel/instant.ts'
import { Type } from 'typebox'
import { answers, type App } from '../platform/http/route.ts'
import { Moment, NullableMoment, NullableText, OneOf } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { findTruthState, listOpenAlarms } from './check.store.ts'

const TruthAlarm = Type.Object({
  number: Type.Integer(),
  kind: OneOf(['totals', 'dossiers']),
  since: Moment,
  differences: Type.Array(
    Type.Object({
      kind: OneOf(['event', 'row', 'fact', 'report']),
      dossier: NullableText,
      what: Type.String(),
      reason: Type.String(),
    }),
  ),
})

const Truth = Type.Object({
  checkedAt: NullableMoment,
  alarms: Type.Integer({ description: 'How many comparisons still find something; the newest of them are listed.' }),
  items: Type.Array(TruthAlarm),
})

const LISTED_AT_MOST = 50

/** What the watch has found not to agree with the events and still does not, for those who keep the system. */
export function truthRoutes(app: App, { pool }: Services): void {
  app.get(
    '/api/truth',
    { config: { permission: 'readTruth' }, schema: { operationId: 'getTruth', response: answers(Truth) } },
    async () => {
      const { checkedAt, alarms } = await findTruthState(pool)
      const items = await listOpenAlarms(pool, LISTED_AT_MOST)
      return {
        checkedAt: checkedAt === null ? null : toIso(checkedAt),
        alarms,
        items: items.map(({ id, kind, checked_at: since, differences }) => ({
          ...{ number: id, kind, since: toIso(since) },
          differences: [...differences],
        })),
      }
    },
  )
}
