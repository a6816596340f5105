import { formatDate, formatWorkingTime } from '@motcua/core/kernel/text.ts'
import type { ProcessDiff, Step, StepChange, StepKind } from '@motcua/core/process/process.ts'
import { ROLE_NAME } from '../organisation/organisation.ts'
import type { DiffSide, FoundDiff } from './find-diff.ts'

export const DIFF_KINDS = ['added', 'removed', 'moved', 'changed'] as const
export type DiffEntry = { readonly kind: (typeof DIFF_KINDS)[number]; readonly text: string }

const SIGN = { added: '+', removed: '-', moved: '>', changed: '~' } as const satisfies Record<DiffEntry['kind'], string>

/** What changed between two versions, one sentence each. */
export function diffEntries({ added, removed, moved, changed }: ProcessDiff): readonly DiffEntry[] {
  return [
    ...texts(
      'added',
      added.map(({ place, step }) => `thêm bước ${place}: ${step.name} (${doerOf(step)}, ${timeOf(step.minutes)})`),
    ),
    ...texts(
      'removed',
      removed.map(({ place, step }) => `bỏ bước ${place}: ${step.name}`),
    ),
    ...texts(
      'moved',
      moved.map(({ name, from, to }) => `dời bước: ${name}, từ thứ ${from} sang thứ ${to}`),
    ),
    ...texts(
      'changed',
      changed.map((change) => `${change.name}: ${changeText(change)}`),
    ),
  ]
}

const texts = (kind: DiffEntry['kind'], all: readonly string[]): readonly DiffEntry[] =>
  all.map((text) => ({ kind, text }))

export function diffLines({ process, from, to, ...diff }: FoundDiff): readonly string[] {
  const lines = diffEntries(diff).map(({ kind, text }) => `${SIGN[kind]} ${text}`)
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
      return `loại việc từ ${KIND_NAME[change.from]} thành ${KIND_NAME[change.to]}`
    case 'role':
      return `người làm từ ${ROLE_NAME[change.from]} thành ${ROLE_NAME[change.to]}`
    case 'at':
      return `nơi làm từ ${PLACE_NAME[change.from]} thành ${PLACE_NAME[change.to]}`
    case 'minutes':
      return `thời gian từ ${timeOf(change.from)} thành ${timeOf(change.to)}`
    case 'agency':
      return `cơ quan từ ${change.from ?? 'không nêu'} thành ${change.to ?? 'không nêu'}`
    case 'outcomes':
      return `lựa chọn từ ${namesOf(change.from)} thành ${namesOf(change.to)}`
    case 'ways':
      return `đường đi từ ${waysText(change.from)} thành ${waysText(change.to)}`
    case 'skip':
      return `người được bỏ qua bước từ ${rolesText(change.from)} thành ${rolesText(change.to)}`
    case 'parts':
      return `nhánh từ ${namesOf(change.from)} thành ${namesOf(change.to)}, hoặc cơ quan, thời hạn của nhánh`
  }
}

const doerOf = ({ role, at }: Step): string => `${ROLE_NAME[role]}, ${PLACE_NAME[at]}`
const timeOf = (minutes: number | null): string => (minutes === null ? 'chưa có thời gian' : formatWorkingTime(minutes))

const namesOf = (named: readonly { readonly name: string }[]): string =>
  named.length === 0 ? 'không có' : named.map(({ name }) => `"${name}"`).join(', ')
const waysText = (ways: Step['ways']): string =>
  ways.length === 0
    ? 'bước kế tiếp'
    : ways.map(({ to, when }) => (when === null ? to : `${to} (có điều kiện)`)).join(', ')
const rolesText = (roles: Step['skip']): string =>
  roles.length === 0 ? 'không ai' : roles.map((role) => ROLE_NAME[role]).join(', ')

export const PLACE_NAME = {
  counter: 'Bộ phận Một cửa',
  agency: 'cơ quan',
  division: 'phòng chuyên môn',
  named: 'cơ quan nêu đích danh',
} as const satisfies Record<Step['at'], string>

export const KIND_NAME = {
  intake: 'tiếp nhận',
  assign: 'phân công',
  appraise: 'thẩm định',
  review: 'xem xét',
  sign: 'ký duyệt',
  issue: 'phát hành',
  return: 'trả kết quả',
} as const satisfies Record<StepKind, string>
