import { groupBy } from '../kernel/group.ts'
import { type LocalDate, plusDays } from '../kernel/instant.ts'
import {
  type Findings,
  isBackwards,
  listRepeats,
  overlap,
  problem,
  type RecordProblem,
} from '../kernel/record-problem.ts'
import { figureCatalogue, type FigureCatalogue } from './figure-catalogue.ts'
import type { FigureDefinition, FigureIdentity, Measure, ReportForm } from './figure-record.ts'
import { FACT_TEXTS } from './condition.ts'
import { isCounted } from './counted-procedure.ts'
import { proveIdentity } from './prove-identity.ts'

type Checked = { readonly figures: Findings; readonly forms: Findings }

/**
 * What figures and forms mean together: who names a figure finds it on every day of his own validity, nothing lies
 * within itself, and each identity is true by construction. Whatever is not does not load.
 */
export function checkFigures(figures: readonly FigureDefinition[], forms: readonly ReportForm[]): Checked {
  const known = groupBy(figures, ({ id }) => id)
  const referring = figures.flatMap((figure) => [
    ...namedBy(figure).flatMap((reference) => referenceProblems(figure, reference, known)),
    ...circleProblems(figure, known),
  ])
  const named = forms.flatMap((form) => namesOf(form).flatMap((reference) => referenceProblems(form, reference, known)))
  const figureProblems = [...versionProblems(figures), ...referring]
  const formProblems = [
    ...versionProblems(forms),
    ...forms.flatMap(ownProblems),
    ...forms.flatMap((form) => procedureRowProblems(form, known)),
    ...named,
  ]
  // Whether an identity holds can only be asked of figures that refer to each other properly.
  const isWhole = figureProblems.length === 0 && formProblems.length === 0
  const identities = isWhole ? identityProblems(forms, figures) : []
  return { figures: refuse(figureProblems), forms: refuse([...formProblems, ...identities]) }
}

type Dated = Pick<ReportForm, 'id' | 'version' | 'validFrom' | 'validTo'>

/** Of several versions the one that is wrong. */
const nameOf = ({ id, version }: Dated): string => `${id}@${version}`

function versionProblems(records: readonly Dated[]): readonly RecordProblem[] {
  return records.flatMap((record, index) => {
    const span = { from: record.validFrom, to: record.validTo }
    if (isBackwards(span)) return [problem(nameOf(record), 'validTo', 'ngày hết hiệu lực phải sau ngày có hiệu lực')]
    const clash = records
      .slice(0, index)
      .find(({ id, validFrom, validTo }) => id === record.id && overlap(span, { from: validFrom, to: validTo }))
    if (clash === undefined) return []
    return [
      problem(nameOf(record), 'validFrom', `có hiệu lực trùng thời gian với phiên bản ${clash.version}; hãy sửa ngày`),
    ]
  })
}

/** dossiers: a figure that counts dossiers; numbers: one that counts dossiers or procedures; any: whatever it is. */
type Reference = { readonly id: string; readonly path: string; readonly needs: 'dossiers' | 'numbers' | 'any' }

function namedBy({ measure }: FigureDefinition): readonly Reference[] {
  if (measure.is === 'ratio') {
    return [
      { id: measure.numerator, path: 'measure.numerator', needs: 'numbers' },
      { id: measure.denominator, path: 'measure.denominator', needs: 'numbers' },
    ]
  }
  if (measure.is === 'procedures') {
    return measure.used === null ? [] : [{ id: measure.used.figure, path: 'measure.used.figure', needs: 'dossiers' }]
  }
  const isWithin = measure.is === 'count' && measure.within !== null
  return isWithin ? [{ id: measure.within, path: 'measure.within', needs: 'dossiers' }] : []
}

function namesOf(form: ReportForm): readonly Reference[] {
  return [
    { id: form.counted, path: 'counted', needs: 'dossiers' },
    ...form.columns.map(
      ({ figure }, index): Reference => ({ id: figure, path: `columns[${index}].figure`, needs: 'any' }),
    ),
    ...form.besides.map((id, index): Reference => ({ id, path: `besides[${index}]`, needs: 'any' })),
    ...form.identities.flatMap(({ whole, parts }, index) =>
      [whole, ...parts].map((id): Reference => ({ id, path: `identities[${index}]`, needs: 'numbers' })),
    ),
  ]
}

function referenceProblems(
  from: Dated,
  { id, path, needs }: Reference,
  known: ReadonlyMap<string, readonly FigureDefinition[]>,
): readonly RecordProblem[] {
  const versions = known.get(id)
  if (versions === undefined) return [problem(nameOf(from), path, `không có số liệu "${id}"`)]
  if (!covers(versions, from)) {
    return [problem(nameOf(from), path, `số liệu "${id}" không có hiệu lực suốt thời gian này; hãy nối liền thời gian`)]
  }
  if (needs === 'any' || versions.every(({ measure }) => measure.is === 'count')) return []
  const what = needs === 'numbers' ? 'hồ sơ, cũng không đếm thủ tục' : 'hồ sơ'
  if (needs === 'numbers' && versions.every(({ measure }) => measure.is === 'procedures')) return []
  return [problem(nameOf(from), path, `số liệu "${id}" không đếm ${what} nên không dùng được ở đây`)]
}

/** Whether some version is in force on each day of the span. */
function covers(versions: readonly Dated[], { validFrom, validTo }: Dated): boolean {
  let day: LocalDate | null = validFrom
  for (const version of versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (day === null || version.validFrom > day) break
    if (version.validTo === null) return true
    if (version.validTo >= day) day = plusDays(version.validTo, 1)
  }
  return day !== null && validTo !== null && day > validTo
}

