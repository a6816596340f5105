import type { DossierAction, DossierCommand, DossierView, SentDocument } from '../../api/views.ts'
import { DELIVERY_NAME } from '../../text/procedure-text.ts'
import { CORRECTED_TIME, FIELD_LABEL as LABEL, METHOD_NAME } from '../../text/dossier-text.ts'
import { localMinute, shortMoment } from '../../text/moments.ts'

export type FieldKind =
  | 'text'
  | 'long'
  | 'lines'
  | 'amount'
  | 'date'
  | 'moment'
  | 'officer'
  | 'agency'
  | 'file'
  | 'select'

export type ActionField = {
  readonly name: string
  readonly label: string
  readonly kind: FieldKind
  readonly optional?: boolean
  readonly hint?: string
  /** What may be chosen, where the dossier itself says it. */
  readonly options?: (view: DossierView) => readonly { readonly value: string; readonly label: string }[]
  readonly initial?: (view: DossierView) => string
  /** Whether it is asked at all; left out: always. */
  readonly shown?: (view: DossierView) => boolean
}

const reason: ActionField = { name: 'reason', label: LABEL.reason, kind: 'long' }
/** By the catalogue; whoever finds nothing fitting leaves it unclassified. */
const grounded = (action: DossierView['reasonGrounds'][number]['action']): readonly ActionField[] => {
  const options = ({ reasonGrounds }: DossierView) =>
    reasonGrounds.filter((each) => each.action === action).map(({ id, name }) => ({ value: id, label: name }))
  const shown = (view: DossierView) => options(view).length > 0
  return [
    { name: 'ground', label: LABEL.reasonGround, kind: 'select', optional: true, options, shown, initial: () => '' },
    reason,
  ]
}
const note: ActionField = { name: 'note', label: LABEL.note, kind: 'long', optional: true }
const officer: ActionField = { name: 'officer', label: LABEL.officer, kind: 'officer' }
const methods = Object.entries(METHOD_NAME).map(([value, label]) => ({ value, label }))
const deliveries = Object.entries(DELIVERY_NAME).map(([value, label]) => ({ value, label }))

/** Prefilled from the result as it was signed. */
const RESULT_FIELDS: readonly ActionField[] = [
  { name: 'number', label: LABEL.number, kind: 'text', initial: (view) => view.signedResult?.result.number ?? '' },
  {
    name: 'issuedOn',
    label: LABEL.issuedOn,
    kind: 'date',
    initial: (view) => view.signedResult?.result.issuedOn ?? '',
  },
  { name: 'summary', label: LABEL.summary, kind: 'long', initial: (view) => view.signedResult?.result.summary ?? '' },
  {
    name: 'file',
    label: LABEL.file,
    kind: 'file',
    optional: true,
    initial: (view) => view.signedResult?.result.file ?? '',
  },
]

