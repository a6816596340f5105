import type { Condition } from '@motcua/core/figure/figure.ts'
import type { OfficerId, UnitId } from '@motcua/core/kernel/ids.ts'
import type { Instant } from '@motcua/core/kernel/instant.ts'
import { COUNTED } from '@motcua/core/report/report.ts'
import type { ReceivedCount } from '@motcua/core/workload/workload.ts'
import type { Db } from '../platform/database.ts'
import { type FactQuestion, factValues, knownFacts } from '../report/report.ts'

export type Received = {
  readonly counts: readonly ReceivedCount[]
  /** The clock of the database as the projection last moved. */
  readonly countedTo: Instant
}

type Row = { readonly moved_at: Instant; readonly counter_id: UnitId | null } & {
  readonly accepted_by: OfficerId | null
  readonly received: number
}

/** How many dossiers fulfil the condition, by counter and by who accepted them; of one moment. */
export async function countReceived(db: Db, question: FactQuestion, condition: Condition): Promise<Received> {
  const { rows } = await db.query<Row>({
    text: `select p.moved_at, r.* from projection p left join (
        select f.counter_id, f.accepted_by, count(*)::integer as received
        from ${knownFacts({ is: 'all', of: [COUNTED, condition] }, question)}
        group by 1, 2
      ) r on true where p.name = 'dossiers' order by r.counter_id, r.accepted_by`,
    values: factValues(question),
  })
  const head = rows[0]
  if (head === undefined) throw new Error('there is no projection yet')
  return {
    countedTo: head.moved_at,
    counts: rows.flatMap(({ counter_id: counter, accepted_by: officer, received }) =>
      counter === null ? [] : [{ counter, officer, received }],
    ),
  }
}
