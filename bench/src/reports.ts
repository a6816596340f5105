import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findIndicatorPeriod } from '@motcua/core/indicator/indicator.ts'
import type { Condition, CountedFigure } from '@motcua/core/figure/figure.ts'
import { localDate } from '@motcua/core/kernel/instant.ts'
import { COUNTED, edgesOf, endOf, findScope, type Period, type ReportScope } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { type Duck, EXPORTED_COLUMNS, openDuck } from '@motcua/server/check/duck-recount.ts'
import { assessScope } from '@motcua/server/indicator/indicator.ts'
import type { Database } from '@motcua/server/platform/database.ts'
import { computeReport, pageCounted, type ReportQuestion } from '@motcua/server/report/report.ts'
import { loadShippedRulebook } from '@motcua/server/rulebook/rulebook.ts'
import type { BenchOptions } from './bench.ts'
import { median, percentile, printBench, round, say } from './figures.ts'
import { type Loaded, loadReports, NOW } from './reports-data.ts'
import { findMiddleCounter, listFactPartitions, writeCsv } from './reports.store.ts'

const SIZES = [1_000_000, 10_000_000] as const
const RUNS = 11
/** Runs that are not counted: what they find is in memory for the others. */
const WARM_UP = 2

/** What somebody asks at a desk; each run asks for another year or month, so that none reads what the one before did. */
type Question = { readonly name: string; readonly ask: (run: number) => Promise<unknown> }
type Timed = { readonly median: number; readonly slowest: number }

/** Reports, lists and indicators over ten years of dossiers, beside DuckDB over a Parquet file of the same facts. */
export async function benchReports(options: BenchOptions): Promise<void> {
  const rulebook = await loadShippedRulebook(new URL('../../data/', import.meta.url).pathname)
  const sizes = options.dossiers === null ? SIZES : [options.dossiers]
  const results = []
  for (const size of sizes) {
    const loaded = await loadReports(join(options.dataDir, `reports-${size}`), size, rulebook)
    try {
      results.push({ size, ...(await measure(loaded, rulebook, join(options.dataDir, `reports-${size}`))) })
    } finally {
      await loaded.database.close()
    }
  }
  const [small, large] = [results[0], results.at(-1)]
  const ratios = Object.entries(large?.milliseconds ?? {}).map(([name, timed]) => {
    const before = small?.milliseconds[name]?.median ?? Number.NaN
    return [name, round(timed.median / before, 2)]
  })
  const ratio = results.length > 1 ? { ratio: Object.fromEntries(ratios) } : {}
  printBench({ bench: 'reports', sizes: results, ...ratio })
}

async function measure({ database, dossiers, facts, loadSeconds }: Loaded, rulebook: Rulebook, folder: string) {
  const duck = await openDuck()
  try {
    const parquet = await exportParquet(database, duck, folder)
    const asked = await askedOf(database, rulebook)
    const milliseconds: Record<string, Timed> = {}
    for (const { name, ask } of asked.questions) milliseconds[name] = await timed(name, ask)
    for (const { name, ask } of duckQuestions(duck, { file: parquet.file, unit: asked.unit, rulebook }))
      milliseconds[name] = await timed(name, ask)
    await compare(database, rulebook, { duck, file: parquet.file })
    return { dossiers, facts, loadSeconds, parquetSeconds: parquet.seconds, milliseconds }
  } finally {
    duck.close()
  }
}

async function timed(name: string, ask: Question['ask']): Promise<Timed> {
  const milliseconds: number[] = []
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const startedAt = performance.now()
    await ask(run)
    if (run >= WARM_UP) milliseconds.push(performance.now() - startedAt)
  }
  const found = { median: round(median(milliseconds), 1), slowest: round(percentile(milliseconds, 1), 1) }
  say(`${name}: ${found.median} ms, lâu nhất ${found.slowest} ms`)
  return found
}

const year = (run: number): Period => {
  const of = 2018 + (run % 9)
  return { from: localDate(`${of}-01-01`), to: localDate(`${of}-12-31`) }
}

/** From the 21st to the 20th, as most provinces report. */
const month = (run: number): Period => {
  const of = 2018 + (run % 9)
  return { from: localDate(`${of}-02-21`), to: localDate(`${of}-03-20`) }
}

