import type { DossierRefusal, DossierRefusalKind } from '@motcua/core/dossier/dossier-refusals.ts'
import { explainRefusal, type Names } from '@motcua/core/dossier/refusal-text.ts'
import type { ProblemText } from '../platform/http/problem.ts'

/** 403 not yours, 404 not there, 409 the dossier stands elsewhere, 422 what was sent does not do. The words are core's. */
export const PROBLEM_BY_REFUSAL = {
  'dossier-unknown': { status: 404 },
  'dossier-exists': { status: 409 },
  'action-forbidden': { status: 403 },
  'action-not-allowed': { status: 409 },
  'clock-paused': { status: 409 },
  'version-stale': { status: 409 },
  'procedure-unknown': { status: 422 },
  'procedure-outdated': { status: 409 },
  'case-unknown': { status: 422 },
  'channel-not-offered': { status: 422 },
  'unit-unknown': { status: 422 },
  'unit-not-competent': { status: 422 },
  'officer-unknown': { status: 422 },
  'officer-not-competent': { status: 422 },
  'officer-missing': { status: 422 },
  'officer-assigned': { status: 409 },
  'step-unknown': { status: 422 },
  'step-not-final': { status: 409 },
  'step-is-final': { status: 409 },
  'step-not-skippable': { status: 409 },
  'outcome-missing': { status: 422 },
  'outcome-unknown': { status: 422 },
  'part-unknown': { status: 404 },
  'parts-open': { status: 409 },
  'process-version-unknown': { status: 422 },
  'process-version-same': { status: 409 },
  'position-missing': { status: 409 },
  'nothing-to-take-back': { status: 409 },
  'nothing-to-send-back': { status: 409 },
  'documents-missing': { status: 422 },
  'answers-invalid': { status: 422 },
  'text-invalid': { status: 422 },
  'reason-missing': { status: 422 },
  'supplement-repeated': { status: 409 },
  'pause-ground-unknown': { status: 422 },
  'reason-ground-unknown': { status: 422 },
  'supplement-too-late': { status: 409 },
  'payment-not-owed': { status: 409 },
  'payment-amount-wrong': { status: 422 },
  'fee-unpaid': { status: 409 },
  'consultation-unknown': { status: 404 },
  'consultation-open': { status: 409 },
  'date-out-of-range': { status: 422 },
  'extension-used': { status: 409 },
  'no-due-time': { status: 409 },
  'calendar-missing': { status: 409 },
  'rules-missing': { status: 409 },
  'nothing-corrected': { status: 422 },
  'result-signed': { status: 409 },
  'nothing-to-correct': { status: 409 },
  'evidence-missing': { status: 422 },
  'correction-open': { status: 409 },
  'correction-unknown': { status: 409 },
  'correction-own': { status: 403 },
} as const satisfies Record<DossierRefusalKind, { readonly status: number }>

export function refusalProblem(refusal: DossierRefusal, names: Names): ProblemText {
  const { status } = PROBLEM_BY_REFUSAL[refusal.kind]
  const errors = errorsOf(refusal)
  return { kind: refusal.kind, status, ...explainRefusal(refusal, names), ...(errors.length === 0 ? {} : { errors }) }
}

function errorsOf(refusal: DossierRefusal): NonNullable<ProblemText['errors']> {
  switch (refusal.kind) {
    case 'answers-invalid':
      return refusal.problems.map(({ path, message }) => ({ path: `answers.${path}`, message }))
    case 'text-invalid':
      return refusal.problems
    case 'documents-missing':
      return refusal.missing.map((name) => ({ path: 'documents', message: `Còn thiếu: ${name}` }))
    case 'date-out-of-range':
      return [{ path: refusal.field, message: refusal.reason }]
    default:
      return []
  }
}
