import { formatDate, formatWorkingTime } from '@motcua/core/kernel/text.ts'
import type { Step, StepChange, StepKind } from '@motcua/core/process/process.ts'
import { ROLE_NAME } from '../organisation/organisation.ts'
import type { DiffSide, FoundDiff } from './find-diff.ts'

export function diffLines({ process, from, to, added, removed, moved, changed }: FoundDiff): readonly string[] {
  const lines = [
    ...added.map(({ place, step }) => `+ thêm bước ${place}: ${step.name} (${doerOf(step)}, ${timeOf(step.minutes)})`),
    ...removed.map(({ place, step }) => `- bỏ bước ${place}: ${step.name}`),
    ...moved.map(({ name, from: was, to: is }) => `> dời bước: ${name}, từ thứ ${was} sang thứ ${is}`),
    ...changed.map((change) => `~ ${change.name}: ${changeText(change)}`),
  ]
  return [
    `${process.id} ${process.name}`,
    `  ${sideText(from)}`,
    `  ${sideText(to)}`,
    ...(lines.length === 0 ? ['Các bước không khác nhau.'] : lines),
  ]
}

function sideText({ version, effectiveFrom, source, minutes }: DiffSide): string {
  return `Phiên bản ${version}, từ ${formatDate(effectiveFrom)}, ${source}: tổng ${formatWorkingTime(minutes)}`
}

function changeText(change: StepChange): string {
  switch (change.what) {
    case 'name':
      return `đổi tên từ "${change.from}"`
    case 'kind':
      return `loại việc từ ${KIND[change.from]} thành ${KIND[change.to]}`
    case 'role':
      return `người làm từ ${ROLE_NAME[change.from]} thành ${ROLE_NAME[change.to]}`
    case 'at':
      return `nơi làm từ ${PLACE[change.from]} thành ${PLACE[change.to]}`
    case 'minutes':
      return `thời gian từ ${timeOf(change.from)} thành ${timeOf(change.to)}`
  }
}

const doerOf = ({ role, at }: Step): string => `${ROLE_NAME[role]}, ${PLACE[at]}`
const timeOf = (minutes: number | null): string => (minutes === null ? 'chưa có thời gian' : formatWorkingTime(minutes))

const PLACE = {
  counter: 'Bộ phận Một cửa',
  agency: 'cơ quan',
  division: 'phòng chuyên môn',
} as const satisfies Record<Step['at'], string>

const KIND = {
  intake: 'tiếp nhận',
  assign: 'phân công',
  appraise: 'thẩm định',
  review: 'xem xét',
  sign: 'ký duyệt',
  issue: 'phát hành',
  return: 'trả kết quả',
} as const satisfies Record<StepKind, string>
