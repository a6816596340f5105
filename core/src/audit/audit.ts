import { auditFigures } from './audit-figures.ts'
import { auditLevels } from './audit-levels.ts'
import { auditParts } from './audit-parts.ts'
import { auditProcedures } from './audit-procedures.ts'
import { auditRates } from './audit-rates.ts'
import { type Finding, joined, type Untestable } from './finding.ts'
import type { PublishedTable } from './published-table.ts'

export type { Base, Finding, Untestable } from './finding.ts'
export { type PublishedTable, type ReadTable, readTable, type TableProblem } from './published-table.ts'

/** A published table held against every identity that it must fulfil. */
export type Audit = {
  readonly id: string
  /** Each identity that could be tested, the broken ones among them. */
  readonly tested: readonly Finding[]
  readonly broken: readonly Finding[]
  readonly untestable: readonly Untestable[]
}

/** Accuses nothing that can be true: a number is what it was printed as, rounding included, and what is missing may be anything. */
export function auditTable(table: PublishedTable): Audit {
  const { groups = [], procedures } = table
  const { tested, untestable } = joined([
    auditFigures(groups),
    auditLevels(groups),
    auditProcedures(procedures),
    auditParts(table),
    auditRates(table),
  ])
  return { id: table.id, tested, broken: tested.filter(({ holds }) => !holds), untestable }
}
