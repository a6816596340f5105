import type { UnitId } from '../kernel/ids.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { type Actor, actorKey, holdsPost } from './actor.ts'
import type { Subject } from './subject.ts'

/** One way of having a right: whether the actor has it towards the subject, and how people call those who do. */
type GrantRule = { readonly holds: (actor: Actor | null, subject: Subject) => boolean; readonly who: string }

export type Grant =
  | 'anyone'
  | 'citizen'
  | 'officer'
  | 'system'
  | 'filer'
  | 'maker'
  | 'applicant'
  | 'clerkOfCounter'
  | 'holder'
  | 'handler'
  | 'lastHolder'
  | 'leader'
  | 'leaderOfAgency'
  | 'officerOfAgency'
  | 'consultedAgency'
  | 'partAgency'
  | 'clerkAt'
  | 'officerAt'
  | 'officerAbove'
  | 'leaderAbove'
  | 'administrator'

export const GRANTS = {
  anyone: { holds: () => true, who: 'mọi người' },
  citizen: { holds: (actor) => actor?.kind === 'citizen', who: 'người dân đã đăng nhập' },
  officer: { holds: (actor) => actor?.kind === 'officer' && actor.posts.length > 0, who: 'cán bộ đã đăng nhập' },
  system: {
    holds: (actor) => actor?.kind === 'system',
    who: 'chính hệ thống, thay cổng thanh toán hoặc theo lệnh vận hành',
  },
  filer: { holds: files, who: 'người nộp bằng tài khoản của chính mình, hoặc cán bộ một cửa tại quầy của mình' },
  maker: { holds: made, who: 'người đã lập hồ sơ' },
  applicant: {
    holds: (actor, subject) => !isDraft(subject) && isParty(actor, subject),
    who: 'chủ hồ sơ hoặc người nộp hồ sơ',
  },
  clerkOfCounter: {
    holds: (actor, subject) => !isDraft(subject) && isClerkOfCounter(actor, subject),
    who: 'cán bộ một cửa tại quầy tiếp nhận hồ sơ',
  },
  holder: { holds: isHolder, who: 'người đang giữ hồ sơ' },
  handler: {
    holds: (actor, subject) =>
      isHolder(actor, subject) && HANDLING_ROLES.includes(subject.dossier?.position?.role ?? ''),
    who: 'chuyên viên hoặc lãnh đạo đang giữ hồ sơ',
  },
  lastHolder: {
    holds: (actor, { dossier }) => actor?.kind === 'officer' && dossier?.path.at(-1)?.officer === actor.officer,
    who: 'người vừa chuyển hồ sơ đi',
  },
  leader: {
    holds: (actor, subject) =>
      leadsAgency(actor, subject) || holdsPostAt(actor, subject.dossier?.position?.unit, 'leader'),
    who: 'lãnh đạo của nơi đang giữ hồ sơ hoặc của cơ quan giải quyết',
  },
  leaderOfAgency: { holds: leadsAgency, who: 'lãnh đạo cơ quan giải quyết' },
  officerOfAgency: { holds: isOfResolvingAgency, who: 'cán bộ của cơ quan giải quyết' },
  consultedAgency: { holds: isConsulted, who: 'chuyên viên hoặc lãnh đạo cơ quan được lấy ý kiến' },
  partAgency: { holds: hasPart, who: 'cán bộ của cơ quan có nhánh trong hồ sơ liên thông' },
  clerkAt: { holds: (actor, { unit }) => holdsPostAt(actor, unit, 'clerk'), who: 'cán bộ một cửa của quầy này' },
  officerAt: {
    holds: (actor, { unit }) => actor?.kind === 'officer' && actor.posts.some((post) => post.unit === unit),
    who: 'cán bộ của đơn vị này',
  },
  officerAbove: { holds: isAbove, who: 'cán bộ của cơ quan này hoặc cơ quan cấp trên' },
  leaderAbove: {
    holds: (actor, { unit, rulebook }) =>
      actor?.kind === 'officer' &&
      unit !== null &&
      actor.posts.some((post) => post.role === 'leader' && rulebook.isWithin(unit, post.unit)),
    who: 'lãnh đạo của cơ quan này hoặc cơ quan cấp trên',
  },
  administrator: {
    holds: (actor) => actor?.kind === 'officer' && actor.posts.some((post) => post.role === 'administrator'),
    who: 'quản trị hệ thống',
  },
} as const satisfies Record<Grant, GrantRule>

