import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'

/** Whose dossiers are asked for, as the query names them. */
export type AskedRows = { readonly procedure?: string | undefined; readonly agency?: string | undefined }

export function rowsAsked({ procedure, agency }: AskedRows, rulebook: Rulebook) {
  return {
    procedures: procedure === undefined ? null : codesOf(procedure, rulebook),
    agency: agency ?? null,
  }
}

/** A procedure under all codes that it has had. */
export function codesOf(code: string, rulebook: Rulebook): readonly string[] {
  const procedure = rulebook.procedure(code)
  return procedure === undefined ? [code] : [procedure.code, ...procedure.aliases]
}
