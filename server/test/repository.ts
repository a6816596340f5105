import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const NOT_OURS = new Set(['node_modules', 'dist', 'var', '.git'])
const NOT_TEXT = /\.(png|jpg|jpeg|gif|webp|avif|ico|pdf|ttf|otf|woff2?|gz|zip|docx|xlsx|db)$/

/** Absolute paths of all text files that we keep. */
export function filesOfRepository(folder: string = ROOT): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name) || NOT_TEXT.test(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesOfRepository(path)
    return entry.isFile() ? [path] : []
  })
}
