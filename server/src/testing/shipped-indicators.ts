import { readFileSync } from 'node:fs'
import { aRulebook } from '@motcua/core/test/a-rulebook.ts'
import { parseRecord, type Rulebook, type RulebookRecord } from '@motcua/core/rulebook/rulebook.ts'

const FILE = new URL('../../../data/indicator-sets/766.json', import.meta.url)

/** The small province of the tests, assessed by the indicator sets that are shipped. */
export function rulebookWithIndicators(): Rulebook {
  const { records }: { readonly records: readonly unknown[] } = JSON.parse(readFileSync(FILE, 'utf8'))
  const also = records.map((json): RulebookRecord => {
    const parsed = parseRecord('indicatorSet', json)
    if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems))
    return parsed.record
  })
  return aRulebook({ also })
}
