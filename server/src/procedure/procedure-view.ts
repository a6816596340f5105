import { formatTerm } from '@motcua/core/dossier/dossier.ts'
import type { LocalDate } from '@motcua/core/kernel/instant.ts'
import type { Procedure, ProcedureCase, ProcedureVersion } from '@motcua/core/procedure/procedure.ts'
import type { View } from '../platform/http/route.ts'
import type { ProcedureItem, ProcedureSchema } from './procedure-schema.ts'

type ProcedureView = View<typeof ProcedureSchema>

/** What the public may read of a procedure (NĐ 63/2010 Đ.8.2): the version in force, with its fees of that day. */
export function procedureView(procedure: Procedure, version: ProcedureVersion, today: LocalDate): ProcedureView {
  const { code, field, levels, lifeEvents } = procedure
  const { name, summary, audience, steps, conditions, legalBases, results, onlineLevel, source } = version
  return {
    ...{ code, version: version.version, name, summary, field, levels, audience, steps, conditions },
    ...{ legalBases, results, onlineLevel, lifeEvents, source },
    cases: version.cases.map((each) => caseView(each, today)),
  }
}

function caseView(procedureCase: ProcedureCase, today: LocalDate): ProcedureView['cases'][number] {
  const { id, name, documents, terms, fees, form } = procedureCase
  return {
    ...{ id, name, documents, form },
    terms: terms.map(({ channels, legal, committed }) => ({
      ...{ channels, legal, committed },
      legalText: formatTerm(legal),
      committedText: committed === null ? null : formatTerm(committed),
    })),
    fees: fees.filter((line) => line.validFrom <= today && (line.validTo === null || today <= line.validTo)),
  }
}

export function procedureItem(procedure: Procedure, version: ProcedureVersion): View<typeof ProcedureItem> {
  const { code, field, levels } = procedure
  const { name, onlineLevel, summary } = version
  return { code, name, field, levels, onlineLevel, summary }
}
