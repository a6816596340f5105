import { readdirSync, readFileSync } from 'node:fs'
import { localDate } from '../src/kernel/instant.ts'
import type { FormInForce } from '../src/figure/figure.ts'
import { compileRulebook, isRecordKind, parseRecord, type RulebookRecord } from '../src/rulebook/rulebook.ts'

const DATA = new URL('../../data/', import.meta.url)

/** The definitions that ship with the product. */
export const FIGURE_RECORDS: readonly RulebookRecord[] = ['figures', 'report-forms', 'periods'].flatMap((part) =>
  readdirSync(new URL(part, DATA)).flatMap((name) => {
    const { kind, records } = JSON.parse(readFileSync(new URL(`${part}/${name}`, DATA), 'utf8'))
    if (!isRecordKind(kind)) throw new Error(`${name} holds ${kind}`)
    return records.map((each: unknown) => {
      const parsed = parseRecord(kind, each)
      if (parsed.kind === 'refused') throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`)
      return parsed.record
    })
  }),
)

/** A shipped form as it stands in 2024. */
export function shippedForm(id: string): FormInForce {
  const form = compileRulebook(FIGURE_RECORDS).formAt(id, localDate('2024-06-30'))
  if (form === undefined) throw new Error(`no form ${id}`)
  return form
}
