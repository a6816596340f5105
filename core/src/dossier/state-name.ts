import { type PauseGround, TRANSFER } from './clock-ledger.ts'
import type { DossierState } from './dossier.ts'

export const STATE_NAME = {
  draft: 'Bản nháp',
  submitted: 'Chờ tiếp nhận',
  declined: 'Không được tiếp nhận',
  accepted: 'Được tiếp nhận',
  inProgress: 'Đang giải quyết',
  awaitingSupplement: 'Chờ bổ sung hồ sơ',
  awaitingPayment: 'Chờ thực hiện nghĩa vụ tài chính',
  withdrawn: 'Đã rút',
  stopped: 'Dừng giải quyết',
  refused: 'Từ chối giải quyết',
  resolved: 'Đã có kết quả',
  returned: 'Đã trả kết quả',
} as const satisfies Record<DossierState, string>

const IN_WORK: readonly DossierState[] = ['accepted', 'inProgress']

/** The state as lists call it: what the clock of a dossier in work waits for comes before the state. */
export function stateNameOf(state: DossierState, pausedOn: PauseGround | null): string {
  if (pausedOn === null || !IN_WORK.includes(state)) return STATE_NAME[state]
  return pausedOn === TRANSFER ? 'Chờ nhận từ nơi khác' : 'Tạm dừng thời hạn'
}
