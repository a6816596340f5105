import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Process, ProcessVersion } from '@motcua/core/process/process.ts'
import { CommandRefused } from '../platform/command-line.ts'
import { DataRefused, loadData } from '../rulebook/rulebook.ts'
import { checkProcesses } from './check-processes.ts'
import { readBpmn } from './read-bpmn.ts'
import { writeBpmn } from './write-bpmn.ts'

export type ExportQuestion = {
  readonly id: string
  /** Null: the newest. */
  readonly version: number | null
  readonly folder: string
}

/** The BPMN document of one version. Throws a refusal that names the processes or versions there are. */
export async function exportBpmn({ id, version, folder }: ExportQuestion): Promise<string> {
  const data = await loadData(folder)
  if (data.kind === 'refused') throw new CommandRefused(new DataRefused(folder, data.problems).message)
  const process = getProcess(
    data.records.flatMap((record) => (record.kind === 'process' ? [record.body] : [])),
    id,
  )
  return writeBpmn(process, version === null ? newestOf(process) : getVersion(process, version))
}

export type ImportedBpmn = {
  /** A file of the data folder: `{ "kind": "process", "records": [ … ] }`. */
  readonly text: string
  /** What is missing in the document, then what the check of loading says. Empty: the process can be used. */
  readonly problems: readonly string[]
  readonly warnings: readonly string[]
}

/** Throws a refusal where the file is no BPMN at all; anything else gives a draft that somebody can complete. */
export async function importBpmn(path: string, folder: string): Promise<ImportedBpmn> {
  const draft = await readBpmn(await readText(path))
  if ('refused' in draft) throw new CommandRefused(`Không nhập được ${path}: ${draft.refused}.`)
  const text = `${JSON.stringify({ kind: 'process', records: [draft.record] }, null, 2)}\n`
  const missing = draft.findings.map(({ place, reason }) => (place === '' ? reason : `${place}: ${reason}`))
  if (missing.length > 0) return { text, problems: missing, warnings: [] }
  const { problems, warnings } = await checkedAsFile(text, folder)
  return { text, problems: problems.map(lineOf), warnings: warnings.map(lineOf) }
}

type Placed = { readonly place: string; readonly reason: string }
const lineOf = ({ place, reason }: Placed): string => `${place}: ${reason}`

/** By the very check of `process check`, with the record in the place of the folder's. */
async function checkedAsFile(text: string, folder: string) {
  const home = await mkdtemp(join(tmpdir(), 'motcua-bpmn-'))
  try {
    const file = join(home, 'process.json')
    await writeFile(file, text)
    return await checkProcesses(folder, [file])
  } finally {
    await rm(home, { recursive: true })
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new CommandRefused(`Không đọc được tệp ${path}. Hãy kiểm tra đường dẫn và quyền đọc.`)
  }
}

export function getProcess(processes: readonly Process[], id: string): Process {
  const process = processes.find((each) => each.id === id)
  if (process !== undefined) return process
  const ids = processes.map((each) => each.id).toSorted()
  throw new CommandRefused(`Không có quy trình "${id}". Các quy trình: ${ids.join(', ')}.`)
}

export function getVersion({ id, versions }: Process, number: number): ProcessVersion {
  const found = versions.find((each) => each.version === number)
  if (found !== undefined) return found
  const numbers = versions.map((each) => each.version).join(', ')
  throw new CommandRefused(`Quy trình "${id}" không có phiên bản ${number}. Các phiên bản: ${numbers}.`)
}

function newestOf({ id, versions }: Process): ProcessVersion {
  const [newest] = versions.toSorted((a, b) => b.version - a.version)
  if (newest === undefined) throw new CommandRefused(`Quy trình "${id}" chưa có phiên bản nào.`)
  return newest
}
