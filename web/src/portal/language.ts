import { LANGUAGES, type Language } from '../text/portal-text.ts'

const COOKIE = 'motcua_lang'

/** The address speaks first, then what was chosen before. */
export function chooseLanguage(request: Request, url: URL): Language {
  const asked = url.searchParams.get('lang') ?? cookieOf(request.headers.get('cookie') ?? '')
  return LANGUAGES.find((language) => language === asked) ?? 'vi'
}

export function languageCookie(url: URL): string | null {
  const asked = url.searchParams.get('lang')
  const known = LANGUAGES.find((language) => language === asked)
  return known === undefined ? null : `${COOKIE}=${known}; Path=/; Max-Age=31536000; SameSite=Lax`
}

/** The same page in the other language. */
export function otherLanguageLink(url: URL, language: Language): string {
  const search = new URLSearchParams(url.searchParams)
  search.set('lang', language === 'vi' ? 'en' : 'vi')
  return `${url.pathname}?${search.toString()}`
}

function cookieOf(header: string): string | null {
  const found = header.split(';').find((part) => part.trim().startsWith(`${COOKIE}=`))
  return found === undefined ? null : found.trim().slice(COOKIE.length + 1)
}
