import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { localDate, parseInstant } from '@motcua/core/kernel/instant.ts'
import { fieldQuestions, findField } from '@motcua/core/narrative/narrative.ts'
import { AGENCY, OTHER_AGENCY } from '@motcua/core/test/a-rulebook.ts'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { verifyPublications } from '../published-report/published-report.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let dispatcher: Dispatcher
let draft: string

type Run = { text: string; code: string | null; blank: boolean }
type Paragraph = { id: string; runs: Run[]; rewrittenBy: string | null }
type Draft = {
  document: { sections: { id: string; paragraphs: Paragraph[] }[] }
  blanks: string[]
  edits: number
  leftOut: { id: string; text: string }[]
  mayPublish: boolean
  compared: { previous: object | null }
}
type Who = Parameters<TestServer['get']>[0]

before(async () => {
  server = await startTestServer()
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
  await accept()
  await accept()
  server.travel(parseInstant('2024-04-09T09:00'))
  for (let count = 0; count < 3; count++) await accept()
  server.travel(parseInstant('2024-05-02T09:00'))
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

async function accept(): Promise<void> {
  const id = anId()
  await server.post('clerk', `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aCounterFiling() })
  await server.post('clerk', `/api/dossiers/${id}/accept`, { expectedVersion: 1 })
}

const APRIL = { scope: AGENCY, from: '2024-04-01', to: '2024-04-30' } as const
const read = async (who: Who = 'specialist'): Promise<Draft> =>
  (await server.get(who, `/api/report-drafts/${draft}`)).body as unknown as Draft
const edit = (who: Who, parts: object) =>
  server.post(who, `/api/report-drafts/${draft}/edits`, { added: null, seen: 0, ...parts })
const sign = (who: Who, parts: object = {}) =>
  server.post(who, `/api/report-drafts/${draft}/publish`, { number: '05/BC-STP', seen: 0, ...parts })
const paragraphOf = ({ document }: Draft, id: string) =>
  document.sections.flatMap(({ paragraphs }) => paragraphs).find((each) => each.id === id)
const texts = ({ document }: Draft) =>
  document.sections.flatMap(({ paragraphs }) => paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')))

test('an officer opens the report of a month and finds it written, each number bound to its definition', async () => {
  const opened = await server.post('specialist', '/api/report-drafts', APRIL)
  assert.equal(opened.status, 200, JSON.stringify(opened.body))
  draft = String(opened.body.id)
  const view = await read()
  assert.deepEqual(texts(view), [
    'Sở Tư pháp báo cáo tháng 4/2024 như sau:',
    'Tổng số 5 hồ sơ, trực tuyến 0%.',
    'So với kỳ trước tăng 1 hồ sơ.',
    'Sở Tư pháp: 5 hồ sơ quá hạn; lý do: chưa có văn bản xin lỗi nêu lý do.',
    'Nguyên nhân: nguyên nhân.',
  ])
  const codes = view.document.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ runs }) => runs.flatMap(({ code }) => code ?? [])),
  )
  assert.deepEqual(codes, [
    ...['receivedTotal', '%receivedOnline/receivedNew', '±receivedNew@previous', `inProgressOverdue[agency=${AGENCY}]`],
  ])
  assert.deepEqual([view.blanks, view.mayPublish], [['nguyên nhân'], false])
})

test('whoever opens the same month again writes in the same draft', async () => {
  const again = await server.post('leader', '/api/report-drafts', APRIL)
  assert.equal(again.body.id, draft)
  const { body } = await server.get('colleague', '/api/report-drafts')
  assert.deepEqual(
    (body as { items: { id: string }[] }).items.map(({ id }) => id),
    [draft],
  )
})

test('a paragraph is rewritten with its figures in it, and every edit keeps who wrote what', async () => {
  const pieces = [{ text: 'Còn ' }, { code: 'inProgressOverdue' }, { text: ' hồ sơ quá hạn.' }]
  const saved = await edit('specialist', { paragraph: 'tiep-nhan', pieces })
  assert.equal(saved.status, 200, JSON.stringify(saved.body))
  const [, first] = texts(saved.body as unknown as Draft)
  assert.equal(first, 'Còn 5 hồ sơ quá hạn.')
  assert.equal((await edit('colleague', { paragraph: 'tiep-nhan', pieces })).kind, 'paragraph-changed')
  assert.equal((await edit('colleague', { paragraph: 'tiep-nhan', pieces, seen: 1 })).status, 200)
  const { body } = await server.get('leader', `/api/report-drafts/${draft}/edits`)
  assert.deepEqual(
    (body as { items: { by: string; text: string }[] }).items.map(({ by, text }) => [by, text]),
    [
      ['Cán bộ colleague', 'Còn {Đang giải quyết: quá hạn} hồ sơ quá hạn.'],
      ['Cán bộ specialist', 'Còn {Đang giải quyết: quá hạn} hồ sơ quá hạn.'],
    ],
  )
})

test('a figure that nobody counts is refused, and nothing of what was there is lost', async () => {
  const before = texts(await read())
  for (const code of ['recieved', '±receivedTotal', 'receivedTotal[moon=1]', '%receivedTotal/none']) {
    assert.equal((await edit('specialist', { paragraph: 'ky-truoc', pieces: [{ code }] })).kind, 'figure-unknown', code)
  }
  assert.deepEqual(texts(await read()), before)
})

test('a paragraph is added, another left out, and both can be seen', async () => {
  const added = { section: 'giai-quyet', after: 'tiep-nhan', look: 'item' }
  assert.equal(
    (await edit('specialist', { paragraph: 'moi-1', pieces: [{ text: 'Thêm một câu.' }], added })).status,
    200,
  )
  assert.equal((await edit('specialist', { paragraph: 'ky-truoc', pieces: null })).status, 200)
  const view = await read()
  assert.deepEqual(texts(view).slice(1, 3), ['Còn 5 hồ sơ quá hạn.', 'Thêm một câu.'])
  assert.deepEqual(
    view.leftOut.map(({ id, text }) => [id, text]),
    [['ky-truoc', 'So với kỳ trước tăng 1 hồ sơ.']],
  )
})

test('what was left out comes back as it read: as the template has it, or as somebody wrote it', async () => {
  const { edits } = await read()
  const restored = await edit('colleague', { paragraph: 'ky-truoc', pieces: null, restore: true, seen: edits })
  assert.equal(restored.status, 200, JSON.stringify(restored.body))
  const back = restored.body as unknown as Draft
  assert.ok(texts(back).includes('So với kỳ trước tăng 1 hồ sơ.'))
  assert.equal(paragraphOf(back, 'ky-truoc')?.rewrittenBy, null)
  assert.deepEqual(back.leftOut, [])
  const gone = (await edit('specialist', { paragraph: 'moi-1', pieces: null, seen: 99 })).body as unknown as Draft
  assert.deepEqual(
    gone.leftOut.map(({ id, text }) => [id, text]),
    [['moi-1', 'Thêm một câu.']],
  )
  const again = await edit('colleague', { paragraph: 'moi-1', pieces: null, restore: true, seen: 99 })
  assert.deepEqual(texts(again.body as unknown as Draft).slice(1, 3), ['Còn 5 hồ sơ quá hạn.', 'Thêm một câu.'])
  await edit('specialist', { paragraph: 'ky-truoc', pieces: null, seen: 99 })
})

test('the draft comes on paper with its tables, and says on every page that it is one', async () => {
  const file = async (kind: string) => {
    const cookie = (await server.cookieOf('specialist')) ?? ''
    const url = `/api/report-drafts/${draft}/document.${kind}`
    const answer = await server.app.inject({ url, headers: { cookie } })
    assert.equal(answer.statusCode, 200, answer.body.slice(0, 300))
    return answer.rawPayload
  }
  assert.equal((await file('pdf')).subarray(0, 5).toString(), '%PDF-')
  const docx = await file('docx')
  const text = wordsOf(docx)
  assert.match(text, /Số: ……/)
  assert.match(text, /\[nguyên nhân\]/)
  assert.match(text, /Phụ lục II\n/)
  const headers = [1, 2, 3].map((number) => unzipped(docx, `word/header${number}.xml`))
  for (const header of headers) assert.match(header, /DỰ THẢO/)
  assert.equal((await server.get('otherLeader', `/api/report-drafts/${draft}/document.pdf`)).kind, 'not-found')
})

test('other agencies neither see the draft nor write in it', async () => {
  assert.equal((await server.get('otherSpecialist', `/api/report-drafts/${draft}`)).kind, 'not-found')
  assert.equal((await edit('otherLeader', { paragraph: 'tiep-nhan', pieces: null, seen: 9 })).kind, 'not-found')
  assert.equal(
    (await server.post('specialist', '/api/report-drafts', { ...APRIL, scope: OTHER_AGENCY })).kind,
    'forbidden',
  )
  assert.equal((await server.get('citizen', '/api/report-drafts')).kind, 'forbidden')
})

test('the leader cannot sign while there is a blank, nor what he has not seen, and nobody else can sign', async () => {
  const { edits } = await read('leader')
  assert.equal((await sign('leader', { seen: edits })).kind, 'narrative-has-blanks')
  const filled = [{ text: 'Nguyên nhân: thiếu người.' }]
  assert.equal((await edit('specialist', { paragraph: 'nguyen-nhan', pieces: filled })).status, 200)
  assert.equal((await sign('leader', { seen: edits })).kind, 'draft-changed')
  assert.equal((await sign('specialist', { seen: edits + 1 })).kind, 'forbidden')
})

test('signed, it is published with its tables, closed for writing, and whole in the chain', async () => {
  const { edits } = await read('leader')
  const signed = await sign('leader', { seen: edits })
  assert.equal(signed.status, 200, JSON.stringify(signed.body))
  const { number, tables, document } = signed.body as unknown as {
    number: number
    tables: { by: string; totals: Record<string, number> }[]
    document: Draft['document'] & { letter: { number: string; date: string; signature: { name: string } } }
  }
  assert.deepEqual(
    tables.map(({ by, totals }) => [by, totals.receivedTotal]),
    [
      ['field', 5],
      ['agency', 5],
    ],
  )
  const { letter } = document
  assert.deepEqual([letter.number, letter.date, letter.signature.name], ['05/BC-STP', '2024-05-02', 'Cán bộ leader'])
  const open = await server.get('nobody', `/api/published-reports/${number}`)
  assert.deepEqual((open.body as { document: object }).document, document)

  assert.equal((await edit('specialist', { paragraph: 'tiep-nhan', pieces: null, seen: 99 })).kind, 'draft-published')
  assert.equal((await sign('leader', { seen: edits })).kind, 'draft-published')
  assert.deepEqual(await verifyPublications(server.services), { checked: 1, faults: [] })
  const next = await server.post('specialist', '/api/report-drafts', APRIL)
  assert.notEqual(next.body.id, draft)
})

test('each number of the signed text opens its dossiers, by the definitions it was signed with', async () => {
  const { body } = await server.get('nobody', '/api/published-reports/1')
  const { document } = body as unknown as Draft & { document: { figures: Record<string, string[]> } }
  assert.ok(document.figures['this']?.includes('inProgressOverdue@1'))
  assert.ok(document.figures['this']?.includes('receivedTotal@1'))
  const runs = document.sections.flatMap(({ paragraphs }) => paragraphs.flatMap((each) => each.runs))
  const report = {
    scope: AGENCY,
    period: { from: localDate(APRIL.from), to: localDate(APRIL.to) },
    asOf: '',
    published: 1,
  }
  let opened = 0
  for (const { code, text } of runs) {
    const field = code === null ? undefined : findField(code)
    if (field === undefined || field.outOf !== null || field.change) continue
    const [question] = fieldQuestions(field, report)
    const list = await server.get('leader', `/api/published-reports/1/dossiers?${new URLSearchParams(question?.query)}`)
    assert.equal(String(list.body.total), text, code ?? '')
    opened += 1
  }
  assert.ok(opened >= 2)
})

test('the signed report comes as PDF and as a word file, the same as long as it is kept', async () => {
  const file = async (kind: string) => {
    const answer = await server.app.inject({ url: `/api/published-reports/1/document.${kind}` })
    assert.equal(answer.statusCode, 200, answer.body.slice(0, 300))
    return answer.rawPayload
  }
  const pdf = await file('pdf')
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  assert.deepEqual(await file('pdf'), pdf)
  const text = wordsOf(await file('docx'))
  for (const words of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 05/BC-STP',
    'ngày 02 tháng 5 năm 2024',
    'Cán bộ leader',
  ]) {
    assert.ok(text.includes(words), words)
  }
  assert.match(text, /Còn 5 hồ sơ quá hạn\./)
  assert.equal((await server.get('nobody', '/api/published-reports/99/document.pdf')).kind, 'not-found')
})

/** What a reader of a word file sees. */
function wordsOf(docx: Buffer): string {
  return unzipped(docx, 'word/document.xml')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
}

/** A file of an archive, found by its local header. */
function unzipped(archive: Buffer, name: string): string {
  const at = archive.indexOf(Buffer.from(name)) - 30
  assert.equal(archive.readUInt32LE(at), 0x04034b50)
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 18))).toString()
}

test('edits of a draft are neither altered nor removed', async () => {
  const { pool } = server.services
  await assert.rejects(pool.query("update report_draft_edit set edited_by = 'x'"), /append only/)
  await assert.rejects(pool.query('delete from report_draft_edit'), /append only/)
})
