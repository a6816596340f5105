import { compareSums, type Finding, type Findings, NOTHING, type Term, type Untestable } from './finding.ts'
import { PROCEDURE_LEVELS, type ProcedureCounts, type ProcedureLevel } from './published-table.ts'

const PLACE = 'procedures'
const LABEL = 'Số thủ tục hành chính'

const LEVEL_WORDS: Readonly<Record<ProcedureLevel, string>> = {
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  commune: 'cấp xã',
  ministry: 'cấp bộ',
}

/** Those of the province's own levels: biểu II.07b adds up these three. */
const OWN_LEVELS = PROCEDURE_LEVELS.filter((level) => level !== 'ministry')

/** Counts of procedures: what is public lies in the total, and the levels add up to it unless the file says that some are shared. */
export function auditProcedures(counts: ProcedureCounts | undefined): Findings {
  if (counts === undefined) return NOTHING
  const { published, total } = counts
  const tested =
    published === undefined || total === undefined
      ? []
      : [
          compareSums({
            place: PLACE,
            label: LABEL,
            left: [{ name: 'total', words: 'tổng số', value: total }],
            relation: '≥',
            right: [{ name: 'published', words: 'đã công khai', value: published }],
          }),
        ]
  const levels = auditSum(counts)
  return { tested: [...tested, ...levels.tested], untestable: levels.untestable }
}

function auditSum(counts: ProcedureCounts): Findings {
  const wholes = (['total', 'published'] as const).flatMap((name) => {
    const value = counts[name]
    const words = name === 'total' ? 'tổng số' : 'đã công khai'
    return value === undefined ? [] : [{ name, words, value }]
  })
  const all = termsOf(PROCEDURE_LEVELS, counts)
  const own = termsOf(OWN_LEVELS, counts)
  const identity = `total = ${OWN_LEVELS.join(' + ')}`
  if (all.length === 0 || wholes.length === 0) {
    if (all.length + wholes.length === 0) return NOTHING
    return untestable(identity, all.length === 0 ? 'chưa công bố số thủ tục của từng cấp' : 'chưa công bố tổng số')
  }
  const isComplete = own.length === OWN_LEVELS.length
  // The text does not say which total the levels divide, nor whether procedures of ministries are among them.
  const readings = wholes.flatMap((whole) =>
    [all, own]
      .filter((levels) => levels.length > 0)
      .map((levels) => compareLevels({ counts, whole, levels, isComplete })),
  )
  // One that holds differs by 0.
  const tested = readings.toSorted((a, b) => a.difference - b.difference)[0]
  if (tested === undefined) return NOTHING
  if (isComplete) return { tested: [hinted(tested, counts)], untestable: [] }
  const reason = 'chưa công bố đủ các cấp; chỉ kiểm được rằng tổng không nhỏ hơn các cấp đã có'
  return { tested: [hinted(tested, counts)], untestable: untestable(identity, reason).untestable }
}

type Levels = {
  readonly counts: ProcedureCounts
  readonly whole: Term
  readonly levels: readonly Term[]
  readonly isComplete: boolean
}

/** A procedure shared by k levels is counted k − 1 times too often: at least once each, at most once for each other level. */
function compareLevels({ counts: { shared = 0 }, whole, levels, isComplete }: Levels): Finding {
  const surplus = levels.reduce((sum, { value }) => sum + value, 0) - whole.value
  const most = shared * Math.max(0, levels.filter(({ value }) => value > 0).length - 1)
  const repeated = Math.min(Math.max(surplus, Math.min(shared, most)), most)
  const left = shared === 0 ? [whole] : [whole, { name: 'shared', words: 'tính lặp ở nhiều cấp', value: repeated }]
  return compareSums({ place: PLACE, label: LABEL, left, relation: isComplete ? '=' : '≥', right: levels })
}

/** Levels that share procedures are the usual cause; it is for the publisher to say so. */
function hinted(finding: Finding, { shared }: ProcedureCounts): Finding {
  if (finding.holds || shared !== undefined || finding.right < finding.left) return finding
  const hint =
    'Nếu có thủ tục dùng chung được tính ở nhiều cấp thì bảng phải nói rõ là bao nhiêu (mục procedures.shared).'
  return { ...finding, text: `${finding.text} ${hint}` }
}

function termsOf(levels: readonly ProcedureLevel[], counts: ProcedureCounts): readonly Term[] {
  return levels.flatMap((name) => {
    const value = counts[name]
    return value === undefined ? [] : [{ name, words: LEVEL_WORDS[name], value }]
  })
}

function untestable(
  identity: string,
  reason: string,
): { readonly tested: []; readonly untestable: readonly Untestable[] } {
  return { tested: [], untestable: [{ place: PLACE, label: LABEL, identity, reason }] }
}
