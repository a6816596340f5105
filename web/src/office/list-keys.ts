import type { KeyboardEvent } from 'react'

/**
 * Keys of a working list: j and k walk the rows, space selects the row under the focus; Enter is the link's own.
 * A row is an element with `data-row`, its link has `data-row-link`, its check box `data-row-check`.
 */
export function onListKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  if (event.key === 'j' || event.key === 'ArrowDown') focusRow(event, rows[Math.min(at + 1, rows.length - 1)])
  if (event.key === 'k' || event.key === 'ArrowUp') focusRow(event, rows[Math.max(at - 1, 0)])
  if (event.key === ' ' && isLink(event.target)) {
    event.preventDefault()
    rows[at]?.querySelector<HTMLInputElement>('[data-row-check]')?.click()
  }
}

function focusRow(event: KeyboardEvent, row: HTMLElement | undefined): void {
  event.preventDefault()
  row?.querySelector<HTMLElement>('[data-row-link]')?.focus()
}

function isLink(target: EventTarget): boolean {
  return target instanceof HTMLAnchorElement
}

function isTyping(target: EventTarget): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && target.type !== 'checkbox'
}
