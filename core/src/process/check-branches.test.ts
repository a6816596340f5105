import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../kernel/instant.ts'
import { LINKED_PROCESS } from '../../test/a-process.ts'
import { checkProcess, totalMinutes } from './check-process.ts'
import { type Process, type Step, wholeStep } from './process.ts'
import type { StoredStep } from './stored-process.ts'

const intake = wholeStep({ id: 'in', name: 'Tiếp nhận', kind: 'intake', role: 'clerk', at: 'counter', minutes: 60 })
const handOver = wholeStep({ id: 'out', name: 'Trả', kind: 'return', role: 'clerk', at: 'counter', minutes: 0 })
const step = (id: string, parts: Partial<StoredStep> = {}): Step =>
  wholeStep({ id, name: id, kind: 'appraise', role: 'specialist', at: 'division', minutes: 120, ...parts })
const choice = (id: string, at: string) => ({ is: 'outcome', step: at, in: [id] }) as const

function found(...working: readonly Step[]) {
  const effectiveFrom = localDate('2024-01-01')
  const steps = [intake, ...working, handOver]
  const process: Process = {
    id: 'p',
    name: 'p',
    versions: [{ version: 1, effectiveFrom, effectiveTo: null, source: 'QĐ', steps }],
  }
  const { problems, warnings } = checkProcess(process)
  return [...problems, ...warnings].map(({ path, reason }) => `${path.replace('versions[0].', '')}: ${reason}`)
}

const refuses = (reason: RegExp, ...working: readonly Step[]) => {
  assert.ok(
    found(...working).some((each) => reason.test(each)),
    found(...working).join('\n'),
  )
}

test('branches, parts and choices that fit together are in order', () => {
  assert.deepEqual(
    checkProcess(LINKED_PROCESS).problems.map(({ reason }) => reason),
    [],
  )
})
test('a way to a step that does not exist is refused', () =>
  refuses(/steps\[1\]\.ways\[0\]\.to: .*"nowhere"/, step('a', { ways: [{ to: 'nowhere', when: null }] })))
test('a choice that leads nowhere is refused', () => {
  const outcomes = [
    { id: 'yes', name: 'Đạt' },
    { id: 'no', name: 'Không đạt' },
  ]
  refuses(/"Không đạt" không dẫn đến đâu/, step('a', { outcomes, ways: [{ to: 'end', when: choice('yes', 'a') }] }))
})
test('a circle without a way out is refused, and one with a way out is not', () => {
  const back = step('b', { ways: [{ to: 'a', when: null }] })
  refuses(/không có đường đến kết thúc/, step('a'), back)
  const mayLeave = step('b', { ways: [{ to: 'a', when: { is: 'answer', question: 'q', atLeast: 2 } }] })
  assert.deepEqual(found(step('a'), mayLeave), [])
})
test('a step that no way reaches is warned of', () =>
  refuses(/không có đường nào đến bước "b"/, step('a', { ways: [{ to: 'end', when: null }] }), step('b')))
test('a condition on a choice that does not exist is refused', () =>
  refuses(/không có lựa chọn "maybe"/, step('a', { ways: [{ to: 'end', when: choice('maybe', 'a') }] })))
test('a part without steps is never complete, and an agency outside does none here', () => {
  const part = { id: 'p1', name: 'Nhánh', term: null, steps: [] as readonly Step[] }
  refuses(/không bao giờ hoàn thành/, step('a', { parts: [{ ...part, agency: { is: 'own', field: null } }] }))
  const outside = { ...part, agency: { is: 'outside', name: 'BHXH' } as const, steps: [step('x')] }
  refuses(/cơ quan ngoài hệ thống/, step('a', { parts: [outside] }))
})
test('a part whose steps go in a circle is never complete', () => {
  const steps = [step('x'), step('y', { ways: [{ to: 'x', when: null }] })]
  const part = { id: 'p1', name: 'Nhánh', term: null, agency: { is: 'own', field: null } as const, steps }
  refuses(/parts\[0\]\.steps\[\d\]: từ bước .* không có đường đến kết thúc/, step('a', { parts: [part] }))
})
test('ids are never used twice, neither in a part', () => {
  const part = { id: 'p1', name: 'Nhánh', term: null, agency: { is: 'own', field: null } as const, steps: [step('a')] }
  refuses(/mã bước "a" trong nhánh đã dùng/, step('a', { parts: [part] }))
})
test('a named agency is written where the step is there, and nowhere else', () => {
  refuses(/agency: ghi mã cơ quan/, step('a', { at: 'named' }))
  refuses(/agency: ghi mã cơ quan/, step('a', { agency: 'H20' }))
})
test('intake, hand-over and composite steps cannot be skipped', () => {
  const part = { id: 'p1', name: 'Nhánh', term: null, agency: { is: 'own', field: null } as const, steps: [step('x')] }
  refuses(/không được bỏ qua/, step('a', { skip: ['leader'], parts: [part] }))
})
test('the time of a process is that of its longest way, and of its longest part', () => {
  const part = (id: string, minutes: number) => ({
    ...{ id, name: id, term: null, agency: { is: 'own', field: null } as const },
    steps: [step(`${id}-x`, { minutes })],
  })
  const steps = [
    intake,
    step('a', { ways: [{ to: 'c', when: { is: 'case', in: ['short'] } }] }),
    step('b', { minutes: 480 }),
    step('c', { minutes: null, parts: [part('p1', 60), part('p2', 240)] }),
    handOver,
  ]
  assert.equal(totalMinutes({ steps }), 60 + 120 + 480 + 240)
})
