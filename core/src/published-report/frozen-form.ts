import type { FigureCatalogue, FormInForce } from '../figure/figure.ts'
import type { LocalDate } from '../kernel/instant.ts'
import { formatNumber } from '../kernel/text.ts'
import type { FrozenTable } from './published-report.ts'

/** `receivedNew@1`, as a published table names what its numbers rest on. */
export function usedFigures({ used }: FormInForce): readonly string[] {
  return used.map(({ id, version }) => `${id}@${version}`)
}

/** The definitions that a published table was counted by; undefined where one of them has left the data. */
export function frozenForm(
  { form, version, figures, definitions }: FrozenTable,
  closing: LocalDate,
  { formOf }: Pick<FigureCatalogue, 'formOf'>,
): FormInForce | undefined {
  const named = figures ?? definitions.map((each) => `${each.id}@${each.version}`)
  return formOf({ form, version, figures: versionsOf(named), date: closing })
}

/** By id, of what is named `receivedNew@1`. */
export function versionsOf(named: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    named.map((name) => {
      const at = name.lastIndexOf('@')
      return [name.slice(0, at), Number(name.slice(at + 1))] as const
    }),
  )
}

/** 1.234; 94,16 %; chưa có dữ liệu. */
export function frozenCell(
  { definitions }: Pick<FrozenTable, 'definitions'>,
  figure: string,
  value: number | null,
): string {
  const kind = definitions.find(({ id }) => id === figure)?.kind ?? 'count'
  if (value === null) return kind === 'missing' ? 'chưa có dữ liệu' : '–'
  return kind === 'ratio' ? `${formatNumber(value)} %` : formatNumber(value)
}
