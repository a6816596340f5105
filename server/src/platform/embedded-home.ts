import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isOpenToOthers, STATE_FOLDER, type UnixUser } from './embedded-binaries.ts'
import { errorCode } from './file-lock.ts'

/** The operating systems cut the path of a socket at 104 to 108 bytes. */
const LONGEST_SOCKET_PATH = 100

/** Where an embedded database lies. `home` is `DIR/pg` or what that link points to. */
export type EmbeddedHome = {
  readonly home: string
  /** The cluster itself, owned by the server's user. */
  readonly cluster: string
  /** Folder of the Unix socket; null where connections go over loopback (Windows). */
  readonly socketFolder: string | null
  readonly lock: string
  /** Set when `home` had to be moved out of the data folder. */
  readonly movedBecause: string | null
}

/** The data folder cannot be used; the message tells the operator what to do. */
export class DataFolderRefused extends Error {}

export type Secrets = { readonly password: string; readonly port: number }

/**
 * Finds or makes the home. Started as root below a folder that the server's user cannot enter (`mktemp -d`, /root), the
 * cluster goes to a folder of its own below /var/lib and the data folder keeps a link to it.
 */
export function openHome(dataDir: string, user: UnixUser | null): EmbeddedHome {
  try {
    return makeHome(dataDir, user)
  } catch (error) {
    const why = FOLDER_FAULTS[errorCode(error)]
    if (why === undefined) throw error
    throw new DataFolderRefused(
      `Không dùng được thư mục dữ liệu ${resolve(dataDir)}: ${why}. Hãy sửa quyền hoặc chọn thư mục khác bằng --data.`,
      { cause: error },
    )
  }
}

const FOLDER_FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền ghi',
  EPERM: 'không có quyền ghi',
  EROFS: 'ổ đĩa chỉ cho đọc',
  ENOSPC: 'ổ đĩa đã đầy',
  EEXIST: 'đường dẫn này là một tệp, không phải thư mục',
  ENOTDIR: 'đường dẫn này đi qua một tệp, không phải thư mục',
}

function makeHome(dataDir: string, user: UnixUser | null): EmbeddedHome {
  const wanted = resolve(dataDir, 'pg')
  mkdirSync(resolve(dataDir), { recursive: true })
  refuseLostHome(wanted)
  const moved = !existsSync(wanted) && user !== null && !isOpenToOthers(dataDir)
  if (moved) linkToStateFolder(wanted)
  mkdirSync(wanted, { recursive: true, mode: 0o755 })
  const home = lstatSync(wanted).isSymbolicLink() ? resolve(dataDir, readlinkSync(wanted)) : wanted
  return {
    home,
    cluster: join(home, 'cluster'),
    socketFolder: process.platform === 'win32' ? null : makeSocketFolder(home, user),
    lock: join(home, 'lock'),
    movedBecause:
      home === wanted
        ? null
        : `thư mục dữ liệu không mở được cho tài khoản nobody (PostgreSQL không chạy dưới quyền root)`,
  }
}

/** An empty database in place of a lost one would look like lost dossiers. */
function refuseLostHome(wanted: string): void {
  if (existsSync(wanted) || lstatSync(wanted, { throwIfNoEntry: false }) === undefined) return
  throw new DataFolderRefused(
    `Không tìm thấy cơ sở dữ liệu: ${wanted} trỏ tới ${readlinkSync(wanted)}, nhưng thư mục đó không còn. ` +
      'Hãy khôi phục thư mục đó; nếu muốn bắt đầu với cơ sở dữ liệu trống thì xóa liên kết này.',
  )
}

function linkToStateFolder(wanted: string): void {
  const home = join(STATE_FOLDER, 'clusters', randomBytes(8).toString('hex'))
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(join(home, 'made-for.txt'), `${wanted}\n`)
  try {
    symlinkSync(home, wanted)
  } catch (error) {
    // Another process has linked at the same moment: its cluster is used.
    if (!existsSync(wanted)) throw error
  }
}

function makeSocketFolder(home: string, user: UnixUser | null): string {
  const near = join(home, 'run')
  const name = `motcua-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`
  const folder = near.length + '/.s.PGSQL.5432'.length <= LONGEST_SOCKET_PATH ? near : join(tmpdir(), name)
  makeFolderFor(folder, user)
  return folder
}

/** Makes a folder that only the server's user (and root) can enter. */
export function makeFolderFor(folder: string, user: UnixUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user !== null) chownSync(folder, user.uid, user.gid)
  const owner = user?.uid ?? process.getuid?.()
  if (owner !== undefined && statSync(folder).uid !== owner) throw new Error(`${folder} belongs to somebody else`)
}

export function readSecrets(home: EmbeddedHome): Secrets | null {
  const path = join(home.home, 'connection.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Secrets) : null
}

export function writeSecrets(home: EmbeddedHome, secrets: Secrets): void {
  writeFileSync(join(home.home, 'connection.json'), `${JSON.stringify(secrets)}\n`, { mode: 0o600 })
}
