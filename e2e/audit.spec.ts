import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures/test.ts'
import { callAsPerson, openWorkspace } from './fixtures/workspace.ts'

test('the audit log tells, finds, proves and exports what was done', async ({
  page,
  site,
  axe,
  takeScreenshot,
}, testInfo) => {
  await openWorkspace(page, site, '/audit')
  const owner = await callAsPerson<{ id: string }>(page, 'petCare.owners.create', { name: 'Bella Smith' })
  const pet = await callAsPerson<{ id: string }>(page, 'petCare.pets.create', {
    name: 'Rex',
    species: 'dog',
    ownerId: owner.id,
  })
  await callAsPerson(page, 'petCare.pets.update', { id: pet.id, name: 'Rexina', weight: 12.4 })
  await page.reload()

  const log = page.getByRole('region', { name: 'Audit log', exact: true })
  await expect(log.getByText('changed the pet Rexina')).toBeVisible()
  await expect(log.getByText('opened the workspace')).toBeVisible()
  await expect(log.getByText('signed in').first()).toBeVisible()
  await axe(page)
  await takeScreenshot(page, 'log')

  await page.getByRole('button', { name: /changed the pet Rexina/ }).click()
  const entry = page.getByRole('dialog', { name: /changed the pet Rexina/ })
  const name = entry.getByRole('row').filter({ hasText: 'Name' })
  await expect(name).toContainText('Rex')
  await expect(name).toContainText('Rexina')
  await expect(entry.getByRole('button', { name: 'Copy request id' })).toBeVisible()
  await axe(page)
  await takeScreenshot(page, 'entry')
  await entry.getByRole('button', { name: 'Everything about this' }).click()
  await expect(page).toHaveURL(new RegExp(`resourceId=${pet.id}`))
  await expect(log.getByText('added the pet Rex', { exact: true })).toBeVisible()
  await expect(log.getByText('opened the workspace')).toBeHidden()

  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Search the log' }).fill('bella')
  await expect(page).toHaveURL(/q=bella/)
  await expect(log.getByText('added the owner Bella Smith')).toBeVisible()
  await expect(log.getByText('opened the workspace')).toBeHidden()

  await page.getByRole('button', { name: /^Filter/ }).click()
  const filter = page.getByRole('dialog', { name: 'Filter the log' })
  await filter.getByLabel('What happened').selectOption('Provisioning')
  await axe(page)
  await takeScreenshot(page, 'filter')
  await filter.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear search and filters' }).click()

  await page.getByRole('button', { name: 'Verify' }).click()
  const proof = page.getByRole('status', { name: 'Proof' })
  await expect(proof).toContainText('Nothing was changed, removed or slipped in.')
  await expect(proof).toContainText(/\d+ [0-9a-f]{64}/)
  await axe(page)
  await takeScreenshot(page, 'proof')
  if (testInfo.project.name === 'desktop') {
    await page.emulateMedia({ colorScheme: 'dark' })
    await takeScreenshot(page, 'dark')
  }

  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^audit-.*\.csv$/)
  expect(await readFile(await file.path(), 'utf8')).toContain('Rexina')
})
