import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate, parseInstant } from '@motcua/core/kernel/instant.ts'
import { createRandom, type Random } from '@motcua/core/kernel/random.ts'
import type { FrozenTable } from '@motcua/core/published-report/published-report.ts'
import { type CellValue, readXlsx } from 'hucre'
import type { PublishedReport } from './published-report.ts'
import { writePublishedWorkbook } from './published-workbook.ts'

const HASH = 'a1'.repeat(32)

const published = (tables: readonly FrozenTable[]): PublishedReport => ({
  ...{ number: 7, publishedAt: parseInstant('2024-04-02T09:00'), publishedByName: 'Lê Văn B' },
  ...{ contentHash: HASH, hash: 'b2'.repeat(32), previousHash: '00'.repeat(32) },
  content: {
    ...{ title: 'Báo cáo tháng 3', scope: { id: 'all', name: 'Toàn tỉnh', kind: 'all' }, corrections: false },
    period: { from: localDate('2024-02-21'), to: localDate('2024-03-20') },
    ...{ asOf: '2024-03-20T17:00:00.000Z', countedTo: '2024-04-02T02:00:00.000Z', tables, document: null },
  },
})

const COLUMNS = ['received', 'online', 'share', 'rating'] as const
const KIND = { received: 'count', online: 'count', share: 'ratio', rating: 'missing' } as const
/** Any table that could have been published: with shares that are none, and rows that look like formulas. */
function frozenTable(random: Random): FrozenTable {
  const figures = () => ({
    received: random.below(1_000_000),
    online: random.below(3),
    share: random.below(4) === 0 ? null : random.below(10_001) / 100,
    rating: null,
  })
  const names = ['Hộ tịch', '=1+1', 'Đất đai', 'Lý lịch tư pháp'] as const
  return {
    ...{
      form: random.below(2) === 0 ? 'II.06a' : 'thanh-toan',
      version: 1,
      by: random.below(2) === 0 ? 'field' : 'khac',
    },
    ...{
      title: 'Biểu thử',
      number: 'II.06a/VPCP/KSTT',
      source: 'Thông tư thử',
      columns: [...COLUMNS],
      totals: figures(),
    },
    definitions: COLUMNS.map((id) => ({ id, version: 1, name: `Tên ${id}`, words: '', kind: KIND[id] })),
    heads: [
      { figure: 'received', head: 'Tổng số', over: ['Tiếp nhận'], number: 3 },
      { figure: 'online', head: 'Trực tuyến', over: ['Tiếp nhận'], number: 4 },
      { figure: 'share', head: 'Tỷ lệ', over: [], number: null },
      { figure: 'rating', head: 'Hài lòng', over: [], number: null },
    ],
    rows: Array.from({ length: random.below(8) }, (_, id) => ({
      ...{ id: String(id), name: names[random.below(names.length)] ?? '', figures: figures() },
    })),
    identities: [{ text: 'Tổng = Phần', holds: true }],
    notes: ['Cách tính'],
  }
}

const SEEDS = Array.from({ length: 25 }, (_, seed) => seed)

const EMPTY: Readonly<Record<string, string>> = { share: '–', rating: 'chưa có dữ liệu' }

test('every number of the workbook is the frozen one, and what is no number is said in words', async () => {
  for (const seed of SEEDS) {
    const random = createRandom(seed)
    const tables = Array.from({ length: 1 + random.below(4) }, () => frozenTable(random))
    const { sheets } = await readXlsx(await writePublishedWorkbook(published(tables)))
    assert.equal(sheets.length, tables.length)
    for (const [index, { rows, totals, form }] of tables.entries()) {
      const sheet = sheets[index]
      assert.equal(sheet?.name, `${index + 1}. ${form}`)
      const first = (sheet?.rows ?? []).findIndex(([cell]) => cell === '(1)') + 1
      const expected = [...rows.map((row) => row.figures), totals].map((values) =>
        COLUMNS.map((id): CellValue => values[id] ?? EMPTY[id] ?? null),
      )
      const shown = (sheet?.rows ?? []).slice(first, first + rows.length + 1)
      const numbers = shown.map((cells) => cells.slice(2, 2 + COLUMNS.length))
      assert.deepEqual(numbers, expected, `seed ${seed}`)
      assert.deepEqual(
        shown.slice(0, -1).map(([, name]) => name),
        rows.map(({ name }) => name),
      )
    }
  }
})

test('each sheet says of when it is and by which hash it can be found again', async () => {
  const table = frozenTable(createRandom(1))
  const { sheets } = await readXlsx(await writePublishedWorkbook(published([table])))
  const words = (sheets[0]?.rows ?? []).flat().filter((cell) => typeof cell === 'string')
  for (const said of [
    HASH,
    'Báo cáo công bố số 7',
    'Biểu số II.06a/VPCP/KSTT',
    'Tính đến lúc: 20/03/2024 24:00',
    'Đơn vị báo cáo: Toàn tỉnh',
  ]) {
    assert.ok(
      words.some((text) => text.includes(said)),
      said,
    )
  }
})

test('a table of before, without heads of the form, is headed by the names of its figures', async () => {
  const table = frozenTable(createRandom(1))
  const { heads: _, unit: __, ...before } = table
  const { sheets } = await readXlsx(await writePublishedWorkbook(published([before])))
  assert.deepEqual(sheets[0]?.rows[4]?.slice(2, 6), ['Tên received', 'Tên online', 'Tên share', 'Tên rating'])
})
