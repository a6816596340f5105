import type { Dossier } from '@motcua/core/dossier/dossier.ts'
import type { DossierContent } from '@motcua/core/dossier/dossier.ts'
import { procedureCode, unitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { Role } from '@motcua/core/organisation/organisation.ts'
import type { Audience, RemindedDossier, Reminder, ReminderKind } from '@motcua/core/reminder/reminder.ts'
import { wholeBody } from '../dossier/dossier.ts'
import type { Db, Tx } from '../platform/database.ts'

/** A dossier of which something may be said, or null where it is finished or only a draft. */
export type Reminded = { readonly id: string; readonly lastAt: Instant; readonly dossier: RemindedDossier | null }

const OPEN = `'submitted', 'accepted', 'inProgress', 'awaitingSupplement'`

type RemindedRow = {
  readonly id: string
  readonly last_at: Instant
  readonly procedure_code: string
  readonly channel: DossierContent['channel']
  readonly counter_id: string
  readonly agency_id: string
  readonly body: Omit<Dossier, 'content'> | null
}

/** As their rows stand now: what has been written since the events in hand is counted again later, and changes nothing. */
export async function listReminded(tx: Tx, dossiers: readonly string[]): Promise<readonly Reminded[]> {
  const { rows } = await tx.query<RemindedRow>({
    name: 'list-reminded',
    text: `select id, last_at, procedure_code, channel, counter_id, agency_id,
        case when state in (${OPEN}) then body end as body
      from dossier where id = any($1::uuid[])`,
    values: [dossiers],
  })
  return rows.map(({ id, last_at: lastAt, procedure_code: code, channel, counter_id, agency_id, body }) => {
    const content = { procedure: procedureCode(code), channel, counter: unitId(counter_id), agency: unitId(agency_id) }
    return { id, lastAt, dossier: body === null ? null : { ...wholeBody(body), content } }
  })
}

/** Dossiers of which something may be said, in the order of their ids; `after` null begins. */
export async function listOpenAfter(db: Db, after: string | null, limit: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'list-open-after',
    text: `select id from dossier
      where id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') and state in (${OPEN})
      order by id limit $2`,
    values: [after, limit],
  })
  return rows.map((row) => row.id)
}

/** A reminder that is planned, or on the list, as short as it can be compared: a turn of the dispatcher reads thousands. */
export type StandingReminder = {
  readonly id: number
  readonly dossier_id: string
  /** As `reminderKey` writes it. */
  readonly key: string
  /** As `addressOf` writes it. */
  readonly address: string
  /** Milliseconds; null once it was fired. */
  readonly waits_until: number | null
}

/** What names a reminder among those of its dossier. */
export function reminderKey({
  kind,
  audience,
  dueAt,
  step,
}: Pick<Reminder, 'kind' | 'audience' | 'dueAt' | 'step'>): string {
  return `${kind} ${audience} ${dueAt} ${step ?? ''}`
}

export function addressOf({ unit, role, officer }: Pick<Reminder, 'unit' | 'role' | 'officer'>): string {
  return `${unit} ${role} ${officer ?? ''}`
}

export async function listStanding(tx: Tx, dossiers: readonly string[]): Promise<readonly StandingReminder[]> {
  const { rows } = await tx.query<StandingReminder>({
    name: 'list-standing-reminders',
    text: `select id, dossier_id,
        concat(kind, ' ', audience, ' ', (extract(epoch from due_at) * 1000)::bigint, ' ', step) as key,
        concat(unit_id, ' ', role, ' ', officer_id) as address,
        case when fired_at is null then (extract(epoch from fire_at) * 1000)::bigint end as waits_until
      from reminder where dossier_id = any($1::uuid[]) and cleared_at is null`,
    values: [dossiers],
  })
  return rows
}

/** Reminders that are no longer true. */
export type Clearing = { readonly id: number; readonly at: Instant }

/**
 * Forgets what was only planned and takes what was fired off the list. A sweep may be firing one of them: the first
 * statement waits for it, and the second, which sees what it did, clears it.
 */
export async function clearReminders(tx: Tx, clearings: readonly Clearing[]): Promise<void> {
  const ids = clearings.map(({ id }) => id)
  await tx.query({
    name: 'forget-planned-reminders',
    text: 'delete from reminder where id = any($1::bigint[]) and fired_at is null',
    values: [ids],
  })
  await tx.query({
    name: 'clear-fired-reminders',
    text: `update reminder r set cleared_at = c.at
      from unnest($1::bigint[], $2::timestamptz[]) as c(id, at) where r.id = c.id`,
    values: [ids, clearings.map(({ at }) => toIso(at))],
  })
}

export type PlannedReminder = Reminder & { readonly dossier: string }

/** Plans them. What had been fired before returns to the list as it was, under whoever has the dossier now. */
export async function planReminders(tx: Tx, planned: readonly PlannedReminder[]): Promise<void> {
  await tx.query({
    name: 'plan-reminders',
    text: `insert into reminder as old (dossier_id, kind, audience, step, due_at, fire_at, unit_id, role, officer_id)
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
        $7::text[], $8::text[], $9::text[])
      on conflict (dossier_id, kind, audience, due_at, step) do update set
        fire_at = case when old.fired_at is null then excluded.fire_at else old.fire_at end,
        unit_id = excluded.unit_id, role = excluded.role, officer_id = excluded.officer_id, cleared_at = null`,
    values: [
      planned.map((each) => each.dossier),
      planned.map((each) => each.kind),
      planned.map((each) => each.audience),
      planned.map((each) => each.step),
      planned.map((each) => toIso(each.dueAt)),
      planned.map((each) => toIso(each.fireAt)),
      planned.map((each) => each.unit),
      planned.map((each) => each.role),
      planned.map((each) => each.officer),
    ],
  })
}

