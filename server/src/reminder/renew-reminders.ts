import { listReminders } from '@motcua/core/reminder/reminder.ts'
import type { CountedEvent } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Tx } from '../platform/database.ts'
import {
  addressOf,
  clearReminders,
  listReminded,
  listStanding,
  type PlannedReminder,
  planReminders,
  type Reminded,
  reminderKey,
  type StandingReminder,
} from './reminder.store.ts'

/** Events after which the same is said as before. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set<CountedEvent['event']['type']>([
  'draftSaved',
  'corrected',
  'returned',
])

/** The dossiers of which, after these events, something else may have to be said. */
export function dossiersToRemindOf(events: readonly CountedEvent[]): readonly string[] {
  const moved = events.filter(({ event }) => !WITHOUT_EFFECT.has(event.type))
  return [...new Set(moved.map(({ dossier }) => dossier))]
}

/** Brings the reminders of these dossiers to what follows from them as they stand. Doing it again changes nothing. */
export async function renewReminders(tx: Tx, dossiers: readonly string[], rulebook: Rulebook): Promise<void> {
  if (dossiers.length === 0) return
  const reminded = await listReminded(tx, dossiers)
  const standing = Map.groupBy(await listStanding(tx, dossiers), ({ dossier_id: dossier }) => dossier)
  const renewals = reminded.map((each) => renewal(each, standing.get(each.id) ?? [], rulebook))
  const clearings = renewals.flatMap((each) => each.clearings)
  const planned = renewals.flatMap((each) => each.planned)
  if (clearings.length > 0) await clearReminders(tx, clearings)
  if (planned.length > 0) await planReminders(tx, planned)
}

function renewal({ id, lastAt, dossier }: Reminded, standing: readonly StandingReminder[], rulebook: Rulebook) {
  const reminders = dossier === null ? [] : listReminders(dossier, rulebook)
  const wanted = new Map(reminders.map((each) => [reminderKey(each), { ...each, dossier: id }]))
  const known = new Map(standing.map((each) => [each.key, each]))
  return {
    clearings: standing.filter(({ key }) => !wanted.has(key)).map((each) => ({ id: each.id, at: lastAt })),
    planned: [...wanted].filter(([key, each]) => !isSame(known.get(key), each)).map(([, each]) => each),
  }
}

/** What was fired keeps the time at which it was to be. */
function isSame(known: StandingReminder | undefined, wanted: PlannedReminder): boolean {
  if (known === undefined || known.address !== addressOf(wanted)) return false
  return known.waits_until === null || known.waits_until === wanted.fireAt
}
