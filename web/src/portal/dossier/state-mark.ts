import type { DossierView } from '../../api/views.ts'
import type { TimeState } from '../../ui/StateMark.tsx'

/** The shape beside the name of a state where no due time is told. */
const MARK = {
  draft: 'none',
  submitted: 'inTime',
  declined: 'none',
  accepted: 'inTime',
  inProgress: 'inTime',
  awaitingSupplement: 'paused',
  awaitingPayment: 'paused',
  withdrawn: 'none',
  stopped: 'none',
  refused: 'none',
  resolved: 'done',
  returned: 'done',
} as const satisfies Record<DossierView['state'], TimeState>

export function markOf(state: DossierView['state']): TimeState {
  return MARK[state]
}

export const STAGE_NAMES = ['Nộp', 'Tiếp nhận', 'Giải quyết', 'Có kết quả', 'Đã trả'] as const

/** At which stage a dossier stands; null for one that left the way. */
const STAGE = {
  draft: null,
  submitted: 0,
  declined: null,
  accepted: 1,
  inProgress: 2,
  awaitingSupplement: 2,
  awaitingPayment: 2,
  withdrawn: null,
  stopped: null,
  refused: null,
  resolved: 3,
  returned: 4,
} as const satisfies Record<DossierView['state'], number | null>

export function stageOf(state: DossierView['state']): number | null {
  return STAGE[state]
}
