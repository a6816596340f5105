/** Every address of the portal. */
export const paths = {
  home: () => '/',
  search: (query: { readonly q?: string; readonly field?: string; readonly cursor?: string } = {}) =>
    withQuery('/tim', query),
  procedure: (code: string, query: ProcedureQuery = {}) => withQuery(`/thu-tuc/${encodeURIComponent(code)}`, query),
  start: (code: string, query: ProcedureQuery = {}) => withQuery(`/thu-tuc/${encodeURIComponent(code)}/nop`, query),
  formStyle: (form: string) => `/to-khai/${encodeURIComponent(form)}.css`,
  figures: () => '/so-lieu',
  publishedReports: (cursor?: string) => withQuery('/so-lieu/bao-cao', { cursor }),
  publishedReport: (number: number) => `/so-lieu/bao-cao/${number}`,
  publishedContent: (number: number) => `/api/published-reports/${number}/content`,
  publishedTables: (number: number) => `/api/published-reports/${number}/tables.xlsx`,
  publishedDocument: (number: number, kind: 'pdf' | 'docx') => `/api/published-reports/${number}/document.${kind}`,
  quality: () => '/chat-luong-phuc-vu',
  tracking: (code?: string) => withQuery('/tra-cuu', { code }),
  mine: (cursor?: string) => withQuery('/ho-so', { cursor }),
  dossier: (id: string) => `/ho-so/${id}`,
  party: (id: string, query: FromCheck = {}) => withQuery(`/ho-so/${id}/chu-ho-so`, query),
  form: (id: string, query: FromCheck = {}) => withQuery(`/ho-so/${id}/to-khai`, query),
  papers: (id: string, query: FromCheck = {}) => withQuery(`/ho-so/${id}/giay-to`, query),
  delivery: (id: string, query: FromCheck = {}) => withQuery(`/ho-so/${id}/nhan-ket-qua`, query),
  check: (id: string) => `/ho-so/${id}/kiem-tra`,
  submit: (id: string) => `/ho-so/${id}/nop`,
  receipt: (id: string) => `/ho-so/${id}/da-nop`,
  supplement: (id: string) => `/ho-so/${id}/bo-sung`,
  withdraw: (id: string) => `/ho-so/${id}/rut`,
  notices: (cursor?: string) => withQuery('/thong-bao', { cursor }),
  signIn: (next: string) => withQuery('/auth/login', { as: 'citizen', next }),
  signOut: () => '/auth/logout',
  office: () => '/can-bo/',
  file: (hash: string, dossier: string) => withQuery(`/api/files/${hash}`, { dossier }),
} as const

type ProcedureQuery = {
  readonly case?: string
  readonly channel?: string
  readonly agency?: string
  readonly copies?: string
}
/** Steps reached from the check page lead back to it. */
type FromCheck = { readonly from?: 'check' }

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, value)
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}
