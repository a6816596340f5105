import type { ScopedPolicy } from './clock-policy.ts'

/** What an agency owes besides the statutory time itself: dated and cited like the rules of the clock. */
export type ServicePolicies = {
  /** province: every counter of the province takes in what any of its agencies resolves (phi địa giới). */
  readonly intakeElsewhere: 'none' | 'province'
  /** Working minutes in which an online filing is accepted, or its completion asked for. */
  readonly acceptWithinMinutes: number
  /** Working days that an applicant has for completing his dossier. */
  readonly supplementWithinDays: number
  /** Working days after intake in which a dossier in work may be sent back for completion, */
  readonly supplementRequestWithinDays: number
  /** and what happens to a later request: it is refused, or recorded as the breach that it is. */
  readonly lateSupplementRequest: 'refuse' | 'record'
  /** Minute of the local day from which paper goes on only at the start of the next working day. */
  readonly handOverUntil: number
  /** How many times a dossier may be given a new appointment. */
  readonly extensions: 0 | 1
  /** Working days before the due day by which the letter of apology must be signed. */
  readonly apologyLeadDays: number
  /** Working minutes after which the leader is told of what its holder was told and has not done. */
  readonly leaderAfterMinutes: number
  /** Working minutes before the close of the day on which it was signed that an open dossier with a signed result is spoken of. */
  readonly resultOpenLeadMinutes: number
  /** Days for which reminders and notices to officers are kept once they are dealt with. */
  readonly reminderRetentionDays: number
}

export type ServicePolicyRecord = ScopedPolicy & {
  readonly policies: ServicePolicies
  readonly citations: Readonly<Record<keyof ServicePolicies, string>>
}
