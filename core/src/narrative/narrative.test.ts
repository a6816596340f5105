import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { AGENCY, RULEBOOK } from '../../test/a-rulebook.ts'
import { epochDayOf, localDate, plusDays } from '../kernel/instant.ts'
import type { FrozenFigures } from '../published-report/published-report.ts'
import type { FigureCatalogue } from '../figure/figure.ts'
import {
  blanksOf,
  checkNarrative,
  comparedPeriods,
  editedSections,
  fieldCode,
  fieldQuestions,
  fieldValue,
  findField,
  leftOutParagraphs,
  type Narrative,
  type NarrativeContext,
  type NarrativeFigures,
  type ParagraphEdit,
  paragraphText,
  piecesOf,
  renderNarrative,
  reportLetter,
  usedDefinitions,
  valueText,
  withoutLeavingOut,
} from './narrative.ts'

const period = { from: localDate('2024-02-21'), to: localDate('2024-03-20') }
const counted = (totals: FrozenFigures, agencies: readonly (readonly [string, FrozenFigures])[] = []) => ({
  period,
  totals,
  rows: { agency: agencies.map(([id, figures]) => ({ id, name: `Sở ${id}`, figures })) },
})
const FIGURES: NarrativeFigures = {
  this: counted({ received: 92_958, online: 30_917, late: 3, open: 0, rating: null }, [
    ['a', { received: 10, late: 1 }],
    ['b', { received: 50, late: 2 }],
    ['c', { received: 40, late: 0 }],
  ]),
  previous: counted({ received: 90_000, online: 27_000, late: 5, open: 0, rating: null }),
  lastYear: null,
}
const CONTEXT: NarrativeContext = {
  figures: FIGURES,
  words: {
    ...{ period: 'tháng 3/2024', from: '21/02/2024', to: '20/03/2024', scope: 'Toàn tỉnh', agency: 'UBND tỉnh' },
    ...{ asOf: '20/03/2024 24:00', previousPeriod: 'tháng 2/2024', lastYearPeriod: 'tháng 3/2023' },
  },
  letter: reportLetter({ id: AGENCY, name: 'Sở Tư pháp', kind: 'unit', counters: [] }, RULEBOOK, 'Phó Giám đốc Sở'),
  reasons: { agency: { b: 'thiếu người' } },
}

const paragraph = (id: string, text: string, rest: Partial<Narrative['opening'][number]> = {}) =>
  ({ id, look: 'item', when: null, each: null, text, ...rest }) as const
const narrative = (...paragraphs: Narrative['opening']): Narrative => ({
  ...{ id: 'thu', version: 1, name: 'Thử', validFrom: localDate('2018-01-01'), validTo: null, source: 'Thông tư thử' },
  subject: 'Kết quả {period}',
  opening: [paragraph('mo', '{agency} báo cáo {period}:')],
  sections: [{ id: 'muc', heading: 'Mục', level: 2, paragraphs }],
  closing: [],
  recipients: ['Lưu: VT'],
  tables: [{ by: 'field', title: 'Bảng' }],
})
const rendered = (template: Narrative, edits: readonly ParagraphEdit[] = []) =>
  renderNarrative(template, CONTEXT, edits).sections.find(({ id }) => id === 'muc')?.paragraphs ?? []
const texts = (template: Narrative, edits: readonly ParagraphEdit[] = []) =>
  rendered(template, edits).map(paragraphText)

test('numbers are written the Vietnamese way, and each stays bound to its definition', () => {
  const [first] = rendered(narrative(paragraph('a', 'Tiếp nhận {received} hồ sơ, trực tuyến {%online/received}.')))
  assert.deepEqual(first?.runs, [
    { text: 'Tiếp nhận ', code: null, blank: false },
    { text: '92.958', code: 'received', blank: false },
    { text: ' hồ sơ, trực tuyến ', code: null, blank: false },
    { text: '33,26%', code: '%online/received', blank: false },
    { text: '.', code: null, blank: false },
  ])
})

test('a change says how far up or down, and against what there is nothing to compare with', () => {
  const text =
    'Tiếp nhận {±received@previous}, quá hạn {±late@previous}, tồn {±open@previous}, tỷ lệ {±%online/received@previous}.'
  assert.deepEqual(texts(narrative(paragraph('a', text), paragraph('b', 'Năm trước {received@lastYear}.'))), [
    'Tiếp nhận tăng 2.958 hồ sơ, quá hạn giảm 2 hồ sơ, tồn không đổi, tỷ lệ tăng 3,26 điểm phần trăm.',
    'Năm trước chưa có dữ liệu.',
  ])
})

