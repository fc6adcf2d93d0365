import type { Page } from '@playwright/test'
import { openConsole } from './fixtures/console.ts'
import { expect, test } from './fixtures/test.ts'
import { callAsPerson } from './fixtures/workspace.ts'

/** Goes to a part of the page by its tab. */
async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Parts of the tenant' }).getByRole('link', { name }).click()
}

test('a tenant is opened, given another plan and a module, and saved from its end', async ({
  page,
  site,
  axe,
  takeScreenshot,
}, testInfo) => {
  const businessName = 'Sound & Quay'
  const { subdomain } = await site.signUp({ name: businessName })
  await openConsole(page, site, { path: `/admin/tenants?q=${subdomain}` })
  await page.getByRole('link', { name: businessName, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: businessName })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Newest run' })).toContainText('Succeeded')
  await expect(page.getByRole('region', { name: 'Schema version' })).toContainText('Up to date')
  await axe(page)
  await takeScreenshot(page, `tenant-overview-${testInfo.project.name}`)

  await page.getByRole('button', { name: 'Change plan' }).click()
  const question = page.getByRole('alertdialog')
  await question.getByRole('combobox').selectOption('pro')
  await question.getByRole('button', { name: 'Change plan' }).click()
  await expect(page.getByText('Plan Pro', { exact: true })).toBeVisible()

  await openTab(page, 'Modules')
  const lettings = page.getByRole('listitem', { name: 'Lettings', exact: true })
  await lettings.getByRole('button', { name: 'Switch Lettings on' }).click()
  const drawer = page.getByRole('dialog', { name: 'Switch “Lettings” on?' })
  await drawer.getByRole('textbox', { name: 'Reason' }).fill('They asked for it')
  await drawer.getByRole('button', { name: 'Switch on' }).click()
  await expect(lettings.getByRole('region', { name: 'Progress of Lettings' })).toContainText('Lettings is on')
  await expect(lettings.getByRole('button', { name: 'Switch Lettings off' })).toBeVisible()
  await axe(page)

  await openTab(page, 'Danger zone')
  await page.getByRole('button', { name: 'Delete…' }).click()
  const deletion = page.getByRole('dialog', { name: `Delete “${businessName}”?` })
  await deletion.getByRole('textbox', { name: 'Reason' }).fill('The contract has ended')
  await deletion.getByRole('textbox', { name: `Type ${subdomain} to confirm` }).fill('something-else')
  await deletion.getByRole('button', { name: 'Schedule deletion' }).click()
  await expect(deletion.getByText('This is not what the tenant is called.')).toBeVisible()
  await axe(page, 'dialog[open]')
  await deletion.getByRole('textbox', { name: `Type ${subdomain} to confirm` }).fill(subdomain)
  await deletion.getByRole('button', { name: 'Schedule deletion' }).click()
  const notice = page.getByRole('region', { name: /To be deleted for good on/ })
  await expect(notice).toContainText('The contract has ended')
  await axe(page)
  await takeScreenshot(page, `tenant-deletion-${testInfo.project.name}`)

  await openTab(page, 'Audit')
  await expect(page.getByRole('region', { name: 'Audit log', exact: true })).toContainText('Grace Harbour')
  await notice.getByRole('button', { name: 'Restore' }).click()
  const restoring = page.getByRole('dialog', { name: `Restore “${businessName}”?` })
  await restoring.getByRole('textbox', { name: 'Reason' }).fill('The contract goes on')
  await restoring.getByRole('textbox', { name: `Type ${subdomain} to confirm` }).fill(subdomain)
  await restoring.getByRole('button', { name: 'Restore' }).click()
  await expect(notice).toBeHidden()
})

test('what somebody else does to a tenant shows by itself, and a viewer finds no buttons', async ({
  page,
  browser,
  site,
  errors,
  axe,
}) => {
  const businessName = 'مقهى الميناء للحلويات والقهوة المختصة'
  const { tenantId } = await site.signUp({ name: businessName })
  await openConsole(page, site, { path: `/admin/tenants/${tenantId}`, role: 'platform_viewer' })
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1, name: businessName })).toBeVisible()
  await expect(main.getByRole('button', { name: /Suspend|Activate|Change plan/ })).toHaveCount(0)
  await expect(main.getByRole('link', { name: 'Danger zone' })).toHaveCount(0)

  const context = await browser.newContext()
  errors.watch(context)
  const other = await context.newPage()
  await openConsole(other, site, { path: `/admin/tenants/${tenantId}` })
  await callAsPerson(other, 'admin.tenants.suspend', { tenantId, reason: 'Bills are open' })
  // Nothing is clicked over here.
  await expect(main.getByRole('region', { name: 'Suspended' })).toContainText('Bills are open')
  await context.close()

  await openTab(page, 'Modules')
  await expect(main.getByRole('listitem', { name: 'Pet care', exact: true })).toContainText('On')
  await expect(main.getByRole('button', { name: /Switch/ })).toHaveCount(0)
  await openTab(page, 'People')
  await expect(main.getByRole('row').filter({ hasText: 'Owner' })).toBeVisible()
  await openTab(page, 'Usage')
  await main.getByRole('button', { name: 'Count exactly' }).click()
  await expect(main.getByText('Counted just now')).toBeVisible()
  await axe(page)
  await openTab(page, 'Settings')
  await expect(main.getByLabel('Business name')).toHaveAttribute('readonly')
  await expect(main.getByRole('button', { name: 'Save' })).toHaveCount(0)

  errors.allow(/404 .*admin\.tenants\.get/)
  await page.goto(`${site.apex}/admin/tenants/019a0000-0000-7000-8000-000000000000`)
  await expect(page.getByRole('heading', { name: 'There is no tenant with this id' })).toBeVisible()
  await axe(page)
})
