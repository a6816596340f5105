import type { ReportFact } from '../src/report/report.ts'

type Later =
  | 'onlineLevel'
  | 'paidHow'
  | 'elsewhere'
  | 'feeOwed'
  | 'electronicResult'
  | 'supplements'
  | 'documentCount'
  | 'digitisedCount'
  | 'reusedCount'

/** What a dossier is of which nothing of the kind is known. */
export const NOTHING_MORE: Pick<ReportFact, Later> = {
  onlineLevel: 'none',
  paidHow: null,
  elsewhere: false,
  feeOwed: false,
  electronicResult: null,
  supplements: 0,
  documentCount: 0,
  digitisedCount: 0,
  reusedCount: 0,
}
