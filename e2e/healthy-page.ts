import assert from 'node:assert/strict'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { DESK } from './town.ts'

const SIZES = { phone: { width: 390, height: 844 }, desk: DESK, wide: { width: 1600, height: 1000 } } as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

export type Look = { readonly colorScheme: 'light' | 'dark'; readonly size: keyof typeof SIZES }

/** Nothing that keeps anybody out, and nothing that has to be pushed sideways to be read. */
export async function expectHealthy(page: Page, name: string, looks: readonly Look[]): Promise<void> {
  for (const { colorScheme, size } of looks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(SIZES[size])
    const where = `${name}, ${size}, ${colorScheme}`
    assert.deepEqual(await violationsOn(page), [], where)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(over <= 0, `${where}: the page is ${over} px too wide`)
  }
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target}. ${failureSummary}`),
  )
}
