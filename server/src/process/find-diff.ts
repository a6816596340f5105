import {
  diffProcessVersions,
  type ProcessDiff,
  type ProcessVersion,
  totalMinutes,
} from '@motcua/core/process/process.ts'
import type { LocalDate } from '@motcua/core/kernel/instant.ts'
import { CommandRefused } from '../platform/command-line.ts'
import { DataRefused, loadDataWith } from '../rulebook/rulebook.ts'
import { getProcess, getVersion } from './exchange-bpmn.ts'

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
  const process = getProcess(processes, id)
  const [before, after] = [getVersion(process, from), getVersion(process, to)]
  return {
    process: { id, name: process.name },
    from: sideOf(before),
    to: sideOf(after),
    ...diffProcessVersions(before, after),
  }
}

function sideOf(version: ProcessVersion): DiffSide {
  const { effectiveFrom, source } = version
  return { version: version.version, effectiveFrom, source, minutes: totalMinutes(version) }
}
