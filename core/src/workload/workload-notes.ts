import { formatDate, formatNumber } from '../kernel/text.ts'
import { AREA_KINDS, AREA_NAME } from '../organisation/organisation.ts'
import type { Period } from '../period/period.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { NormGap } from './person-norm.ts'
import type { WorkloadTable } from './workload-table.ts'

/** Why a counter or a person has no norm. */
export const GAP_TEXT: Readonly<Record<NormGap, string>> = {
  area: 'chưa phân loại vùng',
  norm: 'chưa có định mức cho kỳ này',
  calendar: 'lịch làm việc chưa đủ cả năm',
}

/** How the table was worked out, and by which rules. */
export function workloadNotes(table: WorkloadTable, worked: Period, rulebook: Rulebook): readonly string[] {
  const norms = rulebook
    .workloadNorms()
    .filter(({ validFrom, validTo }) => validFrom <= worked.to && (validTo === null || worked.from <= validTo))
    .map(({ perYear, source, validFrom }) => {
      const each = AREA_KINDS.map((area) => `${AREA_NAME[area].toLowerCase()} ${formatNumber(perYear[area])}`)
      return `Định mức một người một năm: ${each.join('; ')} hồ sơ (${source}; áp dụng từ ${formatDate(validFrom)}).`
    })
  return [
    ...norms,
    ...(table.leftOut.units === 0 ? [] : [leftOutNote(table.leftOut)]),
    `Định mức trong kỳ là định mức năm nhân với số ngày làm việc từ ${formatDate(worked.from)} đến ${formatDate(worked.to)} mà người đó giữ vị trí tiếp nhận, chia cho số ngày làm việc của cả năm theo lịch làm việc của đơn vị. Người đang ở nhiều bộ phận trong cùng một ngày thì ngày ấy chia đều cho các bộ phận.`,
    'Định mức của một bộ phận là tổng định mức của những người ở đó, mỗi người làm tròn đến một phần mười hồ sơ. Việc kiêm nhiệm và ngày nghỉ phép chưa được trừ.',
    'Tiếp nhận trong kỳ tính cho người đã bấm tiếp nhận, tại bộ phận đã tiếp nhận. Số người theo định mức là số tiếp nhận chia cho định mức của một người làm việc suốt kỳ tại đó.',
    'Bộ phận có tổng số hồ sơ ít hơn định mức của một người được ghi “ít hồ sơ”: quyết định không buộc các bộ phận ấy phải đạt định mức.',
  ]
}

function leftOutNote({ units, received }: WorkloadTable['leftOut']): string {
  return `Tỷ lệ chung không gồm ${formatNumber(units)} bộ phận chưa tính được định mức, đã tiếp nhận ${formatNumber(received)} hồ sơ: vùng của một đơn vị chỉ lấy từ văn bản phân loại, không suy đoán.`
}
