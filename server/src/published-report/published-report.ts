import { actorKey } from '@motcua/core/access/access.ts'
import type { Actor } from '@motcua/core/access/actor.ts'
import { canonicalJson, type Json } from '@motcua/core/kernel/canonical-json.ts'
import { type Instant, instant, parseInstant, toIso } from '@motcua/core/kernel/instant.ts'
import type { ReportDocument } from '@motcua/core/narrative/narrative.ts'
import type { PublishedContent } from '@motcua/core/published-report/published-report.ts'
import type { Period, ReportScope } from '@motcua/core/report/report.ts'
import type { Services } from '../services.ts'
import { type Tx, withTransaction } from '../platform/database.ts'
import { usualAsOf } from '../report/report.ts'
import { countTables, type WantedTable } from './count-tables.ts'
import { contentHash, NO_PUBLICATION, publicationHash } from './publication-hash.ts'
import {
  findPublication,
  insertPublication,
  lockLastPublication,
  type StoredPublication,
} from './published-report.store.ts'

export { PublishedReportSchema } from './published-report-schema.ts'
export { publishedView } from './published-view.ts'
export { DocumentSchema } from './document-schema.ts'
export { DOCUMENT_KINDS, documentAnswers, sendReport } from './send-report.ts'
export { mayPublish } from './may-publish.ts'
export { countTables, type TableQuestion, type WantedTable } from './count-tables.ts'
export { type PublicationFault, verifyPublications } from './verify-publications.ts'

/** A published report as it was stored. */
export type PublishedReport = {
  readonly number: number
  readonly publishedAt: Instant
  readonly publishedByName: string
  readonly content: PublishedContent
  readonly contentHash: string
  readonly hash: string
  readonly previousHash: string
}

export type Publishing = {
  readonly scope: ReportScope
  readonly period: Period
  /** Null: now, or the end of the period where that is earlier; with corrections always now. */
  readonly asOf: Instant | null
  /** Whether times count as they were put right. */
  readonly corrections?: boolean
  readonly tables: readonly WantedTable[]
  readonly title: string
  readonly by: Actor
  /** The text that goes with the tables, filled as of the same instant; null for tables alone. */
  readonly document: ReportDocument | null
}

type World = Pick<Services, 'pool' | 'rulebook' | 'now'>

/** Counts once more, of one moment, and keeps the answer for ever. The facts must have come far enough: who asks waits first. */
export async function publishReport(
  world: World,
  publishing: Publishing,
  /** What must become true with it, or nothing does. */
  alongside: (tx: Tx, number: number) => Promise<void> = () => Promise.resolve(),
): Promise<PublishedReport> {
  const content = await countContent(world, publishing)
  return withTransaction(world.pool, async (tx) => {
    const published = await keepPublication(tx, content, { at: world.now(), by: publishing.by })
    await alongside(tx, published.number)
    return published
  })
}

async function countContent(world: World, publishing: Publishing): Promise<PublishedContent> {
  const { scope, period, title, corrections = false } = publishing
  const now = world.now()
  const asOf = instant(Math.min(publishing.asOf ?? usualAsOf(period, corrections, now), now))
  const question = { scope, period, asOf, now, corrections, rulebook: world.rulebook() }
  // All tables from one state of the facts.
  const counted = await withTransaction(world.pool, async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    return countTables(tx, question, publishing.tables)
  })
  return {
    title,
    scope: { id: scope.id, name: scope.name, kind: scope.kind },
    period,
    asOf: toIso(asOf),
    corrections,
    document: publishing.document,
    ...counted,
  }
}

/** Chains the content to the last published report, within the caller's transaction. */
async function keepPublication(
  tx: Tx,
  content: PublishedContent,
  { at, by }: { readonly at: Instant; readonly by: Actor },
): Promise<PublishedReport> {
  const last = await lockLastPublication(tx)
  const text = canonicalJson(content as unknown as Json)
  const number = (last?.number ?? 0) + 1
  const previous = last?.hash ?? NO_PUBLICATION
  const bytes = contentHash(text)
  const chained = { previous, number, at, by: actorKey(by), byName: by.name, content: bytes }
  const stored: StoredPublication = {
    number,
    published_at: at,
    published_by: chained.by,
    published_by_name: by.name,
    title: content.title,
    scope_id: content.scope.id,
    begins_on: content.period.from,
    ends_on: content.period.to,
    as_of_at: parseInstant(content.asOf),
    content: text,
    content_hash: bytes,
    previous_hash: previous,
    hash: publicationHash(chained),
  }
  await insertPublication(tx, stored)
  return publishedReport(stored)
}

/** Undefined where no report bears the number. */
export async function findPublishedReport(world: World, number: number): Promise<PublishedReport | undefined> {
  const stored = await findPublication(world.pool, number)
  return stored === undefined ? undefined : publishedReport(stored)
}

export function publishedReport(stored: StoredPublication): PublishedReport {
  return {
    number: stored.number,
    publishedAt: stored.published_at,
    publishedByName: stored.published_by_name,
    content: JSON.parse(stored.content),
    contentHash: stored.content_hash.toString('hex'),
    hash: stored.hash.toString('hex'),
    previousHash: stored.previous_hash.toString('hex'),
  }
}
