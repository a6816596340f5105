import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isObject } from '@motcua/core/kernel/shape.ts'
import {
  checkRulebook,
  idOf,
  isRecordKind,
  parseRecord,
  RECORD_KINDS,
  type RulebookProblem,
  type RulebookRecord,
} from '@motcua/core/rulebook/rulebook.ts'

/** One fault: the file relative to the data folder, the place in it, and in Vietnamese what is wrong and what to do. */
export type DataProblem = { readonly file: string; readonly place: string; readonly reason: string }

/** All of the folder or nothing: records that were checked apart from each other are of no use. */
export type LoadedData =
  | {
      readonly kind: 'loaded'
      readonly records: readonly RulebookRecord[]
      /** Those of the records that came from other files than the folder's. */
      readonly others: readonly RulebookRecord[]
      readonly warnings: readonly DataProblem[]
    }
  | { readonly kind: 'refused'; readonly problems: readonly DataProblem[] }

type ParsedFile = {
  readonly file: string
  readonly records: readonly RulebookRecord[]
  readonly problems: readonly DataProblem[]
}

/** What of the data folder is rulebook; other capabilities keep their own files beside it. */
const PARTS = [
  'organisation',
  'calendars',
  'procedures',
  'processes',
  'forms',
  'policies',
  'report-narratives',
  'pause-grounds',
  'reason-grounds',
  'indicator-sets',
  'figures',
  'report-forms',
  'periods',
  'code-formats.json',
]

/** Every JSON file of those parts holds `{ "kind": …, "records": […] }`. */
export function loadData(folder: string): Promise<LoadedData> {
  return loadDataWith(folder, [])
}

/** The folder as it would be with these files in it: a record of theirs takes the place of the folder's with the same id. */
export async function loadDataWith(folder: string, paths: readonly string[]): Promise<LoadedData> {
  const names = await listFiles(folder)
  if (names === null) return { kind: 'refused', problems: [{ file: folder, place: '', reason: NO_FOLDER }] }
  const own = await Promise.all(names.map((file) => readRecords(folder, file)))
  const others = await Promise.all(paths.map((path) => readRecords('', path)))
  const files = [...replaced(own, others), ...others]
  const problems = files.flatMap((file) => file.problems)
  if (problems.length > 0) return { kind: 'refused', problems }

  const records = files.flatMap((file) => file.records)
  const findings = checkRulebook(records)
  const placed = inFiles([...own, ...others])
  if (findings.problems.length > 0) return { kind: 'refused', problems: findings.problems.map(placed) }
  const fromOthers = others.flatMap((file) => file.records)
  return { kind: 'loaded', records, others: fromOthers, warnings: findings.warnings.map(placed) }
}

function replaced(own: readonly ParsedFile[], others: readonly ParsedFile[]): readonly ParsedFile[] {
  const keyOf = (record: RulebookRecord): string => `${record.kind} ${idOf(record)}`
  const taken = new Set(others.flatMap((file) => file.records.map(keyOf)))
  if (taken.size === 0) return own
  return own.map((file) => ({ ...file, records: file.records.filter((record) => !taken.has(keyOf(record))) }))
}

const NO_FOLDER = 'không đọc được thư mục dữ liệu; kiểm tra đường dẫn và quyền đọc'

async function listFiles(folder: string): Promise<readonly string[] | null> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.json'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .filter((file) => PARTS.includes(file.split(sep)[0] ?? ''))
      .toSorted()
  } catch {
    return null
  }
}

async function readRecords(folder: string, file: string): Promise<ParsedFile> {
  try {
    return parseFile(file, await readFile(join(folder, file), 'utf8'))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const reason = `không đọc được tệp (${code}); kiểm tra quyền đọc`
    return { file, records: [], problems: [{ file, place: '', reason }] }
  }
}

function parseFile(file: string, text: string): ParsedFile {
  const refused = (place: string, reason: string): ParsedFile => ({
    file,
    records: [],
    problems: [{ file, place, reason }],
  })
  const json = parseJson(text)
  if (json.kind === 'broken') return refused(json.place, json.reason)
  const { value } = json
  if (!isObject(value)) return refused('', 'tệp phải có dạng { "kind": …, "records": […] }')
  const stray = Object.keys(value).find((key) => key !== 'kind' && key !== 'records')
  if (stray !== undefined) return refused(stray, 'không có mục nào tên này; sửa tên hoặc bỏ đi')
  const { kind, records } = value
  if (!isRecordKind(kind)) return refused('kind', `phải là một trong: ${RECORD_KINDS.join(', ')}`)
  if (!Array.isArray(records)) return refused('records', 'phải là danh sách các bản ghi')

  const parsed = records.map((record: unknown) => parseRecord(kind, record))
  return {
    file,
    records: parsed.flatMap((each) => (each.kind === 'parsed' ? [each.record] : [])),
    problems: parsed.flatMap((each, index) =>
      each.kind === 'parsed' ? [] : each.problems.map((problem) => atRecord(file, index, problem)),
    ),
  }
}

type Json =
  | { readonly kind: 'read'; readonly value: unknown }
  | ({ readonly kind: 'broken' } & Omit<DataProblem, 'file'>)

function parseJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    return { kind: 'read', value }
  } catch (error) {
    const found = error instanceof Error ? /line (\d+) column (\d+)/.exec(error.message) : null
    const place = found === null ? '' : `dòng ${found[1]}, cột ${found[2]}`
    return {
      kind: 'broken',
      place,
      reason: 'không phải là JSON đúng; thường do thiếu hoặc thừa dấu phẩy, ngoặc, nháy kép',
    }
  }
}

function atRecord(file: string, index: number, { place, reason }: RulebookProblem): DataProblem {
  const record = place.id === '' ? `records[${index}]` : `records[${index}] (${place.id})`
  return { file, place: place.path === '' ? record : `${record}.${place.path}`, reason }
}

/** Where two records bear one id the later one is named: that is the one to change. */
function inFiles(files: readonly ParsedFile[]): (problem: RulebookProblem) => DataProblem {
  const places = new Map<string, { readonly file: string; readonly index: number }>()
  for (const { file, records } of files) {
    for (const [index, record] of records.entries()) {
      const place = { file, index }
      places.set(`${record.kind} ${idOf(record)}`, place)
      if (record.kind === 'form') places.set(`form ${record.body.id}`, place)
    }
  }
  return (problem) => {
    const found = places.get(`${problem.place.kind} ${problem.place.id}`)
    if (found !== undefined) return atRecord(found.file, found.index, problem)
    const { id, path } = problem.place
    return { file: '', place: [id, path].filter((part) => part !== '').join('.'), reason: problem.reason }
  }
}
