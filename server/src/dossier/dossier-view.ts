import { actorKey } from '@motcua/core/access/access.ts'
import type { Actor } from '@motcua/core/access/actor.ts'
import { addWorkingMinutes, withinCalendar } from '@motcua/core/calendar/calendar.ts'
import { accountOf, type ClockAccount, formatTerm } from '@motcua/core/dossier/dossier.ts'
import type { Dossier, Party } from '@motcua/core/dossier/dossier.ts'
import { calendarOfDossier } from '@motcua/core/dossier/dossier-clock.ts'
import { stateNameOf } from '@motcua/core/dossier/dossier.ts'
import { NEAR_DUE_MINUTES, pauseOf, timeStateOf, waitingFor } from '@motcua/core/dossier/dossier.ts'
import { listPauseGrounds } from '@motcua/core/dossier/pause-dossier.ts'
import { offersFor } from '@motcua/core/dossier/offers.ts'
import type { Answer, FormField } from '@motcua/core/form/form.ts'
import { visibleFields } from '@motcua/core/form/form.ts'
import { isLocalDate, localDate, localDateOf, toIso } from '@motcua/core/kernel/instant.ts'
import { formatDate, formatNumber } from '@motcua/core/kernel/text.ts'
import type { Channel } from '@motcua/core/procedure/procedure.ts'
import type { DecisionContext } from '@motcua/core/dossier/decide.ts'
import { maskNumber } from '../identity/identity.ts'
import type { StoredEvent } from './dossier.store.ts'
import { lettersOf } from './dossier-letters.ts'
import { partsView, timesView } from './dossier-parts.ts'
import { isoOrNull, offerView, positionView } from './dossier-position.ts'
import { stepsOf } from './dossier-steps.ts'
import { timelineOf, unitName } from './dossier-timeline.ts'
import type { DossierView } from './dossier-view-schema.ts'
import { formOf, maskedAnswers } from './masked-answers.ts'

export const CHANNEL_NAME = {
  online: 'Trực tuyến',
  inPerson: 'Trực tiếp',
  postal: 'Bưu chính công ích',
} as const satisfies Record<Channel, string>

/** A dossier as one person may see it at one moment. */
export function dossierView(dossier: Dossier, events: readonly StoredEvent[], context: DecisionContext): DossierView {
  const { content } = dossier
  const { rulebook, actor } = context
  const account = withinCalendar(() => accountOf(dossier, { events, at: context.now, rulebook }))
  const party = (each: Party) => partyView(each, isOwnDraft(dossier, actor))
  return {
    ...{ id: dossier.id, version: dossier.version, code: dossier.code },
    ...{ state: dossier.state, stateName: stateNameOf(dossier.state, pauseOf(dossier)?.ground ?? null) },
    procedure: procedureOf(dossier, context),
    channel: content.channel,
    channelName: CHANNEL_NAME[content.channel],
    counter: { id: content.counter, name: unitName(content.counter, rulebook) },
    agency: { id: content.agency, name: unitName(content.agency, rulebook) },
    applicant: party(content.applicant),
    submitter: content.submitter === null ? null : party(content.submitter),
    answers: answersOf(dossier, context),
    rawAnswers: isOwnDraft(dossier, actor) ? content.answers : maskedAnswers(content, rulebook),
    documents: content.documents.map((document) => documentView(document, dossier)),
    ...{ delivery: content.delivery, copies: content.copies },
    fee: feeView(dossier),
    position: positionView(dossier.position, dossier, context),
    parts: partsView(dossier, context),
    steps: stepsOf(dossier, events, context),
    times: timesView(dossier, account, context),
    submittedAt: isoOrNull(dossier.submittedAt),
    acceptedAt: isoOrNull(dossier.acceptedAt),
    dueAt: isoOrNull(dossier.dueAt),
    finishedAt: isoOrNull(dossier.finishedAt),
    returnedAt: isoOrNull(dossier.returnedAt),
    ...clockView(dossier, account, context),
    ...pausesOf(dossier, context),
    timeline: timelineOf(events, rulebook, content.submitter ?? content.applicant),
    supplements: dossier.supplements.map(({ requestedAt, items, reason, suppliedAt }) => ({
      ...{ requestedAt: toIso(requestedAt), items, reason, suppliedAt: isoOrNull(suppliedAt) },
    })),
    consultations: dossier.consultations.map((each) => ({
      ...{ id: each.id, question: each.question, answer: each.answer },
      agency: { id: each.agency, name: unitName(each.agency, rulebook) },
      askedAt: toIso(each.askedAt),
      dueAt: toIso(each.dueAt),
      answeredAt: isoOrNull(each.answeredAt),
    })),
    process: dossier.process,
    ...lettersOf(dossier, context),
    result: dossier.result,
    reason: dossier.reason,
    ...offersView(dossier, context),
  }
}