/** What each action asks for; null for what is done elsewhere than on this page. */
export const ACTION_FIELDS: Record<DossierAction, readonly ActionField[] | null> = {
  saveDraft: null,
  submit: null,
  correct: null,
  rebase: null,
  accept: [],
  decline: grounded('decline'),
  assign: [officer, note],
  forward: [
    {
      name: 'outcome',
      label: LABEL.outcome,
      kind: 'select',
      options: outcomes,
      shown: (view) => outcomes(view).length > 0,
    },
    { ...officer, optional: true },
    note,
  ],
  skip: [{ ...officer, optional: true }, reason],
  completePart: [
    { name: 'number', label: LABEL.number, kind: 'text', optional: true, hint: LABEL.partResultHint },
    { name: 'issuedOn', label: LABEL.issuedOn, kind: 'date', optional: true },
    { name: 'summary', label: LABEL.summary, kind: 'long', optional: true },
    note,
  ],
  sendBack: [{ name: 'step', label: LABEL.step, kind: 'select', options: stepsBehind }, reason],
  takeBack: [reason],
  reassign: [officer, reason],
  consult: [
    { name: 'agency', label: LABEL.agency, kind: 'agency' },
    { name: 'question', label: LABEL.question, kind: 'long' },
    { name: 'dueAt', label: LABEL.dueAt, kind: 'moment' },
  ],
  answerConsultation: [
    { name: 'id', label: LABEL.consultation, kind: 'select', options: openConsultations },
    { name: 'answer', label: LABEL.answer, kind: 'long' },
  ],
  requestSupplement: [
    { name: 'items', label: LABEL.items, hint: LABEL.itemsHint, kind: 'lines' },
    ...grounded('requestSupplement'),
  ],
  supplySupplement: [{ name: 'items', label: LABEL.suppliedItems, hint: LABEL.suppliedItemsHint, kind: 'lines' }, note],
  requestPayment: [
    { name: 'name', label: LABEL.lineName, kind: 'text' },
    { name: 'amount', label: LABEL.amount, kind: 'amount' },
  ],
  recordPayment: [
    { name: 'amount', label: LABEL.amount, kind: 'amount', initial: owed },
    { name: 'method', label: LABEL.method, kind: 'select', options: () => methods },
    { name: 'reference', label: LABEL.reference, kind: 'text', optional: true },
  ],
  pause: [{ name: 'ground', label: LABEL.ground, kind: 'select', options: pauseGrounds }, note],
  resume: [note],
  receive: [],
  draftApology: [
    { ...reason, initial: (view) => view.apology?.reason ?? '' },
    { name: 'dueAt', label: LABEL.newDueAt, kind: 'moment', initial: promised },
  ],
  apologise: [
    { ...reason, initial: (view) => view.apology?.reason ?? '' },
    { name: 'dueAt', label: LABEL.newDueAt, kind: 'moment', initial: promised, hint: LABEL.apologyHint },
    { name: 'letter', label: LABEL.letter, kind: 'text', initial: (view) => `${view.code ?? ''}/PXL` },
  ],
  refuse: grounded('refuse'),
  withdraw: grounded('withdraw'),
  stop: grounded('stop'),
  signResult: RESULT_FIELDS,
  resolve: RESULT_FIELDS,
  proposeCorrection: [
    { name: 'what', label: LABEL.correctedTime, kind: 'select', options: recordedTimes },
    { name: 'to', label: LABEL.correctedTo, kind: 'moment' },
    reason,
    { name: 'document', label: LABEL.evidenceDocument, kind: 'text', optional: true, hint: LABEL.evidenceHint },
    { name: 'file', label: LABEL.evidenceFile, kind: 'file', optional: true },
  ],
  approveCorrection: [{ name: 'number', label: LABEL.correction, kind: 'select', options: openCorrections }],
  rejectCorrection: [{ name: 'number', label: LABEL.correction, kind: 'select', options: openCorrections }, reason],
  return: [
    {
      name: 'receivedBy',
      label: LABEL.receivedBy,
      kind: 'text',
      initial: (view) => (view.submitter ?? view.applicant).name,
    },
    { name: 'by', label: LABEL.by, kind: 'select', options: () => deliveries, initial: (view) => view.delivery.by },
  ],
}

function outcomes({ position }: DossierView) {
  return (position?.outcomes ?? []).map(({ id, name }) => ({ value: id, label: name }))
}

function stepsBehind(view: DossierView) {
  return view.steps.filter(({ status }) => status === 'done').map(({ id, name }) => ({ value: id, label: name }))
}

function openConsultations(view: DossierView) {
  return view.consultations
    .filter(({ answeredAt }) => answeredAt === null)
    .map(({ id, agency, question }) => ({ value: id, label: `${agency.name}: ${question}` }))
}

function pauseGrounds(view: DossierView) {
  return view.pauseGrounds.map(({ id, name, article }) => ({ value: id, label: `${name} (${article})` }))
}

/** In Vietnamese time, as the field takes it. */
function promised({ apology }: DossierView): string {
  return apology === null ? '' : localMinute(apology.promisedAt)
}

function recordedTimes(view: DossierView) {
  return (['acceptedAt', 'finishedAt', 'returnedAt'] as const).flatMap((what) => {
    const at = view[what]
    return at === null ? [] : [{ value: what, label: `${CORRECTED_TIME[what]}: ${shortMoment(at)}` }]
  })
}

function openCorrections({ corrections }: DossierView) {
  return corrections
    .filter(({ state }) => state === 'proposed')
    .map(({ number, what, from, to, reason: why }) => ({
      value: String(number),
      label: `${CORRECTED_TIME[what]}: ${shortMoment(from)} → ${shortMoment(to)}. ${why}`,
    }))
}

function owed({ fee }: DossierView): string {
  return fee === null ? '' : String(Math.max(fee.total - fee.paid, 0))
}

export type Act = { readonly action: DossierAction; readonly part: string | null }
export type Values = Readonly<Record<string, string>>

