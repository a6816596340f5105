import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openDatabase } from './platform/database.ts'
import { type ClonedDatabase, cloneDatabase } from './testing/database.ts'
import { CLI, type Ended, runProgram } from './testing/run-program.ts'
import { smallScenario } from './testing/small-scenario.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const folder = temporaryFolder('cli')

let clone: ClonedDatabase

before(async () => {
  clone = await cloneDatabase()
})
after(() => clone.drop())

const motcua = (...args: readonly string[]): Promise<Ended> =>
  runProgram([CLI, '--data', folder, ...args], { env: { DATABASE_URL: clone.url } })

function fileWith(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const MONTH = ['--from', '2024-02-21', '--to', '2024-03-20'] as const

test('every command explains itself in Vietnamese', async () => {
  const help = await motcua('--help')
  assert.equal(help.code, 0)
  const commands = [...help.out.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map((match) => match[1] ?? '')
  assert.ok(commands.length >= 8, help.out)
  for (const command of commands.filter((name) => name !== 'help')) {
    const { code, out } = await motcua(command, '--help')
    assert.equal(code, 0, command)
    assert.match(out, /Cách dùng: motcua/)
    assert.match(out, /Tùy chọn/)
    assert.doesNotMatch(out, /default|\[options\]|\[command\]/, command)
  }
})

test('a data folder that is none is refused in a sentence, and a misspelt option starts no server', async () => {
  const file = fileWith('tep', '')
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const start = (...args: readonly string[]) =>
    runProgram([main, ...args], { env: { PORT: '0', DATABASE_URL: undefined } })
  const migrated = await runProgram([CLI, '--data', file, 'migrate'], { env: { DATABASE_URL: undefined } })
  for (const { code, err } of [migrated, await start('--data', file)]) {
    assert.match(err, /^Không dùng được thư mục dữ liệu .* là một tệp/)
    assert.equal(code, 1)
  }
  const misspelt = await start('--dta', file)
  assert.deepEqual([misspelt.code, misspelt.out], [2, ''])
  assert.match(misspelt.err, /--data/)
})

test('wrong usage ends with 2 and says what is wrong', async () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['repot'], /không có lệnh "repot"/],
    [['report', 'II.06a'], /thiếu tùy chọn "--scope <scope>"/],
    [
      ['report', 'II.06a', '--scope', 'all', '--from', '2024-02-30', '--to', '2024-03-20'],
      /không phải là ngày có thật/,
    ],
    [
      ['report', 'II.06a', '--scope', 'all', ...MONTH, '--by', 'moon'],
      /"moon".*field, level, agency, .*counter, procedure, channel/,
    ],
    [['check', '--what'], /không có tùy chọn "--what"/],
    [['replay'], /thiếu tham số "file"/],
  ]
  for (const [args, said] of wrong) {
    const { code, out, err } = await motcua(...args)
    assert.equal(code, 2, args.join(' '))
    assert.equal(out, '')
    assert.match(err, said)
  }
})

test('the benches answer wrong usage in Vietnamese too', async () => {
  const bench = fileURLToPath(new URL('../../bench/src/bench.ts', import.meta.url))
  for (const wrong of ['--nosuch', 'nosuch']) {
    const { code, out, err } = await runProgram([bench, wrong])
    assert.deepEqual([code, out], [2, ''])
    assert.ok(err.startsWith(`Sai cách dùng: ${wrong}\n\nCách dùng: `), err)
  }
})

