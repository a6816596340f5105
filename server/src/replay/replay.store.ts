import type { Db } from '../platform/database.ts'

/**
 * Lets PostgreSQL plan anew. A statement that was prepared while the tables were empty reads them from end to end, and
 * would go on doing so until the database gets round to it by itself.
 */
export async function refreshStatistics(db: Db): Promise<void> {
  await db.query('analyze dossier, dossier_event, dossier_fact, dossier_search')
}
