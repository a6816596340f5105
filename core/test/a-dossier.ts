import assert from 'node:assert/strict'
import type { Actor } from '../src/access/actor.ts'
import { actorKey } from '../src/access/actor.ts'
import { decideDossier, type DossierDecision } from '../src/dossier/decide.ts'
import type { Dossier, DossierContent, Party, SubmittedDocument } from '../src/dossier/dossier.ts'
import type { DossierCommand } from '../src/dossier/dossier-commands.ts'
import type { DossierEvent } from '../src/dossier/dossier-events.ts'
import type { DossierRefusal } from '../src/dossier/dossier-refusals.ts'
import { type EnvelopedEvent, evolve } from '../src/dossier/evolve.ts'
import { accountId, dossierId, fileHash, officerId } from '../src/kernel/ids.ts'
import { type Instant, parseInstant } from '../src/kernel/instant.ts'
import { dong } from '../src/kernel/money.ts'
import type { Rulebook } from '../src/rulebook/rulebook.ts'
import {
  AGENCY,
  aRulebook,
  COUNTER,
  OFFICERS,
  type OfficerName,
  LINKED_PROCEDURE,
  OTHER_AGENCY,
  OTHER_COUNTER,
  PAPER_PROCEDURE,
  POSTAL_PROCEDURE,
  PROCEDURE,
  RULEBOOK,
} from './a-rulebook.ts'

export const ID = dossierId('018e4a5c-0000-7000-8000-000000000001')

export const CITIZEN: Actor = {
  kind: 'citizen',
  account: accountId('an'),
  name: 'Nguyễn Văn An',
  idNumber: '087090000001',
}
export const STRANGER: Actor = { kind: 'citizen', account: accountId('la'), name: 'Người Lạ', idNumber: '087090000002' }
export const SYSTEM: Actor = { kind: 'system', name: 'payment' }

export function officer(name: OfficerName): Actor {
  const { id, posts, name: called } = OFFICERS[name]
  return { kind: 'officer', officer: id, name: called, posts }
}

export function aParty(parts: Partial<Party> = {}): Party {
  return {
    kind: 'person',
    name: 'Nguyễn Văn An',
    idNumber: '087090000001',
    birthDate: '1990-05-02',
    address: 'Phường 1, thành phố Cao Lãnh',
    phone: '0912345678',
    email: null,
    account: accountId('an'),
    ...parts,
  }
}

export function aDocument(parts: Partial<SubmittedDocument> = {}): SubmittedDocument {
  const file = { hash: fileHash('0'.repeat(64)), name: 'don.pdf', type: 'application/pdf', bytes: 1000 }
  return { required: 'don', name: 'Đơn đề nghị', kind: 'file', originals: 0, copies: 0, file, ...parts }
}

/** A complete online filing of the citizen. */
export function aContent(parts: Partial<DossierContent> = {}): DossierContent {
  return {
    procedure: PROCEDURE,
    procedureVersion: 1,
    caseId: 'chung',
    channel: 'online',
    counter: COUNTER,
    agency: AGENCY,
    applicant: aParty(),
    submitter: null,
    answers: { purpose: 'Xin việc làm' },
    documents: [aDocument()],
    delivery: { by: 'counter', address: null },
    copies: 0,
    ...parts,
  }
}

/** What a clerk types in for a person without an account. */
export function aCounterContent(parts: Partial<DossierContent> = {}): DossierContent {
  const documents = [aDocument({ kind: 'paper', originals: 1, file: null })]
  return aContent({ channel: 'inPerson', applicant: aParty({ account: null }), documents, ...parts })
}

/** 14/03/2024, a Thursday, at eight. */
export const MORNING = parseInstant('2024-03-14T08:00')

/** One dossier through its life, every change decided by the real rules and folded by the real fold. */
export type Story = {
  readonly dossier: Dossier | null
  readonly events: readonly EnvelopedEvent[]
  readonly rulebook: Rulebook
}

export const NO_STORY: Story = { dossier: null, events: [], rulebook: RULEBOOK }

export type Ask = {
  readonly actor: Actor
  readonly command: DossierCommand
  readonly at?: Instant | string
  readonly expectedVersion?: number | null
}

export function ask(
  { dossier, rulebook }: Story,
  { actor, command, at, expectedVersion = null }: Ask,
): DossierDecision {
  const change = { dossier: ID, expectedVersion, command }
  return decideDossier(dossier, change, { now: momentOf(at ?? MORNING), actor, rulebook })
}

/** The story after a change that must be allowed. */
export function tell(story: Story, question: Ask): Story {
  const decision = ask(story, question)
  if (decision.kind === 'refused') assert.fail(`refused: ${JSON.stringify(decision.refusal)}`)
  const facts = decision.kind === 'decided' ? decision.facts : decision.complete(decision.format(1))
  return facts.reduce((told, event) => happen(told, event, question), story)
}