test('what is refused ends with 1 and the reason', async () => {
  const contradiction = {
    ...smallScenario(),
    groups: [{ scope: 'province', figures: { inProgress: 3, inProgressOverdue: 5 } }],
  }
  const unreachable = {
    ...smallScenario(),
    groups: [{ scope: 'district', figures: { receivedTotal: 5, interlinked: 5 } }],
  }
  const old = { ...smallScenario(), period: { from: '2009-01-01', to: '2009-01-31' } }
  const refused: readonly (readonly [readonly string[], RegExp])[] = [
    [['replay', join(folder, 'none.json')], /không có tệp này/],
    [['replay', folder], /đây là một thư mục/],
    [['replay', fileWith('broken.json', '{"id": ')], /không phải là JSON đúng/],
    [['replay', fileWith('other.json', '{"id": "a"}')], /Mục groups: còn thiếu mục này/],
    [['replay', fileWith('wrong.json', JSON.stringify(contradiction))], /Trái đẳng thức.*lệch 2/],
    [['replay', fileWith('far.json', JSON.stringify(unreachable))], /không sống lại được: cần 5 hồ sơ liên thông/],
    [['replay', fileWith('old.json', JSON.stringify(old))], /Không có mẫu biểu "II.06a" cho kỳ này/],
    [['report', 'II.99', '--scope', 'all', ...MONTH], /Không có mẫu biểu "II.99"/],
    [['report', 'II.06a', '--scope', 'moon', ...MONTH], /Không có phạm vi "moon"/],
    [['report', 'II.06a', '--scope', 'all'], /Chưa nêu kỳ/],
    [['report', 'II.06a', '--scope', 'all', '--period', '2024-13'], /Không có kỳ "2024-13".*ngay-21/],
    [['indicators', '--scope', 'all', '--period', '2024-13'], /"2024-13" không phải là kỳ/],
    [['indicators', '--set', '765', '--scope', 'all', '--period', '2024-03'], /Hiện có: 766@1, 766@2/],
    [['check', '--from', '2024-02-21'], /cả --from và --to/],
    [['data', 'check', '--folder', join(folder, 'none')], /không đọc được thư mục dữ liệu/],
  ]
  for (const [args, reason] of refused) {
    const { code, out, err } = await motcua(...args)
    assert.equal(code, 1, `${args.join(' ')} ${err}`)
    assert.equal(out, '')
    assert.match(err, reason)
  }
})

test('a database that is away is a refusal with advice, not a stack of calls', async () => {
  const url = 'postgresql://nobody:x@127.0.0.1:9/none'
  const { code, err } = await runProgram([CLI, 'check'], { env: { DATABASE_URL: url } })
  assert.equal(code, 1)
  assert.match(err, /^Không kết nối được cơ sở dữ liệu\./)
})

test('replay, report and check print one object each', async () => {
  const replayed = await motcua('replay', fileWith('small.json', JSON.stringify(smallScenario())), '--json')
  assert.deepEqual([replayed.code, replayed.err], [0, ''])
  const outcome = JSON.parse(replayed.out)
  assert.deepEqual(Object.keys(outcome), ['scenario', 'dossiers', 'changes', 'seconds', 'figures', 'differences'])
  assert.deepEqual([outcome.scenario, outcome.dossiers, outcome.differences], ['thang-thu', 300, []])

  const reported = await motcua('report', 'II.06a', '--scope', 'province', ...MONTH, '--json')
  const report = JSON.parse(reported.out)
  assert.deepEqual(Object.keys(report), ['form', 'version', 'scope', 'period', 'asOf', 'figures', 'rows'])
  assert.deepEqual(report.figures, outcome.figures)
  const named = await motcua(
    'report',
    'II.06a',
    '--scope',
    'province',
    '--period',
    '2024-03',
    '--rule',
    'ngay-21',
    '--json',
  )
  assert.deepEqual(JSON.parse(named.out), report)
  assert.equal(report.asOf, '2024-03-20T17:00:00.000Z')

  const divided = await motcua('report', 'II.06a', '--scope', 'all', ...MONTH, '--by', 'channel', '--json')
  const { rows } = JSON.parse(divided.out)
  assert.deepEqual(
    rows.map(({ name }: { name: string }) => name),
    ['Trực tuyến', 'Trực tiếp', 'Bưu chính công ích'],
  )
  assert.deepEqual(rows[0].figures.receivedNew, 100)

  const scored = await motcua('indicators', '--set', '766', '--scope', 'all', '--period', '2024-03', '--json')
  const quality = JSON.parse(scored.out)
  assert.deepEqual([quality.set.version, quality.period.from, quality.maxPoints], [1, '2024-03-01', 100])
  const printed = (await motcua('indicators', '--scope', 'all', '--period', '2024-03')).out
  assert.match(printed, /2\.1 Tỷ lệ hồ sơ giải quyết đúng hạn +\d+\/\d+ +\d+,\d\d\/20\n/)
  assert.match(printed, /1\.4 .* chưa có dữ liệu\n/)

  const load = JSON.parse((await motcua('workload', '--scope', 'province', ...MONTH, '--json')).out)
  assert.deepEqual([load.total.received, load.worked], [240, { from: '2024-02-21', to: '2024-03-20' }])
  assert.ok(load.units.every(({ people }: { people: object[] }) => people.length === 0))
  const shown = (await motcua('workload', '--scope', 'province', ...MONTH, '--people')).out
  assert.match(shown, /Tổng số +240 +[\d.,]+ +[\d,]+ %/)
  assert.match(shown, /\n {2}\S+ \S+.* [\d,]+ %\n/)

  const checked = await motcua('check', '--json')
  assert.equal(checked.code, 0)
  assert.deepEqual(JSON.parse(checked.out), { dossiers: 300, events: outcome.changes, differences: [] })

  const table = await motcua('report', 'II.06a', '--scope', 'all', ...MONTH)
  assert.match(table.out, /Tổng số +300 +100 +140 +60 +230/)
})

