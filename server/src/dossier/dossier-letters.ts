import { CORRECTED_TIME_NAME } from '@motcua/core/dossier/refusal-text.ts'
import type { Correction, Dossier } from '@motcua/core/dossier/dossier.ts'
import type { DecisionContext } from '@motcua/core/dossier/decide.ts'
import { toIso } from '@motcua/core/kernel/instant.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { isoOrNull } from './dossier-position.ts'
import { actorName } from './dossier-timeline.ts'
import type { DossierView } from './dossier-view-schema.ts'

const STATE_NAME = {
  proposed: 'chờ duyệt',
  approved: 'đã duyệt',
  rejected: 'không được duyệt',
} as const satisfies Record<Correction['state'], string>

/** The letter of apology, the signed result and the corrections of times. A draft is no citizen's business. */
export function lettersOf(
  dossier: Dossier,
  { actor, rulebook }: DecisionContext,
): Pick<DossierView, 'apology' | 'signedResult' | 'corrections'> {
  const { apology, signedResult, corrections, content } = dossier
  const name = (key: string): string => actorName(key, rulebook, content.submitter ?? content.applicant)
  const isShown = apology !== null && (apology.signedAt !== null || actor.kind !== 'citizen')
  return {
    apology: isShown
      ? {
          draftedAt: toIso(apology.draftedAt),
          draftedByName: name(apology.draftedBy),
          ...{ reason: apology.reason, letter: apology.letter, moved: apology.moved },
          promisedAt: toIso(apology.promisedAt),
          signedAt: isoOrNull(apology.signedAt),
          signedByName: apology.signedBy === null ? null : name(apology.signedBy),
          url: `/api/dossiers/${dossier.id}/apology.pdf`,
        }
      : null,
    signedResult:
      signedResult === null
        ? null
        : {
            result: signedResult.result,
            signedAt: toIso(signedResult.signedAt),
            signedByName: name(signedResult.signedBy),
          },
    corrections: corrections.map((each) => correctionView(each, dossier, rulebook)),
  }
}

function correctionView(
  correction: Correction,
  dossier: Dossier,
  rulebook: Rulebook,
): DossierView['corrections'][number] {
  const { file, decidedBy, proposedBy, ...rest } = correction
  const name = (key: string): string => actorName(key, rulebook, dossier.content.submitter ?? dossier.content.applicant)
  return {
    ...{ number: rest.number, what: rest.what, reason: rest.reason, document: rest.document, state: rest.state },
    ...{ answer: rest.answer, finish: rest.finish },
    whatName: CORRECTED_TIME_NAME[rest.what],
    stateName: STATE_NAME[rest.state],
    from: toIso(rest.from),
    to: toIso(rest.to),
    file: file === null ? null : { hash: file, url: `/api/files/${file}?dossier=${dossier.id}` },
    proposedAt: toIso(rest.proposedAt),
    proposedByName: name(proposedBy),
    decidedAt: isoOrNull(rest.decidedAt),
    decidedByName: decidedBy === null ? null : name(decidedBy),
  }
}
