import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseInstant } from '@motcua/core/kernel/instant.ts'
import { formatNumber } from '@motcua/core/kernel/text.ts'
import { AGENCY } from '@motcua/core/test/a-rulebook.ts'
import { type Dispatcher, startDispatcher } from '../projection/projection.ts'
import { aCounterFiling, anId } from '../testing/a-filing.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { rulebookWithIndicators } from '../testing/shipped-indicators.ts'

let server: TestServer
let dispatcher: Dispatcher

before(async () => {
  server = await startTestServer({ rulebook: rulebookWithIndicators() })
  dispatcher = startDispatcher({
    ...server.services,
    pool: server.services.database.createPool({ name: 'facts', max: 3 }),
  })
  for (let count = 0; count < 3; count++) {
    const id = anId()
    await server.post('clerk', `/api/dossiers/${id}/submit`, { expectedVersion: null, content: aCounterFiling() })
    await server.post('clerk', `/api/dossiers/${id}/accept`, { expectedVersion: 1 })
    if (count === 1) server.travel(parseInstant('2024-03-29T09:00'))
  }
  server.travel(parseInstant('2024-04-02T09:00'))
})
after(async () => {
  await dispatcher.stop()
  await server.stop()
})

type Group = { id: string; name: string; points: number | null; assessable: number }
type Figure = { id: string; name: string; text: string }

test('the points that a report may tell are those of the page of points, for a month of the calendar', async () => {
  const order = { scope: AGENCY, from: '2024-03-01', to: '2024-03-31' }
  const { body: opened } = await server.post('specialist', '/api/report-drafts', order)
  const { body: draft } = await server.get('specialist', `/api/report-drafts/${opened.id}`)
  const { body: quality } = await server.get('leader', `/api/indicators/766?scope=${AGENCY}&period=2024-03`)
  const figures = draft.figures as Figure[]
  const textOf = (id: string) => figures.find((each) => each.id === id)?.text
  const groups = quality.groups as Group[]
  assert.equal(groups.length, 6)
  for (const { id, points, assessable } of groups) {
    const said = assessable === 0 ? 'chưa có dữ liệu' : formatNumber(Math.round((points ?? 0) * 100) / 100)
    assert.equal(textOf(`points_${id}`), said, id)
    assert.equal(textOf(`points_${id}_of`), formatNumber(assessable), id)
  }
  // One in three is in time: the points are not whole.
  assert.equal(textOf('points_progress'), '6,67')
  assert.equal(figures.find(({ id }) => id === 'points_progress')?.name, 'Điểm nhóm Tiến độ, kết quả giải quyết')
})

test('a sentence with points is written, and tells them without a list of dossiers', async () => {
  const { body } = await server.get('specialist', '/api/report-drafts')
  const [first] = body.items as { id: string }[]
  const pieces = [{ text: 'Đạt ' }, { code: 'points_progress' }, { text: '/' }, { code: 'points_progress_of' }]
  const edit = { paragraph: 'tiep-nhan', pieces, added: null, seen: 0 }
  const saved = await server.post('specialist', `/api/report-drafts/${first?.id}/edits`, edit)
  assert.equal(saved.status, 200, JSON.stringify(saved.body))
  assert.match(JSON.stringify(saved.body.document), /"6,67"/)
})
