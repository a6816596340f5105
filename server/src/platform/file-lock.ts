import { linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync, closeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A lock is held for one start or stop of the database; one older than this was left behind by a process id reused. */
const ABANDONED_MS = 180_000
const RETRY_MS = 20

/** Runs `work` while no other process of this machine runs anything under the same lock file. A dead holder loses it. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!tryLock(path)) {
    breakAbandoned(path)
    await sleep(RETRY_MS)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function tryLock(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function breakAbandoned(path: string): void {
  if (!isAbandoned(path)) return
  const aside = `${path}.${process.pid}.abandoned`
  try {
    // A rename has one winner. If a new holder came in between, its lock is put back.
    renameSync(path, aside)
    if (!isAbandoned(aside)) linkSync(aside, path)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error))) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function isAbandoned(path: string): boolean {
  try {
    const age = Date.now() - statSync(path).mtimeMs
    const holder = Number(readFileSync(path, 'utf8'))
    // Between creating the file and writing the id it is empty for a moment.
    if (!Number.isInteger(holder) || holder <= 0) return age > 5_000
    return age > ABANDONED_MS || !isRunning(holder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Whether a process of this id runs; a zombie that nobody has reaped does not count. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z'
  } catch {
    return true
  }
}

/** The `code` that Node and PostgreSQL put on their errors, or an empty text. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
