import { monthToDate, onTimePercent } from '@motcua/core/dashboard/dashboard.ts'
import { type UnitId, unitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, localDateOf, plusDays, startOfDay, toIso } from '@motcua/core/kernel/instant.ts'
import { endOf, type Period, type ReportScope, rowName } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Static } from 'typebox'
import type { Db } from '../platform/database.ts'
import { computeReport, type Report } from '../report/report.ts'
import { type Memory, newMemory } from './memory.ts'
import { readQualityGroups } from './quality-groups.ts'
import type { DashboardSchema, HallBoard, PublicDashboard } from './dashboard-schema.ts'
import { countWaiting, listDurations, listLatePlaces, listReady, listTrend, type TrendDay } from './dashboard.store.ts'

type Without<Schema, Key extends PropertyKey> = Schema extends unknown ? Omit<Schema, Key> : never
export type PublicContent = Without<Static<typeof PublicDashboard>, 'at'>
export type DashboardContent = Without<Static<typeof DashboardSchema>, 'at'>
export type BoardContent = Without<Static<typeof HallBoard>, 'at'>

export type DashboardQuestion = {
  readonly scope: ReportScope
  readonly now: Instant
  readonly rulebook: Rulebook
  readonly memory: DashboardMemory
}

/** What past days gave changes little and costs most: it is read again after a minute. One for a process. */
export type DashboardMemory = Memory<Course>
export const newDashboardMemory = (): DashboardMemory => newMemory(COURSE_FOR_MS)

type Course = Pick<PublicContent, 'trend' | 'durations' | 'monthBefore' | 'yearBefore' | 'quality'>
const COURSE_FOR_MS = 60_000

const TREND_DAYS = 30
const PLACES = 12
const PROCEDURES = 10
const READY = 36

/** How the day, the month and the work in hand stand in a scope, from the same figures as its reports. */
export async function readPublicDashboard(db: Db, question: DashboardQuestion): Promise<PublicContent> {
  const { scope, now, memory } = question
  const today = localDateOf(now)
  const [day, month, waiting, course] = await Promise.all([
    reportOf(db, question, { from: today, to: today }),
    reportOf(db, question, monthToDate(today).month),
    countWaiting(db, countersOf(scope), now),
    memory.recall(`${scope.id} ${today}`, () => readCourse(db, question)),
  ])
  const flow = flowOf(day)
  return {
    scope: { id: scope.id, name: scope.name },
    today: flow,
    ...waiting,
    inProgress: day.figures.inProgress ?? 0,
    overdue: day.figures.inProgressOverdue ?? 0,
    month: flowOf(month),
    channels: month.rows.map(({ id, name, figures }) => ({ channel: id, name, received: figures.receivedNew ?? 0 })),
    ...course,
    trend: course.trend.map((each) => (each.day === today ? { ...each, ...shownOf(flow) } : each)),
    satisfaction: { value: null, note: 'Chưa có dữ liệu: hệ thống chưa nhận phiếu đánh giá của người dân.' },
  }
}

/** The same with who holds what is overdue, for those who answer for it. */
export async function readDashboard(db: Db, question: DashboardQuestion): Promise<DashboardContent> {
  const { scope, now, rulebook } = question
  const [known, places] = await Promise.all([
    readPublicDashboard(db, question),
    listLatePlaces(db, countersOf(scope), { now, limit: PLACES }),
  ])
  return {
    ...known,
    latePlaces: places.map(({ unit, officer, dossiers, oldest_due_at }) => ({
      unit,
      unitName: placeName(unit, rulebook),
      officer,
      officerName: officer === null ? null : (rulebook.officer(officer)?.name ?? officer),
      dossiers,
      oldestDueAt: toIso(oldest_due_at),
    })),
    boards: boardsOf(question),
  }
}

/** What a hall's screen shows: the day, and whose results can be collected, by code alone. */
export async function readHallBoard(
  db: Db,
  question: DashboardQuestion & { readonly counter: UnitId },
): Promise<BoardContent> {
  const { scope, now, rulebook, counter } = question
  const today = localDateOf(now)
  const [day, waiting, ready] = await Promise.all([
    reportOf(db, question, { from: today, to: today }),
    countWaiting(db, countersOf(scope), now),
    listReady(db, counter, READY),
  ])
  return {
    counter: { id: counter, name: placeName(counter, rulebook) },
    today: flowOf(day),
    waiting: waiting.waiting,
    ready: ready.map(({ code, finished_at }) => ({ code, since: toIso(finished_at) })),
  }
}

function boardsOf({ scope, now, rulebook }: DashboardQuestion): DashboardContent['boards'] {
  const today = localDateOf(now)
  return scope.counters.flatMap((id) => {
    const unit = rulebook.unit(id)
    const isOpen = unit !== undefined && unit.validFrom <= today && (unit.validTo === null || today <= unit.validTo)
    return isOpen ? [{ counter: id, name: unit.name }] : []
  })
}

export function placeName(unit: string | null, rulebook: Rulebook): string {
  return unit === null ? 'Chưa có nơi giữ' : (rulebook.unit(unitId(unit))?.name ?? unit)
}

export const countersOf = (scope: ReportScope): readonly UnitId[] | null =>
  scope.kind === 'all' ? null : scope.counters

/** By channel, because that is the fewest rows and the month shows them. */
function reportOf(db: Db, { scope, now, rulebook }: DashboardQuestion, period: Period): Promise<Report> {
  return computeReport(db, { scope, period, asOf: null, now, by: 'channel', rulebook })
}

function flowOf({ period, figures }: Report): PublicContent['today'] {
  const count = (id: string): number => figures[id] ?? 0
  const [received, finished, late] = [count('receivedNew'), count('resolvedTotal'), count('resolvedLate')]
  return { ...period, received, finished, late, onTimePercent: onTimePercent({ finished, late }) }
}

const shownOf = ({ received, finished, late }: PublicContent['today']) => ({ received, finished, late })

async function readCourse(db: Db, question: DashboardQuestion): Promise<Course> {
  const { scope, now, rulebook } = question
  const today = localDateOf(now)
  const first = plusDays(today, 1 - TREND_DAYS)
  const span = { from: startOfDay(first), to: endOf({ from: today, to: today }) }
  const months = monthToDate(today)
  const [days, durations, monthBefore, yearBefore, quality] = await Promise.all([
    listTrend(db, countersOf(scope), span),
    listDurations(db, countersOf(scope), { ...span, limit: PROCEDURES }),
    reportOf(db, question, months.monthBefore),
    reportOf(db, question, months.yearBefore),
    readQualityGroups(db, question),
  ])
  const known = new Map<string, TrendDay>(days.map((each) => [each.day, each]))
  return {
    monthBefore: flowOf(monthBefore),
    yearBefore: flowOf(yearBefore),
    quality,
    trend: Array.from({ length: TREND_DAYS }, (_, index) => {
      const day = plusDays(first, index)
      return known.get(day) ?? { day, received: 0, finished: 0, late: 0 }
    }),
    durations: durations.map((each) => ({
      procedure: each.procedure_code,
      name: rowName('procedure', each.procedure_code, rulebook),
      dossiers: each.dossiers,
      medianHours: oneDecimal(each.median_hours),
      nineOfTenHours: oneDecimal(each.nine_of_ten_hours),
    })),
  }
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10
