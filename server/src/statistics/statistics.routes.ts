import { localDateOf, plusDays, startOfDay, toIso } from '@motcua/core/kernel/instant.ts'
import { Type } from 'typebox'
import { findTruth } from '../check/check.ts'
import { isDatabaseDown } from '../platform/database.ts'
import { answers, type App } from '../platform/http/route.ts'
import { NullableInteger, NullableMoment, OneOf } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { countDay, findProjectionLag } from './statistics.store.ts'

const TodayView = Type.Object({
  acceptedToday: Type.Integer(),
  finishedToday: Type.Integer(),
  onTimePercent: Type.Unsafe<number | null>({
    type: ['number', 'null'],
    description: 'Of those finished today, to one decimal; null when there are none.',
  }),
})

const HealthView = Type.Object({
  status: OneOf(['ok', 'down']),
  database: OneOf(['up', 'down']),
  projection: Type.Object({ behindSeconds: NullableInteger }),
  truth: Type.Object({
    checkedAt: NullableMoment,
    alarms: Type.Integer({
      description: 'Comparisons in the background that found something not to agree, and still do.',
    }),
  }),
})

export function statisticsRoutes(app: App, services: Services): void {
  app.get(
    '/api/statistics/today',
    {
      config: { permission: 'readCatalogue' },
      schema: { operationId: 'getStatisticsOfToday', response: answers(TodayView) },
    },
    async () => {
      const today = localDateOf(services.now())
      const day = { from: startOfDay(today), to: startOfDay(plusDays(today, 1)) }
      const { accepted, finished, inTime } = await countDay(services.pool, day)
      const onTimePercent = finished === 0 ? null : Math.round((inTime / finished) * 1000) / 10
      return { acceptedToday: accepted, finishedToday: finished, onTimePercent }
    },
  )
  app.get(
    '/api/health',
    {
      config: { permission: 'open' },
      schema: { operationId: 'getHealth', response: { ...answers(HealthView), 503: HealthView } },
    },
    async (_, reply) => {
      try {
        const behindSeconds = await findProjectionLag(services.pool)
        const { checkedAt, alarms } = await findTruth(services.pool)
        const truth = { checkedAt: checkedAt === null ? null : toIso(checkedAt), alarms }
        return { status: 'ok', database: 'up', projection: { behindSeconds }, truth } as const
      } catch (error) {
        if (!isDatabaseDown(error)) throw error
        return reply.code(503).send({
          status: 'down',
          database: 'down',
          projection: { behindSeconds: null },
          truth: { checkedAt: null, alarms: 0 },
        })
      }
    },
  )
}
