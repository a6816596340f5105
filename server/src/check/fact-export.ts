import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoredFact } from './check.store.ts'
import { type Duck, EXPORTED_COLUMNS, openDuck } from './duck-recount.ts'

/** Facts on their way out of the database, page by page, to be counted by another engine. */
export type FactExport = {
  readonly add: (facts: readonly StoredFact[]) => Promise<void>
  /** All are there. */
  readonly finish: () => Promise<void>
  readonly count: (question: Parameters<Duck['count']>[1]) => ReturnType<Duck['count']>
  /** Removes the files. */
  readonly close: () => Promise<void>
}

export async function openFactExport(): Promise<FactExport> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-export-'))
  const [csv, parquet] = [join(folder, 'facts.csv'), join(folder, 'facts.parquet')]
  const stream = createWriteStream(csv)
  const duck = await openDuck()
  stream.write(`${EXPORTED_COLUMNS.map(([name]) => name).join(',')}\n`)
  return {
    add: async (facts) => {
      if (facts.length > 0 && !stream.write(facts.map(lineOf).join(''))) await once(stream, 'drain')
    },
    finish: async () => {
      stream.end()
      await once(stream, 'finish')
      await duck.toParquet(csv, parquet)
    },
    count: (question) => duck.count(parquet, question),
    close: async () => {
      stream.destroy()
      duck.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function lineOf(fact: StoredFact): string {
  return `${EXPORTED_COLUMNS.map(([name, type]) => textOf(fact[name], type)).join(',')}\n`
}

/** Absent is nothing between two commas; an empty text is quoted, so that the two stay apart. */
function textOf(value: unknown, type: (typeof EXPORTED_COLUMNS)[number][1]): string {
  if (value === null || value === undefined) return ''
  if (type === 'TIMESTAMPTZ') return Number.isFinite(value) ? new Date(Number(value)).toISOString() : 'infinity'
  return type === 'VARCHAR' ? `"${String(value).replaceAll('"', '""')}"` : String(value)
}
