import type { Apology, Dossier } from '../dossier/dossier.ts'
import { extensionArticle } from '../dossier/dossier.ts'
import { officerId } from '../kernel/ids.ts'
import { type Instant, localDateOf } from '../kernel/instant.ts'
import type { Unit } from '../organisation/organisation.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { formatDocumentDate, formatDocumentMoment, type StateDocument } from './state-document.ts'

export type LetteredDossier = Pick<Dossier, 'code' | 'content' | 'acceptedAt' | 'dueAt' | 'clock'> & {
  readonly apology: Apology
  /** The appointed time for which it apologises. */
  readonly appointedAt: Instant | null
}

/** Văn bản xin lỗi và đề nghị gia hạn (Mẫu 04, TT 03/2025/TT-VPCP; TT 01/2018/TT-VPCP before). */
export function apologyLetter(dossier: LetteredDossier, rulebook: Rulebook): StateDocument {
  const { apology, content, acceptedAt, appointedAt } = dossier
  const agency = rulebook.unit(content.agency)
  const superior = agency?.parent === null || agency === undefined ? undefined : rulebook.unit(agency.parent)
  const signer = apology.signedBy === null ? undefined : officerOf(apology.signedBy, rulebook)
  const version = rulebook.procedureVersion(content.procedure, content.procedureVersion)
  const at = apology.signedAt ?? apology.draftedAt
  return {
    title: `Văn bản xin lỗi hồ sơ ${dossier.code ?? ''}`,
    madeAt: at,
    paper: 'a4',
    issuer: { superior: superior?.name ?? null, name: agency?.name ?? content.agency },
    number: apology.letter,
    place: placeOf(agency, rulebook),
    date: apology.signedAt === null ? null : localDateOf(apology.signedAt),
    kind: null,
    subject: 'xin lỗi và hẹn lại ngày trả kết quả',
    addressees: [`${content.applicant.kind === 'person' ? 'Ông (Bà) ' : ''}${content.applicant.name}`],
    blocks: [
      {
        kind: 'paragraph',
        text: `${acceptedAt === null ? '' : `Ngày ${bare(acceptedAt)}, `}${agency?.name ?? ''} tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính sau:`,
      },
      {
        kind: 'fields',
        fields: [
          { label: 'Mã số hồ sơ', value: dossier.code ?? '', strong: true },
          { label: 'Thủ tục', value: version?.name ?? content.procedure, strong: false },
          { label: 'Số định danh', value: masked(content.applicant.idNumber), strong: false },
          ...(appointedAt === null
            ? []
            : [{ label: 'Hẹn trả kết quả', value: formatDocumentMoment(appointedAt), strong: false }]),
        ],
      },
      {
        kind: 'paragraph',
        text: `Đến nay hồ sơ chưa có kết quả giải quyết. Lý do: ${apology.reason === '' ? '……' : apology.reason}`,
      },
      {
        kind: 'paragraph',
        text: `${agency?.name ?? 'Cơ quan'} xin lỗi và hẹn trả kết quả vào ${formatDocumentMoment(apology.promisedAt)}.`,
      },
      ...(apology.signedAt !== null && !apology.moved
        ? [
            {
              kind: 'paragraph' as const,
              text: `Văn bản này được ký sau thời điểm được gia hạn (${extensionArticle(apology.signedAt)}); hồ sơ vẫn tính theo thời hạn đã hẹn ban đầu.`,
            },
          ]
        : []),
    ],
    signature: {
      authority: null,
      title: signer?.title.split(',')[0] ?? 'Thủ trưởng cơ quan',
      name: signer?.name ?? null,
      signedAt: apology.signedAt,
    },
    recipients: ['Như trên', 'Bộ phận Tiếp nhận và Trả kết quả', 'Lưu: VT'],
    mark: apology.signedAt === null ? 'DỰ THẢO' : null,
  }
}

const bare = (at: Instant): string => formatDocumentDate(localDateOf(at)).replace(/^ngày /, '')

/** The last three digits tell the reader that it is he; the rest travels no further than it must. */
const masked = (idNumber: string): string => idNumber.replace(/.(?=.{3})/g, '*')

/** Địa danh: the province for its departments, the commune's or district's own name below (NĐ 30/2020). */
function placeOf(agency: Unit | undefined, rulebook: Rulebook): string {
  if (agency === undefined) return ''
  const root = rulebook.units().find(({ parent }) => parent === null)
  const named = agency.level === 'province' ? root : agency
  return (named?.name ?? '')
    .replace(/^Ủy ban nhân dân /, '')
    .replace(/^tỉnh /, '')
    .replace(/,.*$/, '')
}

function officerOf(key: string, rulebook: Rulebook) {
  return key.startsWith('officer:') ? rulebook.officer(officerId(key.slice('officer:'.length))) : undefined
}
