import type { Page } from 'playwright-core'

/** Opens a dossier from the list that is shown. */
export async function openFromList(page: Page, code: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: code }).getByRole('link').click()
  await page.getByRole('heading', { name: 'Diễn biến' }).waitFor()
}

/** Opens an action's form on the page of a dossier; what is typed there is the caller's. */
export async function openAction(page: Page, name: string) {
  const panel = page.getByRole('region', { name: 'Làm được bây giờ' })
  await panel.getByRole('button', { name, exact: true }).click()
  const form = panel.getByRole('form', { name })
  await form.waitFor()
  return { form, send: () => form.getByRole('button', { name, exact: true }).click() }
}

/** The form of an action is gone once the action is done. */
export async function act(page: Page, name: string, answers: Readonly<Record<string, string>> = {}): Promise<void> {
  const { form, send } = await openAction(page, name)
  for (const [label, value] of Object.entries(answers)) await form.getByLabel(label).fill(value)
  await send()
  await form.waitFor({ state: 'detached' })
}
