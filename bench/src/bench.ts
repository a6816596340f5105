import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchClock } from './clock.ts'
import { benchLives } from './lives.ts'
import { benchReports } from './reports.ts'
import { benchSpine } from './spine.ts'

export type BenchOptions = {
  /** Data folder of the bench's own database, prepared once and used again. */
  readonly dataDir: string
  /** Another PostgreSQL instead of the embedded one. */
  readonly databaseUrl: string | null
  /** How many dossiers, where a bench asks for a number; null: its own sizes. */
  readonly dossiers: number | null
}

const BENCHES = {
  clock: {
    run: benchClock,
    about:
      'hạn trả tính được mỗi giây với lịch hai năm, so với cách đi từng ngày trên lịch; và một lượt quét nhắc việc trên một triệu hồ sơ',
  },
  spine: { run: benchSpine, about: 'thay đổi mỗi giây qua spine, so với pgbench trong cùng lượt chạy' },
  lives: {
    run: benchLives,
    about: 'số hồ sơ trọn vòng đời mỗi giây qua HTTP, cơ sở dữ liệu rỗng so với một triệu hồ sơ',
  },
  reports: {
    run: benchReports,
    about: 'biểu, danh sách và bộ chỉ số với 1 và 10 triệu hồ sơ trong mười năm, so với DuckDB trên cùng số liệu',
  },
} as const

const USAGE = `Cách dùng: npm run -s bench -- <tên> [--data THƯ_MỤC] [--dossiers SỐ]

${Object.entries(BENCHES)
  .map(([name, { about }]) => `  ${name.padEnd(8)} ${about}`)
  .join('\n')}

  --data THƯ_MỤC   thư mục dữ liệu của bench (mặc định var/bench)
  --dossiers SỐ    chỉ đo với chừng ấy hồ sơ (cho reports)
  DATABASE_URL     đo trên PostgreSQL khác thay cho bản đi kèm
`

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  const name = positionals[0]
  if (values.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const bench = Object.entries(BENCHES).find(([each]) => each === name)?.[1]
  if (bench === undefined || positionals.length > 1) {
    process.stderr.write(name === undefined ? USAGE : wrongUsage(positionals.join(' ')))
    return 2
  }
  const dossiers = values.dossiers === undefined ? null : Number(values.dossiers)
  if (dossiers !== null && !(Number.isSafeInteger(dossiers) && dossiers > 0)) {
    process.stderr.write(wrongUsage(`--dossiers ${values.dossiers}`))
    return 2
  }
  await bench.run({
    dossiers,
    dataDir: resolve(values.data ?? 'var/bench'),
    databaseUrl: process.env['DATABASE_URL'] ?? null,
  })
  return 0
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { data: { type: 'string' }, dossiers: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch {
    process.stderr.write(wrongUsage(process.argv.slice(2).join(' ')))
    process.exit(2)
  }
}

function wrongUsage(said: string): string {
  return `Sai cách dùng: ${said}\n\n${USAGE}`
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
