import type { Page } from '@playwright/test'
import { openConsole } from './fixtures/console.ts'
import { openDatabase, sharedDataDir } from './fixtures/database.ts'
import type { SignedUp } from './fixtures/site.ts'
import { expect, test } from './fixtures/test.ts'
import { untilHydrated } from './fixtures/until-hydrated.ts'
import { callAsPerson } from './fixtures/workspace.ts'

const REASON = 'Invoices of ticket 4711 are wrong'

/** Goes into a workspace as its owner, the way an administrator does; the workspace opens in a page of its own. */
async function actAsOwner(page: Page): Promise<Page> {
  await page.getByRole('button', { name: 'Act as a person' }).click()
  const drawer = page.getByRole('dialog', { name: 'Act as a person' })
  await drawer.getByRole('combobox', { name: /Person/ }).fill('Ada')
  await page.getByRole('option', { name: /Ada Groom/ }).click()
  await drawer.getByLabel('Reason').fill(REASON)
  const opening = page.context().waitForEvent('page')
  await drawer.getByRole('button', { name: 'Open the workspace' }).click()
  const workspace = await opening
  await expect(workspace.getByRole('complementary', { name: 'Acting as somebody else' })).toBeVisible()
  await untilHydrated(workspace)
  return workspace
}

/** Lets the time of a visit run out in so many seconds, as no screen can. */
async function shorten({ tenantId }: SignedUp, seconds: number): Promise<void> {
  const db = await openDatabase(sharedDataDir())
  try {
    await db.query(
      `with i as (update platform.impersonations set expires_at = now() + make_interval(secs => $2)
         where tenant_id = $1 and ended_at is null returning id, expires_at)
       update platform.sessions s set expires_at = i.expires_at from i where s.impersonation_id = i.id`,
      [tenantId, seconds],
    )
  } finally {
    await db.end()
  }
}

test('a workspace is seen as its owner sees it, for a while, and both logs know', async ({
  page,
  site,
  axe,
  errors,
  takeScreenshot,
}) => {
  errors.allow(/status of 40[13]/)
  const tenant = await site.signUp()
  await openConsole(page, site, {
    path: `/admin/tenants/${tenant.tenantId}?tab=people`,
    fullName: 'Grace Hopper',
  })
  const workspace = await actAsOwner(page)

  const banner = workspace.getByRole('complementary', { name: 'Acting as somebody else' })
  await expect(banner).toContainText('Grace Hopper of Berth support, acting as Ada Groom')
  await expect(banner).toContainText(REASON)
  await expect(banner.getByRole('timer')).toHaveText(/^1[45]:\d\d$/)
  await axe(workspace)
  await takeScreenshot(workspace, 'acting-as-a-person')

  await workspace.goto(site.workspace(tenant.subdomain, '/settings/api-tokens'))
  await expect(workspace.getByText('Nobody can do this while acting as somebody else.').first()).toBeVisible()
  await expect(banner).toBeVisible()
  await takeScreenshot(workspace, 'acting-secrets-are-shut')

  await callAsPerson(workspace, 'petCare.owners.create', { name: 'Bella Smith' })
  await workspace.goto(site.workspace(tenant.subdomain, '/audit'))
  await expect(workspace.getByText('Ada Groom, by Grace Hopper of Berth support').first()).toBeVisible()
  await workspace.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(banner).toBeInViewport()
  await takeScreenshot(workspace, 'acting-in-the-log')

  await shorten(tenant, 4)
  await workspace.reload()
  await expect(banner.getByRole('timer')).toHaveText(/^0:0\d$/)
  await expect(workspace).toHaveURL(/\/login/)
  await expect(banner).toBeHidden()

  await page.goto(`${site.apex}/admin/audit?tenantId=${tenant.tenantId}&action=impersonations.`)
  await expect(page.getByText(/began to act as Ada Groom/).first()).toBeVisible()
  const db = await openDatabase(sharedDataDir())
  const { rows } = await db.query(
    `select count(distinct tenant_id is null)::int as logs from platform.audit_log
     where action = 'impersonations.start' and details ->> 'tenantId' = $1`,
    [tenant.tenantId],
  )
  await db.end()
  expect(rows).toEqual([{ logs: 2 }])
})

test('whoever acts as somebody ends it themselves', async ({ page, site, errors, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/status of 40[13]/)
  const tenant = await site.signUp()
  await openConsole(page, site, { path: `/admin/tenants/${tenant.tenantId}?tab=people` })
  const workspace = await actAsOwner(page)
  await workspace.getByRole('button', { name: 'End', exact: true }).click()
  await expect(workspace).toHaveURL(/\/login/)
  await page.reload()
  await expect(page.getByText(`${REASON} ·`).first()).toContainText('ended')
})

test('a viewer of the platform acts as nobody', async ({ page, site, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  const tenant = await site.signUp()
  const path = `/admin/tenants/${tenant.tenantId}?tab=people`
  await openConsole(page, site, { path, role: 'platform_viewer' })
  await expect(page.getByText('Nobody of the platform has acted as a person here.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Act as a person' })).toBeHidden()
})
