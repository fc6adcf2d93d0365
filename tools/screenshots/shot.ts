import type { Page } from '@playwright/test'

/** A picture: how its page is reached, and whether phones get one as well. */
export type Shot = { name: string; open: (page: Page) => Promise<void>; onPhone?: boolean }

/** Signs in at the door that a page of the product leads to. */
export async function signIn(
  page: Page,
  { url, email, password }: { url: string; email: string; password: string },
): Promise<void> {
  await page.goto(url)
  await page.getByLabel('E-mail').fill(email)
  await page.locator('input[name="password"]').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((at) => !at.pathname.endsWith('/login'))
}

/** A page that shows what it has without waiting. */
export async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url)
}
