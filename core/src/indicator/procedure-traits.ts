import type { LocalDate } from '../kernel/instant.ts'
import type { ProcedureVersion } from '../procedure/procedure.ts'
import type { ProcedureInForce } from './assessed-scope.ts'
import type { ProcedureTrait } from './indicator-set.ts'

export function hasTrait({ procedure, version }: ProcedureInForce, trait: ProcedureTrait, on: LocalDate): boolean {
  switch (trait) {
    case 'online':
      return version.onlineLevel !== 'none'
    case 'fee':
      return hasFee(version, on)
    case 'wholeContent':
      return missingParts({ procedure, version }).length === 0
  }
}

/** Có nghĩa vụ tài chính: some fee line that is in force on the day and not nought. */
function hasFee({ cases }: ProcedureVersion, on: LocalDate): boolean {
  return cases.some(({ fees }) =>
    fees.some(({ amount, validFrom, validTo }) => amount > 0 && validFrom <= on && (validTo === null || on <= validTo)),
  )
}

/** Which of the seven parts (NĐ 63/2010 Điều 8 khoản 2 a–g) a published procedure lacks. */
export function missingParts({ procedure, version }: ProcedureInForce): readonly string[] {
  const { cases } = version
  const inAllCases = (holds: (each: ProcedureVersion['cases'][number]) => boolean): boolean =>
    cases.length > 0 && cases.every(holds)
  const parts: readonly (readonly [name: string, there: boolean])[] = [
    ['tên thủ tục', version.name !== ''],
    ['trình tự thực hiện', version.steps.length > 0],
    ['cách thức thực hiện', inAllCases(({ terms }) => terms.some(({ channels }) => channels.length > 0))],
    ['thành phần, số lượng hồ sơ', inAllCases(({ documents }) => documents.length > 0)],
    ['thời hạn giải quyết', inAllCases(({ terms }) => terms.length > 0)],
    ['đối tượng thực hiện', version.audience.length > 0],
    ['cơ quan giải quyết', procedure.levels.length > 0],
  ]
  return parts.filter(([, there]) => !there).map(([name]) => name)
}