function circleProblems(
  figure: FigureDefinition,
  known: ReadonlyMap<string, readonly FigureDefinition[]>,
): readonly RecordProblem[] {
  const reached = new Set<string>()
  let front: readonly string[] = namedBy(figure).map(({ id }) => id)
  while (front.length > 0) {
    for (const id of front) reached.add(id)
    front = front
      .flatMap((id) => known.get(id) ?? [])
      .flatMap((each) => namedBy(each).map(({ id }) => id))
      .filter((id) => !reached.has(id))
  }
  return reached.has(figure.id) ? [problem(nameOf(figure), 'measure', 'được tính từ chính nó; hãy bỏ vòng lặp')] : []
}

/** By these rows each procedure lies in one of them, so that they add up. */
const PROCEDURE_ROWS: readonly string[] = ['field', 'procedure']

function procedureRowProblems(
  form: ReportForm,
  known: ReadonlyMap<string, readonly FigureDefinition[]>,
): readonly RecordProblem[] {
  const ids = [...form.columns.map(({ figure }) => figure), ...form.besides]
  const countsProcedures = ids.some((id) => known.get(id)?.some(({ measure }) => measure.is === 'procedures'))
  const unfit = form.rows.filter((row) => !PROCEDURE_ROWS.includes(row))
  if (!countsProcedures || unfit.length === 0) return []
  return [problem(nameOf(form), 'rows', `mẫu đếm thủ tục chỉ chia hàng theo: ${PROCEDURE_ROWS.join(', ')}`)]
}

function ownProblems(form: ReportForm): readonly RecordProblem[] {
  const columns = form.columns.map(({ figure }) => figure)
  const numbers = form.columns.flatMap(({ number }) => (number === null ? [] : [String(number)]))
  return [
    ...(columns.length === 0 ? [problem(nameOf(form), 'columns', 'phải có ít nhất một cột')] : []),
    ...(form.rows.length === 0 ? [problem(nameOf(form), 'rows', 'phải có ít nhất một cách chia hàng')] : []),
    ...listRepeats([...columns, ...form.besides]).map(({ value }) =>
      problem(nameOf(form), 'columns', `số liệu "${value}" đứng hai lần`),
    ),
    ...listRepeats(numbers).map(({ value }) => problem(nameOf(form), 'columns', `số cột (${value}) dùng hai lần`)),
  ]
}

/** On each day from which any of them reads otherwise. */
function identityProblems(
  forms: readonly ReportForm[],
  figures: readonly FigureDefinition[],
): readonly RecordProblem[] {
  const catalogue = figureCatalogue(figures, forms)
  return forms.flatMap((form) => {
    const days = new Set([form.validFrom, ...figures.map(({ validFrom }) => validFrom).filter(within(form))])
    return form.identities.flatMap((identity, index) => {
      const faults = [...days].flatMap((day) => findIdentityFault(identity, day, catalogue) ?? [])
      return faults.slice(0, 1).map((fault) => problem(nameOf(form), `identities[${index}]`, fault))
    })
  })
}

const within =
  ({ validFrom, validTo }: Dated) =>
  (day: LocalDate): boolean =>
    day > validFrom && (validTo === null || day <= validTo)

function findIdentityFault(
  { whole, parts }: FigureIdentity,
  date: LocalDate,
  catalogue: FigureCatalogue,
): string | null {
  const text = `đẳng thức ${whole} = ${parts.join(' + ')}`
  const ids = [whole, ...parts]
  const conditions = ids.flatMap((id) => catalogue.countedFigureAt(id, date)?.condition ?? [])
  const procedures = ids.flatMap((id) => {
    const measure = catalogue.figureAt(id, date)?.measure
    return measure?.is === 'procedures' ? [measure] : []
  })
  if (procedures.length > 0 && conditions.length > 0) return `${text} cộng hồ sơ với thủ tục`
  const [set, ...sets] = procedures
  if (set !== undefined) return isPartition(set, sets) ? null : `${text} không phải lúc nào cũng đúng`
  const [first, ...others] = conditions
  if (first === undefined) return null
  const proof = proveIdentity(first, others)
  switch (proof.kind) {
    case 'holds':
      return null
    case 'tooLarge':
      return `${text} có quá nhiều trường hợp để chứng minh; hãy tách thành các đẳng thức nhỏ hơn`
    case 'fails': {
      const { fact, parts: counted } = proof.example
      const how = counted === 0 ? 'không phần nào đếm' : `${counted} phần cùng đếm`
      return `${text} không phải lúc nào cũng đúng: có hồ sơ ${how} (${JSON.stringify(fact)})`
    }
  }
}

type ProcedureMeasure = Extract<Measure, { readonly is: 'procedures' }>

/** Whether each procedure of the whole is one of exactly one part, however it is offered and whatever is filed for it. */
function isPartition(whole: ProcedureMeasure, parts: readonly ProcedureMeasure[]): boolean {
  const figures = [...new Set([whole, ...parts].flatMap(({ used }) => used?.figure ?? []))]
  const cases = FACT_TEXTS.onlineLevel.flatMap((level) =>
    Array.from({ length: 2 ** figures.length }, (_, bits) => ({
      level,
      uses: (figure: string) => ((bits >> figures.indexOf(figure)) & 1) === 1,
    })),
  )
  return cases.every((each) => {
    const counted = parts.filter((part) => isCounted(part, each)).length
    return counted === (isCounted(whole, each) ? 1 : 0)
  })
}

function refuse(problems: readonly RecordProblem[]): Findings {
  return { problems, warnings: [] }
}