test('what is not counted is said to be without data, never zero; a share of nothing likewise', () => {
  assert.deepEqual(texts(narrative(paragraph('a', '{rating}; {%late/open}; {open}'))), [
    'chưa có dữ liệu; chưa có dữ liệu; 0',
  ])
})

test('a share that is not quite all is not rounded to all', () => {
  const field = { figure: 'n', outOf: 'd', change: false, of: 'this', row: null } as const
  const share = (n: number, d: number) => {
    const figures = { this: counted({ n, d }), previous: null, lastYear: null }
    return valueText(field, fieldValue(field, figures))
  }
  assert.deepEqual(
    [share(99_999, 100_000), share(1, 100_000), share(1, 1), share(0, 5)],
    ['99,99%', '0,01%', '100%', '0%'],
  )
})

test('a sentence under a condition is said only where it holds', () => {
  const late = { is: 'atLeast', figure: 'late', count: 1 } as const
  const said = texts(
    narrative(
      paragraph('a', 'Có hồ sơ quá hạn.', { when: late }),
      paragraph('b', 'Không có hồ sơ quá hạn.', { when: { is: 'not', of: late } }),
      paragraph('c', 'So được với năm trước.', {
        when: { is: 'all', of: [late, { is: 'compared', with: 'lastYear' }] },
      }),
      paragraph('d', 'So được với kỳ trước.', { when: { is: 'any', of: [{ is: 'compared', with: 'previous' }] } }),
    ),
  )
  assert.deepEqual(said, ['Có hồ sơ quá hạn.', 'So được với kỳ trước.'])
})

test('a list is said once for each row that has any, the largest first, with the figures of the row', () => {
  const each = { by: 'agency', figure: 'late', atLeast: 1, atMost: 5, fewest: 1 }
  const template = narrative(paragraph('a', '{row}: {late} trên {received} hồ sơ; lý do: {reasons}.', { each }))
  assert.deepEqual(texts(template), [
    'Sở b: 2 trên 50 hồ sơ; lý do: thiếu người.',
    'Sở a: 1 trên 10 hồ sơ; lý do: chưa có văn bản xin lỗi nêu lý do.',
  ])
  assert.deepEqual(rendered(template)[0]?.runs[1]?.code, 'late[agency=b]')
  assert.equal(texts(narrative(paragraph('a', '{row}', { each: { ...each, atMost: 1, fewest: 1 } }))).length, 1)
})

test('what a person wrote stands in place of the template, and its figures are counted on', () => {
  const template = narrative(paragraph('a', 'Tiếp nhận {received}.'), paragraph('b', 'Bỏ đi.'), paragraph('c', 'Giữ.'))
  const edits: readonly ParagraphEdit[] = [
    { paragraph: 'a', pieces: piecesOf('Viết lần đầu.').pieces, added: null, by: 'Lan', asTemplate: false },
    {
      paragraph: 'a',
      pieces: piecesOf('Chỉ có {late} hồ sơ quá hạn.').pieces,
      added: null,
      by: 'Minh',
      asTemplate: false,
    },
    { paragraph: 'b', pieces: null, added: null, by: 'Lan', asTemplate: false },
    {
      paragraph: 'moi',
      pieces: piecesOf('Thêm.').pieces,
      added: { section: 'muc', after: 'a', look: 'item' },
      by: 'Lan',
      asTemplate: false,
    },
  ]
  assert.deepEqual(texts(template, edits), ['Chỉ có 3 hồ sơ quá hạn.', 'Thêm.', 'Giữ.'])
  assert.equal(rendered(template, edits)[0]?.rewrittenBy, 'Minh')
})

test('an added paragraph keeps its place when the one before it is gone', () => {
  const sections = [{ id: 's', paragraphs: [{ id: 'a', look: 'item', pieces: [], rewrittenBy: null }] }] as const
  const added = { section: 's', after: 'gone', look: 'item' } as const
  const [section] = editedSections(sections, [{ paragraph: 'x', pieces: [], added, by: 'Lan', asTemplate: false }])
  assert.deepEqual(
    section?.paragraphs.map(({ id }) => id),
    ['a', 'x'],
  )
})

test('what only a person can know is asked for, and counts as blank until it is filled', () => {
  const document = renderNarrative(narrative(paragraph('a', 'Nguyên nhân: {?nguyên nhân}.')), CONTEXT, [])
  assert.deepEqual(blanksOf(document), ['nguyên nhân'])
  assert.equal(document.subject, 'Kết quả tháng 3/2024')
})

