import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { AGENCY, aRulebook, OTHER_AGENCY, PAPER_PROCEDURE, PROCEDURE, PROVINCE } from '../../test/a-rulebook.ts'
import { localDate } from '../kernel/instant.ts'
import { all, before } from '../figure/figure.ts'
import { findScope, type ReportScope } from '../report/report.ts'
import { checkRulebook } from '../rulebook/rulebook.ts'
import { assess } from './assess.ts'
import { assessedScope } from './assessed-scope.ts'
import { checkIndicatorSet } from './check-indicator-set.ts'
import type { IndicatorGround } from './count-component.ts'
import { splitPublications } from './count-publications.ts'
import type { CountedCell } from './counted-cell.ts'
import type { IndicatorComponent, IndicatorSet } from './indicator-set.ts'
import { lostPoints } from './lost-points.ts'

const RULEBOOK = aRulebook()
const MARCH = { from: localDate('2024-03-01'), to: localDate('2024-03-31') }
const ANY = all(before('acceptedAt', 'end'))

function aComponent(parts: Pick<IndicatorComponent, 'id' | 'maxPoints' | 'measure'>): IndicatorComponent {
  return {
    ...{ name: parts.id, fullAt: 80, numerator: 'tử', denominator: 'mẫu', whenNone: 'apart', scaledBy: null },
    ...{ notFor: null, note: null, source: 'QĐ 766/QĐ-TTg' },
    ...parts,
  }
}

const SET: IndicatorSet = {
  ...{ id: '766', version: 1, name: 'Bộ chỉ số', validFrom: MARCH.from, validTo: null, source: 'QĐ', note: 'thử' },
  groups: [
    {
      ...{ id: 'g', name: 'Nhóm', maxPoints: 100 },
      components: [
        aComponent({ id: 'dossiers', maxPoints: 60, measure: { of: 'dossiers', among: ANY, having: ANY } }),
        aComponent({
          ...{ id: 'procedures', maxPoints: 40 },
          measure: { of: 'procedures', among: [], having: ['online'], used: null },
        }),
      ],
    },
  ],
  classes: [{ id: 'weak', name: 'Yếu', from: 0 }],
}

const someCell = fc
  .record({
    procedure: fc.constantFrom(PROCEDURE, PAPER_PROCEDURE),
    agency: fc.constantFrom(AGENCY, OTHER_AGENCY),
    among: fc.nat(500),
    part: fc.nat(100),
  })
  .map(
    ({ procedure, agency, among, part }): CountedCell => ({
      ...{ procedure, agency },
      counts: { dossiers: { among, having: Math.floor((among * part) / 100) } },
    }),
  )

function groundOf(scopeId: string, cells: readonly CountedCell[]): IndicatorGround {
  const scope: ReportScope | undefined = findScope(scopeId, RULEBOOK)
  assert.ok(scope)
  return { assessed: assessedScope(scope, MARCH.to, RULEBOOK), period: MARCH, cells, answers: {}, rulebook: RULEBOOK }
}

const scoreOf = (ground: IndicatorGround) => assess({ set: SET, ground, province: ground })

test('what procedures cost adds up to what was lost, the dearest first', () => {
  fc.assert(
    fc.property(fc.array(someCell, { maxLength: 12 }), (cells) => {
      const ground = groundOf('all', cells)
      const score = scoreOf(ground)
      const { procedures } = lostPoints(score, ground)
      const listed = procedures.reduce((sum, { points }) => sum + points, 0)
      assert.ok(Math.abs(listed - (score.assessable - (score.points ?? 0))) < 1e-6)
      for (const [index, { points }] of procedures.entries()) {
        assert.ok(index === 0 || points <= (procedures[index - 1]?.points ?? 0))
      }
    }),
  )
})

test('the province is counted from all its units, and is no mean of their points', () => {
  const cells: readonly CountedCell[] = [
    { procedure: PROCEDURE, agency: AGENCY, counts: { dossiers: { among: 90, having: 0 } } },
    { procedure: PROCEDURE, agency: OTHER_AGENCY, counts: { dossiers: { among: 10, having: 10 } } },
  ]
  const first = scoreOf(groundOf('all', cells)).groups[0]?.components[0]
  assert.deepEqual([first?.numerator, first?.denominator, first?.points?.toFixed(2)], [10, 100, '7.50'])
})

test('the whole province, a department and its level are assessed each as what they are', () => {
  const levels = ['all', PROVINCE, AGENCY, 'province', 'commune'].map((id) => groundOf(id, []).assessed.level)
  assert.deepEqual(levels, ['province', 'province', 'department', 'department', 'commune'])
})

test('a set whose points do not add up, or that multiplies by nothing, is not used', () => {
  assert.deepEqual(checkIndicatorSet(SET).problems, [])
  const [group] = SET.groups
  assert.ok(group)
  const broken = { ...SET, groups: [{ ...group, maxPoints: 90 }] }
  assert.deepEqual(
    checkIndicatorSet(broken).problems.map(({ path }) => path),
    ['groups', 'groups[0].maxPoints'],
  )
  const components = group.components.map((each) => ({ ...each, scaledBy: 'none' }))
  assert.equal(checkIndicatorSet({ ...SET, groups: [{ ...group, components }] }).problems.length, 2)
  const later = { ...SET, version: 2, validFrom: localDate('2025-01-01') }
  const found = checkRulebook([
    { kind: 'indicatorSet', body: SET },
    { kind: 'indicatorSet', body: later },
  ]).problems.filter(({ place }) => place.kind === 'indicatorSet')
  assert.match(found[0]?.reason ?? '', /trùng thời gian/)
})

test('a decision signed five working days before the law applies is in time, four is late, and unknown days are unknown', () => {
  const procedure = RULEBOOK.procedure(PROCEDURE)
  const root = RULEBOOK.unit(PROVINCE)
  assert.ok(procedure && root)
  const calendar = RULEBOOK.calendarOf(root)
  const split = (basesEffectiveOn: string, madePublicOn: string | null, step: 'decided' | 'madePublic') => {
    const publication = {
      decidedOn: localDate('2024-03-04'),
      basesEffectiveOn: localDate(basesEffectiveOn),
      madePublicOn: madePublicOn === null ? null : localDate(madePublicOn),
    }
    const versions = procedure.versions.map((version) => ({ ...version, publication }))
    const found = splitPublications([{ ...procedure, versions }], { step, workingDays: 5 }, { period: MARCH, calendar })
    return [found?.onTime.length, found?.late.length]
  }
  assert.deepEqual(split('2024-03-11', null, 'decided'), [1, 0])
  assert.deepEqual(split('2024-03-08', null, 'decided'), [0, 1])
  assert.deepEqual(split('2024-03-11', '2024-03-11', 'madePublic'), [1, 0])
  assert.deepEqual(split('2024-03-11', '2024-03-12', 'madePublic'), [0, 1])
  assert.deepEqual(split('2024-03-11', null, 'madePublic'), [0, 1])
  assert.equal(splitPublications([procedure], { step: 'decided', workingDays: 5 }, { period: MARCH, calendar }), null)
})
