import { fold } from '@motcua/core/kernel/text.ts'

const FORBIDDEN = /[\p{Cc}\\/:*?"<>|]+/gu

/**
 * The content-disposition of a file to be kept under a Vietnamese name (RFC 6266): the name itself, and one in plain
 * letters for clients that read only those. Characters that no disk takes become dashes.
 */
export function attachment(name: string): string {
  const safe = name.replace(FORBIDDEN, '-')
  const plain = fold(safe)
    .replace(/[^ -~]/g, '-')
    .replaceAll('%', '-')
  return `attachment; filename="${plain}"; filename*=UTF-8''${extendedValue(safe)}`
}

/** RFC 8187 lets through fewer characters than an address does. */
function extendedValue(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
}