/** The form's values as the command that the API takes; of a part, where one is named. */
export function commandOf({ action, part: partId }: Act, values: Values): DossierCommand | null {
  const part = partId === null ? {} : { part: partId }
  const text = (name: string) => values[name]?.trim() ?? ''
  const orNull = (name: string) => (text(name) === '' ? null : text(name))
  switch (action) {
    case 'saveDraft':
    case 'submit':
    case 'correct':
    case 'rebase':
      return null
    case 'accept':
    case 'receive':
      return { action }
    case 'pause':
      return { action, ground: text('ground'), note: orNull('note') }
    case 'resume':
      return { action, note: orNull('note') }
    case 'takeBack':
      return { action, reason: text('reason'), ...part }
    case 'decline':
    case 'refuse':
    case 'withdraw':
    case 'stop':
      return { action, reason: text('reason'), ground: orNull('ground') }
    case 'assign':
      return { action, officer: text('officer'), note: orNull('note'), ...part }
    case 'forward':
      return { action, officer: orNull('officer'), note: orNull('note'), outcome: orNull('outcome'), ...part }
    case 'skip':
      return { action, officer: orNull('officer'), reason: text('reason'), ...part }
    case 'completePart':
      return { action, part: partId ?? '', result: partResult(text), note: orNull('note') }
    case 'sendBack':
      return { action, step: text('step'), reason: text('reason'), ...part }
    case 'reassign':
      return { action, officer: text('officer'), reason: text('reason'), ...part }
    case 'consult':
      return { action, agency: text('agency'), question: text('question'), dueAt: instantOf(text('dueAt')) }
    case 'answerConsultation':
      return { action, id: text('id'), answer: text('answer') }
    case 'requestSupplement':
      return { action, items: linesOf(text('items')), reason: text('reason'), ground: orNull('ground') }
    case 'supplySupplement':
      return { action, documents: linesOf(text('items')).map(paper), note: orNull('note') }
    case 'requestPayment':
      return { action, lines: [{ name: text('name'), amount: amountOf(text('amount')) }] }
    case 'recordPayment':
      return { action, ...paymentOf(text), reference: orNull('reference') }
    case 'draftApology':
      return { action, reason: text('reason'), dueAt: instantOf(text('dueAt')) }
    case 'apologise':
      return { action, reason: text('reason'), dueAt: instantOf(text('dueAt')), letter: text('letter') }
    case 'proposeCorrection':
    case 'approveCorrection':
    case 'rejectCorrection':
      return correctionOf(action, text)
    case 'signResult':
    case 'resolve':
      return { action, result: { ...resultOf(text), file: orNull('file') } }
    case 'return':
      return { action, receivedBy: text('receivedBy'), by: oneOf(DELIVERIES, text('by')) }
  }
}

type Text = (name: string) => string

const paymentOf = (text: Text) => ({ amount: amountOf(text('amount')), method: oneOf(METHODS, text('method')) })
const resultOf = (text: Text) => ({ number: text('number'), issuedOn: text('issuedOn'), summary: text('summary') })

type CorrectionAction = 'proposeCorrection' | 'approveCorrection' | 'rejectCorrection'

function correctionOf(action: CorrectionAction, text: Text): DossierCommand {
  const orNull = (name: string) => (text(name) === '' ? null : text(name))
  if (action === 'approveCorrection') return { action, number: Number(text('number')) }
  if (action === 'rejectCorrection') return { action, number: Number(text('number')), reason: text('reason') }
  return {
    ...{ action, what: oneOf(CORRECTED, text('what')), to: instantOf(text('to')), reason: text('reason') },
    ...{ document: orNull('document'), file: orNull('file') },
  }
}

/** A part may end without a paper of its own. */
function partResult(text: Text) {
  const [number, issuedOn, summary] = [text('number'), text('issuedOn'), text('summary')]
  return number === '' && issuedOn === '' && summary === '' ? null : { number, issuedOn, summary }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const amountOf = (text: string): number => Number(text.replaceAll('.', ''))
const instantOf = (text: string): string => new Date(`${text}:00+07:00`).toISOString()

const CORRECTED = ['acceptedAt', 'finishedAt', 'returnedAt'] as const
const METHODS = ['cash', 'transfer', 'online'] as const
const DELIVERIES = ['counter', 'postal', 'online'] as const

function oneOf<const Word extends string>(words: readonly [Word, ...Word[]], given: string): Word {
  return words.find((word) => word === given) ?? words[0]
}

function paper(name: string): SentDocument {
  return { required: null, name, kind: 'paper', originals: 1, copies: 0, file: null }
}

/** Fields that must be filled and are not. */
export function missingFields(fields: readonly ActionField[], values: Values): readonly string[] {
  return fields
    .filter(({ name, optional }) => optional !== true && (values[name] ?? '').trim() === '')
    .map(({ name }) => name)
}
