import type { DossierFact } from '@motcua/core/report/report.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { Db, Tx } from '../platform/database.ts'

/** Name and type of each column that holds a value of DossierFact, in the order of `valuesOf`. */
const COLUMNS = [
  ['dossier_id', 'uuid'],
  ['known_from', 'timestamptz'],
  ['number', 'integer'],
  ['code', 'text'],
  ['procedure_code', 'text'],
  ['field', 'text'],
  ['counter_id', 'text'],
  ['agency_id', 'text'],
  ['channel', 'text'],
  ['delivery', 'text'],
  ['certified_copy', 'boolean'],
  ['interlinked', 'boolean'],
  ['accepted_at', 'timestamptz'],
  ['due_at', 'timestamptz'],
  ['paused_at', 'timestamptz'],
  ['pause_ground', 'text'],
  ['finished_at', 'timestamptz'],
  ['finish', 'text'],
  ['ending', 'text'],
  ['apologised_at', 'timestamptz'],
  ['returned_at', 'timestamptz'],
  ['online_level', 'text'],
  ['elsewhere', 'boolean'],
  ['submitted_at', 'timestamptz'],
  ['accept_due_at', 'timestamptz'],
  ['declined_at', 'timestamptz'],
  ['accepted_by', 'text'],
  ['finished_by', 'text'],
  ['supplements', 'integer'],
  ['fee_owed', 'boolean'],
  ['paid_how', 'text'],
  ['document_count', 'integer'],
  ['digitised_count', 'integer'],
  ['reused_count', 'integer'],
  ['electronic_result', 'boolean'],
  ['corrected_accepted_at', 'timestamptz'],
  ['corrected_finished_at', 'timestamptz'],
  ['corrected_finish', 'text'],
  ['corrected_returned_at', 'timestamptz'],
  ['supplement_ground', 'text'],
  ['ending_ground', 'text'],
  ['returned_how', 'text'],
] as const

type FactRow = Readonly<Record<(typeof COLUMNS)[number][0], unknown>>

function valuesOf(fact: DossierFact): readonly unknown[] {
  return [
    fact.dossier,
    toIso(fact.knownFrom),
    fact.number,
    fact.code,
    fact.procedure,
    fact.field,
    fact.counter,
    fact.agency,
    fact.channel,
    fact.delivery,
    fact.certifiedCopy,
    fact.interlinked,
    isoOrNull(fact.acceptedAt),
    isoOrEndless(fact.dueAt),
    isoOrNull(fact.pausedAt),
    fact.pauseGround,
    isoOrNull(fact.finishedAt),
    fact.finish,
    fact.ending,
    isoOrNull(fact.apologisedAt),
    isoOrNull(fact.returnedAt),
    fact.onlineLevel,
    fact.elsewhere,
    toIso(fact.submittedAt),
    isoOrNull(fact.acceptDueAt),
    isoOrNull(fact.declinedAt),
    fact.acceptedBy,
    fact.finishedBy,
    fact.supplements,
    fact.feeOwed,
    fact.paidHow,
    fact.documentCount,
    fact.digitisedCount,
    fact.reusedCount,
    fact.electronicResult,
    isoOrNull(fact.correctedAcceptedAt),
    isoOrNull(fact.correctedFinishedAt),
    fact.correctedFinish,
    isoOrNull(fact.correctedReturnedAt),
    fact.supplementGround,
    fact.endingGround,
    fact.returnedHow,
  ]
}

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : toIso(at))
const isoOrEndless = (at: Instant): string => (Number.isFinite(at) ? toIso(at) : 'infinity')

function factOf(row: FactRow): DossierFact {
  return {
    dossier: row.dossier_id,
    knownFrom: row.known_from,
    number: row.number,
    code: row.code,
    procedure: row.procedure_code,
    field: row.field,
    counter: row.counter_id,
    agency: row.agency_id,
    channel: row.channel,
    delivery: row.delivery,
    certifiedCopy: row.certified_copy,
    interlinked: row.interlinked,
    acceptedAt: row.accepted_at,
    dueAt: row.due_at,
    pausedAt: row.paused_at,
    pauseGround: row.pause_ground,
    finishedAt: row.finished_at,
    finish: row.finish,
    ending: row.ending,
    apologisedAt: row.apologised_at,
    returnedAt: row.returned_at,
    onlineLevel: row.online_level,
    elsewhere: row.elsewhere,
    // Facts of the release before do not know it.
    submittedAt: row.submitted_at ?? row.accepted_at,
    acceptDueAt: row.accept_due_at,
    declinedAt: row.declined_at,
    acceptedBy: row.accepted_by,
    finishedBy: row.finished_by,
    supplements: row.supplements,
    feeOwed: row.fee_owed,
    paidHow: row.paid_how,
    documentCount: row.document_count,
    digitisedCount: row.digitised_count,
    reusedCount: row.reused_count,
    electronicResult: row.electronic_result,
    correctedAcceptedAt: row.corrected_accepted_at,
    correctedFinishedAt: row.corrected_finished_at,
    correctedFinish: row.corrected_finish,
    correctedReturnedAt: row.corrected_returned_at,
    supplementGround: row.supplement_ground,
    endingGround: row.ending_ground,
    returnedHow: row.returned_how,
  } as DossierFact
}

