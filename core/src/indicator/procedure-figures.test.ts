import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { AGENCY, OTHER_AGENCY, PAPER_PROCEDURE, PROCEDURE, RULEBOOK } from '../../test/a-rulebook.ts'
import { shippedForm } from '../../test/shipped-figures.ts'
import { procedureCode, unitId } from '../kernel/ids.ts'
import { localDate } from '../kernel/instant.ts'
import { addCounts, emptyCounts, findScope, oneOf, type ReportScope } from '../report/report.ts'
import { assessedScope } from './assessed-scope.ts'
import { splitProcedures } from './count-component.ts'
import { procedureGroups } from './procedure-figures.ts'

const FORM = shippedForm('thu-tuc-truc-tuyen')
const MARCH = { from: localDate('2024-03-01'), to: localDate('2024-03-31') }

function scopeOf(id: string): ReportScope {
  const scope = findScope(id, RULEBOOK)
  assert.ok(scope)
  return scope
}

const someFiled = fc.array(
  fc.record({
    procedure: fc.constantFrom(...RULEBOOK.procedures().map(({ code }) => code), procedureCode('9.999999')),
    agency: fc.constantFrom(AGENCY, OTHER_AGENCY),
    online: fc.nat(2),
    others: fc.nat(2),
  }),
  { maxLength: 8 },
)
const someScope = fc.constantFrom('all', 'province', 'commune', AGENCY, OTHER_AGENCY)

test('the table of online services and the indicators of quality count the same procedures', () => {
  const used = { of: 'procedures', among: ['online'], having: [], used: oneOf('channel', 'online') } as const
  fc.assert(
    fc.property(someFiled, someScope, (filed, scopeId) => {
      const scope = scopeOf(scopeId)
      const groups = procedureGroups(
        FORM,
        filed.map(({ procedure, online, others }) => ({
          key: procedure,
          counts: { ...emptyCounts(FORM), receivedNew: online + others, receivedOnline: online },
        })),
        { scope, on: MARCH.to, rulebook: RULEBOOK },
      )
      const whole = groups.map(({ counts }) => counts).reduce(addCounts, emptyCounts(FORM))
      const cells = filed.map(({ procedure, agency, online }) => ({
        ...{ procedure, agency: unitId(agency), counts: { '3.B': { among: online, having: online } } },
      }))
      const assessed = assessedScope(scope, MARCH.to, RULEBOOK)
      const ground = { assessed, period: MARCH, cells, answers: {}, rulebook: RULEBOOK }
      const { having, lacking } = splitProcedures(used, '3.B', ground)
      assert.deepEqual([whole['servicesUsed'], whole['servicesUnused']], [having.length, lacking.length])
      assert.equal(whole['servicesAll'], assessed.procedures.length)
      const sum = filed.reduce((count, { online }) => count + online, 0)
      assert.equal(whole['receivedOnline'], sum)
    }),
  )
})

const groupsOf = (key: string, online: number) =>
  procedureGroups(FORM, [{ key, counts: { ...emptyCounts(FORM), receivedOnline: online } }], {
    ...{ scope: scopeOf('all'), on: MARCH.to, rulebook: RULEBOOK },
  })

test('one dossier is enough for a procedure to be used, and one at the counter is not', () => {
  const marksOf = (online: number) => groupsOf(PROCEDURE, online).find(({ key }) => key === PROCEDURE)?.counts
  assert.deepEqual([marksOf(3)?.['servicesUsed'], marksOf(3)?.['servicesUnused']], [1, 0])
  assert.deepEqual([marksOf(0)?.['servicesUsed'], marksOf(0)?.['servicesUnused']], [0, 1])
})

test('what is not offered online is no online service, whatever was filed for it', () => {
  const counts = groupsOf(PAPER_PROCEDURE, 2).find(({ key }) => key === PAPER_PROCEDURE)?.counts
  assert.deepEqual([counts?.['servicesNotOffered'], counts?.['servicesUsed'], counts?.['receivedOnline']], [1, 0, 2])
})

test('dossiers of a procedure that is not in force are told, but it is no procedure of the scope', () => {
  const counts = groupsOf('9.999999', 1).find(({ key }) => key === '9.999999')?.counts
  assert.deepEqual([counts?.['servicesAll'], counts?.['receivedOnline']], [0, 1])
})
