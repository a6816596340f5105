import { compileRulebook, type Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { type DataProblem, loadData } from './load-data.ts'

export { type DataProblem, type LoadedData, loadData, loadDataWith } from './load-data.ts'

/** The data folder may not be used. The message lists every fault for the operator, in Vietnamese. */
export class DataRefused extends Error {
  readonly problems: readonly DataProblem[]

  constructor(folder: string, problems: readonly DataProblem[]) {
    super([`Dữ liệu trong ${folder} có ${problems.length} lỗi nên chưa được dùng:`, ...problems.map(lineOf)].join('\n'))
    this.name = 'DataRefused'
    this.problems = problems
  }
}

/** Law and organisation as shipped. Throws `DataRefused` when anything in the folder is wrong. */
export async function loadShippedRulebook(folder: string): Promise<Rulebook> {
  const data = await loadData(folder)
  if (data.kind === 'refused') throw new DataRefused(folder, data.problems)
  return compileRulebook(data.records)
}

function lineOf({ file, place, reason }: DataProblem): string {
  return `  ${[file, place].filter((part) => part !== '').join(' › ')}: ${reason}`
}
