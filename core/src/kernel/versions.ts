import { isBackwards, overlap, problem, type RecordProblem } from './record-problem.ts'
import type { LocalDate } from './instant.ts'

type Version = { readonly version: number; readonly effectiveFrom: LocalDate; readonly effectiveTo: LocalDate | null }

/** Versions of one record: numbered once each, in order of time, and never two in force on one day. */
export function checkVersions(id: string, versions: readonly Version[]): readonly RecordProblem[] {
  if (versions.length === 0) return [problem(id, 'versions', 'phải có ít nhất một phiên bản')]
  return versions.flatMap((version, index) => {
    const found: RecordProblem[] = []
    const place = `versions[${index}]`
    const earlier = versions.slice(0, index)
    if (isBackwards(spanOf(version))) {
      found.push(problem(id, `${place}.effectiveTo`, 'ngày hết hiệu lực phải sau ngày có hiệu lực'))
    }
    if (earlier.some((other) => other.version >= version.version)) {
      found.push(
        problem(id, `${place}.version`, `số phiên bản ${version.version} phải lớn hơn các phiên bản ghi trước`),
      )
    }
    const clash = earlier.find((other) => overlap(spanOf(other), spanOf(version)))
    if (clash !== undefined) {
      const reason = `phiên bản ${version.version} có hiệu lực trùng thời gian với phiên bản ${clash.version}; hãy sửa ngày`
      found.push(problem(id, `${place}.effectiveFrom`, reason))
    }
    return found
  })
}

function spanOf(version: Version) {
  return { from: version.effectiveFrom, to: version.effectiveTo }
}
