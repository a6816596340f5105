import type { Voices } from './check-process.ts'
import { checkWays } from './check-ways.ts'
import type { Part, ProcessVersion, Step } from './process.ts'

type PartVoices = Voices & { readonly checkStep: (step: Step, here: string, voices: Voices) => void }

/** A part must be something that its agency can begin and complete. */
export function checkParts(version: ProcessVersion, place: string, voices: PartVoices): void {
  version.steps.forEach((step, index) => {
    if (step.parts.length > 0 && (step.kind === 'intake' || step.kind === 'return'))
      voices.say(`${place}[${index}].parts`, 'bước tiếp nhận và trả kết quả không được gồm nhiều nhánh')
    step.parts.forEach((part, at) => {
      checkPart(part, { version, here: `${place}[${index}].parts[${at}]` }, voices)
    })
  })
}

function checkPart(
  part: Part,
  { version, here }: { readonly version: ProcessVersion; readonly here: string },
  voices: PartVoices,
): void {
  const { say, warn, checkStep } = voices
  const isOutside = part.agency.is === 'outside'
  if (isOutside && part.steps.length > 0)
    say(`${here}.steps`, `cơ quan ngoài hệ thống không làm bước nào ở đây; nhánh "${part.name}" phải để trống các bước`)
  if (!isOutside && part.steps.length === 0)
    say(`${here}.steps`, `nhánh "${part.name}" không bao giờ hoàn thành được vì không có bước nào`)
  if (part.term === null) warn(`${here}.term`, `nhánh "${part.name}" chưa có thời hạn riêng`)
  part.steps.forEach((step, index) => {
    const path = `${here}.steps[${index}]`
    if (step.kind === 'intake' || step.kind === 'return')
      say(`${path}.kind`, 'tiếp nhận và trả kết quả là việc của cả hồ sơ, không thuộc nhánh nào')
    if (step.parts.length > 0) say(`${path}.parts`, 'nhánh không được chia nhánh nữa')
    if (step.at === 'named')
      say(`${path}.at`, 'trong nhánh, cơ quan đã ghi ở nhánh; dùng counter, agency hoặc division')
    checkStep(step, path, voices)
  })
  checkWays({ list: part.steps, version, place: `${here}.steps` }, voices)
}
