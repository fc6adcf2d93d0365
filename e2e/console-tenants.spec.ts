import { openConsole } from './fixtures/console.ts'
import { uniqueSubdomain } from './fixtures/site.ts'
import { expect, test } from './fixtures/test.ts'
import { openWorkspace, rowOf } from './fixtures/workspace.ts'

test('what one admin does, the other sees, and so does the workspace', async ({
  page,
  site,
  browser,
  errors,
  isMobile,
}) => {
  test.skip(isMobile, 'not a matter of the screen')
  // The workspace's own calls are refused from the moment it is suspended.
  errors.allow(/40[13]|websocket/i)
  const [workspaceTab, otherTab] = await Promise.all(
    [0, 1].map(async () => {
      const context = await browser.newContext()
      errors.watch(context)
      return context.newPage()
    }),
  )
  if (!workspaceTab || !otherTab) throw new Error('There are no tabs.')
  const { subdomain } = await openWorkspace(workspaceTab, site)
  const path = `/admin/tenants?q=${subdomain}`
  await openConsole(page, site, { path })
  await openConsole(otherTab, site, { path })
  await expect(rowOf(otherTab, subdomain)).toContainText('Trial')

  await page.getByRole('checkbox', { name: 'Select Happy Paws' }).check()
  await expect(page.getByRole('toolbar')).toContainText('1 selected')
  await page.getByRole('button', { name: 'Suspend' }).click()
  const question = page.getByRole('alertdialog', { name: 'Suspend 1 tenant?' })
  await expect(question.getByRole('button', { name: 'Suspend' })).toBeDisabled()
  await question.getByLabel('Reason').fill('Unpaid since March')
  await question.getByRole('button', { name: 'Suspend' }).click()
  const report = page.getByRole('dialog', { name: 'Suspending 1 tenant' })
  await expect(report.getByText('1 done.')).toBeVisible()
  await expect(report.getByRole('list', { name: 'Report' })).toContainText(subdomain)
  await report.getByRole('button', { name: 'Close' }).last().click()
  await expect(rowOf(page, subdomain)).toContainText('Suspended')
  await expect(rowOf(otherTab, subdomain)).toContainText('Suspended')
  await expect(workspaceTab.getByRole('heading', { name: /suspended/i })).toBeVisible()

  // Of another admin: what is not possible any more is told, tenant by tenant.
  await otherTab.getByRole('checkbox', { name: 'Select Happy Paws' }).check()
  await otherTab.getByRole('button', { name: 'Suspend' }).click()
  await otherTab.getByLabel('Reason').fill('Unpaid, too')
  await otherTab.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click()
  const refused = otherTab.getByRole('dialog', { name: 'Suspending 1 tenant' })
  await expect(refused.getByText('1 refused.')).toBeVisible()
  await refused.getByRole('button', { name: 'Not done 1' }).click()
  await expect(refused.getByRole('list', { name: 'Report' })).toContainText(subdomain)
  await refused.getByRole('button', { name: 'Close' }).last().click()

  // Still selected, as it was not done.
  await otherTab.getByRole('button', { name: 'Activate' }).click()
  await otherTab.getByRole('alertdialog').getByRole('button', { name: 'Activate' }).click()
  await expect(otherTab.getByRole('dialog').getByText('1 done.')).toBeVisible()
  await expect(rowOf(page, subdomain)).toContainText('Active')
  // Its people come back to the tab.
  await workspaceTab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(workspaceTab.getByRole('heading', { level: 1 })).toContainText('Ada')
  await Promise.all([workspaceTab, otherTab].map((tab) => tab.context().close()))
})

