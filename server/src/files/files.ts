import { actorKey } from '@motcua/core/access/access.ts'
import type { Actor } from '@motcua/core/access/actor.ts'
import type { DossierCommand } from '@motcua/core/dossier/dossier-commands.ts'
import type { SubmittedDocument } from '@motcua/core/dossier/dossier.ts'
import type { Db } from '../platform/database.ts'
import { ProblemError } from '../platform/http/problem.ts'
import { listFilesBroughtBy, type StoredFile } from './files.store.ts'

/**
 * Files that a command names must have been brought by the one who asks, or anybody could read a file whose hash he has
 * seen by handing it in; what we found out about type and size then counts, not what the command says.
 */
export async function checkFiles(
  { pool }: { readonly pool: Db },
  actor: Actor,
  command: DossierCommand,
): Promise<DossierCommand> {
  const hashes = hashesOf(command)
  if (hashes.length === 0) return command
  const known = new Map((await listFilesBroughtBy(pool, actorKey(actor), hashes)).map((file) => [file.hash, file]))
  for (const hash of hashes) if (!known.has(hash)) throw unknownFile()
  const mend = (document: SubmittedDocument): SubmittedDocument => withStoredFacts(document, known)
  switch (command.action) {
    case 'saveDraft':
    case 'submit':
      return { ...command, content: { ...command.content, documents: command.content.documents.map(mend) } }
    case 'supplySupplement':
      return { ...command, documents: command.documents.map(mend) }
    default:
      return command
  }
}

function hashesOf(command: DossierCommand): readonly string[] {
  switch (command.action) {
    case 'saveDraft':
    case 'submit':
      return command.content.documents.flatMap(({ file }) => (file === null ? [] : [file.hash]))
    case 'supplySupplement':
      return command.documents.flatMap(({ file }) => (file === null ? [] : [file.hash]))
    case 'resolve':
      return command.result.file === null ? [] : [command.result.file]
    default:
      return []
  }
}

function withStoredFacts(document: SubmittedDocument, known: ReadonlyMap<string, StoredFile>): SubmittedDocument {
  const stored = document.file === null ? undefined : known.get(document.file.hash)
  if (document.file === null || stored === undefined) return document
  return { ...document, file: { ...document.file, type: stored.type, bytes: stored.bytes } }
}

function unknownFile(): ProblemError {
  return new ProblemError({
    kind: 'file-unknown',
    status: 422,
    title: 'Có tệp chưa được tải lên',
    detail: 'Hồ sơ nhắc đến một tệp mà hệ thống chưa nhận được từ bạn.',
    advice: 'Hãy tải tệp đó lên lại rồi gửi hồ sơ.',
  })
}
