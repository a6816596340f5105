import type { Actor } from '../access/actor.ts'
import type { DossierCommand } from '../dossier/dossier-commands.ts'
import { feeOf } from '../fee/fee.ts'
import { type Instant, localDateOf } from '../kernel/instant.ts'
import { type Dong, dong } from '../kernel/money.ts'
import type { Officer } from '../organisation/organisation.ts'
import type { GroundedAction, Rulebook } from '../rulebook/rulebook.ts'
import { contentOf, copiesOf } from './content.ts'
import type { StaffedStep } from './course.ts'
import type { Act, Life } from './life.ts'

export type Asked = { readonly actor: Actor; readonly command: DossierCommand }
type Scene = { readonly at: Instant; readonly acceptedAt: Instant; readonly rulebook: Rulebook }

/** An act as somebody asks the product for it. */
export function askedOf(life: Life, act: Act, scene: Scene): Asked {
  switch (act.kind) {
    case 'submit': {
      const content = contentOf(life, scene.rulebook)
      return { actor: filerOf(life, content.applicant), command: { action: 'submit', content } }
    }
    case 'accept':
      return { actor: clerkOf(life), command: { action: 'accept' } }
    case 'forward':
      return { actor: doerOf(life, act.step), command: forwardOf(life, act.step) }
    case 'apologise':
      return { actor: leaderOf(life), command: apologyOf(life, act) }
    case 'resolve':
      return { actor: holderOf(life, act.step), command: { action: 'resolve', result: resultOf(life, scene.at) } }
    case 'return':
      return { actor: clerkOf(life), command: returnOf(life, scene.rulebook) }
    case 'requestPayment':
    case 'recordPayment':
      return payment(life, act, scene)
    case 'requestSupplement':
    case 'supplySupplement':
      return supplement(life, act, scene)
    case 'refuse':
    case 'withdraw':
    case 'stop':
      return ending(life, act, scene)
  }
}

function supplement(life: Life, { kind, step }: Act, scene: Scene): Asked {
  if (kind === 'supplySupplement') {
    return {
      actor: clerkOf(life),
      command: { action: 'supplySupplement', documents: [], note: 'Đã bổ sung đủ giấy tờ theo yêu cầu' },
    }
  }
  const items = life.offer.procedureCase.documents.slice(0, 1).map(({ name }) => name.slice(0, 400).trim())
  const command = {
    action: 'requestSupplement',
    items: items.length === 0 ? ['Bản kê khai'] : items,
    reason: 'Giấy tờ chưa rõ hoặc chưa đầy đủ',
    ground: groundOf(life, 'requestSupplement', scene),
  } as const
  return { actor: holderOf(life, step), command }
}

/** What the tax office asks for in a financial obligation of the replay. */
const OBLIGATION = dong(450_000)

function payment(life: Life, { kind, step }: Act, scene: Scene): Asked {
  if (kind === 'requestPayment') {
    const lines = [{ name: 'Nghĩa vụ tài chính theo thông báo của cơ quan thuế', amount: OBLIGATION }]
    return { actor: holderOf(life, step), command: { action: 'requestPayment', lines } }
  }
  const fee = feeTotal(life, scene.acceptedAt)
  const amount = dong(fee + (life.slot.pause === 'payment' ? OBLIGATION : 0))
  const isOnline = life.offer.channel === 'online'
  const gateway: Actor = { kind: 'system', name: 'payment' }
  const method = isOnline ? 'online' : 'cash'
  return {
    actor: isOnline ? gateway : clerkOf(life),
    command: { action: 'recordPayment', amount, method, reference: null },
  }
}

/** What the law asks for the dossier as it is filed. */
export function feeTotal({ offer, number }: Pick<Life, 'offer' | 'number'>, acceptedAt: Instant): Dong {
  const { procedureCase, channel } = offer
  return feeOf(procedureCase, { channel, on: localDateOf(acceptedAt), copies: copiesOf(procedureCase, number) }).total
}

