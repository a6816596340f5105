import type { Actor } from '@motcua/core/access/actor.ts'
import type { DossierContent, Result } from '@motcua/core/dossier/dossier.ts'
import type { DossierCommand } from '@motcua/core/dossier/dossier-commands.ts'
import { officerId, unitId } from '@motcua/core/kernel/ids.ts'
import { type Instant, instant, localDateOf, parseInstant } from '@motcua/core/kernel/instant.ts'
import type { Officer, Unit } from '@motcua/core/organisation/organisation.ts'
import { findStepUnit, type Step } from '@motcua/core/process/process.ts'
import { contentOf, type Filing } from '@motcua/core/replay/replay.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { loadShippedRulebook } from '@motcua/server/rulebook/rulebook.ts'

/** A morning of the demo province on which everything that the benches do is office work. */
const MORNING = parseInstant('2024-03-18T08:00')
/** Birth registration at a ward: the everyday procedure, with a form of its own. */
const PROCEDURE = '1.001193'
const AGENCY = 'H20.21.02'

export type BenchProvince = {
  readonly rulebook: Rulebook
  readonly now: () => Instant
  /** Complete filings, each of another applicant. */
  readonly contentAt: (number: number) => DossierContent
  /** Somebody who holds every post that handles these dossiers, so that a bench measures the spine and not the queue. */
  readonly officer: Actor
  /** The officers who do the working steps, in order. */
  readonly doers: readonly { readonly step: Step; readonly officer: Officer }[]
  readonly resultAt: (number: number) => Result
  /** Every command of a life, from filing to result. */
  readonly life: readonly ((number: number) => DossierCommand)[]
}

/** The clock goes on from a working morning of 2024, so that the bench measures the same law whenever it runs. */
export async function loadBenchProvince(): Promise<BenchProvince> {
  const rulebook = await loadShippedRulebook(new URL('../../data/', import.meta.url).pathname)
  const started = performance.now()
  const filing = filingOf(rulebook)
  const doers = doersOf(filing, rulebook)
  const contentAt: BenchProvince['contentAt'] = (number) =>
    contentOf({ ...filing, id: `bench ${number}`, number }, rulebook)
  return {
    rulebook,
    now: () => instant(MORNING + Math.floor(performance.now() - started)),
    contentAt,
    officer: officerOf(filing, rulebook),
    doers,
    resultAt,
    life: [
      (number) => ({ action: 'submit', content: contentAt(number) }),
      () => ({ action: 'accept' }),
      ...doers.slice(1).map(() => () => ({ action: 'forward', officer: null, note: null }) as const),
      (number) => ({ action: 'resolve', result: resultAt(number) }),
    ],
  }
}

const resultAt = (number: number): Result => ({
  number: `${number}/TLKS`,
  issuedOn: localDateOf(MORNING),
  summary: 'Giấy khai sinh',
  file: null,
})

/** Who does which step up to the result; the hand-over comes after it. */
function doersOf({ place, offer }: Filing, rulebook: Rulebook): BenchProvince['doers'] {
  const process = rulebook.processVersionAt(offer.procedureCase.process, localDateOf(MORNING))
  const seat = { agency: place.agency.id, counter: place.counter.id, field: offer.procedure.field }
  return (process?.steps ?? [])
    .filter((step) => step.kind !== 'return')
    .map((step) => {
      const unit = findStepUnit(step, seat, rulebook)
      const officer = rulebook
        .officersAt(unit ?? seat.agency)
        .find((each) => each.posts.some((post) => post.unit === unit && post.role === step.role))
      if (officer === undefined) throw new Error(`nobody at ${unit} does step ${step.id}`)
      return { step, officer }
    })
}

function filingOf(rulebook: Rulebook): Filing {
  const procedure = rulebook.procedure(PROCEDURE)
  const version = procedure && rulebook.procedureVersionAt(procedure.code, localDateOf(MORNING))
  const procedureCase = version?.cases[0]
  const agency = rulebook.unit(unitId(AGENCY))
  const counter = agency && rulebook.countersServing(agency.id)[0]
  if (!procedure || !version || !procedureCase || !agency || !counter) {
    throw new Error(`the shipped data has no procedure ${PROCEDURE} at ${AGENCY}`)
  }
  const offer = { procedure, version, procedureCase, channel: 'inPerson' as const }
  return { id: '', number: 0, offer, place: { agency, counter }, slot: { byPost: false } }
}

function officerOf({ place, offer }: Filing, rulebook: Rulebook): Actor {
  const division = rulebook.handlingUnit(place.agency.id, offer.procedure.field)
  const units: readonly Unit['id'][] = [...new Set([place.counter.id, place.agency.id, division])]
  const roles = ['clerk', 'specialist', 'leader', 'registrar'] as const
  const posts = units.flatMap((unit) => roles.map((role) => ({ unit, role })))
  return { kind: 'officer', officer: officerId('bench'), name: 'Cán bộ đo thử', posts }
}
