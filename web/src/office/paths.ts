const QUALITY_LISTS = { dossiers: 'ho-so', lost: 'ho-so', items: 'thu-tuc', times: 'thoi-gian' } as const

/** Every address of the office, below /can-bo. */
export const paths = {
  queue: () => '/tiep-nhan',
  worklist: () => '/viec',
  reminders: () => '/nhac-viec',
  notices: () => '/thong-bao',
  signing: () => '/ky-duyet',
  intake: () => '/quay',
  search: () => '/tim',
  dossier: (id: string, action?: string) => (action === undefined ? `/ho-so/${id}` : `/ho-so/${id}?viec=${action}`),
  processes: () => '/quy-trinh',
  process: (id: string) => `/quy-trinh/${encodeURIComponent(id)}`,
  dashboard: (query: Readonly<Record<string, string>>) => `/dieu-hanh?${new URLSearchParams(query).toString()}`,
  late: (query: Readonly<Record<string, string>>) => `/dieu-hanh/qua-han?${new URLSearchParams(query).toString()}`,
  board: (counter: string) => `/bang-dien-tu/${encodeURIComponent(counter)}`,
  quality: (query: Readonly<Record<string, string>>) => `/chat-luong?${new URLSearchParams(query).toString()}`,
  qualityList: (list: keyof typeof QUALITY_LISTS, query: Readonly<Record<string, string>>) =>
    `/chat-luong/${QUALITY_LISTS[list]}?${new URLSearchParams(query).toString()}`,
  truth: () => '/doi-chieu',
  report: () => '/bao-cao',
  workload: (query: Readonly<Record<string, string>>) => `/khoi-luong?${new URLSearchParams(query).toString()}`,
  publishedList: () => '/bao-cao/cong-bo',
  published: (number: string) => `/bao-cao/cong-bo/${number}`,
  publishedCounted: (number: number, query: Readonly<Record<string, string>>) =>
    `/bao-cao/cong-bo/${number}/ho-so?${new URLSearchParams(query).toString()}`,
  draft: (id: string) => `/bao-cao/du-thao/${id}`,
  countedProcedures: (query: Readonly<Record<string, string>>) =>
    `/bao-cao/thu-tuc?${new URLSearchParams(query).toString()}`,
  counted: (query: Readonly<Record<string, string>>) => `/bao-cao/ho-so?${new URLSearchParams(query).toString()}`,
} as const

/** Addresses outside the office. */
export const outside = {
  portal: () => '/',
  signIn: (next: string) => `/auth/login?${new URLSearchParams({ as: 'officer', next }).toString()}`,
  signOut: () => '/auth/logout',
  reportFile: ({ form, ...query }: Readonly<Record<string, string>> & { readonly form: string }) =>
    `/api/reports/${form}/table.xlsx?${new URLSearchParams(query).toString()}`,
  countedFile: (
    kind: 'xlsx' | 'csv',
    { form, ...query }: Readonly<Record<string, string>> & { readonly form: string },
  ) => `/api/reports/${form}/dossiers.${kind}?${new URLSearchParams(query).toString()}`,
  qualityTable: ({ set = '', ...query }: Readonly<Record<string, string>>) =>
    `/api/indicators/${encodeURIComponent(set)}/table.xlsx?${new URLSearchParams(query).toString()}`,
  workloadFile: (query: Readonly<Record<string, string>>) =>
    `/api/workload/table.xlsx?${new URLSearchParams(query).toString()}`,
  procedureFile: (
    kind: 'xlsx' | 'csv',
    { form, ...query }: Readonly<Record<string, string>> & { readonly form: string },
  ) => `/api/reports/${form}/procedures.${kind}?${new URLSearchParams(query).toString()}`,
  qualityFile: (kind: 'xlsx' | 'csv', { set = '', ...query }: Readonly<Record<string, string>>) =>
    `/api/indicators/${encodeURIComponent(set)}/dossiers.${kind}?${new URLSearchParams(query).toString()}`,
  bpmn: (id: string, version: number) => `/api/processes/${encodeURIComponent(id)}/versions/${version}/bpmn`,
  publishedContent: (number: number) => `/api/published-reports/${number}/content`,
  publishedDocument: (number: number, kind: 'pdf' | 'docx') => `/api/published-reports/${number}/document.${kind}`,
  publishedTables: (number: number) => `/api/published-reports/${number}/tables.xlsx`,
  publishedCountedFile: (kind: 'xlsx' | 'csv', number: string, query: Readonly<Record<string, string>>) =>
    `/api/published-reports/${number}/dossiers.${kind}?${new URLSearchParams(query).toString()}`,
  publishedMoves: (kind: 'xlsx' | 'csv', number: string, query: Readonly<Record<string, string>>) =>
    `/api/published-reports/${number}/difference/moves.${kind}?${new URLSearchParams(query).toString()}`,
  draftDocument: (id: string, kind: 'pdf' | 'docx') => `/api/report-drafts/${id}/document.${kind}`,
  file: (hash: string, dossier: string) => `/api/files/${hash}?dossier=${dossier}`,
} as const

export const BASE = '/can-bo'
