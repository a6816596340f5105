import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { instant, localDate, parseInstant } from '@motcua/core/kernel/instant.ts'
import {
  byFigure,
  DIMENSIONS,
  type Dimension,
  edgesOf,
  endOf,
  FIGURE_NAMES,
  type Figures,
  findScope,
  type ReportScope,
  rowFilter,
} from '@motcua/core/report/report.ts'
import { findIndicatorPeriod } from '@motcua/core/indicator/indicator.ts'
import { checkAll } from '../check/check.ts'
import { assessScope } from '../indicator/indicator.ts'
import { listCounted } from '../report/report.store.ts'
import { computeReport } from '../report/report.ts'
import { loadShippedRulebook } from '../rulebook/rulebook.ts'
import { createServices, type Services } from '../services.ts'
import { type ClonedDatabase, cloneDatabase } from '../testing/database.ts'
import { smallScenario } from '../testing/small-scenario.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { replayScenario, type ReplayOutcome } from './replay.ts'

const DATA = fileURLToPath(new URL('../../../data/', import.meta.url))
const scenario = smallScenario()
const { period } = scenario
const silent = (): void => undefined

let clone: ClonedDatabase
let services: Services
let outcome: ReplayOutcome

before(async () => {
  clone = await cloneDatabase()
  const rulebook = await loadShippedRulebook(DATA)
  services = await createServices({
    databaseUrl: clone.url,
    dataDir: temporaryFolder('replay'),
    rulebook,
  })
  outcome = await replayScenario({ scenario, seed: 1, services, progress: silent })
})

after(async () => {
  await services.close()
  await clone.drop()
})

function scopeOf(id: string): ReportScope {
  const scope = findScope(id, services.rulebook())
  if (scope === undefined) throw new Error(`no scope ${id}`)
  return scope
}

async function figuresAsOf(asOf: string, to = '2024-03-20', scope = 'province'): Promise<Figures> {
  const days = { from: period.from, to: localDate(to) }
  const report = await computeReport(services.pool, {
    scope: scopeOf(scope),
    period: days,
    asOf: parseInstant(asOf),
    now: instant(Date.now()),
    rulebook: services.rulebook(),
  })
  return byFigure((name) => report.figures[name] ?? 0)
}

const reportOf = (scope: ReportScope, by: Dimension = 'field') =>
  computeReport(services.pool, {
    scope,
    period,
    asOf: null,
    now: instant(Date.now()),
    by,
    rulebook: services.rulebook(),
  })

test('a month that was lived through shows every published figure', () => {
  assert.deepEqual(outcome.differences, [])
  assert.equal(outcome.dossiers, 300)
  assert.ok(outcome.changes > 1500)
  assert.equal(outcome.groups[0]?.figures.supplementPending, 7)
})

test('the same month in the same place is refused, so that nothing counts twice', async () => {
  await assert.rejects(replayScenario({ scenario, seed: 2, services, progress: silent }), /đã có 300 hồ sơ của kỳ này/)
})

test('rows, chains and reports agree with the events after a month', async () => {
  const checked = await checkAll({ services, period: null, scope: null, progress: silent })
  assert.deepEqual(checked.differences, [])
  assert.equal(checked.dossiers, 300)
  const inPeriod = await checkAll({ services, period, scope: scopeOf('province'), progress: silent })
  assert.deepEqual(inPeriod.differences, [])
})

test('a report asked long after the period shows what it showed when the period closed', async () => {
  assert.deepEqual(await figuresAsOf('2030-01-01'), await figuresAsOf('2024-03-21'))
})

test('as of an earlier instant nothing shows that was known later', async () => {
  const early = await figuresAsOf('2024-03-06')
  const closed = await figuresAsOf('2024-03-06', '2024-03-05')
  for (const name of [
    'receivedTotal',
    'resolvedTotal',
    'inProgress',
    'inProgressOverdue',
    'supplementPending',
  ] as const) {
    assert.equal(early[name], closed[name], name)
  }
  assert.ok(early.receivedTotal < 300)
  assert.equal((await figuresAsOf('2023-01-01')).receivedTotal, 0)
})

test('the levels add up to the province', async () => {
  const whole = await figuresAsOf('2024-03-21', '2024-03-20', 'all')
  const levels = await Promise.all(
    ['province', 'district', 'commune'].map((level) => figuresAsOf('2024-03-21', '2024-03-20', level)),
  )
  for (const name of FIGURE_NAMES) {
    assert.equal(
      whole[name],
      levels.reduce((sum, figures) => sum + figures[name], 0),
      name,
    )
  }
})

