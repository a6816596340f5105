import { compileRulebook } from '@motcua/core/rulebook/rulebook.ts'
import { openDatabase, withTransaction } from '../platform/database.ts'
import { countEvents } from '../projection/count-events.ts'
import { claimCheckpoint } from '../projection/projection.store.ts'

/** Counts the next events and is killed, without warning, after everything is written and before it is committed. */
const database = await openDatabase({ databaseUrl: process.argv[2] ?? '', dataDir: '' })
await withTransaction(database.pool, async (tx) => {
  const checkpoint = await claimCheckpoint(tx, 'dossiers')
  if (checkpoint === undefined) throw new Error('somebody else is at it')
  const { events } = await countEvents(tx, checkpoint, { rulebook: compileRulebook([]), limit: 7, effects: 'all' })
  process.stdout.write(`${events}\n`)
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => undefined)
})
