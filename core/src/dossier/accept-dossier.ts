import { holdsPost } from '../access/access.ts'
import { feeOf } from '../fee/fee.ts'
import { refused } from '../kernel/decision.ts'
import { type LocalDate, localDateOf } from '../kernel/instant.ts'
import type { ProcedureCase } from '../procedure/procedure.ts'
import type { Step } from '../process/process.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { dueAtOf, startClock } from './clock.ts'
import { type ClockPolicies, TRANSFER } from './clock-ledger.ts'
import type { DecisionContext, DossierDecision } from './decision-context.ts'
import { type DossierCodeFormat, formatDossierCode } from './dossier-code.ts'
import type { Dossier, DossierContent, Position } from './dossier.ts'
import type { DossierRefusal } from './dossier-refusals.ts'
import { getCase } from './get-case.ts'
import { basisOf } from './pause-dossier.ts'
import { getUnit, isFiledElsewhere, positionAt, unitOfStep } from './places.ts'

/**
 * The dossier is complete and correct: the clock starts (NĐ 118/2025 Đ.17.3 as amended by NĐ 309/2026), and it gets
 * the one code that it keeps (NĐ 61/2018 Đ.17.3), opened by the resolving agency's identifier (TT 4/2025/TT-VPCP).
 */
export function acceptDossier(dossier: Dossier, context: DecisionContext): DossierDecision {
  const { now, rulebook } = context
  const { content } = dossier
  const today = localDateOf(now)
  const procedureCase = getCase(content, rulebook)
  const term = rulebook.termOf(procedureCase, content.channel)
  if (term === undefined) return refused({ kind: 'channel-not-offered', channel: content.channel })
  const agency = getUnit(content.agency, rulebook)
  if (agency.code === null) return refused({ kind: 'unit-not-competent', unit: agency.id })
  const rules = rulesAt(today, { procedureCase, content, rulebook })
  if ('missing' in rules) return refused({ kind: 'rules-missing', what: rules.missing, date: today })

  const { format, policies } = rules
  const { legal, committed } = term
  const isElsewhere = isFiledElsewhere(content, rulebook)
  const { basis } = isElsewhere ? basisOf(TRANSFER, dossier, context) : {}
  if (isElsewhere && basis === undefined) return refused({ kind: 'rules-missing', what: 'pauseGround', date: today })
  const started = startClock({ at: now, legal, committed, policies })
  const dueAt = isElsewhere ? null : dueAtOf(started, rulebook.calendarOf(agency))
  const fee = feeOf(procedureCase, { channel: content.channel, on: today, copies: content.copies }).lines
  const first = firstPosition(rules.first, content, context)
  const position = isElsewhere ? { ...first, officer: null, dueAt: null } : first
  const unitCode = agency.code
  return {
    kind: 'needs-code',
    unitCode,
    day: today,
    format: (serial) => formatDossierCode(format, { unitCode, date: today, serial }),
    complete: (code) => [
      {
        ...{ type: 'accepted', code, process: rules.process, legal, committed, policies, dueAt, fee, position },
        ...(basis && { transfer: basis }),
      },
    ],
  }
}

/** Acceptance asks for nothing to be typed in: whatever stands in its way stands there beforehand. */
export function findAcceptObstacle(dossier: Dossier, context: DecisionContext): DossierRefusal | null {
  const decision = acceptDossier(dossier, context)
  return decision.kind === 'refused' ? decision.refusal : null
}

type RulesInForce = {
  readonly process: { readonly id: string; readonly version: number }
  readonly first: Step
  readonly format: DossierCodeFormat
  readonly policies: ClockPolicies
}
type RulesQuestion = {
  readonly procedureCase: ProcedureCase
  readonly content: DossierContent
  readonly rulebook: Rulebook
}

/** The rules of the day of acceptance, which the dossier keeps for the rest of its life. */
function rulesAt(
  today: LocalDate,
  { procedureCase, content, rulebook }: RulesQuestion,
): RulesInForce | { readonly missing: 'process' | 'codeFormat' | 'policy' } {
  const version = rulebook.processVersionAt(procedureCase.process, today)
  const first = version?.steps[0]
  if (version === undefined || first === undefined) return { missing: 'process' }
  const format = rulebook.codeFormatAt(today)
  if (format === undefined) return { missing: 'codeFormat' }
  const scope = rulebook.policyScope(content.agency, content.procedure)
  const policies = rulebook.policyAt(today, scope)?.policies
  if (policies === undefined) return { missing: 'policy' }
  return { process: { id: procedureCase.process, version: version.version }, first, format, policies }
}

/** Intake lies with the clerk who accepts; a process that begins elsewhere begins with nobody. */
function firstPosition(step: Step, content: DossierContent, context: DecisionContext): Position {
  const unit = unitOfStep(step, content, context.rulebook)
  const { actor } = context
  const isHis = actor.kind === 'officer' && holdsPost(actor, unit, step.role)
  return positionAt(step, { unit, officer: isHis ? actor.officer : null }, context)
}
