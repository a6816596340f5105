import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { Db } from '../platform/database.ts'

export type DayFigures = { readonly accepted: number; readonly finished: number; readonly inTime: number }

/** What was accepted and finished between two instants, as it is known now. */
export async function countDay(
  db: Db,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<DayFigures> {
  const { rows } = await db.query<DayFigures>({
    name: 'count-day',
    text: `with active as (select generation from projection where state = 'active')
      select
        (select count(*) from dossier_fact
          where generation = (select generation from active) and known_to = 'infinity'
            and accepted_at >= $1 and accepted_at < $2) as accepted,
        count(*) as finished,
        count(*) filter (where finish <> 'late') as "inTime"
      from dossier_fact
      where generation = (select generation from active) and known_to = 'infinity'
        and finished_at >= $1 and finished_at < $2`,
    values: [toIso(from), toIso(to)],
  })
  return rows[0] ?? { accepted: 0, finished: 0, inTime: 0 }
}

/** Seconds since the events were last counted up to their end; null where nobody counts yet. */
export async function findProjectionLag(db: Db): Promise<number | null> {
  const { rows } = await db.query<{ behind: number }>({
    name: 'find-projection-lag',
    text: `select case
        when exists (select from dossier_event e where (e.tx, e.seq) > (p.after_tx, p.after_seq))
        then greatest(0, extract(epoch from clock_timestamp() - p.moved_at))::integer
        else 0 end as behind
      from projection p where p.state = 'active'`,
  })
  return rows[0]?.behind ?? null
}