test('a sentence about a figure that nobody counts does not load, nor one that cannot be read', () => {
  const each = { by: 'moon', figure: 'late', atLeast: 1, atMost: 5, fewest: 1 }
  const template = narrative(
    paragraph('a', 'Số {recieved}, {±late}, {late/received}, {row}.', {
      when: { is: 'atLeast', figure: 'none', count: 1 },
    }),
    paragraph('a', '{row}', { each }),
  )
  const { problems } = checkNarrative(template, new Set(['received', 'late']))
  assert.deepEqual(
    problems.map(({ path, reason }) => `${path}: ${reason.slice(0, 28)}`),
    [
      'sections[0].paragraphs[1].id: mã đoạn "a" đã dùng',
      'sections[0].paragraphs[0]: không hiểu "{±late}"; xem cá',
      'sections[0].paragraphs[0]: không hiểu "{late/received}"',
      'sections[0].paragraphs[0]: {row} và {reasons} chỉ dùng ',
      'sections[0].paragraphs[0].text: không có số liệu "recieved";',
      'sections[0].paragraphs[0].when: không có số liệu "none"; sửa',
      'sections[0].paragraphs[1].each.by: không chia hàng theo "moon" ',
    ],
  )
})

test('a text that will be published divides no table by people', () => {
  const said = (by: string) =>
    checkNarrative({ ...narrative(), tables: [{ by, title: 'Bảng' }] }, new Set()).problems.length
  assert.deepEqual(['field', 'counter', 'acceptedBy', 'finishedBy'].map(said), [0, 0, 1, 1])
})

test('the code of a field reads back as the same field', () => {
  const name = fc.constantFrom('received', 'late', 'open2')
  const field = fc.record({
    figure: name,
    outOf: fc.option(name),
    change: fc.boolean(),
    of: fc.constantFrom('this', 'previous', 'lastYear'),
    row: fc.option(
      fc.record({ by: fc.constantFrom('agency', 'field'), id: fc.constantFrom('H20.15/mc', 'Hộ tịch', '') }),
    ),
  })
  fc.assert(
    fc.property(field, (each) => {
      fc.pre(!(each.change && each.of === 'this'))
      assert.deepEqual(findField(fieldCode(each)), structuredClone(each))
    }),
  )
})

test('the period before and a year earlier keep the cut-off, and a month keeps its last day', () => {
  const compared = (from: string, to: string) => {
    const { previous, lastYear } = comparedPeriods({ from: localDate(from), to: localDate(to) })
    return [previous.from, previous.to, lastYear.from, lastYear.to].join(' ')
  }
  assert.equal(compared('2024-02-21', '2024-03-20'), '2024-01-21 2024-02-20 2023-02-21 2023-03-20')
  assert.equal(compared('2024-03-01', '2024-03-31'), '2024-02-01 2024-02-29 2023-03-01 2023-03-31')
  assert.equal(compared('2024-02-01', '2024-02-29'), '2024-01-01 2024-01-31 2023-02-01 2023-02-28')
  assert.equal(compared('2021-12-15', '2022-06-14'), '2021-06-15 2021-12-14 2020-12-15 2021-06-14')
  assert.equal(compared('2024-03-04', '2024-03-10'), '2024-02-26 2024-03-03 2023-03-04 2023-03-10')
})

test('the period before always ends on the day before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 400 }), (start, days) => {
      const from = plusDays(localDate('1990-01-01'), start)
      const { previous } = comparedPeriods({ from, to: plusDays(from, days) })
      assert.equal(previous.to, plusDays(from, -1))
      assert.ok(epochDayOf(previous.from) <= epochDayOf(previous.to))
    }),
  )
})

test('the letter names who issues and who signs as the decree has it', () => {
  assert.deepEqual(CONTEXT.letter.issuer, { superior: 'UBND tỉnh', name: 'Sở Tư pháp' })
  assert.deepEqual(CONTEXT.letter.signature, { authority: 'KT. Giám đốc', title: 'Phó Giám đốc', name: null })
  const units = RULEBOOK.units().map((unit) =>
    unit.parent === null ? { ...unit, name: 'Ủy ban nhân dân tỉnh Đồng Tháp' } : unit,
  )
  const province = { ...RULEBOOK, units: () => units }
  const scope = { id: 'all', name: 'Toàn tỉnh', kind: 'all', counters: [] } as const
  const { issuer, place, signature } = reportLetter(scope, province, 'Chủ tịch Ủy ban nhân dân tỉnh')
  assert.deepEqual(issuer, { superior: null, name: 'Ủy ban nhân dân tỉnh Đồng Tháp' })
  assert.deepEqual([place, signature.authority, signature.title], ['Đồng Tháp', 'TM. Ủy ban nhân dân', 'Chủ tịch'])
})

