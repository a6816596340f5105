import { edgesOf, rowFilter, rowName } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { FastifyReply } from 'fastify'
import type pg from 'pg'
import type { Tx } from '../platform/database.ts'
import { type FileKind, sendStreamed, streamInTransaction } from '../platform/http/streamed-file.ts'
import { type CountedContext, countedFile, type ToldDossier } from './counted-file.ts'
import type { AskedList } from './counted-page.ts'
import { listStories, NO_STORY } from './counted-story.ts'
import { type CountedQuestion, readCountedPages } from './report.store.ts'
import { fileName } from './file-name.ts'

type Sending = { readonly kind: FileKind; readonly pool: pg.Pool; readonly rulebook: Rulebook }

/** The dossiers behind a number as a file, made while it is being taken. */
export async function sendCountedFile(
  reply: FastifyReply,
  { scope, period, asOf, by, structure, correctedTo, figure, row: id }: AskedList,
  { kind, pool, rulebook }: Sending,
): Promise<FastifyReply> {
  const edges = edgesOf(period, asOf)
  const row = id === undefined ? null : rowFilter({ by, structure }, id, { rulebook, figure })
  const context = { edges, rulebook, figure: figure.definition }
  const question = { scope, edges, correctedTo, figure, row }
  const file = streamInTransaction(pool, (tx) => countedFile(kind, readTold(tx, question, context), context))
  const rowTitle = id === undefined ? [] : [rowName(by, id, rulebook)]
  const name = fileName([figure.definition.name, scope.name, ...rowTitle], period)
  return sendStreamed(reply, { kind, name, file })
}

/** Page by page with their stories, so that only a page of either is held. */
async function* readTold(tx: Tx, question: CountedQuestion, context: CountedContext): AsyncGenerator<ToldDossier> {
  for await (const page of readCountedPages(tx, question)) {
    const stories = await listStories(tx, page, context)
    for (const dossier of page) yield { dossier, story: stories.get(dossier.dossier_id) ?? NO_STORY }
  }
}
