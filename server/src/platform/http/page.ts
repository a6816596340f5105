import { createHash } from 'node:crypto'

/** A page that the server itself must show where no interface is at hand: sign-in troubles, the stand-in, an unbuilt interface. */
export type Page = {
  readonly title: string
  /** Stands above everything where what follows is not real. */
  readonly mark?: string
  readonly paragraphs: readonly string[]
  readonly links?: readonly { readonly href: string; readonly text: string }[]
  /** Escaped by `html` already. */
  readonly main?: Html
}

declare const escaped: unique symbol
export type Html = string & { readonly [escaped]: true }

const STYLE = `
body{margin:0;background:#f7f5f0;color:#1b1f24;font:18px/28px "Be Vietnam Pro",system-ui,sans-serif}
main{max-width:38rem;margin:2rem auto;padding:1.5rem;background:#fff;border:1px solid #d9d5cc}
h1{font-size:1.5rem;line-height:2rem;margin:0 0 1rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
.mark{background:#8a5a00;color:#fff;padding:.5rem 1rem;text-align:center;font-weight:700}
a{color:#0a58a6}button{font:inherit;min-height:44px;width:100%;text-align:left;padding:.5rem .75rem;margin:0 0 .5rem;background:#fff;color:#1b1f24;border:1px solid #1b1f24}
button small{display:block;color:#4b5158}:focus-visible{outline:3px solid #0a58a6;outline-offset:2px}form{margin:0}
`
/** For the content security policy, which allows no other inline style element. */
export const PAGE_STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

export function renderPage(page: Page): string {
  const mark = page.mark === undefined ? '' : html`<p class="mark" role="note">${page.mark}</p>`
  const links = (page.links ?? []).map((link) => html`<p><a href="${link.href}">${link.text}</a></p>`)
  return [
    html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${page.title}</title>`,
    `<style>${STYLE}</style></head><body>`,
    mark,
    html`<main><h1>${page.title}</h1>`,
    ...page.paragraphs.map((text) => html`<p>${text}</p>`),
    page.main ?? '',
    ...links,
    '</main></body></html>',
  ].join('')
}

/** Text into markup, with every value escaped. */
export function html(parts: TemplateStringsArray, ...values: readonly string[]): Html {
  return parts.reduce((text, part, index) => `${text}${escapeHtml(values[index - 1] ?? '')}${part}`) as Html
}

export function joinHtml(parts: readonly Html[]): Html {
  return parts.join('') as Html
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
