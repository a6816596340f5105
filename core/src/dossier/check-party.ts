import type { Actor } from '../access/actor.ts'
import type { FieldProblem } from '../form/form.ts'
import { type Instant, isLocalDate, localDateOf } from '../kernel/instant.ts'
import type { DossierContent, Party } from './dossier.ts'
import { ADDRESS_LENGTH, checkText, isBlank, optional, shortText, type TextRule } from './texts.ts'

/** Số định danh cá nhân (Luật Căn cước 2023 Đ.12). */
const PERSONAL_ID = /^\d{12}$/
/** Mã số thuế: 10 digits, of a branch with three more. */
const TAX_CODE = /^\d{10}(-?\d{3})?$/
const PHONE = /^(0|\+84)[\d .]{8,14}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

type PartyRules = { readonly [field in 'name' | 'idNumber' | 'address' | 'phone' | 'email']: TextRule }

const rulesOf = (path: string): PartyRules => ({
  name: shortText(`${path}.name`, 'Họ và tên'),
  idNumber: shortText(`${path}.idNumber`, 'Số định danh', 20),
  address: shortText(`${path}.address`, 'Địa chỉ', ADDRESS_LENGTH),
  phone: optional(shortText(`${path}.phone`, 'Số điện thoại', 20)),
  email: optional(shortText(`${path}.email`, 'Thư điện tử')),
})
const RULES = { applicant: rulesOf('applicant'), submitter: rulesOf('submitter') }
const DRAFT_RULES = { applicant: allOptional(RULES.applicant), submitter: allOptional(RULES.submitter) }

export type PartyPath = 'applicant' | 'submitter'

/** A person or organisation as it must stand on the receipt (Mẫu 01, items 3–7). */
export function checkParty(
  party: Party,
  question: { readonly path: PartyPath; readonly now: Instant },
  problems: FieldProblem[],
): void {
  checkPartyTexts(party, RULES[question.path], problems)
  const say = (field: string, message: string) => problems.push({ path: `${question.path}.${field}`, message })
  if (!isBlank(party.idNumber)) {
    if (party.kind === 'person' && !PERSONAL_ID.test(party.idNumber)) {
      say('idNumber', 'Số định danh cá nhân phải có đúng 12 chữ số; hãy xem lại trên thẻ căn cước.')
    }
    if (party.kind === 'organisation' && !TAX_CODE.test(party.idNumber)) {
      say('idNumber', 'Mã số thuế phải có 10 hoặc 13 chữ số; hãy xem lại trên giấy đăng ký.')
    }
  }
  if (party.birthDate !== null && !isPastDate(party.birthDate, question.now)) {
    say('birthDate', 'Ngày sinh phải là một ngày có thật và không ở tương lai.')
  }
  if (party.phone !== null && party.phone !== '' && !PHONE.test(party.phone)) {
    say('phone', 'Số điện thoại phải bắt đầu bằng 0 hoặc +84 và có từ 9 chữ số.')
  }
  if (party.email !== null && party.email !== '' && !EMAIL.test(party.email)) {
    say('email', 'Thư điện tử phải có dạng ten@noi.vn.')
  }
}

/** In a draft a party may be unfinished, but what is there must be fit to keep. */
export function checkDraftParty(party: Party, path: PartyPath, problems: FieldProblem[]): void {
  checkPartyTexts(party, DRAFT_RULES[path], problems)
}

/** A citizen files in his own name: the party with his account bears his number, and nobody else's account is named. */
export function checkOwnName(content: DossierContent, actor: Actor, problems: FieldProblem[]): void {
  if (actor.kind !== 'citizen') return
  for (const path of ['applicant', 'submitter'] as const) {
    const party = content[path]
    if (party === null || party.account === null) continue
    if (party.account !== actor.account) {
      problems.push({ path: `${path}.account`, message: 'Chỉ được ghi tài khoản của chính mình.' })
    } else if (party.kind === 'person' && party.idNumber !== actor.idNumber) {
      problems.push({ path: `${path}.idNumber`, message: 'Số định danh phải là số của tài khoản đang đăng nhập.' })
    }
  }
}

function checkPartyTexts(party: Party, rules: PartyRules, problems: FieldProblem[]): void {
  checkText(party.name, rules.name, problems)
  checkText(party.idNumber, rules.idNumber, problems)
  checkText(party.address, rules.address, problems)
  checkText(party.phone, rules.phone, problems)
  checkText(party.email, rules.email, problems)
}

function isPastDate(text: string, now: Instant): boolean {
  return isLocalDate(text) && text <= localDateOf(now)
}

function allOptional(rules: PartyRules): PartyRules {
  const { name, idNumber, address, phone, email } = rules
  return { name: optional(name), idNumber: optional(idNumber), address: optional(address), phone, email }
}
