import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StateDocument } from '@motcua/core/document/document.ts'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { localDate } from '@motcua/core/kernel/instant.ts'
import { setDocument } from './document.ts'

const LETTER: StateDocument = {
  ...{ title: 'Văn bản xin lỗi', madeAt: parseInstant('2024-03-18T16:30'), paper: 'a4' },
  ...{ issuer: { superior: 'Ủy ban nhân dân tỉnh Đồng Tháp', name: 'Sở Tư pháp' }, number: '12/PXL-STP' },
  ...{ place: 'Đồng Tháp', date: localDate('2024-02-05'), kind: null, subject: 'xin lỗi và hẹn lại ngày trả kết quả' },
  ...{ addressees: ['Ông (Bà) Nguyễn Văn Đường'], recipients: ['Như trên'], mark: null },
  blocks: [
    { kind: 'paragraph', text: 'Ký tự lạ không thành lệnh: #let x = *đậm* $1+1$ @nhan' },
    { kind: 'fields', fields: [{ label: 'Mã số hồ sơ', value: 'H20.01-240205-0001', strong: true }] },
    {
      kind: 'table',
      caption: null,
      columns: [
        { head: 'Tên', align: 'start' },
        { head: 'Số', align: 'end' },
      ],
      rows: [{ cells: ['Tổng', '12'], total: true }],
    },
  ],
  signature: { authority: null, title: 'Giám đốc', name: 'Lê Văn B', signedAt: parseInstant('2024-03-18T16:30') },
}

test('a letter is set as an archivable PDF, and the same letter gives the same bytes', () => {
  const first = setDocument(LETTER)
  assert.equal(first.subarray(0, 5).toString(), '%PDF-')
  assert.match(first.toString('latin1'), /pdfaid:part>2<[\s\S]*pdfaid:conformance>B</)
  assert.ok(setDocument(LETTER).equals(first))
})

test('what somebody typed cannot become a command of the typesetter', () => {
  for (const text of ['#panic("x")', '#read("/etc/passwd")', '\\ $ unclosed', '*', '<label>', '//']) {
    const blocks = [{ kind: 'paragraph', text } as const]
    assert.ok(setDocument({ ...LETTER, blocks, subject: text, addressees: [text, text] }).length > 1000)
  }
})

test('a report runs over pages, a draft says so', () => {
  const blocks = Array.from({ length: 90 }, (_, index) => ({ kind: 'paragraph', text: `Đoạn ${index}` }) as const)
  const long = setDocument({ ...LETTER, kind: 'Báo cáo', number: null, date: null, mark: 'DỰ THẢO', blocks })
  assert.ok((long.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0) > 1)
})
