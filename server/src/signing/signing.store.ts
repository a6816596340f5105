import type { Instant } from '@motcua/core/kernel/instant.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import type { Db } from '../platform/database.ts'

/** apology: a letter waits for its signature; result: signed and not closed; correction: a time waits to be decided. */
export const SIGNING_KINDS = ['apology', 'result', 'correction'] as const
export type SigningKind = (typeof SIGNING_KINDS)[number]

export type SigningRow = {
  readonly id: string
  readonly version: number
  readonly code: string | null
  readonly procedure_code: string
  readonly applicant_name: string
  readonly unit_id: string | null
  readonly officer_id: string | null
  readonly due_at: Instant | null
  /** Since when it waits. */
  readonly since: Instant
  readonly apology: { readonly reason: string; readonly promisedAt: Instant } | null
  readonly signed: { readonly result: { readonly number: string; readonly summary: string } } | null
}

const SINCE = {
  apology: 'd.apology_drafted_at',
  result: 'd.result_signed_at',
  correction: 'd.correction_proposed_at',
} as const satisfies Record<SigningKind, string>

const OPEN = {
  apology: 'd.apology_drafted_at is not null and d.finished_at is null',
  result: 'd.result_signed_at is not null and d.finished_at is null',
  correction: 'd.correction_proposed_at is not null',
} as const satisfies Record<SigningKind, string>

export type SigningCounts = Readonly<Record<SigningKind, number>>

/** What waits in the agencies named. */
export async function countSigning(db: Db, agencies: readonly string[]): Promise<SigningCounts> {
  const sums = SIGNING_KINDS.map(
    (kind) => `(select count(*) from dossier d where ${OPEN[kind]} and d.agency_id = any($1)) as ${kind}`,
  )
  const { rows } = await db.query<SigningCounts>({
    name: 'count-signing',
    text: `select ${sums.join(', ')}`,
    values: [agencies],
  })
  return rows[0] ?? { apology: 0, result: 0, correction: 0 }
}

export type SigningQuestion = {
  readonly kind: SigningKind
  readonly agencies: readonly string[]
  readonly after: { readonly since: Instant; readonly id: string } | null
  readonly limit: number
}

/** The longest waiting first. */
export async function listSigning(db: Db, question: SigningQuestion): Promise<readonly SigningRow[]> {
  const { kind, agencies, after, limit } = question
  const since = SINCE[kind]
  const { rows } = await db.query<SigningRow>({
    name: `list-signing-${kind}`,
    text: `select d.id, d.version, d.code, d.procedure_code, d.applicant_name, d.unit_id, d.officer_id, d.due_at,
        ${since} as since, d.body -> 'apology' as apology, d.body -> 'signedResult' as signed
      from dossier d
      where ${OPEN[kind]} and d.agency_id = any($1)
        and ($2::timestamptz is null or (${since}, d.id) > ($2, $3::uuid))
      order by ${since}, d.id limit $4`,
    values: [agencies, after === null ? null : toIso(after.since), after?.id ?? null, limit],
  })
  return rows
}
