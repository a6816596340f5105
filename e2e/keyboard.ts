import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** A page has fewer controls than this before its content. */
const MOST_TABS = 60

/** Walks with Tab, as somebody without a mouse does, until this control has the focus. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await hasFocus(control)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`Tab never comes to ${control}`)
}

export function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement)
}
