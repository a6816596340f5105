/** Branded strings: a unit id cannot be passed where an officer id is asked for. The brand exists only for the compiler. */
type Brand<Name extends string> = string & { readonly __brand: Name }

/** uuid v7, made by the one who files, so that filing twice is filing once. */
export type DossierId = Brand<'DossierId'>
/** The permanent public code, `H20.15-240315-0001`, given at acceptance. */
export type DossierCode = Brand<'DossierCode'>
/** Identifier of an agency, division or counter of the organisation tree, for an agency its official code (`H20.15`). */
export type UnitId = Brand<'UnitId'>
export type OfficerId = Brand<'OfficerId'>
/** A citizen's account: the subject that the identity provider names. */
export type AccountId = Brand<'AccountId'>
/** National code of a procedure, `1.001193`. */
export type ProcedureCode = Brand<'ProcedureCode'>
/** sha-256 of the file's bytes, lower-case hexadecimal. */
export type FileHash = Brand<'FileHash'>

export const dossierId = (text: string): DossierId => text as DossierId
export const dossierCode = (text: string): DossierCode => text as DossierCode
export const unitId = (text: string): UnitId => text as UnitId
export const officerId = (text: string): OfficerId => text as OfficerId
export const accountId = (text: string): AccountId => text as AccountId
export const procedureCode = (text: string): ProcedureCode => text as ProcedureCode
export const fileHash = (text: string): FileHash => text as FileHash
