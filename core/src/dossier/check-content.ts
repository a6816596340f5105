import type { Actor } from '../access/actor.ts'
import type { FieldProblem } from '../form/form.ts'
import { type LocalDate, localDateOf } from '../kernel/instant.ts'
import type { UnitId } from '../kernel/ids.ts'
import type { Unit } from '../organisation/organisation.ts'
import type { Channel, Procedure, ProcedureCase, ProcedureVersion } from '../procedure/procedure.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isFiledElsewhere } from './places.ts'
import { findAnswersFault } from './check-answers.ts'
import { checkDocuments, missingDocuments } from './check-documents.ts'
import { checkDraftParty, checkOwnName, checkParty } from './check-party.ts'
import type { DecisionContext } from './decision-context.ts'
import type { DossierContent } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { ADDRESS_LENGTH, checkText, optional, shortText } from './texts.ts'

const COPIES_AT_MOST = 10_000
const DELIVERY_ADDRESS = shortText('delivery.address', 'Địa chỉ nhận kết quả', ADDRESS_LENGTH)
const DELIVERY_ADDRESS_OPTIONAL = optional(DELIVERY_ADDRESS)

/** The procedure and case that a content names, as they are in force. */
type Applied = {
  readonly procedure: Procedure
  readonly version: ProcedureVersion
  readonly procedureCase: ProcedureCase
}

/** Why a content cannot be submitted today; null if it is complete (NĐ 61/2018 Đ.17, NĐ 118/2025 Đ.17). */
export function findContentFault(content: DossierContent, context: DecisionContext): DossierRefusal | null {
  const today = localDateOf(context.now)
  const applied = findApplied(content, today, context.rulebook)
  if ('kind' in applied) return applied
  return (
    findVersionFault(content, applied.version) ??
    findChannelFault(content.channel, applied, context) ??
    findPlaceFault(content, { procedure: applied.procedure, today, rulebook: context.rulebook }) ??
    findTextFault(content, applied.procedureCase, context) ??
    findMissing(content, applied.procedureCase) ??
    findAnswersFault(content.answers, applied.procedureCase, context.rulebook)
  )
}

/** A draft may be unfinished in everything but what it is about, and its texts must be fit to keep. */
export function findDraftFault(content: DossierContent, context: DecisionContext): DossierRefusal | null {
  const applied = findApplied(content, localDateOf(context.now), context.rulebook)
  if ('kind' in applied) return applied
  const problems: FieldProblem[] = []
  checkDraftParty(content.applicant, 'applicant', problems)
  if (content.submitter !== null) checkDraftParty(content.submitter, 'submitter', problems)
  checkDocuments(content.documents, applied.procedureCase, problems)
  checkText(content.delivery.address, DELIVERY_ADDRESS_OPTIONAL, problems)
  checkCopies(content, applied.procedureCase, problems)
  return problems.length === 0 ? null : { kind: 'text-invalid', problems }
}

function findApplied(content: DossierContent, today: LocalDate, rulebook: Rulebook): Applied | DossierRefusal {
  const procedure = rulebook.procedure(content.procedure)
  const version = procedure === undefined ? undefined : rulebook.procedureVersionAt(content.procedure, today)
  if (procedure === undefined || version === undefined) {
    return { kind: 'procedure-unknown', procedure: content.procedure }
  }
  const procedureCase = rulebook.caseOf(version, content.caseId)
  return procedureCase === undefined
    ? { kind: 'case-unknown', caseId: content.caseId }
    : { procedure, version, procedureCase }
}

function findVersionFault(content: DossierContent, { version }: ProcedureVersion): DossierRefusal | null {
  const stated = content.procedureVersion
  return stated === version ? null : { kind: 'procedure-outdated', stated, inForce: version }
}

/** Citizens file online, clerks type in what is handed over or comes by post (NĐ 61/2018 Đ.16). */
function findChannelFault(
  channel: Channel,
  { version, procedureCase }: Applied,
  { actor, rulebook }: DecisionContext,
): DossierRefusal | null {
  const offered =
    rulebook.termOf(procedureCase, channel) !== undefined &&
    (channel !== 'online' || version.onlineLevel !== 'none') &&
    mayUse(actor, channel)
  return offered ? null : { kind: 'channel-not-offered', channel }
}

function mayUse(actor: Actor, channel: Channel): boolean {
  if (actor.kind === 'system') return true
  return (actor.kind === 'citizen') === (channel === 'online')
}

type PlaceQuestion = { readonly procedure: Procedure; readonly today: LocalDate; readonly rulebook: Rulebook }

function findPlaceFault(content: DossierContent, { procedure, today, rulebook }: PlaceQuestion): DossierRefusal | null {
  const agency = findUnit(content.agency, today, rulebook)
  if (agency === undefined) return { kind: 'unit-unknown', unit: content.agency }
  if (!rulebook.resolves(agency.id, procedure)) return { kind: 'unit-not-competent', unit: agency.id }
  const counter = findUnit(content.counter, today, rulebook)
  if (counter === undefined) return { kind: 'unit-unknown', unit: content.counter }
  const receives =
    counter.kind === 'counter' &&
    (!isFiledElsewhere(content, rulebook) || mayFileElsewhere(content, { today, rulebook }))
  return receives ? null : { kind: 'unit-not-competent', unit: counter.id }
}

/** Every counter takes in what any agency of its own province resolves, where the law of the day lets it. */
export function mayFileElsewhere(
  { procedure, agency, counter }: Pick<DossierContent, 'procedure' | 'agency' | 'counter'>,
  { today, rulebook }: { readonly today: LocalDate; readonly rulebook: Rulebook },
): boolean {
  const scope = rulebook.policyScope(agency, procedure)
  if (rulebook.policyScope(counter, procedure).province !== scope.province) return false
  return rulebook.serviceAt(today, scope)?.policies.intakeElsewhere === 'province'
}

function findUnit(id: UnitId, today: LocalDate, rulebook: Rulebook): Unit | undefined {
  const unit = rulebook.unit(id)
  if (unit === undefined || unit.validFrom > today) return undefined
  return unit.validTo === null || today <= unit.validTo ? unit : undefined
}

function findTextFault(
  content: DossierContent,
  procedureCase: ProcedureCase,
  { actor, now }: DecisionContext,
): DossierRefusal | null {
  const problems: FieldProblem[] = []
  checkParty(content.applicant, { path: 'applicant', now }, problems)
  if (content.submitter !== null) checkParty(content.submitter, { path: 'submitter', now }, problems)
  checkOwnName(content, actor, problems)
  checkDocuments(content.documents, procedureCase, problems)
  const byPost = content.delivery.by === 'postal'
  checkText(content.delivery.address, byPost ? DELIVERY_ADDRESS : DELIVERY_ADDRESS_OPTIONAL, problems)
  checkCopies(content, procedureCase, problems)
  return problems.length === 0 ? null : { kind: 'text-invalid', problems }
}

function checkCopies({ copies }: DossierContent, procedureCase: ProcedureCase, problems: FieldProblem[]): void {
  const least = procedureCase.fees.some((line) => line.per === 'copy') ? 1 : 0
  if (Number.isInteger(copies) && copies >= least && copies <= COPIES_AT_MOST) return
  problems.push({ path: 'copies', message: `Số bản phải là số nguyên từ ${least} đến ${COPIES_AT_MOST}.` })
}

function findMissing(content: DossierContent, procedureCase: ProcedureCase): DossierRefusal | null {
  const missing = missingDocuments(content.documents, procedureCase)
  return missing.length === 0 ? null : { kind: 'documents-missing', missing }
}
