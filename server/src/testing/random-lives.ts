import type { DossierEvent } from '@motcua/core/dossier/dossier-events.ts'
import { dossierCode, dossierId, procedureCode, type UnitId, unitId } from '@motcua/core/kernel/ids.ts'
import { localDate } from '@motcua/core/kernel/instant.ts'
import type { Unit } from '@motcua/core/organisation/organisation.ts'
import type { CountedEvent } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import {
  aRulebook,
  AGENCY,
  COUNTER,
  OTHER_AGENCY,
  OTHER_COUNTER,
  PAPER_PROCEDURE,
  PROCEDURE,
  PROVINCE,
} from '@motcua/core/test/a-rulebook.ts'
import { someLife } from '@motcua/core/test/some-life.ts'
import fc from 'fast-check'
import type pg from 'pg'
import { withTransaction } from '../platform/database.ts'
import { aLife, type Life, START, writeEvents } from './a-life.ts'

const GONE = { validTo: localDate('2024-03-31') }
const DISTRICT = unitId('H20.30')
const OLD_COMMUNE = unitId('H20.30.01')
const NEW_COMMUNE = unitId('H20.40')

function aUnit(parts: Pick<Unit, 'id' | 'kind' | 'name' | 'level'> & Partial<Unit>): Unit {
  return {
    ...{ code: null, parent: PROVINCE, serves: null, fields: [], calendar: 'thu' },
    ...{ validFrom: localDate('2017-01-01'), validTo: null, successors: [] },
    ...parts,
  }
}

const counterOf = (id: UnitId): UnitId => unitId(`${id}-mc`)

/** A district and a commune that are gone on 1/4/2024, and the commune that took over from both. */
const THREE_LEVELS: readonly Unit[] = [
  aUnit({ id: DISTRICT, kind: 'agency', level: 'district', name: 'UBND huyện', successors: [NEW_COMMUNE], ...GONE }),
  aUnit({
    ...{ id: OLD_COMMUNE, kind: 'agency', level: 'commune', name: 'UBND xã Đức', parent: DISTRICT },
    ...{ successors: [NEW_COMMUNE], ...GONE },
  }),
  aUnit({
    ...{ id: NEW_COMMUNE, kind: 'agency', level: 'commune', name: 'UBND xã Đức' },
    validFrom: localDate('2024-04-01'),
  }),
  ...[DISTRICT, OLD_COMMUNE, NEW_COMMUNE].map((id) =>
    aUnit({
      ...{ id: counterOf(id), kind: 'counter', name: `Một cửa ${id}`, parent: id, serves: id },
      level: id === DISTRICT ? 'district' : 'commune',
    }),
  ),
]

/** The small province of core's tests with two levels below it, which change in the time of the lives. */
export function rulebookOfThreeLevels(): Rulebook {
  return aRulebook({ also: THREE_LEVELS.map((body) => ({ kind: 'unit', body })) })
}

/** A life with what it needs to be written and to be counted in memory; its events are in the order of time. */
export type RandomLife = { readonly life: Life; readonly events: readonly CountedEvent[] }

const PLACES: readonly (readonly [counter: UnitId, agency: UnitId])[] = [
  [COUNTER, AGENCY],
  [OTHER_COUNTER, OTHER_AGENCY],
  [OTHER_COUNTER, AGENCY],
  [counterOf(DISTRICT), DISTRICT],
  [counterOf(OLD_COMMUNE), OLD_COMMUNE],
  [counterOf(NEW_COMMUNE), NEW_COMMUNE],
]
/** As `writeEvents` names whoever acts. */
const WRITER = 'officer:test'
const PROCEDURES = [PROCEDURE, PAPER_PROCEDURE, procedureCode('9.999999')]

/** Dossiers of every level, of procedures with and without online service and of one that nobody knows any more. */
export function randomLives(count: number, seed: number): readonly RandomLife[] {
  const life = aLife
  return fc.sample(someLife, { numRuns: count, seed }).map((events, index) => {
    const own = life()
    const place = PLACES[index % PLACES.length] ?? PLACES[0]
    const procedure = PROCEDURES[index % PROCEDURES.length] ?? PROCEDURE
    const told = (event: DossierEvent): DossierEvent => {
      if (event.type === 'accepted') return { ...event, code: dossierCode(`H20.15-24-${seed}-${index}`) }
      if (event.type !== 'submitted' || place === undefined) return event
      const [counter, agency] = place
      const delivery = { by: index % 4 === 0 ? ('postal' as const) : ('counter' as const), address: null }
      return { ...event, content: { ...event.content, procedure, counter, agency, delivery } }
    }
    const dossier = dossierId(own.id)
    return { life: own, events: events.map((each) => ({ ...each, dossier, actor: WRITER, event: told(each.event) })) }
  })
}

/** Writes those events of the lives that are asked for; who writes later ones has written the earlier. */
export async function live(
  pool: pg.Pool,
  lives: readonly RandomLife[],
  happened: (event: CountedEvent) => boolean = () => true,
): Promise<void> {
  await withTransaction(pool, async (tx) => {
    for (const { life, events } of lives) {
      const told = events.filter(happened).map(({ at, event }) => [(at - START) / 60_000, event] as const)
      if (told.length > 0) await writeEvents(tx, life, told)
    }
  })
}
