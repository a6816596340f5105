import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { CLI, type Ended, runProgram } from '../testing/run-program.ts'

const AUDITS = fileURLToPath(new URL('../../../data/audits/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'motcua-audit-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const audit = (...args: readonly string[]): Promise<Ended> => runProgram([CLI, 'audit', ...args])

function fileWith(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('a table that contradicts itself is told so, and by how much', async () => {
  const { code, out, err } = await audit(join(AUDITS, 'dong-thap-2024-03.json'))
  assert.deepEqual([code, err], [1, ''])
  assert.match(out, /^dong-thap-2024-03: kiểm được 7 đẳng thức, trái 1, không kiểm được 3\.$/m)
  assert.match(
    out,
    /^Trái:\n.*48,42 %.*41,45 % của Tiếp nhận trong kỳ \(receivedNew\) 74\.589.*33,26 % của .* 92\.958/m,
  )
  assert.match(out, /^Không kiểm được:$/m)
})

test('a program is told the same as one object', async () => {
  const { code, out } = await audit(join(AUDITS, 'binh-thuan-2023.json'), '--json')
  assert.equal(code, 1)
  const { id, tested, broken, untestable, ...rest } = JSON.parse(out)
  assert.deepEqual([id, rest], ['binh-thuan-2023', {}])
  assert.deepEqual([tested.length, broken.length, untestable.length], [11, 1, 3])
  assert.deepEqual([broken[0].left, broken[0].right, broken[0].difference], [1836, 1945, 109])
})

test('a table that is consistent ends with 0', async () => {
  for (const args of [[], ['--json']]) {
    const { code, err } = await audit(join(AUDITS, 'bac-giang-2022-h1.json'), ...args)
    assert.deepEqual([code, err], [0, ''])
  }
})

test('what is no table is refused with file, place and reason', async () => {
  const refused: readonly (readonly [file: string, reason: RegExp])[] = [
    [join(folder, 'none.json'), /none\.json: không có tệp này/],
    [folder, /đây là một thư mục/],
    [fileWith('broken.json', '{\n  "id": "thu",\n}'), /broken\.json không phải là JSON đúng ở dòng 3, cột 1/],
    [
      fileWith('unknown.json', '{"id": "thu", "groups": [{"scope": "province", "figures": {"recieved": 1}}]}'),
      /unknown\.json không dùng được:\n {2}Mục groups\[0\]\.figures\.recieved: không có số liệu tên này/,
    ],
    [fileWith('type.json', '{"id": "thu", "procedures": {"total": "9"}}'), /Mục procedures\.total: phải là số nguyên/],
    [fileWith('list.json', '[]'), /Bảng phải là đối tượng/],
  ]
  for (const [file, reason] of refused) {
    const { code, out, err } = await audit(file, '--json')
    assert.deepEqual([code, out], [1, ''], err)
    assert.match(err, reason)
  }
})

test('without a file the command is used wrongly', async () => {
  const { code, out, err } = await audit()
  assert.deepEqual([code, out], [2, ''])
  assert.match(err, /thiếu tham số "file"/)
})
