import { localDate } from '../src/kernel/instant.ts'
import { type Process, type Step, wholeStep } from '../src/process/process.ts'

const SINCE = localDate('2017-01-01')
/** As a-rulebook.ts has it. */
const OTHER_AGENCY = 'H20.16'

function aStep(
  id: string,
  kind: Step['kind'],
  doer: Pick<Step, 'role' | 'at'> & { readonly minutes: number | null } & Partial<Omit<Step, 'id' | 'name' | 'kind'>>,
): Step {
  return wholeStep({ id, name: `Bước ${id}`, kind, ...doer })
}

const STEPS: readonly Step[] = [
  aStep('intake', 'intake', { role: 'clerk', at: 'counter', minutes: 240 }),
  aStep('assign', 'assign', { role: 'leader', at: 'agency', minutes: 120 }),
  aStep('appraise', 'appraise', { role: 'specialist', at: 'division', minutes: 960 }),
  aStep('sign', 'sign', { role: 'leader', at: 'agency', minutes: null }),
  aStep('return', 'return', { role: 'clerk', at: 'counter', minutes: 0 }),
]

/** Intake, assigning, appraisal, signature, hand-over; from 2030 on a check comes before the signature and nothing is assigned. */
export const PROCESS: Process = {
  id: 'quy-trinh',
  name: 'Quy trình thử',
  versions: [
    { version: 1, effectiveFrom: SINCE, effectiveTo: localDate('2029-12-31'), source: 'QĐ thử', steps: STEPS },
    {
      version: 2,
      effectiveFrom: localDate('2030-01-01'),
      effectiveTo: null,
      source: 'QĐ thử 2',
      steps: [
        ...STEPS.slice(0, 1),
        aStep('appraise', 'appraise', { role: 'specialist', at: 'division', minutes: 1440 }),
        aStep('check', 'review', { role: 'leader', at: 'agency', minutes: 60 }),
        ...STEPS.slice(3),
      ],
    },
  ],
}

/** The clerk resolves at the counter by delegated power. */
export const SHORT_PROCESS: Process = {
  id: 'mot-buoc',
  name: 'Giải quyết tại quầy',
  versions: [
    {
      version: 1,
      effectiveFrom: SINCE,
      effectiveTo: null,
      source: 'QĐ thử',
      steps: [
        aStep('intake', 'intake', { role: 'clerk', at: 'counter', minutes: 240 }),
        aStep('return', 'return', { role: 'clerk', at: 'counter', minutes: 0 }),
      ],
    },
  ],
}

/** What the post brings goes straight to the division. */
export const POSTAL_PROCESS: Process = {
  id: 'qua-buu-chinh',
  name: 'Giải quyết qua bưu chính',
  versions: [
    {
      version: 1,
      effectiveFrom: SINCE,
      effectiveTo: null,
      source: 'QĐ thử',
      steps: [
        aStep('appraise', 'appraise', { role: 'specialist', at: 'division', minutes: 960 }),
        aStep('return', 'return', { role: 'clerk', at: 'counter', minutes: 0 }),
      ],
    },
  ],
}

const outcomeIs = (step: string, outcome: string) => ({ is: 'outcome', step, in: [outcome] }) as const

/**
 * Three agencies at the same time: the own division with a signature, another department, and one outside. Then a
 * choice: approve, have it checked in a round that may be skipped, or end with a refusal letter.
 */
export const LINKED_PROCESS: Process = {
  id: 'lien-thong',
  name: 'Quy trình liên thông thử',
  versions: [
    {
      version: 1,
      effectiveFrom: SINCE,
      effectiveTo: null,
      source: 'QĐ thử',
      steps: [
        aStep('intake', 'intake', { role: 'clerk', at: 'counter', minutes: 240 }),
        aStep('together', 'appraise', {
          role: 'clerk',
          at: 'counter',
          minutes: 1440,
          parts: [
            {
              id: 'own',
              name: 'Đăng ký tại Sở Tư pháp',
              agency: { is: 'own', field: null },
              term: { unit: 'workingDays', amount: 2 },
              steps: [
                aStep('own-draft', 'appraise', { role: 'specialist', at: 'division', minutes: 480 }),
                aStep('own-sign', 'sign', { role: 'leader', at: 'agency', minutes: 240 }),
              ],
            },
            {
              id: 'other',
              name: 'Xác nhận của Sở Nội vụ',
              agency: { is: 'named', code: OTHER_AGENCY },
              term: { unit: 'workingDays', amount: 3 },
              steps: [aStep('other-check', 'appraise', { role: 'specialist', at: 'agency', minutes: 960 })],
            },
            {
              id: 'outside',
              name: 'Cấp thẻ của cơ quan ngoài',
              agency: { is: 'outside', name: 'Cơ quan ngoài hệ thống' },
              term: null,
              steps: [],
            },
          ],
        }),
        aStep('decide', 'review', {
          role: 'specialist',
          at: 'division',
          minutes: 240,
          outcomes: [
            { id: 'approve', name: 'Đạt' },
            { id: 'verify', name: 'Cần xác minh' },
            { id: 'reject', name: 'Không đạt' },
          ],
          ways: [
            { to: 'verify', when: outcomeIs('decide', 'verify') },
            { to: 'sign', when: outcomeIs('decide', 'approve') },
            { to: 'end', when: null },
          ],
        }),
        aStep('verify', 'appraise', {
          role: 'specialist',
          at: 'division',
          minutes: 480,
          skip: ['leader', 'specialist'],
          ways: [{ to: 'decide', when: { is: 'answer', question: 'purpose', equals: 'Xác minh lại' } }],
        }),
        aStep('sign', 'sign', { role: 'leader', at: 'agency', minutes: 240 }),
        aStep('return', 'return', { role: 'clerk', at: 'counter', minutes: 0 }),
      ],
    },
  ],
}
