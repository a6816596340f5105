import { type DossierCode, dossierCode } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/instant.ts'

/** How dossier codes are written, a dated rule: `{unit}-{yymmdd}-{serial:4}` gives `H20.15-240315-0001`. */
export type DossierCodeFormat = {
  readonly id: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly pattern: string
  readonly source: string
}

/** `date` is the day of acceptance, `serial` the order of the day at the agency, from 1. */
export type CodeParts = { readonly unitCode: string; readonly date: LocalDate; readonly serial: number }

const PLACEHOLDER = /\{(unit|yymmdd|serial)(?::(\d))?\}/g

/** The serial keeps growing beyond its least length: a code must never be used twice (TT 4/2025/TT-VPCP: at least four digits). */
export function formatDossierCode(format: DossierCodeFormat, parts: CodeParts): DossierCode {
  if (!Number.isSafeInteger(parts.serial) || parts.serial < 1) throw new RangeError(`not a serial: ${parts.serial}`)
  const written = format.pattern.replace(PLACEHOLDER, (_, name: string, width: string | undefined) => {
    if (name === 'unit') return parts.unitCode
    if (name === 'yymmdd') return parts.date.slice(2).replaceAll('-', '')
    return String(parts.serial).padStart(Number(width ?? 1), '0')
  })
  return dossierCode(written)
}

/** The reason why a pattern cannot make unique codes, or null. */
export function findPatternFault(pattern: string): string | null {
  for (const name of ['unit', 'yymmdd', 'serial']) {
    const count = [...pattern.matchAll(PLACEHOLDER)].filter((match) => match[1] === name).length
    if (count !== 1) return `mẫu phải có {${name}} đúng một lần, nếu không mã hồ sơ sẽ trùng nhau`
  }
  const rest = pattern.replace(PLACEHOLDER, '')
  return /^[A-Za-z0-9.-]*$/.test(rest) ? null : `mẫu chỉ được có chữ không dấu, số, dấu . và - ngoài các chỗ điền`
}
