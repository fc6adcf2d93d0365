import type { Page } from '@playwright/test'
import { openConsole } from './fixtures/console.ts'
import { openDatabase, sharedDataDir } from './fixtures/database.ts'
import { openGate, shutGate } from './fixtures/run-gate.ts'
import { PASSWORD } from './fixtures/sign-up-wizard.ts'
import { uniqueSubdomain } from './fixtures/site.ts'
import { listStoredEvents, startRun } from './fixtures/started-run.ts'
import { expect, test } from './fixtures/test.ts'
import { untilHydrated } from './fixtures/until-hydrated.ts'
import { callAsPerson } from './fixtures/workspace.ts'

/** A run is done within a second; a busy machine needs longer, in milliseconds. */
const IN_TIME = { timeout: 20_000 }

test('a run that fails appears by itself, is started again, and its team sees it', async ({
  page,
  context,
  site,
  axe,
  takeScreenshot,
}, testInfo) => {
  const db = await openDatabase(sharedDataDir())
  const subdomain = uniqueSubdomain('runs')
  const gate = { subdomain, step: 'activate' } as const
  await shutGate(db, { ...gate, mode: 'fail' })

  await openConsole(page, site, { path: `/admin/runs?q=${subdomain}` })
  await expect(page.getByText('New runs that match appear by themselves.')).toBeVisible()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const run = await startRun(Number(new URL(site.apex).port), { subdomain })
  const row = page.getByRole('row').filter({ hasText: subdomain })
  await expect(row).toContainText('Failed', IN_TIME)
  await expect(row).toContainText('PROVISIONING_FAILED')
  await page.getByRole('button', { name: 'Tasks and workers' }).click()
  await expect(page.getByRole('table', { name: 'Processes that take jobs' })).toContainText('just now')
  await axe(page)
  await takeScreenshot(page, `runs-${testInfo.project.name}`)

  await row.getByRole('button').click()
  await expect(page).toHaveURL(`${site.apex}/admin/runs/${run.runId}`)
  const failure = page.getByRole('alert').filter({ hasText: 'Stopped at “Doors open”' })
  await expect(failure).toContainText('PROVISIONING_FAILED')
  await expect(failure.getByRole('button', { name: 'Copy request id' })).toBeVisible()
  await expect.poll(() => listShownEvents(page)).toEqual(await listSeqs(db, run))
  await axe(page)
  await takeScreenshot(page, `run-${testInfo.project.name}`)

  await openGate(db, gate)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('[data-run]')).toHaveAttribute('data-state', 'succeeded', IN_TIME)
  await expect(page.getByText('New workspace, attempt 2')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Steps' }).getByText('Done')).toHaveCount(9)
  // What came live and what was read make one log, without a line missing or doubled.
  await expect.poll(() => listShownEvents(page)).toEqual(await listSeqs(db, run))
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
  await page.getByRole('button', { name: 'Roll back' }).click()
  const question = page.getByRole('alertdialog', { name: `Take “${run.name}” back?` })
  await expect(question.getByRole('button', { name: 'Roll back' })).toBeDisabled()
  await question.getByRole('button', { name: 'Cancel' }).click()

  const team = await context.newPage()
  await team.goto(site.workspace(subdomain, '/status'))
  await untilHydrated(team)
  await team.getByLabel('E-mail').fill(`ada@${subdomain}.test`)
  await team.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await team.getByRole('button', { name: 'Sign in' }).click()
  const runs = team.getByRole('list', { name: 'Runs' }).locator('[data-run]')
  await expect(runs).toContainText(['New workspace Succeeded, attempt 2'])
  await expect(team.getByText('Live', { exact: true })).toBeVisible()
  await callAsPerson(team, 'features.update', { name: 'lettings', enabled: true })
  await expect(runs.first()).toContainText('Lettings on Succeeded', IN_TIME)
  await expect(runs).toHaveCount(2)
  await expect(
    team.getByRole('list', { name: 'Modules' }).getByRole('listitem').filter({ hasText: 'Lettings' }),
  ).toContainText('On')
  await axe(team)
  await takeScreenshot(team, `status-${testInfo.project.name}`)
  await db.end()
})

test('viewers of the platform read runs and move none', async ({ page, site, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  const { runId } = await site.signUp()
  await openConsole(page, site, { path: `/admin/runs/${runId}`, role: 'platform_viewer' })
  await expect(page.locator('[data-run]')).toHaveAttribute('data-state', 'succeeded')
  await expect(page.getByRole('button', { name: 'Roll back' })).toBeHidden()
})

async function listShownEvents(page: Page): Promise<number[]> {
  return page
    .getByRole('list', { name: 'Log of the run' })
    .locator('[data-seq]')
    .evaluateAll((lines) => lines.map((line) => Number(line.getAttribute('data-seq'))))
}

async function listSeqs(...[db, run]: Parameters<typeof listStoredEvents>): Promise<number[]> {
  return (await listStoredEvents(db, run)).map(({ seq }) => seq)
}
