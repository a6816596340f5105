import { type Dossier, serviceOf } from '@motcua/core/dossier/dossier.ts'
import { dossierId, type OfficerId } from '@motcua/core/kernel/ids.ts'
import { type Instant, type LocalDate, localDateOf } from '@motcua/core/kernel/instant.ts'
import { postsOn } from '@motcua/core/organisation/organisation.ts'
import { listReminders, type Reminder, reminderText, type ReminderText } from '@motcua/core/reminder/reminder.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { findDossier } from '../dossier/dossier.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import type { Db } from '../platform/database.ts'
import { parseFired, reminderKey, stepNameOf } from '../reminder/reminder.ts'
import { insertOfficerNotices } from './officer-notice.store.ts'

export type TellServices = {
  readonly pool: Db
  readonly rulebook: () => Rulebook
  readonly now: () => Instant
}

/**
 * Tells whoever has the dossier now, or while nobody has taken it everyone of the role at the unit. The dossier itself
 * is asked, not the list of reminders: once it has moved on there is nothing to be told.
 */
export function tellOfficers({ pool, rulebook, now }: TellServices): JobHandler {
  return async (payload) => {
    const fired = parseFired(payload)
    const dossier = await findDossier(pool, dossierId(fired.dossier))
    if (dossier === null) return
    const law = rulebook()
    const reminder = listReminders(dossier, law).find((each) => reminderKey(each) === reminderKey(fired))
    if (reminder === undefined) return
    const { kind, audience } = reminder
    const at = now()
    const officers = officersToTell(reminder, law, localDateOf(at))
    if (officers.length === 0) return
    await insertOfficerNotices(pool, {
      ...{ reminder: fired.reminder, dossier: dossier.id, kind, audience, officers, at },
      ...saidOf(reminder, dossier, law),
    })
  }
}

function officersToTell({ officer, unit, role }: Reminder, rulebook: Rulebook, today: LocalDate): readonly OfficerId[] {
  if (officer !== null) return [officer]
  return rulebook
    .officersAt(unit, today)
    .filter((each) => postsOn(each, today).some((post) => post.unit === unit && post.role === role))
    .map(({ id }) => id)
}

function saidOf(reminder: Reminder, dossier: Dossier, rulebook: Rulebook): ReminderText {
  const { acceptedAt, submittedAt, content, process } = dossier
  return reminderText({
    ...reminder,
    acceptedAt,
    stepName: stepNameOf({ step: reminder.step, process }, rulebook),
    service: serviceOf(content, acceptedAt ?? submittedAt ?? reminder.dueAt, rulebook),
  })
}
