import { mayDo, subjectOf } from '@motcua/core/access/access.ts'
import { apologyLetter } from '@motcua/core/document/document.ts'
import { appointedBeforeApology } from '@motcua/core/dossier/dossier.ts'
import { dossierId, officerId, unitId } from '@motcua/core/kernel/ids.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import { rowName } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { setDocument } from '../document/document.ts'
import { findDossier } from '../dossier/dossier.ts'
import { forbidden, getActor } from '../identity/identity.ts'
import { instantPart, pageOf, readCursor, uuidPart } from '../platform/http/cursor.ts'
import { attachment } from '../platform/http/attachment.ts'
import { notFound } from '../platform/http/problem.ts'
import { answers, type App } from '../platform/http/route.ts'
import { Cursor, Moment, NullableMoment, NullableText, OneOf, Uuid } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { countSigning, listSigning, SIGNING_KINDS, type SigningRow } from './signing.store.ts'

const SigningQuery = Type.Object({ kind: Type.Optional(OneOf(SIGNING_KINDS)), cursor: Type.Optional(Cursor) })
const DossierParams = Type.Object({ id: Uuid })

const SigningItem = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  code: NullableText,
  procedureName: Type.String(),
  applicantName: Type.String(),
  holderName: NullableText,
  dueAt: NullableMoment,
  since: Moment,
  reason: NullableText,
  promisedAt: NullableMoment,
  resultNumber: NullableText,
  resultSummary: NullableText,
})

const SigningPage = Type.Object({
  counts: Type.Object({ apology: Type.Integer(), result: Type.Integer(), correction: Type.Integer() }),
  items: Type.Array(SigningItem),
  next: NullableText,
})

const PAGE_SIZE = 50

/** What waits for a signature or a decision in the agencies of the asker, and the letters themselves. */
export function signingRoutes(app: App, services: Services): void {
  const { pool, rulebook } = services
  app.get(
    '/api/signing',
    {
      config: { permission: 'listWorklist' },
      schema: { operationId: 'listSigning', querystring: SigningQuery, response: answers(SigningPage) },
    },
    async (request) => {
      const { kind = 'apology', cursor } = request.query
      const agencies = agenciesOf(request, rulebook())
      const place = readCursor(cursor, 2)
      const after = place === null ? null : { since: instantPart(place[0]), id: uuidPart(place[1]) }
      const [counts, found] = await Promise.all([
        countSigning(pool, agencies),
        listSigning(pool, { kind, agencies, after, limit: PAGE_SIZE + 1 }),
      ])
      const { rows, next } = pageOf(found, PAGE_SIZE, (row) => [row.since, row.id])
      return { counts, items: rows.map((row) => itemOf(row, rulebook())), next }
    },
  )
  app.get(
    '/api/dossiers/:id/apology.pdf',
    { config: { permission: 'readDossier' }, schema: { hide: true, params: DossierParams } },
    async (request, reply) => {
      const dossier = await findDossier(pool, dossierId(request.params.id))
      const actor = getActor(request)
      if (dossier === null || !mayDo('readDossier', actor, subjectOf(dossier, rulebook())).allowed) throw NO_LETTER
      const { apology } = dossier
      if (apology === null || (apology.signedAt === null && actor.kind === 'citizen')) throw NO_LETTER
      const letter = apologyLetter(
        { ...dossier, apology, appointedAt: appointedBeforeApology(dossier, rulebook()) },
        rulebook(),
      )
      const name = `xin-loi-${dossier.code ?? dossier.id}.pdf`
      return reply.header('content-disposition', attachment(name)).type('application/pdf').send(setDocument(letter))
    },
  )
}

const NO_LETTER = notFound('văn bản xin lỗi', 'Hãy mở lại hồ sơ; văn bản chỉ có sau khi được dự thảo và ký.')

function agenciesOf(request: FastifyRequest, rulebook: Rulebook): readonly string[] {
  const actor = getActor(request)
  if (actor.kind !== 'officer') throw forbidden('listWorklist')
  const posts = actor.posts.filter(({ role }) => role !== 'administrator')
  return [...new Set(posts.flatMap(({ unit }) => rulebook.agencyOf(unit)?.id ?? []))]
}

function itemOf(row: SigningRow, rulebook: Rulebook): Static<typeof SigningItem> {
  const holder =
    row.officer_id === null
      ? (rulebook.unit(unitId(row.unit_id ?? ''))?.name ?? null)
      : (rulebook.officer(officerId(row.officer_id))?.name ?? row.officer_id)
  return {
    ...{ id: row.id, version: row.version, code: row.code, applicantName: row.applicant_name },
    procedureName: rowName('procedure', row.procedure_code, rulebook),
    holderName: holder,
    dueAt: row.due_at === null ? null : toIso(row.due_at),
    since: toIso(row.since),
    reason: row.apology?.reason ?? null,
    promisedAt: row.apology === null ? null : toIso(row.apology.promisedAt),
    resultNumber: row.signed?.result.number ?? null,
    resultSummary: row.signed?.result.summary ?? null,
  }
}
