import type { Page } from '@playwright/test'
import { openDatabase, sharedDataDir } from './fixtures/database.ts'
import { openGate, shutGate } from './fixtures/run-gate.ts'
import { expectStep, goOn, walkTo } from './fixtures/sign-up-wizard.ts'
import { uniqueSubdomain } from './fixtures/site.ts'
import { startRun, statusPath } from './fixtures/started-run.ts'
import { expect, test } from './fixtures/test.ts'

// Long stories, and the machine may be busy.
test.describe.configure({ timeout: 120_000 })

/** The page of each status a document was refused with is looked at all the same; Chromium logs the status. */
function refusedWith(status: number, address: string): RegExp {
  return new RegExp(`status of ${status} .*\\(${address.replaceAll(/[.?/]/g, '\\$&')}\\)$`)
}

test('landing page', async ({ page, site, axe, takeScreenshot }) => {
  await page.goto(site.apex)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await axe(page)
  await takeScreenshot(page, 'landing')
})

test('every screen of the wizard, and what it says of mistakes', async ({ page, site, axe }) => {
  const subdomain = uniqueSubdomain('axe')
  await page.goto(`${site.apex}/signup`)
  for (const step of [1, 2, 3, 4, 5]) {
    if (step === 1) await expectStep(page, 1)
    if (step === 2) await walkTo(page, 2, { business: 'Axe Paws' })
    if (step === 3) await page.getByRole('textbox', { name: 'Address' }).fill(subdomain)
    if (step === 4) await page.getByLabel('Full name').fill('Ada Groom')
    if (step === 4) await page.getByLabel('E-mail').fill('ada@example.com')
    if (step === 4) await page.getByRole('textbox', { name: 'Password' }).fill('Harbour-9-lights')
    if (step > 2) await goOn(page)
    await expectStep(page, step)
    await axe(page)
    if (step !== 1 && step !== 3) continue
    await goOn(page)
    await expect(page.getByText(/things need another look/)).toBeVisible()
    await axe(page)
  }
})

test('status of a run: under way, failed, finished', async ({ page, site, axe }) => {
  const db = await openDatabase(sharedDataDir())
  const port = Number(new URL(site.apex).port)
  for (const [mode, title] of [
    ['wait', 'Building'],
    ['fail', 'could not be built'],
  ] as const) {
    const gate = { subdomain: uniqueSubdomain('axe'), step: 'activate', mode } as const
    await shutGate(db, gate)
    const run = await startRun(port, gate)
    await page.goto('about:blank')
    await page.goto(site.apex + statusPath(run))
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
    await expect(page.getByRole('button', { name: /^Doors open (Running|Failed)/ })).toBeVisible()
    await axe(page)
    await openGate(db, gate)
    if (mode === 'fail') await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('is ready')
  }
  await axe(page)
  await db.end()
})

test('sign-in page, and the pages of what is not there or not open', async ({ page, site, axe, errors }) => {
  const { subdomain } = await site.signUp()
  const open = site.workspace(subdomain, '/login')
  const unknown = site.workspace(uniqueSubdomain('nobody'))
  const missing = `${site.apex}/no/such/page`
  errors.allow(refusedWith(404, unknown))
  errors.allow(refusedWith(404, missing))
  errors.allow(refusedWith(403, open))
  await expectAccessible(page, { address: open, status: 200, title: 'Sign in to Happy Paws' })
  await expectAccessible(page, {
    address: unknown,
    status: 404,
    title: 'There is no workspace at this address',
  })
  await expectAccessible(page, {
    address: missing,
    status: 404,
    title: 'There is nothing at this address',
  })

  const db = await openDatabase(sharedDataDir())
  await db.query(`update platform.tenants set status = 'suspended' where subdomain = $1`, [subdomain])
  await db.end()
  // The server hears of the change a moment later; the page still open would notice it too, and get in the way.
  await page.goto('about:blank')
  await expect.poll(() => statusOf(page, open)).toBe(403)
  await expectAccessible(page, { address: open, status: 403, title: 'This workspace is suspended' })

  async function expectAccessible(
    shown: Page,
    { address, status, title }: { address: string; status: number; title: string },
  ): Promise<void> {
    const answer = await shown.goto(address)
    expect(answer?.status()).toBe(status)
    await expect(shown.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await axe(shown)
  }
})

/** What the server answers, asked without a page; only browsers find names below localhost by themselves. */
async function statusOf(page: Page, address: string): Promise<number> {
  const { host, port, pathname } = new URL(address)
  const answer = await page.request.get(`http://127.0.0.1:${port}${pathname}`, { headers: { host } })
  return answer.status()
}