function countedAs(id: string) {
  const figure = services.rulebook().countedFigureAt(id, period.to)
  assert.ok(figure !== undefined)
  return figure
}

test('behind every figure stand as many dossiers, page after page', async () => {
  const edges = edgesOf(period, endOf(period))
  const scope = scopeOf('province')
  const report = await reportOf(scope)
  for (const figure of FIGURE_NAMES) {
    const seen = new Set<string>()
    for (let after: { submittedAt: ReturnType<typeof instant>; dossier: string } | null = null; ; ) {
      const question = { scope, edges, figure: countedAs(figure), row: null, after, limit: 70 }
      const { items, total } = await listCounted(services.pool, question)
      assert.equal(total, report.figures[figure], figure)
      for (const item of items) seen.add(item.dossier_id)
      const last = items.at(-1)
      if (last === undefined) break
      after = { submittedAt: last.submitted_at, dossier: last.dossier_id }
    }
    assert.equal(seen.size, report.figures[figure], figure)
  }
})

test('the rows of every dimension add up to the total and open their own dossiers', async () => {
  const scope = scopeOf('province')
  const edges = edgesOf(period, endOf(period))
  const whole = (await reportOf(scope)).figures
  for (const by of DIMENSIONS) {
    const { rows, figures } = await reportOf(scope, by)
    assert.deepEqual(figures, whole, by)
    for (const name of FIGURE_NAMES) {
      const sum = rows.reduce((count, row) => count + (row.figures[name] ?? 0), 0)
      assert.equal(sum, whole[name], `${by} ${name}`)
    }
    for (const row of rows) {
      const figure = countedAs('resolvedEarly')
      const filter = rowFilter({ by, structure: 'then' }, row.id, { rulebook: services.rulebook(), figure })
      const question = { scope, edges, figure, row: filter, after: null, limit: 1 }
      assert.equal((await listCounted(services.pool, question)).total, row.figures.resolvedEarly, row.name)
    }
  }
})

test('grounds and ways of returning are counted alike from facts, from events and by another engine', async () => {
  for (const form of ['ly-do-bo-sung-tra-lai', 'buu-chinh-cong-ich', 'bo-sung-tra-lai']) {
    const { differences } = await checkAll({ services, period, scope: null, form, progress: silent })
    assert.deepEqual(differences, [], form)
  }
})

test('every cell of the table of grounds opens its dossiers, and the month has named some and left some open', async () => {
  const scope = scopeOf('all')
  const asked = { scope, period, asOf: null, now: instant(Date.now()), rulebook: services.rulebook() }
  const { rows, definition } = await computeReport(services.pool, { ...asked, form: 'ly-do-bo-sung-tra-lai' })
  const edges = edgesOf(period, endOf(period))
  for (const row of rows) {
    for (const figure of definition.counted) {
      const making = { by: 'ground', structure: 'then' } as const
      const filter = rowFilter(making, row.id, { rulebook: services.rulebook(), figure })
      const question = { scope, edges, figure, row: filter, after: null, limit: 1 }
      const { id } = figure.definition
      assert.equal((await listCounted(services.pool, question)).total, row.figures[id], `${row.name} ${id}`)
    }
  }
  const ids = rows.map(({ id }) => id)
  assert.ok(ids.length > 5 && ids.includes('unclassified') && ids.includes('missing-documents'), ids.join(', '))
})

test('the table of online services says of every scope what component 3.B of the indicators says', async () => {
  const march = findIndicatorPeriod('2024-03')
  const set = services.rulebook().indicatorSet('766', localDate('2024-03-31'))
  assert.ok(march !== undefined && set !== undefined)
  const asOf = endOf(march.period)
  for (const id of ['all', 'province', 'district', 'commune', 'centre', 'H20.15']) {
    const asked = { scope: scopeOf(id), asOf, rulebook: services.rulebook() }
    const { score } = await assessScope(services.pool, { ...asked, set, period: march })
    const own = score.groups.flatMap(({ components }) => components).find(({ component }) => component.id === '3.B')
    const question = { ...asked, period: march.period, now: asOf, form: 'thu-tuc-truc-tuyen' } as const
    for (const by of ['field', 'procedure'] as const) {
      const { figures, rows, identities } = await computeReport(services.pool, { ...question, by })
      assert.deepEqual(
        [figures.servicesUsed, figures.servicesOffered],
        [own?.numerator, own?.denominator],
        `${id} ${by}`,
      )
      assert.ok(identities.every(({ holds }) => holds))
      const sum = rows.reduce((total, row) => total + (row.figures.servicesUsed ?? 0), 0)
      assert.equal(sum, figures.servicesUsed)
    }
  }
})
