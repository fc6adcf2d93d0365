import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { openConsole } from './fixtures/console.ts'
import { openDatabase, sharedDataDir } from './fixtures/database.ts'
import { readMailedLink } from './fixtures/mailbox.ts'
import type { SignedUp, Site } from './fixtures/site.ts'
import { expect, test } from './fixtures/test.ts'

async function readNumber(page: Page, label: string): Promise<number> {
  const tile = page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) })
  const text = await tile.locator('dd').first().textContent()
  return Number((text ?? '').replaceAll(',', '') || Number.NaN)
}

test('the overview moves when somebody signs up', async ({ page, site, axe, takeScreenshot }) => {
  await site.signUp()
  await openConsole(page, site)
  const signUps = () => readNumber(page, 'Sign-ups in 24 hours')
  await expect.poll(signUps).toBeGreaterThan(0)
  const [before, open] = [await signUps(), await readNumber(page, 'Open workspaces')]
  await expect(page.locator('[data-live]').first()).toBeVisible()
  const name = `Quay ${randomUUID().slice(0, 8)}`
  await site.signUp({ name })
  // By the events of its run, long before the numbers are renewed by the clock.
  await expect(page.getByRole('link', { name: new RegExp(name) })).toContainText('Succeeded')
  await expect.poll(signUps).toBeGreaterThan(before)
  await expect.poll(() => readNumber(page, 'Open workspaces')).toBeGreaterThan(open)
  await axe(page)
  await takeScreenshot(page, 'overview')

  const chart = page.getByRole('region', { name: 'Sign-ups per day', exact: true })
  await chart.getByRole('button', { name: 'Show as table' }).click()
  await expect(chart.getByRole('row')).toHaveCount(31)
  await page.getByRole('link', { name: /^Pet care/i }).click()
  await expect(page).toHaveURL(/\/admin\/tenants\?industry=pet-care/)
})

test('the health page names a worker that was lost', async ({ page, site, axe, takeScreenshot }) => {
  const [id, host] = [randomUUID(), `quay-${randomUUID().slice(0, 8)}`]
  const db = await openDatabase(sharedDataDir())
  try {
    await db.query(
      `insert into platform.nodes (id, kind, takes_jobs, host, pid, version, runtime, started_at, seen_at)
       values ($1, 'worker', true, $2, 4711, '0.1.0', 'v24.0.0', now() - interval '1 hour', now() - interval '31 s')`,
      [id, host],
    )
    await openConsole(page, site, { path: '/admin/health', role: 'platform_viewer' })
    const processes = page.getByRole('region', { name: 'Processes', exact: true }).first()
    await expect(processes.getByRole('row', { name: new RegExp(host) })).toContainText('Lost')
    await expect(processes).toContainText(/was lost|were lost/)
    await expect(page.getByRole('region', { name: 'Database', exact: true })).toContainText('OK')
    await axe(page)
    await takeScreenshot(page, 'health')
  } finally {
    await db.query('delete from platform.nodes where id = $1', [id])
    await db.end()
  }
  // The page looks again by itself.
  await expect(page.getByText(host)).toHaveCount(0)
})

async function askForReset({ subdomain, email }: SignedUp, page: Page, site: Site): Promise<void> {
  const { port } = new URL(site.apex)
  // Names below localhost are known to browsers alone.
  const answer = await page.request.post(`http://127.0.0.1:${port}/api/v1/auth/password-reset`, {
    headers: { host: new URL(site.workspace(subdomain)).host },
    data: { email },
  })
  expect(answer.ok()).toBe(true)
  await readMailedLink(email, 'password-reset')
}

test('the outbox shows a mail, and its links to administrators alone', async ({
  page,
  browser,
  site,
  axe,
  errors,
  takeScreenshot,
}) => {
  const mine = await site.signUp()
  await askForReset(mine, page, site)
  const path = `/admin/outbox?q=${encodeURIComponent(mine.email)}`
  await openConsole(page, site, { path, role: 'platform_viewer' })
  await expect(page.getByRole('button', { name: mine.email })).toHaveCount(2)
  await axe(page)
  await takeScreenshot(page, 'outbox')
  await page.getByLabel('Kind', { exact: true }).selectOption('New password')
  await expect(page.getByRole('button', { name: mine.email })).toHaveCount(1)
  await page.getByRole('button', { name: mine.email }).click()
  const mail = page.getByRole('dialog', { name: /Your password for/ })
  await expect(mail.getByText('/reset-password?…')).toBeVisible()
  await expect(mail.getByRole('button', { name: 'Show the links' })).toBeHidden()
  await axe(page)
  // Nothing runs in the frame, what the test itself would have run neither.
  errors.allow(/Blocked script execution in 'about:srcdoc'/)
  await mail.getByRole('button', { name: 'HTML' }).click()
  await expect(mail.frameLocator('iframe').getByRole('link', { name: /reset-password/ })).toBeVisible()
  await takeScreenshot(page, 'mail')

  const context = await browser.newContext({ viewport: page.viewportSize(), reducedMotion: 'reduce' })
  errors.watch(context)
  const other = await context.newPage()
  await openConsole(other, site, { path })
  await other.getByRole('button', { name: mine.email }).first().click()
  const whole = other.getByRole('dialog', { name: /Your password for/ })
  await whole.getByRole('button', { name: 'Show the links' }).click()
  await expect(whole.getByText(/reset-password#\S{20}/)).toBeVisible()
  await context.close()
})
