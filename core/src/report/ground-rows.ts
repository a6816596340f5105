import { type Condition, type FormInForce, UNCLASSIFIED } from '../figure/figure.ts'
import type { CountedGroup } from './dimension.ts'

/**
 * Rows by ground. A dossier that was asked to be completed on one ground and turned back on another has two: figures
 * that count only what was asked to be completed put it into the row of the last request, all others into that on which
 * it was turned back, or, where it was not, into that of the last request. Without either the row is the empty one.
 *
 * Facts come grouped by both, `ending|supplement`; either is `unclassified` where no ground was named, and empty where
 * there was nothing to name one for.
 */
export function splitByGround({ key, counts }: CountedGroup, form: FormInForce): readonly CountedGroup[] {
  const [ending = '', supplement = ''] = key.split('|')
  if (ending === '' || ending === supplement) return [{ key: supplement, counts }]
  const ofSupplements = form.counted.filter(({ condition }) => isOfSupplements(condition))
  const asked = Object.fromEntries(ofSupplements.map(({ definition: { id } }) => [id, counts[id] ?? 0]))
  const others = Object.fromEntries(Object.entries(counts).filter(([id]) => !Object.hasOwn(asked, id)))
  const isAsked = Object.values(asked).some((count) => count > 0)
  return [{ key: ending, counts: others }, ...(isAsked ? [{ key: supplement, counts: asked }] : [])]
}

/** Whether it holds for nothing but dossiers that were asked to be completed. */
export function isOfSupplements(condition: Condition): boolean {
  switch (condition.is) {
    case 'all':
      return condition.of.some(isOfSupplements)
    case 'any':
      return condition.of.length > 0 && condition.of.every(isOfSupplements)
    case 'atLeast':
      return condition.what === 'supplements' && condition.count > 0
    case 'oneOf':
      return condition.what === 'pauseGround' && condition.values.every((ground) => ground === 'supplement')
    default:
      return false
  }
}

const NAMES: Readonly<Record<string, string>> = {
  [UNCLASSIFIED]: 'Chưa phân loại',
  '': 'Không bổ sung, không trả lại',
}

export function groundRowName(id: string, catalogued: string | undefined): string {
  return NAMES[id] ?? catalogued ?? id
}

/** What nobody classified comes after the grounds, what needs none last. */
export function groundRank(id: string): number {
  if (id === UNCLASSIFIED) return 1
  return id === '' ? Number.MAX_SAFE_INTEGER : 0
}
