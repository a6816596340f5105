import { actorKey, mayDo, subjectOf } from '@motcua/core/access/access.ts'
import type { Dossier } from '@motcua/core/dossier/dossier.ts'
import { dossierId } from '@motcua/core/kernel/ids.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findDossier } from '../dossier/dossier.ts'
import { getActor } from '../identity/identity.ts'
import { notFound, ProblemError, type ProblemText } from '../platform/http/problem.ts'
import { answers, type App, PROBLEM_ANSWER } from '../platform/http/route.ts'
import { Sha256, Uuid } from '../platform/http/schema.ts'
import type { Services } from '../services.ts'
import { exists, FolderUnwritable, keepBytes, pathOf, readBytes } from './file-folder.ts'
import { judgeFile } from './file-type.ts'
import { findFile, insertFile, listFilesBroughtBy, type StoredFile } from './files.store.ts'

const LARGEST_BYTES = 20 * 1024 * 1024
const UploadQuery = Type.Object({ name: Type.String({ minLength: 1, maxLength: 1000 }) })
const FileBytes = Type.Any({ description: 'The bytes of the file, as they are.' })
const FileParams = Type.Object({ hash: Sha256 })
const FileQuery = Type.Object({ dossier: Type.Optional(Uuid) })
const FileView = Type.Object({ hash: Type.String(), name: Type.String(), type: Type.String(), bytes: Type.Integer() })

const UPLOAD = {
  config: { permission: 'uploadFile' },
  bodyLimit: LARGEST_BYTES,
  schema: {
    operationId: 'uploadFile',
    querystring: UploadQuery,
    body: { content: { 'application/octet-stream': { schema: FileBytes } } },
    response: answers(FileView),
  },
} as const

const DOWNLOAD = {
  config: { permission: 'readFile' },
  schema: {
    operationId: 'getFile',
    params: FileParams,
    querystring: FileQuery,
    response: {
      200: { description: 'The file', content: { 'application/octet-stream': { schema: Type.Any() } } },
      '4xx': PROBLEM_ANSWER,
      '5xx': PROBLEM_ANSWER,
    },
  },
} as const

export function filesRoutes(app: App, services: Services): void {
  app.register(async (scope: App) => {
    // The body is the file, whatever its declared type.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
    scope.post('/api/files', UPLOAD, (request) => takeFile(request, services, request.query.name))
  })
  app.get('/api/files/:hash', DOWNLOAD, (request, reply) =>
    giveFile(request, reply, { services, hash: request.params.hash, dossier: request.query.dossier }),
  )
}

async function takeFile({ body, session }: FastifyRequest, services: Services, name: string): Promise<StoredFile> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  const verdict = await judgeFile(bytes, name)
  if (verdict.kind === 'refused') throw new ProblemError(verdict.problem)
  if (session === null) throw new Error('uploadFile lets in only who has signed in')
  const hash = await keepBytes(services.dataDir, bytes).catch(answerUnwritable)
  const file = { hash, name: verdict.name, type: verdict.type, bytes: bytes.length }
  await insertFile(services.pool, file, { by: actorKey(session.actor), at: services.now() })
  return file
}

function answerUnwritable(error: unknown): never {
  if (error instanceof FolderUnwritable) throw new ProblemError(STORAGE_UNAVAILABLE, { cause: error })
  throw error
}

const STORAGE_UNAVAILABLE: ProblemText = {
  kind: 'storage-unavailable',
  status: 507,
  title: 'Hệ thống chưa lưu được tệp',
  detail: 'Nơi lưu tệp của hệ thống đã hết chỗ hoặc không ghi được, nên tệp chưa được nhận.',
  advice: 'Hãy giữ tệp và thử lại sau; nếu cần nộp gấp, hãy báo Bộ phận Một cửa hoặc nộp bản giấy tại quầy.',
}

type Wanted = { readonly services: Services; readonly hash: string; readonly dossier: string | undefined }

async function giveFile(request: FastifyRequest, reply: FastifyReply, wanted: Wanted): Promise<FastifyReply> {
  const { services, hash } = wanted
  const file = await findReadable(request, wanted)
  if (file === null || !(await exists(pathOf(services.dataDir, hash)))) {
    throw notFound('tệp', 'Hãy mở tệp từ trang của hồ sơ; nếu vẫn không được, hãy báo Bộ phận Một cửa.')
  }
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .type(file.type)
    .send(readBytes(services.dataDir, hash))
}

/** Who brought it may fetch it again; others through a dossier that contains it and that they may read. */
async function findReadable(
  request: FastifyRequest,
  { services, hash, dossier: id }: Wanted,
): Promise<StoredFile | null> {
  const actor = getActor(request)
  if (id === undefined) return (await listFilesBroughtBy(services.pool, actorKey(actor), [hash]))[0] ?? null
  const file = await findFile(services.pool, hash)
  if (file === null) return null
  const dossier = await findDossier(services.pool, dossierId(id))
  if (dossier === null || !mayDo('readFile', actor, subjectOf(dossier, services.rulebook())).allowed) return null
  const name = nameInDossier(dossier, hash)
  return name === null ? null : { ...file, name }
}

function nameInDossier({ content, result }: Dossier, hash: string): string | null {
  const document = content.documents.find(({ file }) => file?.hash === hash)
  if (document?.file) return document.file.name
  return result?.file === hash ? `Ket-qua-${result.number.replaceAll('/', '-')}.pdf` : null
}
