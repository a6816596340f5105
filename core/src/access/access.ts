import type { Dossier } from '../dossier/dossier.ts'
import type { DossierAction } from '../dossier/dossier-commands.ts'
import { type Actor, holdsPost } from './actor.ts'
import { type Grant, GRANTS } from './grants.ts'
import type { Subject } from './subject.ts'

export { actorKey, holdsPost, officerOf } from './actor.ts'
export { isOfAgency } from './grants.ts'
export { type Subject, subjectOf, unitSubject } from './subject.ts'

/** What is done besides acting on one dossier. */
export type ReadPermission =
  | 'readCatalogue'
  | 'followByCode'
  | 'readDossier'
  | 'listOwnDossiers'
  | 'searchDossiers'
  | 'listQueue'
  | 'listWorklist'
  | 'listReminders'
  | 'uploadFile'
  | 'readFile'
  | 'readReport'
  | 'readWorkload'
  | 'readTruth'
  | 'readQuality'
  | 'publishReport'
  | 'writeReport'
  | 'readPublishedReport'
  | 'readRulebook'

export type Permission = DossierAction | ReadPermission

/** Who may do what: one of the grants must hold. Nothing that is not listed here may be done. */
export const GRANTS_BY_PERMISSION = {
  saveDraft: ['filer'],
  submit: ['filer'],
  accept: ['clerkOfCounter'],
  decline: ['clerkOfCounter'],
  assign: ['leader', 'holder'],
  forward: ['holder'],
  skip: ['holder', 'leader'],
  completePart: ['holder'],
  sendBack: ['holder'],
  takeBack: ['lastHolder'],
  reassign: ['leader'],
  consult: ['holder'],
  answerConsultation: ['consultedAgency'],
  requestSupplement: ['holder', 'clerkOfCounter'],
  supplySupplement: ['applicant', 'clerkOfCounter'],
  requestPayment: ['holder', 'clerkOfCounter'],
  recordPayment: ['clerkOfCounter', 'system'],
  pause: ['holder', 'leaderOfAgency'],
  resume: ['holder', 'leaderOfAgency'],
  receive: ['officerOfAgency'],
  draftApology: ['holder', 'leaderOfAgency', 'system'],
  apologise: ['leaderOfAgency'],
  refuse: ['leaderOfAgency', 'handler'],
  withdraw: ['applicant', 'clerkOfCounter'],
  stop: ['leaderOfAgency', 'clerkOfCounter'],
  signResult: ['holder', 'leaderOfAgency'],
  resolve: ['holder'],
  return: ['clerkOfCounter'],
  correct: ['clerkOfCounter', 'holder'],
  proposeCorrection: ['clerkOfCounter', 'officerOfAgency'],
  approveCorrection: ['leaderOfAgency'],
  rejectCorrection: ['leaderOfAgency'],
  rebase: ['administrator', 'system'],
  readCatalogue: ['anyone'],
  followByCode: ['anyone'],
  readDossier: ['applicant', 'maker', 'clerkOfCounter', 'officerOfAgency', 'consultedAgency', 'partAgency'],
  listOwnDossiers: ['citizen'],
  searchDossiers: ['officer'],
  listQueue: ['clerkAt'],
  listWorklist: ['officerAt'],
  listReminders: ['officerAt'],
  uploadFile: ['citizen', 'officer'],
  readFile: ['applicant', 'maker', 'clerkOfCounter', 'officerOfAgency', 'consultedAgency', 'partAgency'],
  readReport: ['officerAbove', 'administrator'],
  readWorkload: ['leaderAbove', 'administrator'],
  readTruth: ['administrator'],
  readQuality: ['anyone'],
  publishReport: ['leaderAbove'],
  writeReport: ['officerAbove'],
  readPublishedReport: ['anyone'],
  readRulebook: ['officer'],
} as const satisfies Record<Permission, readonly Grant[]>

/** `who` names in Vietnamese those who may. */
export type Permitted = { readonly allowed: true } | { readonly allowed: false; readonly who: string }

const ALLOWED: Permitted = { allowed: true }

/** The only question of rights in the product. A null actor has not signed in. */
export function mayDo(permission: Permission, actor: Actor | null, subject: Subject): Permitted {
  const grants: readonly Grant[] = GRANTS_BY_PERMISSION[permission]
  for (const grant of grants) if (GRANTS[grant].holds(actor, subject)) return ALLOWED
  return { allowed: false, who: whoMay(permission) }
}

/** `cán bộ một cửa tại quầy tiếp nhận hồ sơ, hoặc người đang giữ hồ sơ` */
export function whoMay(permission: Permission): string {
  return GRANTS_BY_PERMISSION[permission].map((grant) => GRANTS[grant].who).join(', hoặc ')
}

/** Whether the actor heads the unit where the dossier lies or the agency that resolves it. */
export function leads(actor: Actor, dossier: Dossier): boolean {
  const unit = dossier.position?.unit
  return holdsPost(actor, dossier.content.agency, 'leader') || (unit !== undefined && holdsPost(actor, unit, 'leader'))
}
