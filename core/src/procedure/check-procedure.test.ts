import assert from 'node:assert/strict'
import { test } from 'node:test'
import { procedureCode } from '../kernel/ids.ts'
import { localDate } from '../kernel/instant.ts'
import { dong } from '../kernel/money.ts'
import { checkProcedure } from './check-procedure.ts'
import type { FeeLine, Procedure, ProcedureCase, ProcedureVersion } from './procedure.ts'

const DAY = localDate('2017-01-01')
const references = { agencies: new Set(['H20.03']), forms: new Set(['don']), processes: new Set(['xa-1-ngay']) }

const aFee: FeeLine = {
  id: 'phi',
  name: 'Phí',
  kind: 'serviceCharge',
  channels: ['inPerson'],
  amount: dong(8000),
  per: 'once',
  validFrom: DAY,
  validTo: null,
  source: 'Thông tư 281/2016/TT-BTC',
}
const aCase: ProcedureCase = {
  id: 'chung',
  name: 'Khai sinh',
  documents: [{ id: 'gcs', name: 'Giấy chứng sinh', originals: 1, copies: 0, mandatory: true, kind: 'present' }],
  terms: [{ channels: ['online', 'inPerson'], legal: { unit: 'workingDays', amount: 1 }, committed: null }],
  fees: [aFee],
  form: 'don',
  process: 'xa-1-ngay',
}
const aVersion: ProcedureVersion = {
  version: 1,
  effectiveFrom: DAY,
  effectiveTo: null,
  source: 'Quyết định 163/QĐ-BTP',
  name: 'Đăng ký khai sinh',
  summary: 'Cấp Giấy khai sinh.',
  audience: ['Công dân Việt Nam'],
  steps: ['Nộp hồ sơ.'],
  conditions: null,
  legalBases: ['Luật Hộ tịch 60/2014/QH13'],
  results: [{ code: null, name: 'Giấy khai sinh' }],
  onlineLevel: 'fullyOnline',
  cases: [aCase],
}
const aProcedure: Procedure = {
  code: procedureCode('1.001193'),
  aliases: [],
  field: 'Hộ tịch',
  levels: ['commune'],
  agencies: [],
  marks: [],
  lifeEvents: [],
  versions: [aVersion],
}

const withVersions = (...versions: readonly Partial<ProcedureVersion>[]): Procedure => ({
  ...aProcedure,
  versions: versions.map((each) => ({ ...aVersion, ...each })),
})
const withCase = (fields: Partial<ProcedureCase>): Procedure => withVersions({ cases: [{ ...aCase, ...fields }] })

function refuses(procedure: Procedure, path: string, reason: RegExp) {
  const found = checkProcedure(procedure, references).problems
  assert.ok(
    found.some((each) => each.path === path && reason.test(each.reason)),
    JSON.stringify(found),
  )
}

test('a sound procedure has nothing wrong with it', () => {
  assert.deepEqual(checkProcedure(aProcedure, references), { problems: [], warnings: [] })
})
test('a procedure without versions is refused', () => refuses(withVersions(), 'versions', /ít nhất một phiên bản/))
test('versions that overlap are refused', () => {
  refuses(
    withVersions({}, { version: 2, effectiveFrom: localDate('2020-01-01') }),
    'versions[1].effectiveFrom',
    /trùng thời gian/,
  )
})
test('a version that ends before it begins is refused', () => {
  refuses(withVersions({ effectiveTo: localDate('2016-01-01') }), 'versions[0].effectiveTo', /sau ngày/)
})
test('version numbers must grow', () => {
  const first = { effectiveTo: localDate('2019-12-31') }
  refuses(withVersions(first, { effectiveFrom: localDate('2020-01-01') }), 'versions[1].version', /lớn hơn/)
})
test('a procedure of no level is refused', () => refuses({ ...aProcedure, levels: [] }, 'levels', /ít nhất một cấp/))
test('an unknown agency is refused', () => refuses({ ...aProcedure, agencies: ['H99'] }, 'agencies[0]', /H99/))
test('a version without a case is refused', () =>
  refuses(withVersions({ cases: [] }), 'versions[0].cases', /một trường hợp/))
test('two cases with one id are refused', () =>
  refuses(withVersions({ cases: [aCase, aCase] }), 'versions[0].cases[1].id', /đã dùng/))
test('an unknown form is refused', () =>
  refuses(withCase({ form: 'khong-co' }), 'versions[0].cases[0].form', /khong-co/))
test('an unknown process is refused', () =>
  refuses(withCase({ process: 'khong-co' }), 'versions[0].cases[0].process', /khong-co/))
test('two documents with one id are refused', () => {
  refuses(
    withCase({ documents: [...aCase.documents, ...aCase.documents] }),
    'versions[0].cases[0].documents[1].id',
    /đã dùng/,
  )
})
test('a note that asks for papers is refused', () => {
  const note = { id: 'luu-y', name: 'Lưu ý', originals: 1, copies: 0, mandatory: false, kind: 'note' } as const
  refuses(withCase({ documents: [note] }), 'versions[0].cases[0].documents[0]', /lưu ý/)
})
test('a case without a term is refused', () =>
  refuses(withCase({ terms: [], fees: [] }), 'versions[0].cases[0].terms', /thời hạn/))
test('two terms for one channel are refused', () => {
  refuses(
    withCase({ terms: [...aCase.terms, ...aCase.terms] }),
    'versions[0].cases[0].terms[1].channels',
    /đã có thời hạn/,
  )
})
test('a term of no length is refused', () => {
  const terms = [{ channels: ['inPerson'], legal: { unit: 'workingDays', amount: 0 }, committed: null }] as const
  refuses(withCase({ terms }), 'versions[0].cases[0].terms[0].legal.amount', /lớn hơn 0/)
})
test('a same-day term with a number is refused', () => {
  const terms = [{ channels: ['inPerson'], legal: { unit: 'sameDay', amount: 2 }, committed: null }] as const
  refuses(withCase({ terms }), 'versions[0].cases[0].terms[0].legal.amount', /hãy ghi 0/)
})
test('a promise longer than the law is refused', () => {
  const legal = { unit: 'workingDays', amount: 3 } as const
  const terms = [{ channels: ['inPerson'], legal, committed: { unit: 'workingDays', amount: 5 } }] as const
  refuses(withCase({ terms }), 'versions[0].cases[0].terms[0].committed', /không được dài hơn/)
})
test('a fee for a channel that is not offered is refused', () => {
  refuses(withCase({ fees: [{ ...aFee, channels: ['postal'] }] }), 'versions[0].cases[0].fees[0].channels', /postal/)
})
test('a fee for no channel is refused', () => {
  refuses(withCase({ fees: [{ ...aFee, channels: [] }] }), 'versions[0].cases[0].fees[0].channels', /phải ghi cách nộp/)
})
test('a fee that ends before it begins is refused', () => {
  refuses(
    withCase({ fees: [{ ...aFee, validTo: localDate('2016-01-01') }] }),
    'versions[0].cases[0].fees[0].validTo',
    /sau ngày/,
  )
})
test('one fee line twice at one time is refused', () => {
  refuses(withCase({ fees: [aFee, aFee] }), 'versions[0].cases[0].fees[1].id', /đã ghi/)
})
test('online intake of a procedure that is not online is refused', () => {
  refuses(withVersions({ onlineLevel: 'none' }), 'versions[0].onlineLevel', /không trực tuyến/)
})
test('a version without results or legal bases is only a warning', () => {
  const { problems, warnings } = checkProcedure(withVersions({ results: [], legalBases: [] }), references)
  assert.deepEqual([problems.length, warnings.length], [0, 2])
})
