import { diffProcessVersions, type Process, type ProcessDiff, totalMinutes } from '@motcua/core/process/process.ts'
import type { LocalDate } from '@motcua/core/kernel/instant.ts'
import { CommandRefused } from '../platform/command-line.ts'
import { DataRefused, loadDataWith } from '../rulebook/rulebook.ts'

export type DiffQuestion = { readonly id: string; readonly from: number; readonly to: number }
export type DiffSide = {
  readonly version: number
  readonly effectiveFrom: LocalDate
  readonly source: string
  /** Working minutes of all steps that have a time. */
  readonly minutes: number
}
export type FoundDiff = ProcessDiff & {
  readonly process: { readonly id: string; readonly name: string }
  readonly from: DiffSide
  readonly to: DiffSide
}

type Sources = { readonly folder: string; readonly files: readonly string[] }

/** Throws a refusal that names the processes or versions there are. */
export async function findDiff({ id, from, to }: DiffQuestion, { folder, files }: Sources): Promise<FoundDiff> {
  const data = await loadDataWith(folder, files)
  if (data.kind === 'refused') throw new CommandRefused(new DataRefused(folder, data.problems).message)
  const processes = data.records.flatMap((record) => (record.kind === 'process' ? [record.body] : []))
  const process = processes.find((each) => each.id === id)
  if (process === undefined) {
    const ids = processes.map((each) => each.id).toSorted()
    throw new CommandRefused(`Không có quy trình "${id}". Các quy trình: ${ids.join(', ')}.`)
  }
  const [before, after] = [getVersion(process, from), getVersion(process, to)]
  return {
    process: { id, name: process.name },
    from: sideOf(before),
    to: sideOf(after),
    ...diffProcessVersions(before, after),
  }
}

type Version = Process['versions'][number]

function getVersion({ id, versions }: Process, number: number): Version {
  const found = versions.find((each) => each.version === number)
  if (found !== undefined) return found
  const numbers = versions.map((each) => each.version).join(', ')
  throw new CommandRefused(`Quy trình "${id}" không có phiên bản ${number}. Các phiên bản: ${numbers}.`)
}

function sideOf(version: Version): DiffSide {
  const { effectiveFrom, source } = version
  return { version: version.version, effectiveFrom, source, minutes: totalMinutes(version) }
}
