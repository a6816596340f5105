import {
  type CountedFigure,
  type Edges,
  type FormInForce,
  holds,
  type ReportFact,
  type ScopeKind,
} from '../figure/figure.ts'
import { formatNumber } from '../kernel/text.ts'
import type { DossierFact } from './dossier-fact.ts'

/** Dossiers by id of figure: all that a form counts, of one row or of the whole. */
export type FigureCounts = Readonly<Record<string, number>>

/**
 * What a table shows by id of figure: numbers of dossiers, per cents with two decimals. Null: there are no data, or
 * nothing that a share could be taken of, or the figure makes no sense for the scope; never the same as 0.
 */
export type FigureValues = Readonly<Record<string, number | null>>

export function countFigures(facts: Iterable<ReportFact>, form: FormInForce, edges: Edges): FigureCounts {
  const counts: Record<string, number> = { ...emptyCounts(form) }
  for (const fact of facts) {
    for (const { definition, condition } of form.counted) {
      if (holds(condition, fact, edges)) counts[definition.id] = (counts[definition.id] ?? 0) + 1
    }
  }
  return counts
}

export function emptyCounts(form: FormInForce): FigureCounts {
  return Object.fromEntries([...form.counted, ...form.ofProcedures].map(({ definition }) => [definition.id, 0]))
}

export function addCounts(a: FigureCounts, b: FigureCounts): FigureCounts {
  return Object.fromEntries(Object.entries(a).map(([id, count]) => [id, count + (b[id] ?? 0)]))
}

/** The values of everything that the form shows, and of all that it counts besides. */
export function figureValues(form: FormInForce, counts: FigureCounts, scope: ScopeKind): FigureValues {
  const shown = form.shown.map(({ id, measure, scopes }): readonly [string, number | null] => {
    if (measure.is === 'missing' || !scopes.includes(scope)) return [id, null]
    return [id, measure.is === 'ratio' ? shareOf(counts, measure) : (counts[id] ?? 0)]
  })
  return { ...counts, ...Object.fromEntries(shown) }
}

type Sides = { readonly numerator: string; readonly denominator: string }

function shareOf(counts: FigureCounts, { numerator, denominator }: Sides): number | null {
  const whole = counts[denominator] ?? 0
  return whole === 0 ? null : Math.round(((counts[numerator] ?? 0) / whole) * 10_000) / 100
}

export type CheckedIdentity = { readonly text: string; readonly holds: boolean }

/** Tổng số tiếp nhận = Từ kỳ trước chuyển qua + Tiếp nhận trong kỳ */
export function checkFormIdentities(definition: FormInForce, counts: FigureCounts): readonly CheckedIdentity[] {
  const names = namesOf(definition)
  return definition.form.identities.map(({ whole, parts }) => ({
    text: `${names.get(whole) ?? whole} = ${parts.map((part) => names.get(part) ?? part).join(' + ')}`,
    holds: counts[whole] === parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0),
  }))
}

function namesOf({ counted, ofProcedures }: FormInForce): ReadonlyMap<string, string> {
  return new Map([...counted, ...ofProcedures].map(({ definition }) => [definition.id, definition.name]))
}

/** How the form counts where the law leaves a choice, and what each share is taken of. */
export function footnotesOf(definition: FormInForce): readonly string[] {
  const { form, shown } = definition
  const names = namesOf(definition)
  const ofFigures = shown.flatMap(({ name, note, measure }) => {
    const notes = note === null ? [] : [`${name}: ${note}`]
    if (measure.is === 'missing') return [...notes, `${name}: chưa có dữ liệu; chờ ${measure.waitsFor}.`]
    if (measure.is !== 'ratio') return notes
    const [numerator, denominator] = [names.get(measure.numerator), names.get(measure.denominator)]
    return [...notes, `${name}: tử số "${numerator}", mẫu số "${denominator}".`]
  })
  return [...form.notes, ...ofFigures]
}

/** The figure whose dossiers stand behind a number: a share has those of its numerator and of its denominator. */
export function figureBehind(
  form: FormInForce,
  id: string,
  side: 'numerator' | 'denominator',
): CountedFigure | undefined {
  const measure = form.shown.find((each) => each.id === id)?.measure
  const counted = measure?.is === 'ratio' ? measure[side] : id
  return form.counted.find(({ definition }) => definition.id === counted)
}

/** 1.234 hồ sơ, 94,16 %, or that there are no data. */
export function formatFigure(form: FormInForce, id: string, value: number | null | undefined): string {
  const measure = form.shown.find((each) => each.id === id)?.measure
  if (value === null || value === undefined) return measure?.is === 'missing' ? 'chưa có dữ liệu' : '–'
  return measure?.is === 'ratio' ? `${formatNumber(value)} %` : formatNumber(value)
}

/** The fact as it is after what was approved to be put right; the same where nothing was. */
export function withCorrections<Fact extends DossierFact>(fact: Fact): Fact {
  return {
    ...fact,
    acceptedAt: fact.correctedAcceptedAt ?? fact.acceptedAt,
    finishedAt: fact.correctedFinishedAt ?? fact.finishedAt,
    finish: fact.correctedFinish ?? fact.finish,
    returnedAt: fact.correctedReturnedAt ?? fact.returnedAt,
  }
}
