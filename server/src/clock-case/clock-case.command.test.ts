import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { CLI, type Ended, runProgram } from '../testing/run-program.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-clock-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const explain = (input: string, ...args: readonly string[]): Promise<Ended> =>
  runProgram([CLI, 'clock', 'explain', ...args], { input })

const birth = (...events: readonly object[]): string =>
  JSON.stringify({ procedure: '1.001193', case: 'chung', channel: 'inPerson', events })
const ACCEPTED = { at: '2024-02-07T16:00', what: 'accepted' }
const RESOLVED = { at: '2024-02-15T09:00', what: 'resolved' }

test('an operator is told how the due time over Tết came about, with the articles', async () => {
  const { code, out, err } = await explain(birth(ACCEPTED, RESOLVED), '-')
  assert.deepEqual([code, err], [0, ''])
  assert.match(out, /Hạn trả kết quả: 16 giờ 00, thứ Năm 15\/02\/2024/)
  assert.match(out, /Nghỉ Tết Âm lịch 2024: không tính từ thứ Năm 08\/02 đến thứ Tư 14\/02.*\[Bộ luật Lao động/)
  assert.match(out, /Tình trạng: đúng hạn/)
})

test('with --json there is one object, its times in ISO form', async () => {
  const file = join(folder, 'birth.json')
  writeFileSync(file, birth(ACCEPTED))
  const { code, out } = await explain('', file, '--json')
  assert.equal(code, 0)
  const answer = JSON.parse(out)
  assert.deepEqual(
    [answer.dueAt, answer.standing, answer.decidedAt],
    ['2024-02-15T09:00:00.000Z', 'overdue', '2024-02-15T09:00:00.000Z'],
  )
})

test('the example that ships keeps the old decree over the change of law', async () => {
  const { code, out } = await explain(
    '',
    fileURLToPath(new URL('../../../data/clock-cases/dat-dai-2025.json', import.meta.url)),
  )
  assert.equal(code, 0)
  assert.match(out, /Quy tắc: Cách tính thời hạn theo Nghị định 61\/2018\/NĐ-CP/)
  assert.match(out, /xin lỗi và hẹn lại .*\[NĐ 61\/2018\/NĐ-CP Điều 19 khoản 9\]/)
  assert.match(out, /Tình trạng: đúng hạn/)
  assert.match(out, /Thẩm định hồ sơ, Chi nhánh Văn phòng đăng ký đất đai: \d/)
  assert.equal(out.match(/cộng: (.*)/)?.[1], out.match(/Đã dùng: ([^;]*);/)?.[1])
})

test('what cannot be read or cannot have happened ends with 1, the place and the reason', async () => {
  const refused: readonly (readonly [input: string, file: string, said: RegExp])[] = [
    ['{"procedure": "1.001193",,}', '-', /không phải là JSON đúng ở /],
    ['{"procedure":}', '-', /không phải là JSON đúng ở gần \{"procedure":\}/],
    ['', '-', /không phải là JSON đúng ở cuối/],
    ['', folder, /đây là một thư mục/],
    ['', join(folder, 'none.json'), /không có tệp này/],
    [birth(RESOLVED, ACCEPTED), '-', /events\[0\]: việc đầu tiên phải là tiếp nhận/],
    [birth(ACCEPTED, { ...RESOLVED, at: '2024-02-31T09:00' }), '-', /events\[1\]\.at: phải là thời điểm có thật/],
    [birth({ ...ACCEPTED, at: '2031-02-07T16:00' }), '-', /Lịch làm việc .* chỉ có từ|việc cuối cùng/],
  ]
  for (const [input, file, said] of refused) {
    const { code, out, err } = await explain(input, file)
    assert.deepEqual([code, out], [1, ''], err)
    assert.match(err, said)
  }
})

test('without a file the usage is wrong', async () => {
  const { code, err } = await explain('')
  assert.equal(code, 2)
  assert.match(err, /thiếu tham số "file"/)
})