async function askedOf(
  { pool }: Database,
  rulebook: Rulebook,
): Promise<{ readonly questions: readonly Question[]; readonly unit: ReportScope }> {
  const all = scopeOf('all', rulebook)
  const counter = await findMiddleCounter(pool)
  const agency = rulebook.agencyOf(counter)
  const unit = scopeOf(agency?.id ?? '', rulebook)
  const report = (scope: ReportScope, period: Period, more: Partial<ReportQuestion> = {}) =>
    computeReport(pool, { scope, period, asOf: null, now: NOW, rulebook, ...more })
  const firstPage = (scope: ReportScope, period: Period) =>
    pageCounted(pool, {
      ...{
        scope,
        edges: edgesOf(period, endOf(period)),
        figure: figureOf('resolvedLate', rulebook),
        row: null,
        after: null,
        size: 50,
      },
    })
  const indicators = (scope: ReportScope, run: number) => {
    const period = findIndicatorPeriod(`${2018 + (run % 9)}-03`)
    const set = period === undefined ? undefined : rulebook.indicatorSet('766', period.period.to)
    if (period === undefined || set === undefined) throw new Error('the shipped data has no set 766')
    return assessScope(pool, { set, scope, period, asOf: endOf(period.period), rulebook })
  }
  return {
    unit,
    questions: [
      { name: 'provinceYear', ask: (run) => report(all, year(run)) },
      { name: 'unitMonth', ask: (run) => report(unit, month(run)) },
      { name: 'provinceMonthByAgency', ask: (run) => report(all, month(run), { by: 'agency' }) },
      { name: 'provinceYearByAgency', ask: (run) => report(all, year(run), { by: 'agency' }) },
      { name: 'correctedProvinceYear', ask: (run) => report(all, year(run), { corrections: true }) },
      { name: 'drillProvinceYear', ask: (run) => firstPage(all, year(run)) },
      { name: 'drillUnitMonth', ask: (run) => firstPage(unit, month(run)) },
      { name: 'indicatorsUnitMonth', ask: (run) => indicators(unit, run) },
      { name: 'indicatorsProvinceMonth', ask: (run) => indicators(all, run) },
    ],
  }
}

function scopeOf(id: string, rulebook: Rulebook): ReportScope {
  const scope = findScope(id, rulebook)
  if (scope === undefined) throw new Error(`the shipped data has no scope ${id}`)
  return scope
}

function figureOf(id: string, rulebook: Rulebook): CountedFigure {
  const figure = rulebook.countedFigureAt(id, localDate('2024-12-31'))
  if (figure === undefined) throw new Error(`the shipped data has no figure ${id}`)
  return figure
}

/** In the order of the report's own figures. */
function conditionsOf(rulebook: Rulebook): Readonly<Record<string, Condition>> {
  const counted = rulebook.formAt('II.06a', localDate('2024-12-31'))?.counted ?? []
  return Object.fromEntries(counted.map(({ definition, condition }) => [definition.id, condition]))
}

function duckQuestions(
  duck: Duck,
  { file, unit, rulebook }: { readonly file: string; readonly unit: ReportScope; readonly rulebook: Rulebook },
): readonly Question[] {
  const ask = (period: Period, counters: readonly string[] | null): Promise<unknown> =>
    duck.count(file, {
      groupedBy: 'field',
      conditions: conditionsOf(rulebook),
      base: COUNTED,
      edges: edgesOf(period, endOf(period)),
      counters,
    })
  return [
    { name: 'duckProvinceYear', ask: (run) => ask(year(run), null) },
    { name: 'duckUnitMonth', ask: (run) => ask(month(run), unit.counters) },
  ]
}

/** A figure that is fast and wrong is none. */
async function compare(
  { pool }: Database,
  rulebook: Rulebook,
  { duck, file }: { readonly duck: Duck; readonly file: string },
): Promise<void> {
  const [period, scope] = [year(3), scopeOf('all', rulebook)]
  const edges = edgesOf(period, endOf(period))
  const report = await computeReport(pool, { scope, period, asOf: null, now: NOW, rulebook })
  const counted = await duck.count(file, {
    groupedBy: 'field',
    conditions: conditionsOf(rulebook),
    base: COUNTED,
    edges,
    counters: null,
  })
  const rows = report.rows.map(({ id, figures }) => [id, figures])
  const differ = counted.filter(({ key, counts }) => {
    const figures = rows.find(([id]) => id === key)?.[1]
    return JSON.stringify(figures) !== JSON.stringify(counts)
  })
  if (differ.length > 0 || counted.length !== rows.length) {
    throw new Error(`Biểu của năm ${period.from} khác với DuckDB ở ${differ.map(({ key }) => key).join(', ')}.`)
  }
}

async function exportParquet(
  { pool }: Database,
  duck: Duck,
  folder: string,
): Promise<{ readonly file: string; readonly seconds: number }> {
  const startedAt = performance.now()
  const parquet = join(folder, 'parquet')
  rmSync(parquet, { recursive: true, force: true })
  mkdirSync(parquet, { recursive: true })
  // The server writes here under an account of its own.
  chmodSync(parquet, 0o777)
  const columns = EXPORTED_COLUMNS.map(([name]) => name)
  for (const table of await listFactPartitions(pool)) {
    const file = join(parquet, `${table}.csv`)
    if ((await writeCsv(pool, { table, columns, file })) > 0)
      await duck.toParquet(file, join(parquet, `${table}.parquet`))
    rmSync(file, { force: true })
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  say(`đã xuất Parquet: ${seconds} giây`)
  return { file: join(parquet, '*.parquet'), seconds }
}
