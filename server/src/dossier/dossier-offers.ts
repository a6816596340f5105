import { allowsAction } from '@motcua/core/dossier/actions-by-state.ts'
import { type DecisionContext, decideDossier } from '@motcua/core/dossier/decide.ts'
import type { Dossier } from '@motcua/core/dossier/dossier.ts'
import { ACTION_NAME, ACTIONS, type DossierAction, type DossierCommand } from '@motcua/core/dossier/dossier-commands.ts'
import type { DossierRefusalKind } from '@motcua/core/dossier/dossier-refusals.ts'
import { explainRefusal } from '@motcua/core/dossier/refusal-text.ts'
import { mayDo, subjectOf } from '@motcua/core/access/access.ts'
import { dong } from '@motcua/core/kernel/money.ts'
import { instant, localDateOf } from '@motcua/core/kernel/instant.ts'
import { officerId } from '@motcua/core/kernel/ids.ts'

/** An action as the page shows it: done with one click, or blocked with the reason. */
export type Offer = {
  readonly action: DossierAction
  readonly name: string
  readonly allowed: boolean
  readonly reason: string | null
}

/** Refusals that stand whatever the person would write into the action's form. */
const STANDING: ReadonlySet<DossierRefusalKind> = new Set<DossierRefusalKind>([
  'action-forbidden',
  'action-not-allowed',
  'procedure-unknown',
  'case-unknown',
  'officer-assigned',
  'step-not-final',
  'step-is-final',
  'nothing-to-take-back',
  'nothing-to-send-back',
  'documents-missing',
  'supplement-repeated',
  'payment-not-owed',
  'fee-unpaid',
  'consultation-open',
  'extension-used',
  'extension-too-late',
  'no-due-time',
  'calendar-missing',
  'rules-missing',
])

/**
 * What may be done now, asked of the very rules that will decide it. Actions that neither the state knows nor the
 * person could ever do are left out: they would only be noise.
 */
export function offersOf(dossier: Dossier, context: DecisionContext): readonly Offer[] {
  const subject = subjectOf(dossier, context.rulebook)
  return ACTIONS.filter((action) => allowsAction(dossier, action) || mayDo(action, context.actor, subject).allowed)
    .filter((action) => dossier.state === 'draft' || (action !== 'saveDraft' && action !== 'submit'))
    .map((action) => offerOf(dossier, action, context))
}

function offerOf(dossier: Dossier, action: DossierAction, context: DecisionContext): Offer {
  const command = sampleCommand(dossier, action, context)
  const decision = decideDossier(dossier, { dossier: dossier.id, expectedVersion: null, command }, context)
  const blocked = decision.kind === 'refused' && STANDING.has(decision.refusal.kind)
  const reason = blocked ? explainRefusal(decision.refusal).detail : null
  return { action, name: ACTION_NAME[action], allowed: !blocked, reason }
}

/** The action as somebody would fill it in, so far as that can be known. */
function sampleCommand(dossier: Dossier, action: DossierAction, { now, actor }: DecisionContext): DossierCommand {
  const reason = 'Lý do'
  const officer = actor.kind === 'officer' ? actor.officer : officerId('-')
  const samples: { readonly [Action in DossierAction]: Extract<DossierCommand, { readonly action: Action }> } = {
    saveDraft: { action: 'saveDraft', content: dossier.content },
    submit: { action: 'submit', content: dossier.content },
    accept: { action: 'accept' },
    decline: { action: 'decline', reason },
    assign: { action: 'assign', officer, note: null },
    forward: { action: 'forward', officer: null, note: null },
    sendBack: { action: 'sendBack', step: dossier.path.at(-1)?.step ?? '-', reason },
    takeBack: { action: 'takeBack', reason },
    reassign: { action: 'reassign', officer, reason },
    consult: { action: 'consult', agency: dossier.content.agency, question: reason, dueAt: instant(now + 86_400_000) },
    answerConsultation: { action: 'answerConsultation', id: openConsultation(dossier), answer: reason },
    requestSupplement: { action: 'requestSupplement', items: [reason], reason },
    supplySupplement: { action: 'supplySupplement', documents: [], note: reason },
    requestPayment: { action: 'requestPayment', lines: [{ name: reason, amount: dong(1000) }] },
    recordPayment: { action: 'recordPayment', amount: dong(owed(dossier)), method: 'cash', reference: null },
    apologise: { action: 'apologise', reason, dueAt: instant((dossier.dueAt ?? now) + 86_400_000), letter: '01' },
    refuse: { action: 'refuse', reason },
    withdraw: { action: 'withdraw', reason },
    stop: { action: 'stop', reason },
    resolve: { action: 'resolve', result: { number: '01', issuedOn: localDateOf(now), summary: reason, file: null } },
    return: { action: 'return', receivedBy: dossier.content.applicant.name, by: dossier.content.delivery.by },
    correct: { action: 'correct', applicant: { ...dossier.content.applicant, name: reason }, answers: null, reason },
  }
  return samples[action]
}

function openConsultation({ consultations }: Dossier): string {
  return consultations.find((each) => each.answeredAt === null)?.id ?? '-'
}

function owed({ fee }: Dossier): number {
  return fee === null ? 0 : Math.max(0, fee.total - fee.paid)
}
