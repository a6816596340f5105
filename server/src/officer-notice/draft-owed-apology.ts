import { proposedDueAt } from '@motcua/core/dossier/dossier.ts'
import { dossierId } from '@motcua/core/kernel/ids.ts'
import { findDossier, type Spine } from '../dossier/dossier.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import { parseFired } from '../reminder/reminder.ts'
import type { TellServices } from './tell-officers.ts'

const ACTOR = { kind: 'system', name: 'reminder' } as const

/**
 * Drafts the letter that is owed (NĐ 61/2018 Đ.19.9) with a new time and no reason: that is for people to say. What has
 * a letter already, or another due time by now, is left as it is.
 */
export function draftOwedApology({ pool, spine, rulebook, now }: TellServices & { readonly spine: Spine }): JobHandler {
  return async (payload) => {
    const fired = parseFired(payload)
    const dossier = await findDossier(pool, dossierId(fired.dossier))
    if (dossier === null || dossier.apology !== null || dossier.dueAt !== fired.dueAt) return
    const dueAt = proposedDueAt(dossier, { now: now(), actor: ACTOR, rulebook: rulebook() })
    const outcome = await spine.change({
      dossier: dossier.id,
      // Somebody may be writing the letter at this moment: his stands.
      expectedVersion: dossier.version,
      key: `${ACTOR.name} ${fired.reminder}`,
      actor: ACTOR,
      command: { action: 'draftApology', reason: '', dueAt },
    })
    if (outcome.kind === 'refused' && outcome.refusal.kind === 'version-stale') {
      throw new Error(`Hồ sơ ${dossier.id} vừa thay đổi; sẽ xem lại.`)
    }
  }
}
