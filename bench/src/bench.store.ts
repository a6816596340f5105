import type { Db } from '@motcua/server/platform/database.ts'

export async function countDossiers(db: Db): Promise<number> {
  const { rows } = await db.query<{ count: number }>('select count(*) from dossier')
  return rows[0]?.count ?? 0
}

/** What autovacuum would do at a moment of its own choice, done between the rounds. */
export async function settle(db: Db): Promise<void> {
  await db.query('vacuum analyze dossier')
  await db.query('checkpoint')
}
