import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type ClockAnswer, explainClockCase } from '@motcua/core/clock-case/clock-case.ts'
import { procedureCode } from '@motcua/core/kernel/ids.ts'
import { localDate, parseInstant, toIso } from '@motcua/core/kernel/instant.ts'
import { loadShippedRulebook } from '../rulebook/rulebook.ts'

const data = (path: string): string => fileURLToPath(new URL(`../../../data/${path}`, import.meta.url))
const rulebook = await loadShippedRulebook(data(''))

type Event = readonly [at: string, what: string, ground?: string]

const asked = (procedure: string, caseId: string, events: readonly Event[]): object => ({
  ...{ procedure, case: caseId, channel: 'inPerson' },
  events: events.map(([at, what, ground]) => ({ at, what, ...(ground === undefined ? {} : { ground }) })),
})

function explained(json: unknown): ClockAnswer {
  const answer = explainClockCase(json, { rulebook, now: parseInstant('2027-06-01T09:00') })
  assert.equal(answer.kind, 'explained', JSON.stringify(answer))
  return answer.answer
}

const BIRTH = ['1.001193', 'chung'] as const
const LAND = ['1.013831', 'chuyen-quyen'] as const
const due = ({ dueAt }: ClockAnswer): string | null => (dueAt === null ? null : toIso(dueAt))
const local = (at: string): string => toIso(parseInstant(at))
const sentence = (answer: ClockAnswer, words: RegExp) => answer.sentences.find(({ text }) => words.test(text))

test('NĐ 118/2025 Đ.17.3: what another counter took in has its time from when the resolving agency receives it', () => {
  const answer = explained(
    asked(...BIRTH, [
      ['2025-07-08T14:20', 'acceptedElsewhere'],
      ['2025-07-09T08:15', 'received'],
    ]),
  )
  // One working day of eight hours after Wednesday 08:15.
  assert.equal(due(answer), local('2025-07-10T08:15'))
  assert.equal(sentence(answer, /nơi khác trong tỉnh/)?.article, 'NĐ 118/2025/NĐ-CP Điều 17 khoản 3')
})

test('NĐ 309/2026: from 5/8/2026 the same is cited as amended', () => {
  const answer = explained(
    asked(...BIRTH, [
      ['2026-08-10T14:20', 'acceptedElsewhere'],
      ['2026-08-11T08:15', 'received'],
    ]),
  )
  assert.match(sentence(answer, /nơi khác trong tỉnh/)?.article ?? '', /sửa đổi bởi NĐ 309\/2026/)
})

test('NĐ 118/2025 Đ.17.3: received on a Saturday, the time begins on Monday morning', () => {
  const answer = explained(
    asked(...BIRTH, [
      ['2025-07-11T16:30', 'acceptedElsewhere'],
      ['2025-07-12T09:00', 'received'],
    ]),
  )
  assert.equal(due(answer), local('2025-07-14T17:00'))
})

test('on its way to the agency a dossier has no due time and is not late, however long it takes', () => {
  const answer = explained(asked(...BIRTH, [['2025-07-08T14:20', 'acceptedElsewhere']]))
  assert.deepEqual([answer.dueAt, answer.standing, answer.usedMinutes], [null, 'paused', 0])
  assert.equal(sentence(answer, /Trước khi tạm dừng/), undefined)
})

test('Luật Đất đai 2024: between tax notice and payment the time does not count, to the minute', () => {
  const run = explained(asked(...LAND, [['2025-07-14T09:00', 'accepted']]))
  const events = [
    ['2025-07-14T09:00', 'accepted'],
    ['2025-07-16T10:00', 'paused', 'taxNotice'],
    ['2025-07-23T10:00', 'resumed'],
  ] as const
  const paused = explained(asked(...LAND, events))
  const said = sentence(paused, /chờ thông báo thuế/)
  assert.match(said?.article ?? '', /^Luật Đất đai 31\/2024\/QH15/)
  // Five whole working days of eight hours.
  assert.equal(said?.minutes, 2400)
  assert.ok(paused.dueAt !== null && run.dueAt !== null && paused.dueAt > run.dueAt)
  assert.equal((paused.remainingMinutes ?? 0) - (run.remainingMinutes ?? 0), 2400)
})

test('Luật Đất đai 2013: accepted before 1/8/2024, the old law is cited though the tax notice came after', () => {
  const events = [
    ['2024-07-30T09:00', 'accepted'],
    ['2024-08-05T10:00', 'paused', 'taxNotice'],
  ] as const
  const said = sentence(explained(asked('1.012783', 'chung', events)), /chờ thông báo thuế/)
  assert.match(said?.article ?? '', /^Luật Đất đai 45\/2013\/QH13/)
})

test('a tax notice stops no clock outside land, and the reason names the grounds that would', () => {
  const events = [
    ['2025-07-14T09:00', 'accepted'],
    ['2025-07-14T10:00', 'paused', 'taxNotice'],
  ] as const
  const answer = explainClockCase(asked(...BIRTH, events), { rulebook, now: parseInstant('2027-06-01T09:00') })
  assert.deepEqual(answer.kind === 'refused' ? answer.problems.map(({ place }) => place) : [], ['events[1].ground'])
})

test('NĐ 61/2018: before 1/7/2025 no ground lets a dossier wait for its way from another counter', () => {
  const ids = (date: string) =>
    rulebook
      .pauseGroundsAt(localDate(date), { procedure: procedureCode(BIRTH[0]), field: 'Hộ tịch' })
      .map(({ id }) => id)
  assert.equal(ids('2025-06-30').includes('transfer'), false)
  assert.equal(ids('2025-07-01').includes('transfer'), true)
})

test('the examples that ship are told to the end', async () => {
  for (const name of ['dat-dai-2025', 'phi-dia-gioi-2026', 'thue-dat-dai-2025']) {
    const answer = explained(JSON.parse(await readFile(data(`clock-cases/${name}.json`), 'utf8')))
    assert.ok(answer.sentences.every(({ article }) => article !== ''))
  }
})
