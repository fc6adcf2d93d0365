import { TEST_PASSWORD } from '../src/auth/server/testing/test-password.ts'
import { addPlatformUser, openConsole } from './fixtures/console.ts'
import { openDatabase, sharedDataDir } from './fixtures/database.ts'
import { settle } from './fixtures/settle.ts'
import { expect, test } from './fixtures/test.ts'
import { untilHydrated } from './fixtures/until-hydrated.ts'
import { openWorkspace } from './fixtures/workspace.ts'

test('the door of the console opens for people of the platform, and leads where they wanted to go', async ({
  page,
  site,
  axe,
  takeScreenshot,
  errors,
}) => {
  errors.allow(/401 \(Unauthorized\)/)
  const { email, fullName } = await addPlatformUser({ role: 'platform_viewer', fullName: 'Vera Watch' })
  await page.goto(`${site.apex}/admin/audit?action=auth.`)
  await expect(page).toHaveURL(
    `${site.apex}/admin/login?next=${encodeURIComponent('/admin/audit?action=auth.')}`,
  )
  await untilHydrated(page)
  await axe(page)
  await takeScreenshot(page, 'console-door')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill('Wrong-Horse-1')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('That e-mail and password do not match.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Password' }).fill(TEST_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${site.apex}/admin/audit?action=auth.`)
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible()
  await untilHydrated(page)
  await page.getByRole('button', { name: `${fullName}, account` }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${site.apex}/admin/login`)
  await page.goto(`${site.apex}/admin/tenants`)
  await expect(page).toHaveURL(/\/admin\/login\?next=/)
})

test('a session that is ended elsewhere ends on the page, which can be come back to', async ({
  page,
  site,
  errors,
  isMobile,
}) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/401 \(Unauthorized\)/)
  const { id } = await openConsole(page, site, { path: '/admin/health' })
  await expect(page.getByRole('heading', { level: 1, name: 'Health' })).toBeVisible()
  const db = await openDatabase(sharedDataDir())
  try {
    await db.query('update platform.users set is_active = false where id = $1', [id])
  } finally {
    await db.end()
  }
  await expect(page).toHaveURL(/\/admin\/login\?next=%2Fadmin%2Fhealth&error=UNAUTHENTICATED/)
  await expect(page.getByText('You have been signed out. Sign in again to go on.')).toBeVisible()
})

test('people of a workspace find no console, on their host or on the apex', async ({
  page,
  site,
  errors,
  isMobile,
}) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/404 \(Not Found\)/)
  const { subdomain } = await openWorkspace(page, site)
  await page.goto(site.workspace(subdomain, '/admin/tenants'))
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  await page.goto(`${site.apex}/admin/tenants`)
  await expect(page.getByRole('heading', { name: 'Sign in to the console' })).toBeVisible()
})

test('an address of the console that leads nowhere says so', async ({ page, site, errors, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/404 \(Not Found\)/)
  await openConsole(page, site, { path: '/admin/harbour-master' })
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Tenants' }).first()).toBeVisible()
})

test('every page of the console fits a narrow phone', async ({ page, site, isMobile }) => {
  test.skip(!isMobile, 'about narrow screens')
  const width = 360
  await page.setViewportSize({ width, height: 740 })
  const { tenantId } = await site.signUp({ name: 'Wolfeschlegelsteinhausenbergerdorff & Daughters' })
  const tabs = ['', '?tab=people', '?tab=usage', '?tab=settings', '?tab=danger']
  await openConsole(page, site)
  for (const path of [
    ...['', '/tenants', '/runs', '/features', '/audit', '/outbox', '/health'],
    ...tabs.map((tab) => `/tenants/${tenantId}${tab}`),
  ]) {
    await page.goto(`${site.apex}/admin${path}`)
    await page.waitForLoadState('networkidle')
    await settle(page)
    const widest = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(widest, path).toBeLessThanOrEqual(width)
  }
})