/**
 * Skips what another process is firing, or an event is taking back. An array, because a join would read the whole table
 * under a plan that was made for any moment.
 */
export const FIRE_REMINDERS = `update reminder set fired_at = $1 where id = any(array(
    select id from reminder where fired_at is null and fire_at <= $1 order by fire_at, id limit $2
    for update skip locked))
  returning id, dossier_id, kind, audience, step, due_at`

/** What was said, as the jobs that follow are told of it. */
export type FiredReminder = Pick<Reminder, 'kind' | 'audience' | 'step' | 'dueAt'> & {
  readonly reminder: number
  readonly dossier: string
}

type FiredRow = {
  readonly id: number
  readonly dossier_id: string
  readonly kind: ReminderKind
  readonly audience: Audience
  readonly step: string | null
  readonly due_at: Instant
}

/** Fires up to `limit` of those whose time has come. */
export async function fireReminders(tx: Tx, now: Instant, limit: number): Promise<readonly FiredReminder[]> {
  const { rows } = await tx.query<FiredRow>({
    name: 'fire-reminders',
    text: FIRE_REMINDERS,
    values: [toIso(now), limit],
  })
  return rows.map(({ id, dossier_id: dossier, due_at: dueAt, kind, audience, step }) => ({
    ...{ reminder: id, dossier, kind, audience, step, dueAt },
  }))
}

export type ListedReminder = {
  readonly id: number
  readonly kind: ReminderKind
  readonly audience: Audience
  readonly step: string | null
  readonly due_at: Instant
  readonly fire_at: Instant
  readonly fired_at: Instant
  readonly dossier_id: string
  readonly code: string | null
  readonly procedure_code: string
  readonly agency_id: string
  readonly applicant_name: string
  readonly submitted_at: Instant | null
  readonly accepted_at: Instant | null
  readonly unit_id: string | null
  readonly role: Role | null
  readonly officer_id: string | null
  readonly counter_id: string
  readonly process: { readonly id: string; readonly version: number } | null
}

export type ReminderQuestion = {
  /** Posts of the asker, one array of units and one of roles. */
  readonly units: readonly string[]
  readonly roles: readonly Role[]
  readonly officer: string
  readonly now: Instant
}

/** Said to the asker's posts and to nobody else by name. What warned of a due time gives way when it has come. */
const MINE = `r.fired_at is not null and r.cleared_at is null and r.unit_id = any($1)
  and exists (select from unnest($1::text[], $2::text[]) as post(unit, role)
    where post.unit = r.unit_id and post.role = r.role)
  and (r.officer_id is null or r.officer_id = $3)
  and (r.kind not in ('nearDue', 'apologyOwed') or r.due_at > $4)`

const valuesOf = ({ units, roles, officer, now }: ReminderQuestion): unknown[] => [units, roles, officer, toIso(now)]

export async function countReminders(
  db: Db,
  question: ReminderQuestion,
): Promise<readonly { readonly kind: ReminderKind; readonly count: number }[]> {
  const { rows } = await db.query<{ kind: ReminderKind; count: number }>({
    name: 'count-reminders',
    text: `select r.kind, count(*) from reminder r where ${MINE} group by r.kind`,
    values: valuesOf(question),
  })
  return rows
}

export type ReminderPage = {
  readonly kind: ReminderKind | null
  readonly after: { readonly dueAt: Instant; readonly id: number } | null
  readonly limit: number
}

/** By what was due first. */
export async function listFiredReminders(
  db: Db,
  question: ReminderQuestion,
  { kind, after, limit }: ReminderPage,
): Promise<readonly ListedReminder[]> {
  const { rows } = await db.query<ListedReminder>({
    name: 'list-fired-reminders',
    text: `select r.id, r.kind, r.audience, r.step, r.due_at, r.fire_at, r.fired_at, r.dossier_id, d.code,
        d.procedure_code, d.agency_id, d.applicant_name, d.submitted_at, d.accepted_at, d.unit_id, d.role, d.officer_id,
        d.counter_id, d.body -> 'process' as process
      from reminder r join dossier d on d.id = r.dossier_id
      where ${MINE} and ($5::text is null or r.kind = $5)
        and ($7::bigint is null or (r.due_at, r.id) > ($6::timestamptz, $7::bigint))
      order by r.due_at, r.id limit $8`,
    values: [...valuesOf(question), kind, after === null ? null : toIso(after.dueAt), after?.id ?? null, limit],
  })
  return rows
}

/** A reminder that was dealt with, of a dossier that is finished. */
export type DealtWith = {
  readonly id: number
  readonly clearedAt: Instant
  readonly procedure: string
  readonly agency: string
}

/** In the order in which they were planned, after the one named. */
export async function listDealtWith(
  db: Db,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly DealtWith[]> {
  const { rows } = await db.query<DealtWith>({
    name: 'list-dealt-with-reminders',
    text: `select r.id, r.cleared_at as "clearedAt", d.procedure_code as procedure, d.agency_id as agency
      from reminder r join dossier d on d.id = r.dossier_id
      where r.id > $1 and r.cleared_at is not null and d.state not in (${OPEN})
      order by r.id limit $2`,
    values: [after, limit],
  })
  return rows
}

export async function forgetReminders(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.query({
    name: 'forget-reminders',
    text: 'delete from reminder where id = any($1::bigint[]) and cleared_at is not null',
    values: [ids],
  })
}
