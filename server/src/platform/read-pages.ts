import type pg from 'pg'
import type { Tx } from './database.ts'

const PAGE = 1000
/** A file whose reader has stopped reading gives its connection back. */
const READER_PATIENCE = '60s'

/**
 * All rows of a query, page by page and as of one moment. The database works it out once and keeps the answer, however
 * long it is; here a page of it is held. One at a time in a transaction.
 */
export async function* readPages<Row extends pg.QueryResultRow>(
  tx: Tx,
  { text, values }: { readonly text: string; readonly values: unknown[] },
): AsyncGenerator<readonly Row[]> {
  await tx.query(`set local idle_in_transaction_session_timeout = '${READER_PATIENCE}'`)
  // All of it will be read: a plan that has the first rows soonest may have the last ones late.
  await tx.query('set local cursor_tuple_fraction = 1')
  await tx.query({ text: `declare read_pages no scroll cursor for ${text}`, values })
  for (;;) {
    const { rows } = await tx.query<Row>(`fetch ${PAGE} from read_pages`)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) break
  }
  await tx.query('close read_pages')
}