function ending(life: Life, { kind }: Act, scene: Scene): Asked {
  if (kind === 'withdraw') {
    const ground = groundOf(life, 'withdraw', scene)
    return { actor: clerkOf(life), command: { action: 'withdraw', reason: 'Người nộp đề nghị rút hồ sơ', ground } }
  }
  if (kind === 'stop') {
    const ground = groundOf(life, 'stop', scene)
    return { actor: leaderOf(life), command: { action: 'stop', reason: 'Không thể giải quyết tiếp', ground } }
  }
  const ground = groundOf(life, 'refuse', scene)
  return { actor: leaderOf(life), command: { action: 'refuse', reason: 'Không đủ điều kiện theo quy định', ground } }
}

/** Each ground of the catalogue in turn, and now and then none, as officers do it. */
function groundOf({ number }: Life, action: GroundedAction, { at, rulebook }: Scene): string | null {
  const grounds = rulebook.reasonGroundsAt(localDateOf(at)).filter(({ actions }) => actions.includes(action))
  return grounds[number % (grounds.length + 1)]?.id ?? null
}

function apologyOf({ apologyDueAt, number }: Life, { step }: Act): DossierCommand {
  if (apologyDueAt === null) throw new Error(`life ${number} apologises at step ${step} without a new time`)
  const reason = 'Cần thêm thời gian để xác minh'
  return { action: 'apologise', reason, dueAt: apologyDueAt, letter: `${number + 1}/TXL` }
}

function resultOf({ number, offer }: Life, at: Instant): Extract<DossierCommand, { action: 'resolve' }>['result'] {
  const summary = offer.version.results[0]?.name ?? offer.version.name
  return { number: `${number + 1}/KQ`, issuedOn: localDateOf(at), summary: summary.slice(0, 500).trim(), file: null }
}

const FETCHED_ALL_THE_SAME = 7

function returnOf(life: Life, rulebook: Rulebook): DossierCommand {
  const { applicant, delivery } = contentOf(life, rulebook)
  // Some come to the counter for what was to be sent.
  const by = life.number % FETCHED_ALL_THE_SAME === 0 ? 'counter' : delivery.by
  return { action: 'return', receivedBy: applicant.name, by }
}

function filerOf(life: Life, applicant: ReturnType<typeof contentOf>['applicant']): Actor {
  const { account, name, idNumber } = applicant
  return account === null ? clerkOf(life) : { kind: 'citizen', account, name, idNumber }
}

const clerkOf = (life: Life): Actor => actorOf(chosen(life.place.clerks, life.number))
const leaderOf = (life: Life): Actor => {
  if (life.place.leaders.length === 0) throw new Error(`${life.place.agency.id} has no leader`)
  return actorOf(chosen(life.place.leaders, life.number))
}
/** Who does the work of a stage: at the first one the clerk who accepted it, where that is his. */
const doerOf = (life: Life, step: number): Actor => actorOf(chosen(stageOf(life, step).officers, life.number))
/** Who has the whole meanwhile. */
const holderOf = (life: Life, step: number): Actor => actorOf(chosen(stageOf(life, step).holders, life.number))

function stageOf({ place, number }: Life, step: number): StaffedStep {
  const stage = place.steps[step]
  if (stage === undefined) throw new Error(`life ${number} has no stage ${step}`)
  return stage
}

/** On to whoever is next; the last stage of a part completes it. */
function forwardOf(life: Life, step: number): DossierCommand {
  const { part, outcome, next } = stageOf(life, step)
  if (part !== null && next.length === 0) return { action: 'completePart', part, result: null, note: null }
  return { action: 'forward', officer: chosen(next, life.number).id, note: null, outcome, part }
}

function chosen(officers: readonly Officer[], number: number): Officer {
  const officer = officers[number % officers.length]
  if (officer === undefined) throw new Error('a step of the replay has nobody to do it')
  return officer
}

function actorOf({ id, name, posts }: Officer): Actor {
  return { kind: 'officer', officer: id, name, posts }
}