const HANDLING_ROLES: readonly string[] = ['specialist', 'leader']

/** Whether the actor handles dossiers in the name of the agency: at itself or in one of its divisions. */
export function isOfAgency(actor: Actor | null, agency: UnitId, rulebook: Rulebook): boolean {
  if (actor?.kind !== 'officer') return false
  return actor.posts.some((post) => HANDLING_ROLES.includes(post.role) && rulebook.agencyOf(post.unit)?.id === agency)
}

/** A draft belongs to who made it; a citizen files under his own account, a clerk at his own counter. */
function files(actor: Actor | null, subject: Subject): boolean {
  if (subject.dossier !== null && !made(actor, subject)) return false
  return isParty(actor, subject) || isClerkOfCounter(actor, subject)
}

function made(actor: Actor | null, { dossier }: Subject): boolean {
  return actor !== null && dossier !== null && dossier.filedBy === actorKey(actor)
}

/** A draft is nobody's business but its maker's, whomever it names. */
function isDraft({ dossier }: Subject): boolean {
  return dossier?.state === 'draft'
}

function isParty(actor: Actor | null, { content }: Subject): boolean {
  if (actor?.kind !== 'citizen' || content === null) return false
  return content.applicant.account === actor.account || content.submitter?.account === actor.account
}

function isClerkOfCounter(actor: Actor | null, { content }: Subject): boolean {
  return holdsPostAt(actor, content?.counter, 'clerk')
}

/** Who has it, or, while nobody has taken it, whoever holds the post at which it lies. */
function isHolder(actor: Actor | null, { dossier }: Subject): boolean {
  const position = dossier?.position
  if (actor?.kind !== 'officer' || position === null || position === undefined) return false
  if (position.officer !== null && position.officer !== actor.officer) return false
  return holdsPost(actor, position.unit, position.role)
}

function leadsAgency(actor: Actor | null, { content }: Subject): boolean {
  return holdsPostAt(actor, content?.agency, 'leader')
}

function isOfResolvingAgency(actor: Actor | null, subject: Subject): boolean {
  const { content, rulebook } = subject
  if (actor?.kind !== 'officer' || content === null || isDraft(subject)) return false
  return actor.posts.some(
    (post) => post.role !== 'administrator' && rulebook.agencyOf(post.unit)?.id === content.agency,
  )
}

function isConsulted(actor: Actor | null, { dossier, rulebook }: Subject): boolean {
  if (dossier === null) return false
  return dossier.consultations.some((each) => isOfAgency(actor, each.agency, rulebook))
}

function hasPart(actor: Actor | null, { dossier, rulebook }: Subject): boolean {
  if (actor?.kind !== 'officer' || dossier === null || dossier.parts.length === 0) return false
  const own = actor.posts.filter(({ role }) => role !== 'administrator').map(({ unit }) => rulebook.agencyOf(unit)?.id)
  return dossier.parts.some(({ agency }) => agency !== null && own.includes(agency))
}

function isAbove(actor: Actor | null, { unit, rulebook }: Subject): boolean {
  if (actor?.kind !== 'officer' || unit === null) return false
  return actor.posts.some((post) => {
    const own = rulebook.agencyOf(post.unit)
    return own !== undefined && rulebook.isWithin(unit, own.id)
  })
}

function holdsPostAt(actor: Actor | null, unit: UnitId | null | undefined, role: 'clerk' | 'leader'): boolean {
  return actor !== null && unit !== null && unit !== undefined && holdsPost(actor, unit, role)
}