test('the table is found, sorted, put in order and selected over pages, and its address keeps it', async ({
  page,
  site,
  axe,
  isMobile,
}) => {
  const word = uniqueSubdomain('fleet')
  const names = ['Zebra', 'Aardvark', 'מספרה'].map((name) => `${name} ${word}`)
  await Promise.all(names.map((name) => site.signUp({ name, industry: 'lettings' })))
  await openConsole(page, site, { path: '/admin/tenants' })
  await page.getByRole('searchbox', { name: 'Search tenants' }).fill(word)
  await expect(page).toHaveURL(new RegExp(`q=${word}`))
  await expect(page.getByRole('row', { name: new RegExp(word) })).toHaveCount(3)

  const names1st = page.locator('[data-row-opener]').first()
  await page.getByRole('button', { name: 'Sort' }).click()
  await page.getByRole('menuitemcheckbox', { name: /Created/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Plan' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Tenant' }).click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/sort=plan%2CbusinessName/)
  await expect(names1st).toContainText('Aardvark')
  await page.getByRole('button', { name: 'Filter by Industry' }).click()
  await page.getByRole('menuitemcheckbox').nth(0).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('No tenants match')).toBeVisible()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(names1st).toContainText('Aardvark')

  if (!isMobile) {
    await page.getByRole('columnheader', { name: 'Tenant' }).getByRole('button').press('Shift+Enter')
    await expect(page).toHaveURL(/sort=plan%2C-businessName/)
    await expect(page.getByRole('columnheader', { name: 'Plan' })).toHaveAttribute('aria-sort', 'ascending')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('button', { name: 'Move People to the front' }).click()
    await page.getByRole('checkbox', { name: 'Modules' }).check()
    await page.getByRole('button', { name: 'Compact' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('columnheader', { name: 'Modules' })).toBeVisible()
    // The address says nothing of columns; the browser remembers.
    await page.goto(`${site.apex}/admin/tenants?q=${word}`)
    await expect(page.getByRole('columnheader', { name: 'Modules' })).toBeVisible()
    await page.getByRole('row', { name: /Zebra/ }).waitFor()
    await page.keyboard.press('j')
    await expect(names1st).toBeFocused()
  }

  await axe(page)
  await page.getByRole('checkbox', { name: `Select ${names[0]}` }).check()
  await page.getByRole('checkbox', { name: `Select ${names[2]}` }).check()
  await page.getByRole('button', { name: 'Select all 3 that match' }).click()
  await expect(page.getByRole('toolbar')).toContainText('3 selected')
  await page.getByRole('button', { name: 'Change plan' }).click()
  const question = page.getByRole('alertdialog', { name: 'Change the plan of 3 tenants?' })
  await question.getByLabel('Plan').selectOption('pro')
  await axe(page, '[role=alertdialog][open]')
  await question.getByRole('button', { name: 'Change plan' }).click()
  const report = page.getByRole('dialog', { name: 'Changing 3 tenants to Pro' })
  await expect(report.getByText('3 done.')).toBeVisible()
  await axe(page, 'dialog[open]:not([role])')
  await report.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('row', { name: new RegExp(word) }).filter({ hasText: 'Pro' })).toHaveCount(3)
})

test('a business is signed up in its name, and a viewer is offered none of it', async ({
  page,
  site,
  axe,
  browser,
  errors,
}) => {
  const context = await browser.newContext()
  errors.watch(context)
  const viewer = await context.newPage()
  const subdomain = uniqueSubdomain('made')
  await openConsole(page, site, { path: '/admin/tenants' })
  await page.getByRole('button', { name: 'New tenant' }).click()
  const form = page.getByRole('dialog', { name: 'New tenant' })
  await form.getByRole('button', { name: 'Create tenant' }).click()
  await expect(form.getByRole('alert')).toContainText('Industry')
  await form.getByRole('textbox', { name: /^Name/ }).fill('Harbour Grooming')
  await expect(form.getByLabel('Address')).toHaveValue('harbour-grooming')
  await form.getByLabel('Address').fill(subdomain)
  await expect(form.getByRole('status').filter({ hasText: 'Free' })).toBeVisible()
  await form.getByLabel('Industry').selectOption('pet-care')
  await form.getByLabel('Full name').fill('Olive Owner')
  await form.getByLabel('E-mail').fill(`olive@${subdomain}.test`)
  await axe(page, 'dialog[open]')
  await form.getByRole('button', { name: 'Create tenant' }).click()
  await expect(page).toHaveURL(/\/admin\/runs\/[0-9a-f-]{36}/)

  await openConsole(viewer, site, { path: `/admin/tenants?q=${subdomain}`, role: 'platform_viewer' })
  await expect(rowOf(viewer, subdomain)).toContainText('Olive Owner')
  await expect(viewer.getByRole('button', { name: 'New tenant' })).toBeHidden()
  await expect(viewer.getByRole('button', { name: 'Export' })).toBeHidden()
  await expect(viewer.getByRole('checkbox')).toHaveCount(0)
  await context.close()
})