/** The refusal of a change that must not be allowed. */
export function refusalOf(story: Story, question: Ask): DossierRefusal {
  const decision = ask(story, question)
  if (decision.kind !== 'refused') assert.fail(`allowed: ${question.command.action}`)
  return decision.refusal
}

export function dossierOf(story: Story): Dossier {
  if (story.dossier === null) assert.fail('no dossier yet')
  return story.dossier
}

function happen(story: Story, event: DossierEvent, { actor, at }: Ask): Story {
  const moment = momentOf(at ?? MORNING)
  const enveloped = { event, at: moment, actor: actorKey(actor) }
  return {
    ...story,
    dossier: evolve(story.dossier, event, { id: ID, at: moment, actor: enveloped.actor }),
    events: [...story.events, enveloped],
  }
}

function momentOf(at: Instant | string): Instant {
  return typeof at === 'string' ? parseInstant(at) : at
}

/** A good command of each action, for a dossier that lies where the action makes sense. */
export const COMMANDS = {
  saveDraft: { action: 'saveDraft', content: aContent() },
  submit: { action: 'submit', content: aContent() },
  accept: { action: 'accept' },
  decline: { action: 'decline', reason: 'Không thuộc thẩm quyền' },
  assign: { action: 'assign', officer: officerId('specialist'), note: null },
  forward: { action: 'forward', officer: null, note: null },
  skip: { action: 'skip', officer: null, reason: 'Đã xác minh trước' },
  completePart: { action: 'completePart', part: 'outside', result: null, note: null },
  sendBack: { action: 'sendBack', step: 'intake', reason: 'Thiếu trang 2' },
  takeBack: { action: 'takeBack', reason: 'Chuyển nhầm' },
  reassign: { action: 'reassign', officer: officerId('colleague'), reason: 'Nghỉ phép' },
  consult: {
    action: 'consult',
    agency: OTHER_AGENCY,
    question: 'Có vướng quy hoạch không?',
    dueAt: parseInstant('2024-03-18T16:00'),
  },
  answerConsultation: { action: 'answerConsultation', id: '1', answer: 'Không vướng' },
  requestSupplement: {
    action: 'requestSupplement',
    items: ['Bản sao giấy khai sinh'],
    reason: 'Chưa có giấy khai sinh',
  },
  supplySupplement: {
    action: 'supplySupplement',
    documents: [aDocument({ required: null, name: 'Khai sinh' })],
    note: null,
  },
  requestPayment: { action: 'requestPayment', lines: [{ name: 'Thuế trước bạ', amount: dong(1_000_000) }] },
  recordPayment: { action: 'recordPayment', amount: dong(50_000), method: 'cash', reference: null },
  pause: { action: 'pause', ground: 'taxNotice', note: 'Phiếu chuyển thông tin 12/PC' },
  resume: { action: 'resume', note: null },
  receive: { action: 'receive' },
  apologise: {
    action: 'apologise',
    reason: 'Cần xác minh thêm',
    dueAt: parseInstant('2024-04-01T10:00'),
    letter: '12/PXL',
  },
  draftApology: { action: 'draftApology', reason: 'Chờ xác minh', dueAt: parseInstant('2024-04-02T10:00') },
  refuse: { action: 'refuse', reason: 'Không đủ điều kiện' },
  withdraw: { action: 'withdraw', reason: 'Không còn nhu cầu' },
  stop: { action: 'stop', reason: 'Theo yêu cầu của người nộp' },
  resolve: {
    action: 'resolve',
    result: { number: '15/QĐ-STP', issuedOn: '2024-03-14', summary: 'Cấp phiếu', file: null },
  },
  return: { action: 'return', receivedBy: 'Nguyễn Văn An', by: 'counter' },
  correct: { action: 'correct', applicant: aParty({ name: 'Nguyễn Văn Ân' }), answers: null, reason: 'Gõ sai tên' },
  signResult: {
    action: 'signResult',
    result: { number: '15/QĐ-STP', issuedOn: '2024-03-14', summary: 'Cấp phiếu', file: null },
  },
  proposeCorrection: {
    action: 'proposeCorrection',
    ...{
      what: 'acceptedAt',
      to: parseInstant('2024-03-14T08:02'),
      reason: 'Ghi muộn',
      document: '02/BB-STP',
      file: null,
    },
  },
  approveCorrection: { action: 'approveCorrection', number: 1 },
  rejectCorrection: { action: 'rejectCorrection', number: 1, reason: 'Không đủ căn cứ' },
  rebase: { action: 'rebase', version: 2 },
} as const satisfies { readonly [Action in DossierCommand['action']]: Extract<DossierCommand, { action: Action }> }

