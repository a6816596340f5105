import { type DossierState, STATE_NAME, STATES } from '@motcua/core/dossier/dossier.ts'
import { dossierCode } from '@motcua/core/kernel/ids.ts'
import { Type } from 'typebox'
import { findDossierByCode } from '../dossier/dossier.ts'
import { notFound } from '../platform/http/problem.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Identifier, OneOf } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'

const STAGES = ['Nộp', 'Tiếp nhận', 'Giải quyết', 'Có kết quả', 'Đã trả']

/** How far a dossier has come, of the five stages that everyone knows. What has ended otherwise counts as having a result. */
const STAGE = {
  draft: 0,
  submitted: 0,
  declined: 0,
  accepted: 1,
  inProgress: 2,
  awaitingSupplement: 2,
  awaitingPayment: 2,
  withdrawn: 3,
  stopped: 3,
  refused: 3,
  resolved: 3,
  returned: 4,
} as const satisfies Record<DossierState, number>

const CodeParams = Type.Object({ code: Identifier })
const TrackingView = Type.Object({
  code: Type.String(),
  state: OneOf(STATES),
  stateName: Type.String(),
  stage: Type.Integer({ minimum: 0, maximum: 4 }),
  stages: Type.Array(Type.String()),
})

/** Without an account: the code and how far it has come, nothing of the person (Luật Bảo vệ dữ liệu cá nhân 91/2025). */
export function trackingRoutes(app: App, services: Services): void {
  const { tracking } = services.limits
  app.get(
    '/api/tracking/:code',
    {
      config: {
        permission: 'followByCode',
        ...(tracking === 0 ? {} : { rateLimit: { max: tracking, timeWindow: 60_000 } }),
      },
      schema: { operationId: 'trackDossier', params: CodeParams, response: answers(TrackingView) },
    },
    async (request) => {
      const code = dossierCode(request.params.code.toUpperCase())
      const dossier = await findDossierByCode(services.pool, code)
      if (dossier === null) {
        throw notFound('hồ sơ', 'Hãy xem lại mã số in trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.')
      }
      const { state } = dossier
      return { code, state, stateName: STATE_NAME[state], stage: STAGE[state], stages: STAGES }
    },
  )
}
