/** The path if it leads nowhere but to our own pages; null for anything that a browser could take for another site. */
export function localPath(next: string | undefined): string | null {
  if (next === undefined || !/^\/(?![/\\])/.test(next)) return null
  const url = new URL(next, 'http://here.invalid')
  return url.host === 'here.invalid' ? `${url.pathname}${url.search}${url.hash}` : null
}
