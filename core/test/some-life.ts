import fc from 'fast-check'
import type { DossierEvent } from '../src/dossier/dossier-events.ts'
import type { FinishClass, Position } from '../src/dossier/dossier.ts'
import { dossierCode, dossierId, unitId } from '../src/kernel/ids.ts'
import { type Instant, instant, parseInstant } from '../src/kernel/instant.ts'
import type { Channel } from '../src/procedure/procedure.ts'
import type { CountedEvent } from '../src/report/report.ts'
import { AGENCY, COUNTER, PROCEDURE } from './a-rulebook.ts'
import { POLICIES } from './a-clock.ts'

export const LIFE_STARTS = parseInstant('2024-02-01T08:00')
const HOUR = 3_600_000

export const aSubmission = (channel: Channel): Extract<DossierEvent, { type: 'submitted' }> => ({
  type: 'submitted',
  content: {
    ...{ procedure: PROCEDURE, procedureVersion: 1, caseId: 'chung', channel, counter: COUNTER, agency: AGENCY },
    applicant: {
      ...{ kind: 'person', name: 'A', idNumber: '1', birthDate: null },
      ...{ address: 'x', phone: null, email: null, account: null },
    },
    ...{ submitter: null, answers: {}, documents: [], delivery: { by: 'counter', address: null }, copies: 1 },
  },
})

const POSITION: Position = {
  ...{ step: 's', unit: unitId('u'), role: 'specialist', officer: null, since: LIFE_STARTS, dueAt: null },
}

const accepted = (dueAt: Instant | null): DossierEvent => ({
  ...{ type: 'accepted', code: dossierCode('H20.15-240301-0001'), process: { id: 'p', version: 1 } },
  ...{ legal: { unit: 'workingDays', amount: 1 }, committed: null, policies: POLICIES, dueAt, fee: [] },
  position: POSITION,
})
const supplementOn = (ground: { readonly ground?: string }): DossierEvent => ({
  ...{ type: 'supplementRequested', items: ['x'], reason: 'y', after: 'restart' },
  ...ground,
})
const supplied = (dueAt: Instant | null): DossierEvent => ({
  ...{ type: 'supplementSupplied', documents: [], note: null, dueAt, stepDueAt: null },
})
const apologised = (dueAt: Instant): DossierEvent => ({ type: 'apologised', letter: 'l', reason: 'r', dueAt })

/** Named, or left unclassified as everybody did before there was a catalogue. */
const someGround = fc.constantFrom<{ readonly ground?: string }>({}, { ground: 'missing-papers' }, { ground: 'unmet' })

const resolved = (finish: FinishClass): DossierEvent => ({
  ...{ type: 'resolved', finish, to: { ...POSITION, role: 'clerk' } },
  result: { number: '1', issuedOn: '2024-03-04', summary: 's', file: null },
})
const someReturn = fc.constantFrom<readonly DossierEvent[]>(
  [],
  [{ type: 'returned', receivedBy: 'x', by: 'counter' }],
  [{ type: 'returned', receivedBy: 'x', by: 'postal' }],
  [{ type: 'returned', receivedBy: 'x', by: 'online' }],
)

/** An end after acceptance; the class need not fit the times, since only the end says it. */
const someEnd = (finish: FinishClass): fc.Arbitrary<readonly DossierEvent[]> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom('refused' as const, 'withdrawn' as const, 'stopped' as const), someGround)
      .map(([type, ground]): readonly DossierEvent[] => [{ type, reason: 'r', finish, ...ground }]),
    someReturn.map((returned) => [resolved(finish), ...returned]),
  )

const someDue = fc.option(fc.integer({ min: 0, max: 900 }).map((hours) => instant(LIFE_STARTS + hours * HOUR)))

const atIntake: fc.Arbitrary<readonly DossierEvent[]> = someGround
  .map(supplementOn)
  .chain((supplement) => fc.constantFrom<readonly DossierEvent[]>([], [supplement], [supplement, supplied(null)]))
const neverAccepted = someGround.chain((ground) =>
  fc.constantFrom<readonly DossierEvent[]>(
    [],
    [{ type: 'declined', reason: 'r', ...ground }],
    [{ type: 'withdrawn', reason: 'r', finish: null, ...ground }],
  ),
)
const inHand = fc
  .tuple(someDue, someDue, fc.integer({ min: 0, max: 3 }), someGround)
  .map(([due, later, how, ground]) => {
    const begun = accepted(due)
    const supplement = supplementOn(ground)
    if (how === 1) return [begun, supplement]
    if (how === 2) return [begun, supplement, supplied(later)]
    return how === 3 && later !== null ? [begun, apologised(later)] : [begun]
  })
const ended = fc
  .tuple(inHand, fc.constantFrom<FinishClass>('early', 'onTime', 'late').chain(someEnd))
  .map(([events, end]) => [...events, ...end])

/** A dossier's events from its submission on, hours apart, or several at once; some lives are not over. */
export const someLife: fc.Arbitrary<readonly CountedEvent[]> = fc
  .tuple(
    fc.constantFrom<Channel>('online', 'inPerson', 'postal'),
    atIntake,
    fc.oneof(neverAccepted, inHand, ended),
    fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 8, maxLength: 8 }),
  )
  .map(([channel, first, later, waits]) => {
    const open = first.length === 1 && later[0]?.type === 'accepted' ? [...first, supplied(null)] : first
    let at = LIFE_STARTS
    return [aSubmission(channel), ...open, ...later].map((event, index): CountedEvent => {
      at = instant(at + (waits[index] ?? 0) * HOUR)
      return { dossier: dossierId('d'), number: index + 1, at, actor: 'officer:x', event }
    })
  })
