import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { localDate } from '@motcua/core/kernel/instant.ts'
import { createRandom, type Random } from '@motcua/core/kernel/random.ts'
import {
  type Process,
  type StepCondition,
  type StoredPart,
  type StoredProcess,
  type StoredStep,
  type StoredVersion,
  withDefaults,
} from '@motcua/core/process/process.ts'
import { loadData } from '../rulebook/rulebook.ts'
import { CLI, type Ended, runProgram } from '../testing/run-program.ts'
import { type BpmnDraft, readBpmn } from './read-bpmn.ts'
import { writeBpmn } from './write-bpmn.ts'

const SHIPPED = fileURLToPath(new URL('../../../data/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'motcua-bpmn-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const motcua = (...args: readonly string[]): Promise<Ended> => runProgram([CLI, 'process', ...args])

async function draftOf(xml: string): Promise<BpmnDraft> {
  const draft = await readBpmn(xml)
  assert.ok(!('refused' in draft), JSON.stringify(draft))
  return draft
}

type Named = Pick<Process, 'id' | 'name'>

async function thereAndBack(process: Named, version: StoredVersion) {
  const { record, findings } = await draftOf(await writeBpmn(process, version))
  assert.deepEqual(findings, [], process.id)
  assert.deepEqual(whole(record), whole({ id: process.id, name: process.name, versions: [version] }))
}

/** What a record leaves out has its empty value. The shapes are those of a process, whose conditions are not read here. */
const whole = (record: object): object => withDefaults(record as unknown as StoredProcess)

test('every shipped process comes back from BPMN as it went', async () => {
  const data = await loadData(SHIPPED)
  assert.ok(data.kind === 'loaded')
  const processes = data.records.flatMap((record) => (record.kind === 'process' ? [record.body] : []))
  assert.ok(processes.length >= 49)
  for (const process of processes) for (const version of process.versions) await thereAndBack(process, version)
})

const aStep = (id: string, parts: Partial<StoredStep> = {}): StoredStep => ({
  ...{ id, name: `Bước <${id}> & "việc"`, kind: 'appraise', role: 'specialist', at: 'division', minutes: null },
  ...parts,
})

const TAX: StoredPart = {
  ...{ id: 'thue', name: 'Xác định nghĩa vụ tài chính', term: null },
  agency: { is: 'outside', name: 'Thuế cơ sở' },
  steps: [aStep('nhan'), aStep('tinh-thue')],
}
const LAND: StoredPart = {
  ...{ id: 'dat', name: 'Cập nhật địa chính', term: { unit: 'workingDays', amount: 2 } },
  agency: { is: 'named', code: 'H20.15' },
  steps: [aStep('nhan')],
}

const BRANCHED: readonly StoredStep[] = [
  aStep('1-tiep-nhan', { kind: 'intake' }),
  aStep('tham-dinh', {
    ways: [
      { to: '1-tiep-nhan', when: { is: 'outcome', step: 'tham-dinh', in: ['thieu'] } },
      { to: 'end', when: { is: 'not', of: { is: 'case', in: ['default'] } } },
      { to: 'lien/thong', when: null },
    ],
  }),
  aStep('du-phong', { ways: [{ to: 'tra', when: null }] }),
  aStep('lien/thong', { parts: [TAX, LAND], ways: [{ to: 'tra', when: { is: 'any', of: [] } }] }),
  aStep('mot-phan', { parts: [TAX] }),
  aStep('tra', { kind: 'return' }),
]

const aProcess = (steps: readonly StoredStep[]): readonly [Named, StoredVersion] => {
  const version: StoredVersion = {
    ...{ version: 3, effectiveFrom: localDate('2025-07-01'), effectiveTo: localDate('2026-06-30'), source: 'QĐ 1/2' },
    steps,
  }
  return [{ id: 'qt-1', name: 'Quy trình <thử>' }, version]
}

test('branches, returns and interlinked parts come back as they went', () => thereAndBack(...aProcess(BRANCHED)))

/** Any condition, whether it makes sense or not. */
function anyCondition(random: Random, depth: number): StepCondition {
  const of = () => Array.from({ length: random.below(3) }, () => anyCondition(random, depth - 1))
  const text = random.pick(['', 'a "b"', '<đạt> & không', 'x'])
  return random.pick<() => StepCondition>([
    () => ({ is: 'case', in: [text] }),
    () => ({ is: 'answer', question: text, atLeast: random.below(9) }),
    () => ({ is: 'answer', question: text, equals: random.chance(0.5) }),
    () => ({ is: 'outcome', step: text, in: [text, text] }),
    ...(depth === 0
      ? []
      : [
          () => ({ is: random.pick(['all', 'any'] as const), of: of() }),
          () => ({ is: 'not', of: anyCondition(random, depth - 1) }) as const,
        ]),
  ])()
}

/** Steps with ways among themselves; whether they lead anywhere is for the check, not for the exchange. */
function anySteps(random: Random, depth: number): readonly StoredStep[] {
  const ids = random.shuffle(['a', '1b', 'c/d', 'e.f', 'G-h', 'i_j']).slice(0, 1 + random.below(6))
  return ids.map((id) => {
    const ways = Array.from({ length: random.below(4) }, () => ({
      to: random.pick([...ids, 'end']),
      when: random.chance(0.4) ? null : anyCondition(random, 2),
    }))
    const parts = ['p', 'q', 'r'].slice(0, depth === 0 ? 0 : random.below(4)).map((part) => ({
      ...({ id: part, name: `Nhánh ${part}`, agency: { is: 'own', field: null }, term: null } as const),
      steps: random.chance(0.2) ? [] : anySteps(random, depth - 1),
    }))
    return aStep(id, {
      ways,
      parts,
      outcomes: [{ id: 'o', name: '"Đ" <ạt>' }],
      skip: random.chance(0.5) ? ['leader'] : [],
    })
  })
}

test('whatever a process says comes back from BPMN as it went', async () => {
  for (let seed = 1; seed <= 25; seed++) await thereAndBack(...aProcess(anySteps(createRandom(seed), 1)))
})

test('ways bear their condition in words, and where none holds the following step is drawn', async () => {
  const outcomes = [
    { id: 'dat', name: 'Đạt' },
    { id: 'thieu', name: 'Thiếu giấy tờ' },
  ]
  const ways = [{ to: 'end', when: { is: 'outcome', step: 'a', in: ['thieu'] } }] as const
  const xml = await writeBpmn(...aProcess([aStep('a', { outcomes, ways }), aStep('b')]))
  assert.match(xml, /<bpmn:sequenceFlow id="step_a\.ways\.0" name="Thiếu giấy tờ" [^>]*targetRef="end"/)
  assert.match(xml, /<bpmn:sequenceFlow id="step_a\.ways\.following" name="còn lại" [^>]*targetRef="step_b"/)
})

/** A choice among three, the last of which comes after the end, on which the library for pictures gives up. */
const HARD: readonly StoredStep[] = [
  aStep('dau'),
  aStep('lien-thong', {
    parts: [
      {
        ...LAND,
        steps: [
          aStep('mot'),
          aStep('hai', { ways: ['ba', 'end', 'bon'].map((to) => ({ to, when: null })) }),
          ...[aStep('ba'), aStep('bon')],
        ],
      },
    ],
  }),
]

for (const [which, steps] of [
  ['a process that branches', BRANCHED],
  ['one that is hard to draw', HARD],
] as const)
  test(`the document of ${which} has a picture of every step, way and part`, () => expectPicture(steps))

async function expectPicture(steps: readonly StoredStep[]) {
  const xml = await writeBpmn(...aProcess(steps))
  const drawn = new Set([...xml.matchAll(/bpmnElement="([^"]+)"/g)].map(([, id]) => id))
  const shown = [
    ...xml.matchAll(/<bpmn:(?:userTask|exclusiveGateway|parallelGateway|subProcess|sequenceFlow) id="([^"]+)"/g),
  ]
  assert.ok(shown.length > steps.length * 2)
  assert.deepEqual(
    shown.map(([, id]) => id).filter((id) => !drawn.has(id)),
    [],
  )
}

test('steps that somebody drew in another order keep their ways', async () => {
  const [process, version] = aProcess([aStep('a'), aStep('b'), aStep('c')])
  const xml = await writeBpmn(process, version)
  const toC = xml.replace(
    'id="step_a.to.step_b" sourceRef="step_a" targetRef="step_b"',
    'id="step_a.to.step_b" sourceRef="step_a" targetRef="step_c"',
  )
  assert.notEqual(toC, xml)
  const [
    {
      steps: [first],
    },
  ] = JSON.parse(JSON.stringify((await draftOf(toC)).record['versions']))
  assert.deepEqual(first.ways, [{ to: 'c', when: null }])
})

const foreign = (inside: string): string => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <process id="Cap-phep">${inside}</process>
</definitions>`

const FOREIGN = foreign(`
    <task id="Ky" name="Ký"/>
    <startEvent id="s"/><task id="Nhan" name="Nhận"/><exclusiveGateway id="g"/><endEvent id="e"/>
    <sequenceFlow id="f0" sourceRef="s" targetRef="Nhan"/>
    <sequenceFlow id="f1" sourceRef="Nhan" targetRef="g"/>
    <sequenceFlow id="f2" name="đủ" sourceRef="g" targetRef="Ky"/>
    <sequenceFlow id="f3" name="thiếu" sourceRef="g" targetRef="Nhan"/>
    <sequenceFlow id="f4" sourceRef="Ky" targetRef="e"/>`)

test('a diagram drawn elsewhere becomes a draft, and what it lacks is listed', async () => {
  const { record, findings } = await draftOf(FOREIGN)
  const [{ steps }] = JSON.parse(JSON.stringify(record['versions']))
  assert.deepEqual(
    steps.map((step: StoredStep) => [step.id, step.kind, step.ways]),
    [
      [
        'Nhan',
        null,
        [
          { to: 'Ky', when: { is: 'foreign', text: 'đủ' } },
          { to: 'Nhan', when: { is: 'foreign', text: 'thiếu' } },
        ],
      ],
      ['Ky', null, undefined],
    ],
  )
  assert.deepEqual(
    findings.map(({ place }) => place),
    ['Cap-phep', 'Cap-phep', '"Nhận"', '"đủ"', '"thiếu"', '"Ký"'],
  )
})

const FAULTS: readonly (readonly [what: string, xml: string, said: RegExp])[] = [
  [
    'an event in the middle',
    foreign('<intermediateCatchEvent id="wait"/>'),
    /wait: không có gì tương ứng với bpmn:IntermediateCatchEvent/,
  ],
  ['a task from which nothing leads on', foreign('<task id="a" name="A"/>'), /"A": không có đường đi tiếp/],
  [
    'tasks between parallel gateways',
    foreign(`<parallelGateway id="p"/><subProcess id="u"/><task id="b" name="B"/>
      <sequenceFlow id="f" sourceRef="p" targetRef="u"/><sequenceFlow id="h" sourceRef="p" targetRef="b"/>`),
    /"B": mỗi nhánh của một cổng song song phải là một quy trình con/,
  ],
]
for (const [what, xml, said] of FAULTS) {
  test(`${what} is named as a finding`, async () => {
    const { findings } = await draftOf(xml)
    assert.match(findings.map(({ place, reason }) => `${place}: ${reason}`).join('\n'), said)
  })
}

test('a file that is no BPMN is refused', async () => {
  for (const text of ['', 'không phải XML', '<html/>', JSON.stringify({})]) {
    assert.ok('refused' in (await readBpmn(text)), text)
  }
})

test('the operator exports a process, changes it elsewhere and imports it again', async () => {
  const file = join(folder, 'qt.bpmn')
  const record = join(folder, 'qt.json')
  assert.equal((await motcua('export', 'qt-1.000943', '--version', '1', '--out', file)).code, 0)
  writeFileSync(file, readFileSync(file, 'utf8').replace('name="Trả kết quả"', 'name="Trả kết quả tại quầy"'))
  const { code, out, err } = await motcua('import', file, '--out', record)
  assert.deepEqual([code, err], [0, ''])
  assert.match(out, /không có lỗi/)
  assert.match(readFileSync(record, 'utf8'), /Trả kết quả tại quầy/)
  assert.equal((await motcua('check', record)).code, 0)
})

test('an import that lacks something keeps the draft and says what to complete', async () => {
  const file = join(folder, 'foreign.bpmn')
  const record = join(folder, 'foreign.json')
  writeFileSync(file, FOREIGN)
  const { code, err } = await motcua('import', file, '--out', record)
  assert.equal(code, 1)
  assert.match(err, /còn 6 chỗ phải sửa[\s\S]*"Ký": chưa có loại việc \(kind\)/)
  assert.equal(JSON.parse(readFileSync(record, 'utf8')).records[0].id, 'Cap-phep')
})

test('a process, version or file that is not there is refused', async () => {
  assert.match((await motcua('export', 'khong-co')).err, /Không có quy trình "khong-co"/)
  assert.match((await motcua('export', 'qt-1.000943', '--version', '9')).err, /không có phiên bản 9/)
  assert.match((await motcua('import', join(folder, 'none.bpmn'))).err, /Không đọc được tệp/)
})