test('parts and sections are numbered as they stand, and an empty one leaves no gap', () => {
  const part = (id: string, level: 1 | 2, ...paragraphs: Narrative['opening']) => ({
    id,
    heading: id,
    level,
    paragraphs,
  })
  const template = {
    ...narrative(),
    sections: [
      part('A', 1),
      part('a', 2, paragraph('p1', 'Câu.')),
      part('b', 2, paragraph('p2', 'Bỏ đi.')),
      part('c', 2, paragraph('p3', 'Câu.')),
      part('B', 1, paragraph('p4', 'Câu.')),
      part('d', 2, paragraph('p5', 'Câu.')),
    ],
  }
  const edits = [{ paragraph: 'p2', pieces: null, added: null, by: 'Lan', asTemplate: false }]
  const headings = renderNarrative(template, CONTEXT, edits).sections.map(({ heading }) => heading)
  assert.deepEqual(headings, ['', 'I. A', '1. a', '2. c', 'II. B', '1. d'])
})

test('points have decimals and a unit of their own, and no list of dossiers', () => {
  const field = findField('points_progress')
  const change = findField('±points_progress@previous')
  assert.ok(field !== undefined && change !== undefined)
  assert.equal(valueText(field, 17.796), '17,8')
  assert.deepEqual([valueText(change, 2), valueText(change, -0.104)], ['tăng 2 điểm', 'giảm 0,1 điểm'])
  assert.deepEqual(fieldQuestions(field, { scope: 'all', period, asOf: '' }), [])
})

test('a change since a period with nothing to compare is not said, nor a list of fewer rows than it asks', () => {
  const change = paragraph('a', 'Hài lòng {±rating@previous}.')
  assert.deepEqual(texts(narrative(change, paragraph('b', 'Nhận {±received@previous}.'))), ['Nhận tăng 2.958 hồ sơ.'])
  const each = { by: 'agency', figure: 'late', atLeast: 1, atMost: 5, fewest: 3 }
  assert.deepEqual(texts(narrative(paragraph('a', '{row}', { each }))), [])
  assert.equal(texts(narrative(paragraph('a', '{row}', { each: { ...each, fewest: 2 } }))).length, 2)
})

test('what was left out is found, and reads again as it did before', () => {
  const template = narrative(paragraph('a', 'Tiếp nhận {received}.'), paragraph('b', 'Giữ.'))
  const edit = (pieces: ParagraphEdit['pieces'], asTemplate = false): ParagraphEdit => {
    return { paragraph: 'a', pieces, asTemplate, added: null, by: 'Lan' }
  }
  const out = edit(null)
  assert.deepEqual([...leftOutParagraphs([edit(piecesOf('Viết.').pieces), out])], ['a'])
  assert.deepEqual([...leftOutParagraphs([out, edit(null, true)])], [])
  assert.deepEqual(texts(template, [out, edit(null, true)]), ['Tiếp nhận 92.958.', 'Giữ.'])
  assert.deepEqual(texts(template, withoutLeavingOut([edit(piecesOf('Viết.').pieces), out])), ['Viết.', 'Giữ.'])
})

test('a signed text keeps by which definitions each of its periods was counted', () => {
  const figureAt: FigureCatalogue['figureAt'] = (id, date) => {
    const within = id === 'late' ? 'received' : null
    const version = date < localDate('2024-03-01') ? 1 : 2
    const measure = { is: 'count', within, condition: { is: 'all', of: [] } } as const
    const none = { validFrom: date, validTo: null, name: id, words: '', note: null, scopes: [], source: '' }
    return id === 'procedures' ? undefined : { id, version, ...none, measure }
  }
  const document = renderNarrative(narrative(paragraph('a', '{late} {±online@previous} {procedures}.')), CONTEXT, [])
  assert.deepEqual(usedDefinitions(document, period, { figureAt }), {
    this: ['late@2', 'online@2', 'received@2'],
    previous: ['online@1'],
    lastYear: [],
  })
})

test('a part of which nothing is left has no heading, one with a section in it keeps its own', () => {
  const template: Narrative = {
    ...narrative(paragraph('a', 'Câu.')),
    sections: [
      { id: 'p1', heading: 'PHẦN ĐẦU', level: 1, paragraphs: [] },
      { id: 'm1', heading: 'Mục', level: 2, paragraphs: [paragraph('a', 'Câu.')] },
      { id: 'p2', heading: 'PHẦN TRỐNG', level: 1, paragraphs: [] },
      { id: 'm2', heading: 'Mục trống', level: 2, paragraphs: [] },
      { id: 'p3', heading: 'PHẦN CUỐI', level: 1, paragraphs: [paragraph('b', 'Câu.')] },
    ],
  }
  const headings = renderNarrative(template, CONTEXT, []).sections.map(({ heading }) => heading)
  assert.deepEqual(
    headings.filter((heading) => heading !== ''),
    ['I. PHẦN ĐẦU', '1. Mục', 'II. PHẦN CUỐI'],
  )
})
