import type { RulebookRecord } from '@motcua/core/rulebook/rulebook.ts'
import { type DataProblem, loadDataWith } from '../rulebook/rulebook.ts'

export type CheckedProcesses = {
  readonly processes: number
  readonly steps: number
  readonly problems: readonly DataProblem[]
  readonly warnings: readonly DataProblem[]
}

/**
 * Processes by the rules by which they are loaded, together with the procedures that use them and the officers who
 * must do their steps. With files only what concerns the processes in them is counted and warned of.
 */
export async function checkProcesses(folder: string, files: readonly string[]): Promise<CheckedProcesses> {
  const data = await loadDataWith(folder, files)
  if (data.kind === 'refused') return { processes: 0, steps: 0, problems: data.problems, warnings: [] }
  const asked = (files.length === 0 ? data.records : data.others).flatMap((record) =>
    record.kind === 'process' ? [record.body] : [],
  )
  if (asked.length === 0) {
    const reason =
      'không có quy trình nào trong các tệp này; tệp quy trình có dạng { "kind": "process", "records": […] }'
    return { processes: 0, steps: 0, problems: [{ file: files.join(', '), place: '', reason }], warnings: [] }
  }
  const ids = new Set(asked.map((each) => each.id))
  const versions = asked.flatMap((each) => each.versions)
  return {
    processes: asked.length,
    steps: versions.reduce((sum, each) => sum + each.steps.length, 0),
    problems: [],
    warnings: data.warnings.filter(({ place }) => ids.has(processAt(place, data.records) ?? '')),
  }
}

const OF_PROCESS = /^records\[\d+\] \(([^)]+)\)\.versions\[\d+\]\.steps\b/
const USE_OF_PROCESS = /^records\[\d+\] \(([^)]+)\)\.versions\[(\d+)\]\.cases\[(\d+)\]\.process$/

/** The process of which a place in the data tells: a step of its own, or a case of a procedure that uses it. */
function processAt(place: string, records: readonly RulebookRecord[]): string | undefined {
  const own = OF_PROCESS.exec(place)
  if (own !== null) return own[1]
  const use = USE_OF_PROCESS.exec(place)
  if (use === null) return undefined
  const procedure = records.flatMap((each) =>
    each.kind === 'procedure' && each.body.code === use[1] ? [each.body] : [],
  )
  return procedure[0]?.versions[Number(use[2])]?.cases[Number(use[3])]?.process
}
