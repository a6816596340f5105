import { checkVersions } from '../kernel/versions.ts'
import { type Findings, isBackwards, listRepeats, problem, type RecordProblem } from '../kernel/record-problem.ts'
import type { CaseTerm, FeeLine, Procedure, ProcedureCase, ProcedureVersion, Term } from './procedure.ts'

/** What a procedure may refer to. `agencies` are ids of agencies. */
type ProcedureReferences = {
  readonly agencies: ReadonlySet<string>
  readonly forms: ReadonlySet<string>
  readonly processes: ReadonlySet<string>
}

type Say = (path: string, reason: string) => void

export function checkProcedure(procedure: Procedure, references: ProcedureReferences): Findings {
  const problems: RecordProblem[] = [...checkVersions(procedure.code, procedure.versions)]
  const warnings: RecordProblem[] = []
  const say: Say = (path, reason) => problems.push(problem(procedure.code, path, reason))
  const warn: Say = (path, reason) => warnings.push(problem(procedure.code, path, reason))

  if (procedure.levels.length === 0) say('levels', 'phải ghi ít nhất một cấp giải quyết')
  for (const { value, index } of listRepeats(procedure.levels)) say(`levels[${index}]`, `cấp "${value}" ghi hai lần`)
  procedure.agencies.forEach((agency, index) => {
    if (!references.agencies.has(agency)) say(`agencies[${index}]`, `không có cơ quan "${agency}"`)
  })
  procedure.versions.forEach((version, index) => {
    checkVersion(version, `versions[${index}]`, { references, say, warn })
  })
  return { problems, warnings }
}

type Context = { readonly references: ProcedureReferences; readonly say: Say; readonly warn: Say }

function checkVersion(version: ProcedureVersion, place: string, context: Context): void {
  const { say, warn } = context
  if (version.cases.length === 0) say(`${place}.cases`, 'phải có ít nhất một trường hợp')
  for (const { value, index } of listRepeats(version.cases.map((each) => each.id))) {
    say(`${place}.cases[${index}].id`, `mã trường hợp "${value}" đã dùng ở trên`)
  }
  if (version.results.length === 0) warn(`${place}.results`, 'chưa ghi kết quả của thủ tục')
  if (version.legalBases.length === 0) warn(`${place}.legalBases`, 'chưa ghi căn cứ pháp lý')
  version.cases.forEach((each, index) => {
    checkCase(each, `${place}.cases[${index}]`, context)
    const offersOnline = each.terms.some((term) => term.channels.includes('online'))
    if (version.onlineLevel === 'none' && offersOnline) {
      say(`${place}.onlineLevel`, `trường hợp "${each.id}" nhận hồ sơ trực tuyến nhưng thủ tục ghi là không trực tuyến`)
    }
  })
}

function checkCase(each: ProcedureCase, place: string, { references, say, warn }: Context): void {
  if (!references.forms.has(each.form)) say(`${place}.form`, `không có biểu mẫu "${each.form}"`)
  if (!references.processes.has(each.process)) say(`${place}.process`, `không có quy trình "${each.process}"`)
  for (const { value, index } of listRepeats(each.documents.map((document) => document.id))) {
    say(`${place}.documents[${index}].id`, `mã giấy tờ "${value}" đã dùng ở trên`)
  }
  each.documents.forEach((document, index) => {
    const papers = document.originals + document.copies
    if (document.kind === 'note' && (papers > 0 || document.mandatory)) {
      say(`${place}.documents[${index}]`, 'lưu ý không phải là giấy tờ: số bản phải là 0 và không bắt buộc')
    }
    if (document.kind !== 'note' && papers === 0) warn(`${place}.documents[${index}]`, 'chưa ghi số bản phải nộp')
  })
  checkTerms(each.terms, place, say)
  checkFees(each, place, say)
}

function checkTerms(terms: readonly CaseTerm[], place: string, say: Say): void {
  if (terms.length === 0) say(`${place}.terms`, 'phải ghi thời hạn giải quyết cho ít nhất một cách nộp')
  const seen = new Set<string>()
  terms.forEach((term, index) => {
    const here = `${place}.terms[${index}]`
    if (term.channels.length === 0) say(`${here}.channels`, 'thời hạn phải ghi cách nộp hồ sơ')
    for (const channel of term.channels) {
      if (seen.has(channel)) say(`${here}.channels`, `cách nộp "${channel}" đã có thời hạn ở trên`)
      seen.add(channel)
    }
    checkTerm(term.legal, `${here}.legal`, say)
    if (term.committed === null) return
    checkTerm(term.committed, `${here}.committed`, say)
    if (term.committed.unit === term.legal.unit && term.committed.amount > term.legal.amount) {
      say(`${here}.committed`, 'thời hạn cam kết không được dài hơn thời hạn theo quy định')
    }
  })
}

function checkTerm(term: Term, place: string, say: Say): void {
  const counted = term.unit !== 'sameDay' && term.unit !== 'none'
  if (counted && term.amount === 0) say(`${place}.amount`, 'thời hạn phải lớn hơn 0')
  if (!counted && term.amount !== 0) say(`${place}.amount`, `đơn vị "${term.unit}" không có số lượng; hãy ghi 0`)
}

function checkFees({ fees, terms }: ProcedureCase, place: string, say: Say): void {
  const offered = new Set(terms.flatMap((term) => term.channels))
  fees.forEach((line, index) => {
    const here = `${place}.fees[${index}]`
    if (isBackwards({ from: line.validFrom, to: line.validTo })) {
      say(`${here}.validTo`, 'ngày hết hiệu lực phải sau ngày có hiệu lực')
    }
    if (line.channels.length === 0) say(`${here}.channels`, 'khoản thu phải ghi cách nộp hồ sơ')
    for (const channel of line.channels) {
      if (!offered.has(channel)) say(`${here}.channels`, `trường hợp này không nhận hồ sơ qua cách nộp "${channel}"`)
    }
    if (fees.slice(0, index).some((earlier) => isSameLine(earlier, line))) {
      say(`${here}.id`, `khoản thu "${line.id}" đã ghi cho cùng cách nộp và cùng thời gian`)
    }
  })
}

/** The same line may stand again for another channel or time, with another amount. */
function isSameLine(a: FeeLine, b: FeeLine): boolean {
  const sameTime = (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo)
  return a.id === b.id && sameTime && a.channels.some((channel) => b.channels.includes(channel))
}
