import { openConsole } from './fixtures/console.ts'
import { openDatabase, sharedDataDir } from './fixtures/database.ts'
import { expect, test } from './fixtures/test.ts'
import { openWorkspace } from './fixtures/workspace.ts'

test('a difference is named on the page, and put right by a plan that is read and confirmed', async ({
  page,
  site,
  axe,
  takeScreenshot,
}) => {
  const { subdomain } = await openWorkspace(page, site)
  const db = await openDatabase(sharedDataDir())
  try {
    const { rows } = await db.query<{ schema: string }>(
      'select schema_name as schema from platform.tenants where subdomain = $1',
      [subdomain],
    )
    await db.query(`alter table ${rows[0]?.schema ?? ''}.owners no force row level security`)
  } finally {
    await db.end()
  }
  await openConsole(page, site, { path: '/admin/drift' })
  await page.getByRole('button', { name: 'Check now' }).click()
  const report = page.getByRole('region', { name: subdomain })
  await expect(report.getByText('table owners · row security')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'Check now' })).toBeEnabled({ timeout: 30_000 })
  await axe(page)
  await takeScreenshot(page, 'console-drift')

  await report.getByRole('button', { name: 'Repair…' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel(`Type ${subdomain} to confirm`).fill(subdomain)
  await axe(page)
  await takeScreenshot(page, 'console-drift-repair')
  await drawer.getByRole('button', { name: 'Repair', exact: true }).click()
  await expect(drawer).toBeHidden({ timeout: 15_000 })
  await expect(report).toBeHidden()
})
