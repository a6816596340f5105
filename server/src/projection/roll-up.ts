import { type LocalDate, localDate, plusDays } from '@motcua/core/kernel/instant.ts'
import type pg from 'pg'
import { type Tx, withTransaction } from '../platform/database.ts'
import { type Checkpoint, lockCheckpoint, type ProjectionName } from './projection.store.ts'
import {
  beginStaging,
  closeMonth,
  findRolled,
  flushStaged,
  type Rolled,
  setRolledTo,
  stageDays,
  stageDossiers,
} from './rollup.store.ts'

export type RollUp = {
  readonly name: ProjectionName
  /** Days before this one are to be rolled up. */
  readonly to: LocalDate
  /** How much at once: the dispatcher is held off meanwhile. */
  readonly step: 'month' | 'year'
}

/**
 * Rolls up the days that are over, step by step, each in a transaction that holds the dispatcher off. What becomes known
 * of such a day later is added by `keepRolled` in the transaction that counts it. Answers how many steps there were.
 */
export async function rollUp(pool: pg.Pool, { name, to, step }: RollUp): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    const more = await withTransaction(pool, async (tx) => {
      await lockCheckpoint(tx, name, 'whole')
      return rollStep(tx, await findRolled(tx, name), { name, to, step })
    })
    if (!more) return steps
  }
}

async function rollStep(tx: Tx, rolled: Rolled, { name, to, step }: RollUp): Promise<boolean> {
  const { generation, rolledOn } = rolled
  const from = rolledOn ?? rolled.firstOn
  if (from === null || from >= to) return false
  const end = [stepAfter(from, step), to].toSorted()[0] ?? to
  await stageDays(tx, { generation, from: rolledOn, to: end })
  await flushStaged(tx, generation, null)
  for (let month = monthOf(from); month < monthOf(end); month = nextMonth(month))
    await closeMonth(tx, generation, month)
  await setRolledTo(tx, name, end)
  return true
}

function stepAfter(day: LocalDate, step: RollUp['step']): LocalDate {
  return step === 'month' ? nextMonth(monthOf(day)) : localDate(`${Number(day.slice(0, 4)) + 1}-01-01`)
}

const monthOf = (day: LocalDate): LocalDate => localDate(`${day.slice(0, 7)}-01`)
const nextMonth = (month: LocalDate): LocalDate => monthOf(plusDays(month, 31))

export type LateFacts = {
  readonly checkpoint: Pick<Checkpoint, 'generation' | 'rolledOn'>
  readonly dossiers: readonly string[]
}

/**
 * Writes facts of days that are rolled up already, and puts the running totals right with them: what these dossiers
 * amounted to before is taken away, what they amount to now is added.
 */
export async function keepRolled(
  tx: Tx,
  { checkpoint, dossiers }: LateFacts,
  write: () => Promise<void>,
): Promise<void> {
  const { generation, rolledOn } = checkpoint
  if (rolledOn === null || dossiers.length === 0) return write()
  const late = { generation, dossiers, before: rolledOn }
  await beginStaging(tx)
  await stageDossiers(tx, late, '-')
  await write()
  await stageDossiers(tx, late, '+')
  await flushStaged(tx, generation, monthOf(rolledOn))
}
