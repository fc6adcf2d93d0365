import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'
import { callAsPerson, openWorkspace } from './fixtures/workspace.ts'

/** A run is done within a second; a busy machine needs longer, in milliseconds. */
const IN_TIME = { timeout: 20_000 }

const rowOfModule = (page: Page, title: string) => page.getByRole('listitem', { name: title, exact: true })

test('a module is added to a running workspace, hidden again, and comes back with its records', async ({
  page,
  context,
  site,
  axe,
  takeScreenshot,
}, testInfo) => {
  const { subdomain } = await openWorkspace(page, site, '/settings/modules')
  const lettings = rowOfModule(page, 'Lettings')
  await expect(page.getByRole('region', { name: 'Plan Free' })).toContainText('1 of 2')
  await expect(rowOfModule(page, 'Pet care')).toContainText('It stays on as long as it is the only one.')
  await lettings.getByRole('button', { name: 'Switch Lettings on' }).click()
  const progress = lettings.getByRole('region', { name: 'Progress of Lettings' })
  await expect(progress).toContainText('Lettings is on', IN_TIME)
  await progress.getByRole('button', { name: /Tables for your modules/ }).click()
  await expect(progress.getByText(/migrations? applied\./)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Plan Free' })).toContainText('2 of 2')
  await expect(page.getByRole('button', { name: 'Switch Concierge on' })).toBeDisabled()
  await expect(page.getByText('Your plan has room for 2 modules.')).toBeVisible()
  await axe(page)
  await takeScreenshot(page, `modules-${testInfo.project.name}`)

  const property = { name: 'Quay House', address: '1 Quay', type: 'house', nightlyRateCents: 9_000 }
  await callAsPerson(page, 'lettings.properties.create', property)
  const other = await context.newPage()
  await other.goto(site.workspace(subdomain, '/lettings/properties'))
  await expect(other.getByText('Quay House')).toBeVisible(IN_TIME)

  await lettings.getByRole('button', { name: 'Switch Lettings off' }).click()
  const question = page.getByRole('alertdialog', { name: 'Switch “Lettings” off?' })
  await expect(question).toContainText('All records are kept')
  await axe(page, '[role=alertdialog]')
  await question.getByRole('button', { name: 'Switch off' }).click()
  await expect(progress).toContainText('Lettings is off', IN_TIME)
  // Nothing is clicked over there.
  await expect(other.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible(IN_TIME)

  await lettings.getByRole('button', { name: 'Switch Lettings on' }).click()
  await expect(progress).toContainText('Lettings is on', IN_TIME)
  await other.goto(site.workspace(subdomain, '/lettings/properties'))
  await expect(other.getByText('Quay House')).toBeVisible(IN_TIME)
})