test('check says what differs and what to do, and never to count anew what was altered at its source', async () => {
  const database = await openDatabase({ databaseUrl: clone.url, dataDir: '' })
  const tampered = async (damage: string, repair: string): Promise<string> => {
    await database.pool.query(damage)
    const { code, out } = await motcua('check')
    await database.pool.query(repair)
    assert.equal(code, 1)
    return out
  }
  const one = `dossier_id = (select min(dossier_id::text)::uuid from dossier_event)`
  const fact = `update dossier_fact set supplements = supplements`
  const counted = await tampered(`${fact} + 1 where ${one}`, `${fact} - 1 where ${one}`)
  assert.match(counted, /facts\[1\]\.supplements: là .*\n(.*\n)*Việc cần làm:\n.*sự kiện gốc vẫn đúng.*motcua rebuild/)
  const trigger = (state: string): string => `alter table dossier_event ${state} trigger all`
  const event = `${trigger('disable')}; update dossier_event set actor = `
  const altered = await tampered(
    `${event} 'x' || actor where number = 1 and ${one}; ${trigger('enable')}`,
    `${event} substr(actor, 2) where number = 1 and ${one}; ${trigger('enable')}`,
  )
  assert.match(altered, /events\[1\]\.hash: nội dung sự kiện đã bị thay đổi/)
  assert.match(altered, /Việc cần làm:\n {2}Sự kiện gốc đã bị thay đổi hoặc thiếu.*chưa chạy “motcua rebuild”/)
  assert.doesNotMatch(altered, /sự kiện gốc vẫn đúng/)
  await database.close()
})

test('a published report is counted once, and its chain can be checked', async () => {
  const order = ['publish', 'report', 'II.06a', '--scope', 'province', ...MONTH]
  const { number, content, contentHash } = JSON.parse((await motcua(...order, '--by', 'field,channel', '--json')).out)
  assert.deepEqual([number, content.tables.length, content.tables[0].totals.receivedTotal], [1, 2, 300])
  const said = await motcua(...order)
  assert.match(said.out, /^Đã công bố báo cáo số 2: .*Cấp tỉnh, Tháng 3\/2024\n/)
  assert.doesNotMatch(said.out, new RegExp(contentHash))
  const verified = await motcua('publish', 'verify', '--json')
  assert.deepEqual([verified.code, JSON.parse(verified.out)], [0, { checked: 2, faults: [] }])
  assert.match((await motcua(...order, '--by', 'moon')).err, /^"moon" không có/)
})
