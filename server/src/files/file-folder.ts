import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Files lie under the hash of their content, so that the same bytes are one file and a changed byte shows. */
export function pathOf(dataDir: string, hash: string): string {
  return join(dataDir, 'files', hash.slice(0, 2), hash.slice(2))
}

/** The disk is full or does not let us write; the cause says which. Nothing of the file has stayed behind. */
export class FolderUnwritable extends Error {}

const UNWRITABLE: readonly string[] = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOTDIR']

/**
 * Keeps the bytes and answers their hash. When it returns, they have reached the disk under their final name.
 * Throws FolderUnwritable where the operator has to make room or give rights.
 */
export async function keepBytes(dataDir: string, bytes: Buffer): Promise<string> {
  try {
    return await writeOnce(dataDir, bytes)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (typeof code !== 'string' || !UNWRITABLE.includes(code)) throw cause
    throw new FolderUnwritable(`the folder of files cannot be written: ${code}`, { cause })
  }
}

async function writeOnce(dataDir: string, bytes: Buffer): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const path = pathOf(dataDir, hash)
  if (await exists(path)) return hash
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await writeThrough(unfinished, bytes)
    await rename(unfinished, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return hash
}

export function readBytes(dataDir: string, hash: string): ReadStream {
  return createReadStream(pathOf(dataDir, hash))
}

async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o640)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is durable only once its folder is; Windows does not open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
