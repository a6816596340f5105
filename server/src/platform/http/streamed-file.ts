import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { type CellValue, writeXlsxStream } from 'hucre'
import { writeCsvStream } from 'hucre/csv'
import type { FastifyReply } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { type Tx, withTransaction } from '../database.ts'
import { attachment } from './attachment.ts'
import { PROBLEM_ANSWER } from './route.ts'

export const FILE_KINDS = ['xlsx', 'csv'] as const
export type FileKind = (typeof FILE_KINDS)[number]

const CONTENT_TYPE = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<FileKind, string>
export type ListHead = { readonly header: string; readonly width: number }
/** Moments are dates in a workbook, words in a CSV: whoever gives the rows knows the kind. */
export type FileList = {
  readonly name: string
  readonly heads: readonly ListHead[]
  readonly rows: AsyncIterable<CellValue[]>
}

/** A list as a file, made of its rows while it is being read. */
export function listFile(kind: FileKind, { name, heads, rows }: FileList): globalThis.ReadableStream<Uint8Array> {
  if (kind === 'csv') {
    return writeCsvStream(rows, {
      headers: heads.map(({ header }) => header),
      bom: true,
      lineSeparator: '\r\n',
      // A cell that opens with = + - @ would be worked out as a formula.
      escapeFormulae: true,
    })
  }
  return writeXlsxStream(rows, { name, columns: heads.map((head) => ({ ...head })), freezePane: { rows: 1 } })
}

/** Written as it is taken, within one transaction; both end together. */
export function streamInTransaction(
  pool: pg.Pool,
  write: (tx: Tx) => globalThis.ReadableStream<Uint8Array>,
): PassThrough {
  const file = new PassThrough()
  withTransaction(pool, (tx) => pipeline(Readable.fromWeb(write(tx) as ReadableStream), file)).catch((error: unknown) =>
    file.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return file
}

type Streamed = { readonly kind: FileKind; readonly name: string; readonly file: PassThrough }

/** Until its first bytes are there, what goes wrong can still be answered as a problem. */
export async function sendStreamed(reply: FastifyReply, { kind, name, file }: Streamed): Promise<FastifyReply> {
  await once(file, 'readable')
  return offerFile(reply, kind, name).send(file)
}

/** As a file to be kept, under its Vietnamese name. */
export function offerFile(reply: FastifyReply, kind: FileKind, name: string): FastifyReply {
  return reply.header('content-disposition', attachment(`${name}.${kind}`)).type(CONTENT_TYPE[kind])
}

export function fileAnswers(kind: FileKind) {
  return {
    200: { description: 'The file', content: { [CONTENT_TYPE[kind]]: { schema: Type.Any() } } },
    '4xx': PROBLEM_ANSWER,
    '5xx': PROBLEM_ANSWER,
  } as const
}