/** Names of the columns that hold what is known of a dossier. */
export const FACT_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name)

/** What is known now of these dossiers; those not submitted yet are missing. */
export async function listCurrentFacts(
  tx: Tx,
  generation: number,
  dossiers: readonly string[],
): Promise<readonly DossierFact[]> {
  const { rows } = await tx.query<FactRow>({
    name: 'list-current-facts',
    // One look into the primary key for each, whatever the planner knows of the table.
    text: `select f.* from unnest($2::uuid[]) as asked(id) cross join lateral (
        select ${FACT_COLUMNS.join(', ')} from dossier_fact
        where generation = $1 and dossier_id = asked.id order by known_from desc limit 1) f`,
    values: [generation, dossiers],
  })
  return rows.map(factOf)
}

/** A stretch of knowledge; `knownTo` null: until further notice. */
export type Stretch = { readonly fact: DossierFact; readonly knownTo: Instant | null }
/** The end of a stretch that is already stored. */
export type Closing = { readonly dossier: string; readonly knownFrom: Instant; readonly knownTo: Instant }

const ARRAYS = COLUMNS.map(([, type], index) => `$${index + 2}::${type}[]`)
const AT = COLUMNS.length + 2
const REPLACED = FACT_COLUMNS.filter((name) => name !== 'dossier_id' && name !== 'known_from')

/** A stretch that begins at the very moment of a stored one replaces it. */
const WRITE_STRETCHES = `
with closed as (
  update dossier_fact f set known_to = c.known_to
  from unnest($${AT + 1}::uuid[], $${AT + 2}::timestamptz[], $${AT + 3}::timestamptz[]) as c(id, known_from, known_to)
  where f.generation = $1 and f.dossier_id = c.id and f.known_from = c.known_from
)
insert into dossier_fact (generation, ${FACT_COLUMNS.join(', ')}, known_to)
select $1, * from unnest(${ARRAYS.join(', ')}, $${AT}::timestamptz[])
on conflict (generation, dossier_id, known_from) do update set
  ${[...REPLACED, 'known_to'].map((name) => `${name} = excluded.${name}`).join(', ')}`

export type StretchWrite = {
  readonly generation: number
  readonly stretches: readonly Stretch[]
  readonly closings: readonly Closing[]
}

export async function writeStretches(tx: Tx, { generation, stretches, closings }: StretchWrite): Promise<void> {
  const columns: unknown[][] = COLUMNS.map(() => [])
  for (const { fact } of stretches) {
    for (const [index, value] of valuesOf(fact).entries()) columns[index]?.push(value)
  }
  await tx.query({
    name: 'write-stretches',
    text: WRITE_STRETCHES,
    values: [
      generation,
      ...columns,
      stretches.map(({ knownTo }) => (knownTo === null ? 'infinity' : toIso(knownTo))),
      closings.map((closing) => closing.dossier),
      closings.map((closing) => toIso(closing.knownFrom)),
      closings.map((closing) => toIso(closing.knownTo)),
    ],
  })
}

/** Removes up to `limit` facts of every generation but the one that is read; answers how many there were. */
export async function deleteOtherFacts(db: Db, generation: number, limit: number): Promise<number> {
  const { rows } = await db.query<{ part: string }>(
    `select tableoid::regclass::text as part from dossier_fact where generation < $1 or generation > $1 limit 1`,
    [generation],
  )
  const part = rows[0]?.part
  if (part === undefined) return 0
  // A row's place is one within its partition only.
  const { rowCount } = await db.query(
    `delete from ${part} where ctid = any(array(
      select ctid from ${part} where generation < $1 or generation > $1 limit $2))`,
    [generation, limit],
  )
  return rowCount ?? 0
}
