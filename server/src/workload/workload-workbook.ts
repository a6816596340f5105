import { localDate, parseInstant } from '@motcua/core/kernel/instant.ts'
import { AREA_NAME } from '@motcua/core/organisation/organisation.ts'
import type { View } from '../platform/http/route.ts'
import { type PrintedCell, type PrintedTable, writeReportWorkbook } from '../report/report.ts'
import type { WorkloadSchema } from './workload-schema.ts'

type Workload = View<typeof WorkloadSchema>
type Unit = Workload['units'][number]

/** One sheet of the counters, and one of those of their people whom the asker may see. */
export function writeWorkloadWorkbook(workload: Workload): Promise<Uint8Array> {
  const people = workload.units.flatMap((unit) => unit.people.map((person) => ({ unit, person })))
  return writeReportWorkbook([countersSheet(workload), ...(people.length === 0 ? [] : [peopleSheet(workload, people)])])
}

const AGAINST = ['Tiếp nhận trong kỳ', 'Định mức trong kỳ', 'Tỷ lệ'] as const

function countersSheet(workload: Workload): PrintedTable {
  const { total, units } = workload
  return {
    ...headOf(workload),
    name: 'Bộ phận Một cửa',
    rowHead: 'Bộ phận Một cửa',
    columns: columnsOf(['Vùng', ...AGAINST, 'Số người tiếp nhận', 'Số người theo định mức', 'Ghi chú']),
    rows: units.map((unit) => ({
      name: unit.name,
      cells: [
        plain(unit.areas.map((area) => AREA_NAME[area]).join('; ')),
        ...against(unit),
        ...[plain(unit.receivers), plain(unit.peopleAsked), plain(remarksOf(unit))],
      ],
    })),
    totals: [plain(null), ...against(total), plain(total.receivers), plain(null), plain(null)],
  }
}

type Row = { readonly unit: Unit; readonly person: Unit['people'][number] }

function peopleSheet(workload: Workload, people: readonly Row[]): PrintedTable {
  const received = people.reduce((sum, { person }) => sum + person.received, 0)
  const norm = people.reduce((sum, { person }) => sum + Math.round((person.norm ?? 0) * 10), 0) / 10
  return {
    ...headOf(workload),
    name: 'Cán bộ',
    rowHead: 'Cán bộ tiếp nhận',
    columns: columnsOf(['Bộ phận Một cửa', ...AGAINST, 'Số ngày làm việc', 'Ghi chú']),
    rows: people.map(({ unit, person }) => ({
      name: person.name,
      cells: [
        ...[plain(unit.name), ...against(person), plain(person.days)],
        plain(person.days === 0 ? 'không giữ vị trí tiếp nhận tại đây' : null),
      ],
    })),
    // Of those who are shown: who sees himself alone is not told the rest.
    totals: [plain(null), ...against({ received, norm, ratio: null }), plain(null), plain(null)],
  }
}

function headOf({ scope, period, asOf, notes }: Workload) {
  return {
    ...{ number: null, title: 'Khối lượng tiếp nhận so với định mức', source: 'Quyết định 468/QĐ-TTg' },
    ...{ unit: 'Hồ sơ', scope: scope.name, asOf: parseInstant(asOf), notes },
    period: { from: localDate(period.from), to: localDate(period.to) },
    ...{ besides: [], identities: [], stamp: [] },
  }
}

const columnsOf = (heads: readonly string[]): PrintedTable['columns'] =>
  heads.map((head) => ({ head, over: [], number: null }))

function remarksOf({ gap, few }: Unit): string {
  return [gap ?? '', few ? 'ít hồ sơ' : ''].filter((remark) => remark !== '').join('; ')
}

function against({ received, norm, ratio }: Pick<Unit, 'received' | 'norm' | 'ratio'>): readonly PrintedCell[] {
  return [plain(received), plain(norm), { value: ratio ?? '', isShare: ratio !== null }]
}

/** What is not known stands empty, so that nobody adds it up. */
const plain = (value: number | string | null): PrintedCell => ({ value: value ?? '', isShare: false })
