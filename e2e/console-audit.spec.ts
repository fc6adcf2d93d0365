import { readFile } from 'node:fs/promises'
import { openConsole } from './fixtures/console.ts'
import { expect, test } from './fixtures/test.ts'
import { callAsPerson, openWorkspace } from './fixtures/workspace.ts'

test('the log of all tenants is read, searched, proved and exported', async ({
  page,
  site,
  axe,
  errors,
  takeScreenshot,
}, testInfo) => {
  const { subdomain, tenantId } = await openWorkspace(page, site)
  const word = `lantern${subdomain.replaceAll(/\W/g, '')}`
  const owner = await callAsPerson<{ id: string }>(page, 'petCare.owners.create', { name: `Bella ${word}` })
  await callAsPerson(page, 'petCare.owners.update', { id: owner.id, name: `Bella Smith ${word}` })

  // The host of a workspace has no console, and a sign-in there is none here.
  errors.allow(/404/)
  expect((await page.goto(site.workspace(subdomain, '/admin/audit')))?.status()).toBe(404)
  await openConsole(page, site, { path: '/admin/audit' })
  const log = page.getByRole('region', { name: 'Audit log', exact: true })
  await expect(log.getByText('signed in').first()).toBeVisible()
  await takeScreenshot(page, 'all')

  const search = page.getByRole('searchbox', { name: 'Search the log' })
  await search.fill(word)
  await expect(log.getByText(`changed the owner Bella Smith ${word}`)).toBeVisible()
  await expect(log.getByText(`added the owner Bella ${word}`)).toBeVisible()
  await expect(log.locator(`a[href="/admin/tenants/${tenantId}"]`)).toHaveCount(2)
  await expect(log.getByText('signed in')).toBeHidden()
  await axe(page)

  await page.getByRole('button', { name: /changed the owner Bella Smith/ }).click()
  const entry = page.getByRole('dialog', { name: /changed the owner Bella Smith/ })
  await expect(entry.getByRole('row').filter({ hasText: 'Name' })).toContainText(`Bella ${word}`)
  await expect(entry.locator(`a[href="/admin/tenants/${tenantId}"]`)).toBeVisible()
  await axe(page)
  await takeScreenshot(page, 'entry')
  await page.keyboard.press('Escape')
  await search.fill('')

  const tenant = page.getByRole('combobox', { name: 'Tenant' })
  await tenant.click()
  await tenant.fill(subdomain)
  await page.getByRole('option', { name: new RegExp(subdomain) }).click()
  await expect(page).toHaveURL(new RegExp(`tenantId=${tenantId}`))
  await expect(log.getByText('opened the workspace')).toHaveCount(1)
  await page.getByRole('button', { name: 'Verify' }).click()
  const proof = page.getByRole('status', { name: 'Proof' })
  await expect(proof).toContainText(/\d+ [0-9a-f]{64}/)

  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain(`Bella Smith ${word}`)
  await page.getByRole('button', { name: 'Clear tenant' }).click()
  await expect(page).not.toHaveURL(/tenantId/)
  await expect(proof).toBeHidden()

  await page.getByRole('button', { name: 'Verify' }).click()
  await page.getByRole('menuitem', { name: 'All logs' }).click()
  await expect(proof).toContainText('All logs hold')
  await expect(proof.getByRole('button', { name: 'Save the proof' })).toBeVisible()
  await axe(page)
  await takeScreenshot(page, 'proof')
  if (testInfo.project.name === 'desktop') {
    await page.emulateMedia({ colorScheme: 'dark' })
    await takeScreenshot(page, 'dark')
  }
})

test('the palette leads to tenants, runs and pages by the keyboard alone', async ({
  page,
  site,
  axe,
  takeScreenshot,
}) => {
  const { subdomain, tenantId, runId } = await site.signUp({})
  await openConsole(page, site, { path: '/admin/audit', role: 'platform_viewer' })
  // Whoever may not take the log along is not offered to.
  await expect(page.getByRole('button', { name: 'Verify' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export' })).toBeHidden()

  const palette = page.getByRole('dialog', { name: 'Search' })
  const choices = palette.getByRole('option')
  // The page may be drawn before it listens to keys.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(palette).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(palette.getByRole('group', { name: 'Go to' })).toBeVisible()
  await axe(page)
  await page.keyboard.type(subdomain)
  await expect(palette.getByRole('group', { name: 'Tenants' }).getByRole('option')).toHaveCount(1)
  await expect(palette.getByRole('group', { name: 'Runs' }).getByRole('option')).toHaveCount(1)
  await axe(page)
  await takeScreenshot(page, 'palette')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/admin/tenants/${tenantId}`))

  await page.keyboard.press('Control+k')
  await page.keyboard.type(runId)
  await expect(choices).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/admin/runs/${runId}`))

  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveCount(2)
  await takeScreenshot(page, 'recent')
  await page.keyboard.type('audit log')
  await expect(palette.getByRole('status')).toHaveText('One match')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/admin\/audit$/)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('nothing of that name')
  await expect(palette.getByRole('status')).toHaveText('Nothing matches.')
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()

  // Nobody who has the browser next is told what was looked for.
  await page.getByRole('button', { name: /, account$/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/admin\/login/)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(subdomain)
})