function procedureOf({ content }: Dossier, { rulebook }: DecisionContext): DossierView['procedure'] {
  const { procedure: code, procedureVersion, caseId } = content
  const version = rulebook.procedureVersion(code, procedureVersion)
  const found = version === undefined ? undefined : rulebook.caseOf(version, caseId)
  return {
    code,
    version: procedureVersion,
    name: version?.name ?? code,
    caseId,
    caseName: found?.name ?? caseId,
    field: rulebook.procedure(code)?.field ?? '',
    form: found?.form ?? null,
  }
}

/** Who typed a number may see it again while it can still be changed. */
function isOwnDraft(dossier: Dossier, actor: Actor): boolean {
  return dossier.state === 'draft' && dossier.filedBy === actorKey(actor)
}

function partyView(party: Party, whole: boolean): DossierView['applicant'] {
  const { kind, name, idNumber, birthDate, address, phone, email } = party
  return { kind, name, idNumber: whole ? idNumber : maskNumber(idNumber), birthDate, address, phone, email }
}

function answersOf({ content }: Dossier, { rulebook }: DecisionContext): DossierView['answers'] {
  const form = formOf(content, rulebook)
  if (form === undefined) return []
  const shown = new Set(visibleFields(form, content.answers).map((field) => field.id))
  return form.sections
    .map(({ title, fields }) => ({
      title,
      fields: fields.flatMap((field) => {
        const answer = content.answers[field.id]
        return answer === undefined || !shown.has(field.id)
          ? []
          : [{ label: field.label, value: inWords(field, answer) }]
      }),
    }))
    .filter(({ fields }) => fields.length > 0)
}

function inWords(field: FormField, answer: Answer): string {
  const labelOf = (value: string): string => field.options.find((option) => option.value === value)?.label ?? value
  if (typeof answer === 'boolean') return answer ? 'Có' : 'Không'
  if (typeof answer === 'number') return formatNumber(answer)
  if (typeof answer !== 'string') return answer.map(labelOf).join(', ')
  if (field.type === 'personalId') return maskNumber(answer)
  if (field.type === 'date' && isLocalDate(answer)) return formatDate(localDate(answer))
  return labelOf(answer)
}

function documentView(
  document: Dossier['content']['documents'][number],
  { id }: Dossier,
): DossierView['documents'][number] {
  const { file, ...paper } = document
  return { ...paper, file: file === null ? null : { ...file, url: `/api/files/${file.hash}?dossier=${id}` } }
}

function feeView({ fee }: Dossier): DossierView['fee'] {
  if (fee === null) return null
  return { ...fee, requestedAt: isoOrNull(fee.requestedAt), paidAt: isoOrNull(fee.paidAt) }
}

function pausesOf(dossier: Dossier, context: DecisionContext): Pick<DossierView, 'paused' | 'pauseGrounds'> {
  const pause = pauseOf(dossier)
  return {
    paused: pause === null ? null : { ground: pause.ground, name: waitingFor(pause), since: toIso(pause.from) },
    pauseGrounds: listPauseGrounds(dossier, context).map(({ id, name, article }) => ({ id, name, article })),
  }
}

function offersView(dossier: Dossier, context: DecisionContext): Pick<DossierView, 'offers' | 'reasonGrounds'> {
  const offers = offersFor(dossier, context)
  const possible = new Set<string>(offers.flatMap(({ action, allowed }) => (allowed ? [action] : [])))
  const grounds = context.rulebook
    .reasonGroundsAt(localDateOf(context.now))
    .flatMap(({ id, name, article, actions }) =>
      actions.filter((action) => possible.has(action)).map((action) => ({ id, name, article, action })),
    )
  return { offers: offers.map(offerView), reasonGrounds: grounds }
}

type Clock = Pick<DossierView, 'remainingMinutes' | 'timeState' | 'standing' | 'clock'>

/** Beyond the published holidays nobody knows the working time: the dossier is shown without it. */
function clockView(dossier: Dossier, account: ClockAccount | null, { now, rulebook }: DecisionContext): Clock {
  const timed = { ...dossier, pausedOn: pauseOf(dossier)?.ground ?? null }
  const unknown = { remainingMinutes: null, standing: null, clock: [] }
  if (account === null) return { ...unknown, timeState: 'none' }
  const { clock, sentences } = account
  if (clock === null) return { ...unknown, timeState: timeStateOf(timed, { now, soonBy: now }), clock: sentences }
  const calendar = calendarOfDossier(dossier, rulebook)
  const soonBy = withinCalendar(() => addWorkingMinutes(calendar, now, NEAR_DUE_MINUTES))
  const { remainingMinutes, standing, decidedAt, nearDueAt, legal, committed } = clock
  return {
    remainingMinutes,
    timeState: soonBy === null ? 'none' : timeStateOf(timed, { now, soonBy }),
    standing: {
      class: standing,
      decidedAt: toIso(decidedAt),
      nearDueAt: isoOrNull(nearDueAt),
      legalText: formatTerm(legal),
      committedText: committed === null ? null : formatTerm(committed),
    },
    clock: sentences,
  }
}