/** Stories up to where a dossier lies in each state or step. */
export const STORIES = buildStories()

function buildStories() {
  const draft = tell(NO_STORY, { actor: CITIZEN, command: COMMANDS.saveDraft })
  const submitted = tell(draft, { actor: CITIZEN, command: COMMANDS.submit })
  const accepted = tell(submitted, { actor: officer('clerk'), command: COMMANDS.accept })
  const assigning = tell(accepted, { actor: officer('clerk'), command: COMMANDS.forward })
  const toSpecialist = { ...COMMANDS.forward, officer: officerId('specialist') }
  const appraising = tell(assigning, { actor: officer('leader'), command: toSpecialist })
  const signing = tell(appraising, { actor: officer('specialist'), command: COMMANDS.forward })
  const resolved = tell(signing, { actor: officer('leader'), command: COMMANDS.resolve })
  const consulting = tell(appraising, { actor: officer('specialist'), command: COMMANDS.consult })
  const paid = tell(resolved, { actor: officer('clerk'), command: COMMANDS.recordPayment })
  return {
    none: NO_STORY,
    draft,
    submitted,
    declined: tell(submitted, { actor: officer('clerk'), command: COMMANDS.decline }),
    accepted,
    acceptedShort: acceptedAtCounter({ procedure: PAPER_PROCEDURE }),
    acceptedPostal: acceptedAtCounter({ procedure: POSTAL_PROCEDURE, channel: 'postal' }),
    ...linkedStories(),
    consultingEarly: tell(accepted, { actor: officer('clerk'), command: COMMANDS.consult }),
    assigning,
    inProgress: appraising,
    signing,
    consulting,
    consultingSigning: tell(consulting, { actor: officer('specialist'), command: COMMANDS.forward }),
    consultingSupplement: tell(consulting, { actor: officer('specialist'), command: COMMANDS.requestSupplement }),
    consultingPayment: tell(consulting, { actor: officer('specialist'), command: COMMANDS.requestPayment }),
    awaitingAtIntake: tell(submitted, { actor: officer('clerk'), command: COMMANDS.requestSupplement }),
    awaitingSupplement: tell(appraising, { actor: officer('specialist'), command: COMMANDS.requestSupplement }),
    awaitingPayment: tell(appraising, { actor: officer('specialist'), command: COMMANDS.requestPayment }),
    paused: tell(appraising, { actor: officer('specialist'), command: COMMANDS.pause }),
    pausedEarly: tell(accepted, { actor: officer('leader'), command: COMMANDS.pause }),
    elsewhere: acceptedElsewhere(),
    withdrawn: tell(appraising, { actor: CITIZEN, command: COMMANDS.withdraw }),
    stopped: tell(appraising, { actor: officer('leader'), command: COMMANDS.stop }),
    refused: tell(appraising, { actor: officer('specialist'), command: COMMANDS.refuse }),
    resolved,
    paid,
    returned: tell(paid, { actor: officer('clerk'), command: COMMANDS.return }),
  } as const satisfies Record<string, Story>
}

/** Handed in at the counter of another department of the province, and not yet received by the one that resolves. */
function acceptedElsewhere(): Story {
  const rulebook = aRulebook({ service: { intakeElsewhere: 'province' } })
  const content = aCounterContent({ counter: OTHER_COUNTER })
  const filed = tell(
    { ...NO_STORY, rulebook },
    { actor: officer('otherClerk'), command: { action: 'submit', content } },
  )
  return tell(filed, { actor: officer('otherClerk'), command: COMMANDS.accept })
}

/** Parts that have begun, and the verification that may be skipped once all are complete. */
function linkedStories() {
  const accepted = acceptedAtCounter({ procedure: LINKED_PROCEDURE })
  const linked = tell(accepted, { actor: officer('clerk'), command: COMMANDS.forward })
  const drafted = tell(linked, { actor: officer('specialist'), command: { ...COMMANDS.forward, part: 'own' } })
  const partDone = (story: Story, who: OfficerName, part: string) =>
    tell(story, { actor: officer(who), command: { ...COMMANDS.completePart, part } })
  const own = partDone(drafted, 'leader', 'own')
  const complete = partDone(partDone(own, 'otherSpecialist', 'other'), 'clerk', 'outside')
  const toVerify = { ...COMMANDS.forward, outcome: 'verify' }
  return { linked, deciding: complete, verifying: tell(complete, { actor: officer('specialist'), command: toVerify }) }
}

function acceptedAtCounter(parts: Partial<DossierContent>): Story {
  const content = aCounterContent(parts)
  const filed = tell(NO_STORY, { actor: officer('clerk'), command: { action: 'submit', content } })
  return tell(filed, { actor: officer('clerk'), command: COMMANDS.accept })
}
