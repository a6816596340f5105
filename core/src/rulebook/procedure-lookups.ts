import { groupBy } from '../kernel/group.ts'
import type { LocalDate } from '../kernel/instant.ts'
import type { FormDefinition } from '../form/form.ts'
import type { CaseTerm, Channel, Procedure, ProcedureCase, ProcedureVersion } from '../procedure/procedure.ts'
import type { Process, ProcessVersion } from '../process/process.ts'
import { type SearchProcedures, searchIndex } from './search-procedures.ts'

/** What may be asked for and how it is handled. A lookup answers undefined where there is nothing. */
export type ProcedureLookups = {
  /** By its code or by an alias, as codes move. */
  readonly procedure: (codeOrAlias: string) => Procedure | undefined
  readonly procedures: () => readonly Procedure[]
  readonly procedureVersion: (codeOrAlias: string, version: number) => ProcedureVersion | undefined
  readonly procedureVersionAt: (codeOrAlias: string, date: LocalDate) => ProcedureVersion | undefined
  readonly caseOf: (version: ProcedureVersion, caseId: string) => ProcedureCase | undefined
  /** Undefined: the case is not offered through that channel. */
  readonly termOf: (procedureCase: ProcedureCase, channel: Channel) => CaseTerm | undefined
  readonly processes: () => readonly Process[]
  readonly process: (id: string) => Process | undefined
  readonly processVersion: (id: string, version: number) => ProcessVersion | undefined
  readonly processVersionAt: (id: string, date: LocalDate) => ProcessVersion | undefined
  /** Without a version the newest. */
  readonly form: (id: string, version?: number) => FormDefinition | undefined
  readonly searchProcedures: SearchProcedures
}

export type ProcedureRecords = {
  readonly procedures: readonly Procedure[]
  readonly processes: readonly Process[]
  readonly forms: readonly FormDefinition[]
}

export function procedureLookups({ procedures, processes, forms }: ProcedureRecords): ProcedureLookups {
  const byCode = new Map(procedures.flatMap((each) => [each.code, ...each.aliases].map((code) => [String(code), each])))
  const processById = new Map(processes.map((process) => [process.id, process]))
  const formsById = groupBy(
    forms.toSorted((a, b) => b.version - a.version),
    (form) => form.id,
  )
  return {
    procedure: (code) => byCode.get(code),
    procedures: () => procedures,
    procedureVersion: (code, version) => byCode.get(code)?.versions.find((each) => each.version === version),
    procedureVersionAt: (code, date) => byCode.get(code)?.versions.find((each) => isEffective(each, date)),
    caseOf: (version, caseId) => version.cases.find((each) => each.id === caseId),
    termOf: (procedureCase, channel) => procedureCase.terms.find((term) => term.channels.includes(channel)),
    processes: () => processes,
    process: (id) => processById.get(id),
    processVersion: (id, version) => processById.get(id)?.versions.find((each) => each.version === version),
    processVersionAt: (id, date) => processById.get(id)?.versions.find((each) => isEffective(each, date)),
    form: (id, version) => formsById.get(id)?.find((each) => version === undefined || each.version === version),
    searchProcedures: searchIndex(procedures),
  }
}

type Dated = { readonly effectiveFrom: LocalDate; readonly effectiveTo: LocalDate | null }

function isEffective(dated: Dated, date: LocalDate): boolean {
  return dated.effectiveFrom <= date && (dated.effectiveTo === null || date <= dated.effectiveTo)
}
