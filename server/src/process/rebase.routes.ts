import { mayDo } from '@motcua/core/access/access.ts'
import { Type } from 'typebox'
import { forbidden, getActor } from '../identity/identity.ts'
import { ProblemError, type ProblemText } from '../platform/http/problem.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Identifier, NullableText, Uuid } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { rebaseOpen, type Stranded, strandedLine, tryRebase } from '../dossier/dossier.ts'
import { getProcess, getVersion } from './get-process.ts'

/** More than that nobody reads; the number is always the whole one. */
const LISTED_AT_MOST = 200

const RebaseBody = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  dryRun: Type.Boolean({ description: 'Says what it would come to and changes nothing.' }),
})

const RebaseView = Type.Object({
  open: Type.Integer({ description: 'Open dossiers under other versions of the process before.' }),
  moved: Type.Integer(),
  strandedCount: Type.Integer({ description: 'Dossiers that lie where the version has no step.' }),
  stranded: Type.Array(Type.Object({ dossier: Uuid, code: NullableText, steps: Type.Array(Type.String()) }), {
    description: 'The first of them, by code.',
  }),
  left: Type.Array(Type.String(), { description: 'What could not be moved because it went on meanwhile, in words.' }),
})

/** Open dossiers go on under another version of their process: an administrator's decision, for all of them or none. */
export function rebaseRoutes(app: App, services: Services): void {
  app.post(
    '/api/processes/:id/rebase',
    {
      config: { permission: 'rebase' },
      schema: {
        operationId: 'rebaseOpenDossiers',
        params: Type.Object({ id: Identifier }),
        body: RebaseBody,
        response: answers(RebaseView),
      },
    },
    async (request) => {
      const by = getActor(request)
      const rulebook = services.rulebook()
      if (!mayDo('rebase', by, { dossier: null, content: null, unit: null, rulebook }).allowed) {
        throw forbidden('rebase')
      }
      const process = getProcess(services, request.params.id)
      const version = getVersion(process, String(request.body.version))
      const order = { process: process.id, version, by }
      if (request.body.dryRun) {
        const { open, stranded } = await tryRebase(services, order)
        const listed = stranded.slice(0, LISTED_AT_MOST).map((each) => ({ ...each, steps: [...each.steps] }))
        return { open, moved: 0, strandedCount: stranded.length, stranded: listed, left: [] }
      }
      const outcome = await rebaseOpen(services, order)
      if (outcome.kind === 'refused') throw new ProblemError(strandedProblem(outcome.stranded))
      const { moved, left } = outcome
      const lines = left.map(({ dossier, why }) => `${dossier}: ${why}`)
      return { open: moved + left.length, moved, strandedCount: 0, stranded: [], left: lines }
    },
  )
}

function strandedProblem(stranded: readonly Stranded[]): ProblemText {
  return {
    kind: 'positions-missing',
    status: 409,
    title: 'Chưa chuyển hồ sơ nào',
    detail: `${stranded.length} hồ sơ đang ở bước mà phiên bản được chọn không có.`,
    advice: 'Chờ các hồ sơ này qua bước đó, hoặc bổ sung bước vào phiên bản mới rồi làm lại.',
    errors: stranded.slice(0, LISTED_AT_MOST).map((each) => ({ path: each.dossier, message: strandedLine(each) })),
  }
}
