import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DossierContent } from '@motcua/core/dossier/dossier.ts'
import type { BenchOptions } from './bench.ts'
import { type BenchProvince, loadBenchProvince } from './bench-province.ts'
import { median, percentile, printBench, round, say } from './figures.ts'
import { type BenchServer, startServer } from './lives-client.ts'
import { prepareMillion } from './million.ts'

const AT_ONCE = 32
const LIVES_A_ROUND = 1_500
/** The two databases take turns, so that a slow minute of the machine meets both. */
const ROUNDS = 5

type Round = { readonly livesPerSecond: number; readonly errors: number; readonly milliseconds: readonly number[] }

/**
 * Whole lives per second over HTTP (file, accept, each step, resolve, look up by code), on an empty database and on
 * one with a million dossiers, both served as `npm start` does, with dispatcher and jobs.
 */
export async function benchLives(options: BenchOptions): Promise<void> {
  const province = await loadBenchProvince()
  const folders = { empty: join(options.dataDir, 'empty'), million: join(options.dataDir, 'million') }
  await prepareMillion(folders.million, province)
  rmSync(folders.empty, { recursive: true, force: true })
  const empty = await startServer(folders.empty)
  const million = await startServer(folders.million)
  const rounds = { empty: [] as Round[], million: [] as Round[] }
  try {
    await live(empty, province)
    await live(million, province)
    for (let turn = 1; turn <= ROUNDS; turn += 1) {
      rounds.empty.push(await live(empty, province))
      rounds.million.push(await live(million, province))
      const [a, b] = [rounds.empty.at(-1), rounds.million.at(-1)]
      say(`lượt ${turn}: rỗng ${round(a?.livesPerSecond ?? 0)}, một triệu ${round(b?.livesPerSecond ?? 0)} hồ sơ/giây`)
    }
  } finally {
    await empty.stop()
    await million.stop()
  }
  print(rounds.empty, rounds.million)
  if ([...rounds.empty, ...rounds.million].some((each) => each.errors > 0))
    throw new Error('Có hồ sơ không đi hết vòng đời.')
}

function print(empty: readonly Round[], million: readonly Round[]): void {
  const speed = (rounds: readonly Round[]): number => median(rounds.map((each) => each.livesPerSecond))
  const p95 = (rounds: readonly Round[]): number =>
    round(
      percentile(
        rounds.flatMap((each) => each.milliseconds),
        0.95,
      ),
      1,
    )
  const errors = (rounds: readonly Round[]): number => rounds.reduce((sum, each) => sum + each.errors, 0)
  printBench({
    bench: 'lives',
    atOnce: AT_ONCE,
    empty: { livesPerSecond: round(speed(empty), 1), p95Milliseconds: p95(empty), errors: errors(empty) },
    million: { livesPerSecond: round(speed(million), 1), p95Milliseconds: p95(million), errors: errors(million) },
    ratio: round(speed(million) / speed(empty), 2),
  })
}

/** What a client sends: whose account it is the server knows by itself. */
function sentContent({ applicant, ...rest }: DossierContent): object {
  const { account: _, ...party } = applicant
  return { ...rest, applicant: party }
}

let lived = 0

async function live(server: BenchServer, province: BenchProvince): Promise<Round> {
  const milliseconds: number[] = []
  let errors = 0
  let left = LIVES_A_ROUND
  const started = performance.now()
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const problem = await liveOne(server, province, milliseconds)
      if (problem !== null && errors++ === 0) say(`lỗi: ${problem}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  // A life that broke off is none.
  return { livesPerSecond: ((LIVES_A_ROUND - errors) * 1000) / (performance.now() - started), errors, milliseconds }
}

/** One dossier from the counter to its result, and a look at it by its code. Null, or what went wrong. */
async function liveOne(server: BenchServer, province: BenchProvince, milliseconds: number[]): Promise<string | null> {
  const id = randomUUID()
  const ask = async (path: string, body: object | null, officer: string | null) => {
    const started = performance.now()
    const answer = await server.ask(path, body, officer)
    milliseconds.push(performance.now() - started)
    return answer
  }
  const [first, ...others] = province.doers
  const last = province.doers.at(-1)
  if (first === undefined || last === undefined) return 'không ai xử lý hồ sơ này'
  const content = sentContent(province.contentAt(lived++))
  const change = { expectedVersion: null }
  const asked: [path: string, body: object, officer: string][] = [
    ['submit', { ...change, content }, first.officer.id],
    ['accept', change, first.officer.id],
    ...[first, ...others]
      .slice(0, -1)
      .map((doer): [string, object, string] => ['forward', { ...change, officer: null, note: null }, doer.officer.id]),
    ['resolve', { ...change, result: province.resultAt(lived) }, last.officer.id],
  ]
  let code: unknown
  for (const [action, body, officer] of asked) {
    const answer = await ask(`/api/dossiers/${id}/${action}`, body, officer)
    if (answer.status !== 200) return `${action}: ${answer.status} ${JSON.stringify(answer.body)}`
    code = answer.body['code']
  }
  const found = await ask(`/api/tracking/${String(code)}`, null, null)
  return found.body['state'] === 'resolved' ? null : `tra cứu: ${found.status} ${JSON.stringify(found.body)}`
}
