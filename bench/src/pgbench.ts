import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The embedded server ships without pgbench: it comes with the system's PostgreSQL (Debian: postgresql-contrib). */
const PLACES = ['/usr/bin/pgbench', ...[18, 17, 16, 15].map((major) => `/usr/lib/postgresql/${major}/bin/pgbench`)]

export function findPgbench(): string | null {
  const named = process.env['PGBENCH']
  return [...(named === undefined ? [] : [named]), ...PLACES].find((path) => existsSync(path)) ?? null
}

export type PgbenchRun = {
  readonly url: string
  readonly script: string
  readonly clients: number
  readonly seconds: number
}

/** Transactions per second of one script as one prepared statement, without the time of connecting. */
export async function runPgbench(path: string, run: PgbenchRun): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-pgbench-'))
  const file = join(folder, 'script.sql')
  writeFileSync(file, run.script)
  try {
    const flags = ['-n', '-M', 'prepared', '-c', String(run.clients), '-j', '2', '-T', String(run.seconds), '-f', file]
    const output = await outputOf(path, [...flags, run.url])
    const tps = /tps = ([\d.]+) \(without initial connection time\)/.exec(output)?.[1]
    if (tps === undefined) throw new Error(`pgbench said nothing about its speed:\n${output}`)
    return Number(tps)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function outputOf(path: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString()
    })
    child.stderr.on('data', (part: Buffer) => {
      output += part.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`pgbench failed:\n${output}`))))
  })
}
