import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { CommandRefused } from './command-line.ts'

/** What a command is given to read: a file, or with `-` standard input. Refused with the place of the fault. */
export async function readJsonInput(file: string): Promise<unknown> {
  const name = file === '-' ? 'Đầu vào' : file
  const text = file === '-' ? await textOf(process.stdin) : await readText(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    const where = placeOf(error instanceof Error ? error.message : '')
    throw new CommandRefused(
      `${name} không phải là JSON đúng${where}; thường do thiếu hoặc thừa dấu phẩy, ngoặc, nháy kép.`,
    )
  }
}

/** The engine tells line and column of some faults, of others the text around. */
function placeOf(message: string): string {
  const place = /line (\d+) column (\d+)/.exec(message)
  if (place !== null) return ` ở dòng ${place[1]}, cột ${place[2]}`
  const around = /, (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON/s.exec(message)?.[1]
  if (around !== undefined) return ` ở gần ${around.replaceAll(/\s+/g, ' ').trim()}`
  return message.startsWith('Unexpected end') ? ' ở cuối' : ''
}

const REASON: Readonly<Record<string, string>> = {
  ENOENT: 'không có tệp này',
  EISDIR: 'đây là một thư mục',
  EACCES: 'không có quyền đọc',
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new CommandRefused(`${file}: ${REASON[code] ?? `không đọc được (${code})`}. Hãy kiểm tra lại đường dẫn.`)
  }
}
