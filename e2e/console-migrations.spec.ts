import type { Page } from '@playwright/test'
import { TEST_PASSWORD, TEST_PASSWORD_HASH } from '../src/auth/server/testing/test-password.ts'
import { createDataDir, startBerth, type BerthProcess } from './fixtures/berth-process.ts'
import { openDatabase } from './fixtures/database.ts'
import { siteAt, type SignedUp } from './fixtures/site.ts'
import { expect, test } from './fixtures/test.ts'
import { untilHydrated } from './fixtures/until-hydrated.ts'
import { callAsPerson } from './fixtures/workspace.ts'

// A rollout goes through every tenant there is, so these have a Berth of their own.
test.describe.configure({ mode: 'serial' })

const SALONS = 3
const MODULE = 'pet-care'
const FIRST = '0001_people_and_pets'
const NEWEST = `${MODULE}/0005_lists_from_indexes`
const ROLLOUT = `4 migrations of ${MODULE}`

let berth: BerthProcess
let dataDir: Awaited<ReturnType<typeof createDataDir>>
const salons: SignedUp[] = []

test.beforeAll(async () => {
  dataDir = await createDataDir()
  berth = await startBerth({ dataDir: dataDir.path })
  const site = siteAt(berth.port)
  for (let index = 0; index < SALONS; index += 1) {
    salons.push(await site.signUp({ subdomain: `salon-${index}`, name: `Salon ${index}` }))
  }
})

test.afterAll(async () => {
  await berth.stop()
  await dataDir.remove()
})

