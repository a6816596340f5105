import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Process, Step } from '@motcua/core/process/process.ts'
import { cloneDatabase } from '../testing/database.ts'
import { CLI, type Ended, runProgram } from '../testing/run-program.ts'

const SHIPPED = fileURLToPath(new URL('../../../data/processes/so-nganh.json', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'motcua-process-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const motcua = (...args: readonly string[]): Promise<Ended> => runProgram([CLI, 'process', ...args])

/** The shipped process of 1.000943 with its only version changed, or a second one after it. */
function aFile(name: string, change: (shipped: Process) => Process): string {
  const file: { readonly records: readonly Process[] } = JSON.parse(readFileSync(SHIPPED, 'utf8'))
  const shipped = file.records.find((each) => each.id === 'qt-1.000943')
  assert.ok(shipped)
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify({ kind: 'process', records: [change(shipped)] }))
  return path
}

const withSteps = (change: (steps: readonly Step[]) => readonly Step[]) => (shipped: Process) => ({
  ...shipped,
  versions: shipped.versions.map((each) => ({ ...each, steps: change(each.steps) })),
})

test('every shipped process can be used, and its oddities are listed', async () => {
  const { code, out } = await motcua('check', '--json')
  assert.equal(code, 0)
  const { processes, problems, warnings } = JSON.parse(out)
  assert.ok(processes >= 49)
  assert.deepEqual(problems, [])
  const places: readonly string[] = warnings.map((each: { readonly place: string }) => each.place)
  assert.ok(places.some((place) => place.includes('(qt-1.014111).versions[0].steps[0].minutes')))
  assert.ok(places.some((place) => place.includes('(1.000943).versions[0].cases[0].process')))
})

test('of a file only its own processes are counted and warned of', async () => {
  const { code, out } = await motcua(
    'check',
    aFile('same.json', (shipped) => shipped),
  )
  assert.equal(code, 0)
  assert.match(out, /^1 quy trình, 8 bước: không có lỗi, 1 lưu ý\.\n.*1\.000943.*dài hơn thời hạn giải quyết 960 phút/)
})

const FAULTS: readonly (readonly [what: string, change: (steps: readonly Step[]) => readonly Step[], said: RegExp])[] =
  [
    ['no end', (steps) => steps.slice(0, -1), /không có đường đến kết thúc/],
    ['a role that nobody has there', (steps) => withStep(steps, 1, { role: 'clerk' }), /không có vai trò "clerk"/],
    [
      'a step that nobody of the agency can do',
      (steps) => withStep(steps, 1, { at: 'division', role: 'administrator' }),
      /steps\[1\]\.role/,
    ],
    ['an unknown kind of step', (steps) => withStep(steps, 1, { kind: 'wait' }), /steps\[1\]\.kind.*một trong/],
  ]
for (const [what, change, said] of FAULTS) {
  test(`a process with ${what} is refused, naming the step`, async () => {
    const { code, out, err } = await motcua('check', aFile('faulty.json', withSteps(change)))
    assert.deepEqual([code, out], [1, ''])
    assert.match(err, said)
  })
}

function withStep(steps: readonly Step[], index: number, parts: object): readonly Step[] {
  return steps.map((step, at) => (at === index ? { ...step, ...parts } : step))
}

test('a file without a process, and one that is not there, are refused', async () => {
  const forms = fileURLToPath(new URL('../../../data/code-formats.json', import.meta.url))
  assert.equal((await motcua('check', join(folder, 'none.json'))).code, 1)
  assert.equal((await motcua('check', forms)).code, 1)
})

test('two versions are compared before the second is loaded', async () => {
  const file = aFile('two.json', (shipped) => ({
    ...shipped,
    versions: shipped.versions.flatMap((first) => {
      const { steps } = first
      const last = steps.at(-1)
      assert.ok(last)
      const later = [...withStep(steps.slice(0, -1), 2, { minutes: 480 }).toSpliced(1, 1), last]
      const second = { ...first, version: 2, effectiveFrom: '2026-01-01', source: 'QĐ mới', steps: later }
      return JSON.parse(JSON.stringify([{ ...first, effectiveTo: '2025-12-31' }, second]))
    }),
  }))
  const { code, out, err } = await motcua('diff', 'qt-1.000943', '1', '2', '--with', file)
  assert.deepEqual([code, err], [0, ''])
  assert.match(out, /Phiên bản 2, từ 01\/01\/2026, QĐ mới/)
  assert.match(out, /^- bỏ bước 2: /m)
  assert.match(out, /^~ .*: thời gian từ 1 ngày làm việc 4 giờ thành 1 ngày làm việc$/m)
  const json = JSON.parse((await motcua('diff', 'qt-1.000943', '1', '2', '--with', file, '--json')).out)
  assert.deepEqual([json.added, json.moved, json.removed.length, json.changed.length], [[], [], 1, 1])
})

test('a process or version that is not there is refused, naming those that are', async () => {
  const unknown = await motcua('diff', 'xa', '1', '2')
  assert.equal(unknown.code, 1)
  assert.match(unknown.err, /Không có quy trình "xa".*xa-1-ngay/)
  assert.match((await motcua('diff', 'xa-1-ngay', '1', '7')).err, /không có phiên bản 7\. Các phiên bản: 1\./)
  assert.equal((await motcua('diff', 'xa-1-ngay', 'một', '2')).code, 2)
})

const withDatabase = async (use: (motcuaOn: typeof motcua) => Promise<void>) => {
  const clone = await cloneDatabase()
  const home = mkdtempSync(join(tmpdir(), 'motcua-rebase-'))
  try {
    await use((...args) => runProgram([CLI, '--data', home, 'process', ...args], { env: { DATABASE_URL: clone.url } }))
  } finally {
    await clone.drop()
    rmSync(home, { recursive: true, force: true })
  }
}

test('moving open dossiers says how many moved, and names the versions there are', () =>
  withDatabase(async (motcuaOn) => {
    const trial = await motcuaOn('rebase', 'qt-1.000943', '--to', '1', '--dry-run')
    assert.deepEqual([trial.code, trial.err], [0, ''])
    assert.match(trial.out, /Sẽ chuyển được cả 0 hồ sơ/)
    const moved = await motcuaOn('rebase', 'qt-1.000943', '--to', '1', '--json')
    assert.deepEqual(JSON.parse(moved.out), { kind: 'moved', moved: 0, left: [] })
    assert.match((await motcuaOn('rebase', 'qt-1.000943', '--to', '7')).err, /không có phiên bản 7/)
    assert.equal((await motcuaOn('rebase', 'qt-1.000943')).code, 2)
  }))
