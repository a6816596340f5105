import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../kernel/instant.ts'
import { checkProcess, totalMinutes } from './check-process.ts'
import { type Process, wholeStep } from './process.ts'

const intake = wholeStep({
  id: 'tiep-nhan',
  name: 'Tiếp nhận',
  kind: 'intake',
  role: 'clerk',
  at: 'counter',
  minutes: 60,
})
const sign = wholeStep({ id: 'ky', name: 'Ký duyệt', kind: 'sign', role: 'leader', at: 'agency', minutes: 420 })
const handOver = wholeStep({ id: 'tra', name: 'Trả kết quả', kind: 'return', role: 'clerk', at: 'counter', minutes: 0 })

function aProcess(...steps: Process['versions'][number]['steps']): Process {
  const effectiveFrom = localDate('2017-01-01')
  return { id: 'xa', name: 'Cấp xã', versions: [{ version: 1, effectiveFrom, effectiveTo: null, source: 'QĐ', steps }] }
}

function refuses(process: Process, path: string, reason: RegExp) {
  const found = checkProcess(process).problems
  assert.ok(
    found.some((each) => each.path === path && reason.test(each.reason)),
    JSON.stringify(found),
  )
}

test('intake, signature and hand-over make a process', () => {
  assert.deepEqual(checkProcess(aProcess(intake, sign, handOver)), { problems: [], warnings: [] })
})
test('a process without versions is refused', () =>
  refuses({ ...aProcess(), versions: [] }, 'versions', /ít nhất một phiên bản/))
test('a process without steps is refused', () => refuses(aProcess(), 'versions[0].steps', /ít nhất một bước/))
test('a process that does not begin with intake is refused', () => {
  refuses(aProcess(sign, handOver), 'versions[0].steps[0].kind', /tiếp nhận/)
})
test('a process that does not end with the hand-over is refused', () => {
  refuses(aProcess(intake, sign), 'versions[0].steps[1].kind', /trả kết quả/)
})
test('a second hand-over is refused', () => {
  refuses(aProcess(intake, { ...handOver, id: 'tra-1' }, handOver), 'versions[0].steps[1].kind', /một bước trả/)
})
test('a second intake is refused', () => {
  refuses(aProcess(intake, { ...intake, id: 'tn-2' }, handOver), 'versions[0].steps[1].kind', /một bước tiếp nhận/)
})
test('two steps with one id are refused', () =>
  refuses(aProcess(intake, sign, sign, handOver), 'versions[0].steps[2].id', /đã dùng/))
test('a role that does not exist at the place is refused', () => {
  refuses(aProcess(intake, { ...sign, at: 'counter' }, handOver), 'versions[0].steps[1].role', /leader/)
})
test('intake away from the counter is refused', () => {
  refuses(aProcess({ ...intake, at: 'agency', role: 'specialist' }, handOver), 'versions[0].steps[0].at', /Một cửa/)
})
test('a step without time is only a warning', () => {
  const { problems, warnings } = checkProcess(aProcess(intake, { ...sign, minutes: null }, handOver))
  assert.deepEqual([problems.length, warnings[0]?.path], [0, 'versions[0].steps[1].minutes'])
})
test('the total of a process counts the steps that have a time', () => {
  const [version] = aProcess(intake, { ...sign, minutes: null }, handOver).versions
  assert.equal(version === undefined ? -1 : totalMinutes(version), 60)
})
