import { type Dossier, type DossierContent, pauseOf } from '@motcua/core/dossier/dossier.ts'
import type { DossierEvent } from '@motcua/core/dossier/dossier-events.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'

/** A row of table `dossier` as the locking statement returns it. */
export type LockedRow = {
  readonly id: string
  readonly last_hash: Buffer
  readonly content: DossierContent
  readonly body: Omit<Dossier, 'content'>
}

export function dossierOfRow(row: Pick<LockedRow, 'content' | 'body'>): Dossier {
  return { ...wholeBody(row.body), content: row.content }
}

/** Rows written by an earlier release lack what it did not know. */
export function wholeBody(stored: LockedRow['body']): LockedRow['body'] {
  const { outcomes, parts, signedResult, apology, corrections } = stored
  return {
    ...stored,
    ...{ outcomes: outcomes ?? {}, parts: parts ?? [] },
    ...{ signedResult: signedResult ?? null, apology: apology ?? null, corrections: corrections ?? [] },
  }
}

/** Everything of a dossier but what the applicant states; kept apart because it changes with each event. */
export function bodyOf(dossier: Dossier): Omit<Dossier, 'content'> {
  const { content: _, ...body } = dossier
  return body
}

/** The stored payload of an event: its fields without the type, which has a column of its own. */
export function payloadText(event: DossierEvent): string {
  const { type: _, ...payload } = event
  return JSON.stringify(payload)
}

/** Columns of table `dossier` that lists and indexes need, in the order of DOSSIER_COLUMNS. */
export function columnsOf(dossier: Dossier): readonly (string | number | null)[] {
  const { content, position } = dossier
  return [
    dossier.id,
    dossier.version,
    dossier.state,
    dossier.code,
    content.procedure,
    content.channel,
    content.counter,
    content.agency,
    dossier.filedBy,
    content.applicant.account ?? content.submitter?.account ?? null,
    content.applicant.name,
    position?.step ?? null,
    position?.unit ?? null,
    position?.role ?? null,
    position?.officer ?? null,
    isoOrNull(position?.dueAt),
    isoOrNull(dossier.dueAt),
    isoOrNull(dossier.submittedAt),
    isoOrNull(dossier.acceptedAt),
    isoOrNull(dossier.finishedAt),
    isoOrNull(dossier.returnedAt),
    toIso(dossier.lastAt),
    pauseOf(dossier)?.ground ?? null,
    isoOrNull(waitingApology(dossier)),
    isoOrNull(dossier.signedResult?.signedAt),
    isoOrNull(dossier.corrections.find(({ state }) => state === 'proposed')?.proposedAt),
  ]
}

/** Since when a letter waits for its signature. */
const waitingApology = ({ apology }: Dossier): Instant | null =>
  apology === null || apology.signedAt !== null ? null : apology.draftedAt

/** Name and type of each value of columnsOf. */
export const DOSSIER_COLUMNS = [
  ['id', 'uuid'],
  ['version', 'integer'],
  ['state', 'text'],
  ['code', 'text'],
  ['procedure_code', 'text'],
  ['channel', 'text'],
  ['counter_id', 'text'],
  ['agency_id', 'text'],
  ['filed_by', 'text'],
  ['applicant_account', 'text'],
  ['applicant_name', 'text'],
  ['step', 'text'],
  ['unit_id', 'text'],
  ['role', 'text'],
  ['officer_id', 'text'],
  ['step_due_at', 'timestamptz'],
  ['due_at', 'timestamptz'],
  ['submitted_at', 'timestamptz'],
  ['accepted_at', 'timestamptz'],
  ['finished_at', 'timestamptz'],
  ['returned_at', 'timestamptz'],
  ['last_at', 'timestamptz'],
  ['paused_on', 'text'],
  ['apology_drafted_at', 'timestamptz'],
  ['result_signed_at', 'timestamptz'],
  ['correction_proposed_at', 'timestamptz'],
] as const

const isoOrNull = (at: Instant | null | undefined): string | null => (at == null ? null : toIso(at))
