import type { FieldProblem } from '../form/form.ts'
import type { Instant } from '../kernel/instant.ts'
import type { CorrectedTime, DossierState } from './dossier.ts'
import type { DossierAction } from './dossier-commands.ts'

/** Why a change does not happen. Stable words: they are the `type` of the problem that a client sees. */
export type DossierRefusal =
  | { readonly kind: 'dossier-unknown' }
  | { readonly kind: 'dossier-exists' }
  | { readonly kind: 'action-forbidden'; readonly action: DossierAction; readonly who: string }
  | { readonly kind: 'action-not-allowed'; readonly action: DossierAction; readonly state: DossierState | 'none' }
  | { readonly kind: 'clock-paused'; readonly action: DossierAction; readonly waiting: string }
  | { readonly kind: 'version-stale'; readonly expected: number; readonly actual: number }
  | { readonly kind: 'procedure-unknown'; readonly procedure: string }
  | { readonly kind: 'procedure-outdated'; readonly stated: number; readonly inForce: number }
  | { readonly kind: 'case-unknown'; readonly caseId: string }
  | { readonly kind: 'channel-not-offered'; readonly channel: string }
  | { readonly kind: 'unit-unknown'; readonly unit: string }
  | { readonly kind: 'unit-not-competent'; readonly unit: string }
  | { readonly kind: 'officer-unknown'; readonly officer: string }
  | { readonly kind: 'officer-not-competent'; readonly officer: string }
  | { readonly kind: 'officer-missing' }
  | { readonly kind: 'officer-assigned'; readonly officer: string }
  | { readonly kind: 'step-unknown'; readonly step: string }
  | { readonly kind: 'step-not-final'; readonly step: string }
  | { readonly kind: 'step-is-final'; readonly step: string }
  | { readonly kind: 'step-not-skippable'; readonly step: string }
  | { readonly kind: 'outcome-missing'; readonly step: string; readonly choices: readonly string[] }
  | {
      readonly kind: 'outcome-unknown'
      readonly step: string
      readonly outcome: string
      readonly choices: readonly string[]
    }
  | { readonly kind: 'part-unknown'; readonly part: string }
  | { readonly kind: 'parts-open'; readonly names: readonly string[] }
  | { readonly kind: 'process-version-unknown'; readonly version: number }
  | { readonly kind: 'process-version-same'; readonly version: number }
  | { readonly kind: 'position-missing'; readonly steps: readonly string[] }
  | { readonly kind: 'nothing-to-take-back' }
  | { readonly kind: 'nothing-to-send-back' }
  | { readonly kind: 'documents-missing'; readonly missing: readonly string[] }
  | { readonly kind: 'answers-invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'text-invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'supplement-repeated' }
  | { readonly kind: 'pause-ground-unknown'; readonly ground: string | null }
  | { readonly kind: 'reason-ground-unknown'; readonly ground: string; readonly action: DossierAction }
  | { readonly kind: 'supplement-too-late'; readonly dueAt: Instant }
  | { readonly kind: 'payment-not-owed' }
  | { readonly kind: 'payment-amount-wrong'; readonly owed: number; readonly paid: number }
  | { readonly kind: 'fee-unpaid'; readonly owed: number }
  | { readonly kind: 'consultation-unknown'; readonly id: string }
  | { readonly kind: 'consultation-open'; readonly count: number }
  | { readonly kind: 'date-out-of-range'; readonly field: string; readonly reason: string }
  | { readonly kind: 'extension-used' }
  | { readonly kind: 'no-due-time' }
  | { readonly kind: 'calendar-missing'; readonly date: string }
  | {
      readonly kind: 'rules-missing'
      readonly what: 'process' | 'codeFormat' | 'policy' | 'pauseGround'
      readonly date: string
    }
  | { readonly kind: 'nothing-corrected' }
  | { readonly kind: 'result-signed'; readonly number: string }
  | { readonly kind: 'nothing-to-correct'; readonly what: CorrectedTime }
  | { readonly kind: 'evidence-missing' }
  | { readonly kind: 'correction-open'; readonly what: CorrectedTime }
  | { readonly kind: 'correction-unknown'; readonly number: number | null }
  | { readonly kind: 'correction-own' }

export type DossierRefusalKind = DossierRefusal['kind']
