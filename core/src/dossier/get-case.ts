import type { ProcedureCase } from '../procedure/procedure.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { DossierContent } from './dossier.ts'

/** The case under which the dossier was submitted, in the version of that day. */
export function getCase(content: DossierContent, rulebook: Rulebook): ProcedureCase {
  const version = rulebook.procedureVersion(content.procedure, content.procedureVersion)
  const found = version === undefined ? undefined : rulebook.caseOf(version, content.caseId)
  if (found === undefined) {
    throw new Error(
      `no case ${content.caseId} in version ${content.procedureVersion} of procedure ${content.procedure}`,
    )
  }
  return found
}
