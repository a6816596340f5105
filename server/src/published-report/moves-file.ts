import type { CellValue } from 'hucre'
import { type FileKind, listFile } from '../platform/http/streamed-file.ts'
import type { MovedDossier } from './moved-dossiers.ts'

const HEADS = [
  { header: 'STT', width: 8 },
  { header: 'Mẫu biểu', width: 20 },
  { header: 'Mã hồ sơ', width: 24 },
  { header: 'Không còn tính ở', width: 60 },
  { header: 'Khi công bố', width: 60 },
  { header: 'Nay tính ở', width: 60 },
  { header: 'Hiện nay', width: 60 },
]

type Moves = AsyncIterable<{ readonly form: string; readonly moved: MovedDossier }>

/** The dossiers by which a published report differs, as a file. */
export function movesFile(kind: FileKind, moves: Moves): ReadableStream<Uint8Array> {
  return listFile(kind, { name: 'Hồ sơ đổi chỗ', heads: HEADS, rows: rowsOf(moves) })
}

async function* rowsOf(moves: Moves): AsyncGenerator<CellValue[]> {
  const names = (cells: MovedDossier['left']): string => cells.map(({ name }) => name).join('; ')
  let number = 0
  for await (const { form, moved } of moves) {
    number += 1
    yield [number, form, moved.code, names(moved.left), moved.before, names(moved.entered), moved.now]
  }
}