async function onDatabase(
  work: (query: (sql: string) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const db = await openDatabase(berth.dataDir)
  try {
    await work((sql) => db.query(sql))
  } finally {
    await db.end()
  }
}

/** Signs somebody of the platform in, on the page of migrations. */
async function openMigrations(page: Page, role: 'platform_admin' | 'platform_viewer'): Promise<void> {
  const email = `${role}-${test.info().testId}@berth.test`
  await onDatabase((query) =>
    query(`insert into platform.users (id, email, full_name, password_hash, role)
           values (gen_random_uuid(), '${email}', 'Grace Harbour', '${TEST_PASSWORD_HASH}', '${role}')`),
  )
  await page.goto(`${siteAt(berth.port).apex}/admin/migrations`)
  await untilHydrated(page)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(TEST_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Migrations', level: 1 })).toBeVisible()
  await untilHydrated(page)
}

/** The schema of a salon, where a table stands in the way of the next migration, or not any more. */
async function spoil(salon: SignedUp | undefined, isSpoiled: boolean): Promise<void> {
  const schema = `t_${salon?.tenantId.replaceAll('-', '') ?? ''}`
  const table = `"${schema}".appointments`
  await onDatabase((query) => query(isSpoiled ? `create table ${table} ()` : `drop table ${table}`))
}

async function goesSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}

test('a fleet that is up to date says so; what it lacks then is brought by a rollout, seen to its end', async ({
  page,
  axe,
  takeScreenshot,
}) => {
  await openMigrations(page, 'platform_admin')
  await expect(page.getByText('Everything is up to date')).toBeVisible()
  await expect(page.getByText(`${SALONS} tenants and 4 modules checked`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start a rollout' })).toBeHidden()

  const target = { module: MODULE, to: FIRST }
  await callAsPerson(page, 'admin.migrations.startDown', { target, confirm: `${MODULE}/${FIRST}` })
  const current = page.locator('[data-rollout]').first()
  await expect(current).toHaveAttribute('data-state', 'succeeded')
  await expect(page.getByText(`${SALONS} of ${SALONS} tenants lack something`)).toBeVisible()
  await axe(page)
  await takeScreenshot(page, 'migrations-plan')
  await page
    .getByRole('button', { name: /^3 tenants lack/ })
    .first()
    .click()
  await expect(page.getByRole('dialog').getByRole('link', { name: 'salon-1' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Start a rollout' }).press('Enter')
  const drawer = page.getByRole('dialog', { name: 'Start a rollout' })
  await expect(drawer.getByText('1 tenant goes first, then the other 2 in one wave.')).toBeVisible()
  await drawer.getByLabel('Tenants in each wave').fill('0')
  await drawer.getByRole('button', { name: 'Start the rollout' }).click()
  await expect(drawer.getByRole('alert')).toContainText('At least 1.')
  await drawer.getByLabel('Tenants in each wave').fill('1')
  await expect(drawer.getByText('then the other 2 in 2 waves.')).toBeVisible()
  await axe(page, 'dialog[open]')
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toBeHidden()
  await expect(page.getByText('Everything is up to date')).toBeVisible()
  await expect(current).toHaveAttribute('data-state', 'succeeded')
  await expect(current).toContainText('3 tenants in canaries and 2 waves')
  await expect(page.getByRole('table', { name: 'Rollouts' }).locator('[data-rollout]')).toHaveCount(2)
  expect(await goesSideways(page)).toBe(false)
})

test('a canary that fails stops it, is retried, and what was done is taken back', async ({
  page,
  axe,
  takeScreenshot,
}) => {
  await openMigrations(page, 'platform_admin')
  const target = { module: MODULE, to: FIRST }
  await callAsPerson(page, 'admin.migrations.startDown', { target, confirm: `${MODULE}/${FIRST}` })
  await expect(page.getByText(`${SALONS} of ${SALONS} tenants lack something`)).toBeVisible()
  await spoil(salons[1], true)
  await page.getByRole('button', { name: 'Start a rollout' }).click()
  const drawer = page.getByRole('dialog', { name: 'Start a rollout' })
  await drawer.getByText('Named ones').click()
  await drawer.getByRole('combobox', { name: 'Tenants that go first' }).fill('salon-1')
  await page.getByRole('option', { name: /Salon 1/ }).click()
  await expect(drawer.getByRole('list', { name: 'Chosen tenants' })).toContainText('Salon 1')
  await drawer.getByRole('button', { name: 'Start the rollout' }).click()
  await expect(page.getByText('Stopped: a canary failed')).toBeVisible()
  await expect(page.getByText('No tenant was changed.')).toBeVisible()
  await axe(page)

  await page.getByRole('link', { name: ROLLOUT }).first().click()
  await expect(page).toHaveURL(/\/admin\/migrations\/[0-9a-f-]{36}$/)
  const tenants = page.getByRole('table', { name: 'Tenants' })
  await page.getByRole('button', { name: 'Failed', exact: true }).click()
  await expect(tenants.locator('[data-tenant]')).toHaveCount(1)
  await expect(tenants).toContainText('42P07')
  await axe(page)
  await takeScreenshot(page, 'rollout-stopped')
  expect(await goesSideways(page)).toBe(false)
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await expect(tenants.locator('[data-state=pending]')).toHaveCount(SALONS - 1)

  await spoil(salons[1], false)
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.locator('[data-rollout]')).toHaveAttribute('data-state', 'succeeded')
  await expect(tenants.locator('[data-state=succeeded]')).toHaveCount(SALONS)

  await page.getByRole('button', { name: 'Take back' }).click()
  const question = page.getByRole('alertdialog', { name: `Take back from ${SALONS} tenants?` })
  await expect(question.getByRole('button', { name: 'Take back' })).toBeDisabled()
  await question.getByRole('textbox').fill(NEWEST)
  await question.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('heading', { name: `Take back ${ROLLOUT}` })).toBeVisible()
  await expect(page.locator('[data-rollout]')).toHaveAttribute('data-state', 'succeeded')
})

test('a viewer sees all of it and is offered nothing', async ({ page, axe }) => {
  await openMigrations(page, 'platform_viewer')
  await expect(page.getByText(`${SALONS} of ${SALONS} tenants lack something`)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Rollouts' }).locator('[data-rollout]').first()).toBeVisible()
  const offers = page.getByRole('button', { name: /^(Start a rollout|Retry|Take back|Pause|Resume|Cancel)$/ })
  await expect(offers).toHaveCount(0)
  await axe(page)
})
