import type { Locator, Page } from '@playwright/test'
import { createDataDir, startBerth } from './fixtures/berth-process.ts'
import { openDatabase, sharedDataDir } from './fixtures/database.ts'
import { recordLiveEvents } from './fixtures/live-events.ts'
import { openGate, shutGate } from './fixtures/run-gate.ts'
import { expectStep, goOn, walkTo } from './fixtures/sign-up-wizard.ts'
import { siteAt, uniqueSubdomain } from './fixtures/site.ts'
import { listStoredEvents, startRun, statusPath } from './fixtures/started-run.ts'
import { expect, test } from './fixtures/test.ts'

// Long stories, and the machine may be busy.
test.describe.configure({ timeout: 120_000 })

const RECONNECTING = /Failed to load resource|WebSocket connection to/

test('a failed run is explained, given up, asked for again and started again', async ({
  page,
  takeScreenshot,
  isMobile,
}) => {
  test.skip(isMobile, 'not a matter of the screen')
  const dataDir = await createDataDir()
  const berth = await startBerth({ dataDir: dataDir.path, environment: { BERTH_FAULT: 'seed:before:2' } })
  try {
    const { apex, workspace } = siteAt(berth.port)
    const subdomain = uniqueSubdomain('fault')
    const signUp = page.waitForResponse(/signUp\.create/)
    await page.goto(`${apex}/signup`)
    await walkTo(page, 5, { business: 'Unlucky Paws', subdomain })
    await page.getByRole('button', { name: 'Create workspace' }).click()
    const requestId = (await (await signUp).allHeaders())['x-request-id']

    await expect(
      page.getByRole('heading', { level: 1, name: 'Unlucky Paws could not be built' }),
    ).toBeVisible()
    const failure = page.getByRole('alert').filter({ hasText: 'Stopped at' })
    await expect(failure.getByRole('heading')).toHaveText('Stopped at “Your first records”')
    await expect(failure).toContainText('A rehearsed fault stopped this step. Nothing is left behind')
    await expect(failure).toContainText('FAULT_REHEARSED')
    expect(requestId).toBeTruthy()
    await expect(failure).toContainText(requestId ?? '')
    await expect(stepButton(page, 'Your first records')).toContainText('Failed')
    await expect(stepButton(page, 'Tables for your modules')).toContainText('Taken back')
    await takeScreenshot(page, 'failed')

    await page.getByRole('button', { name: 'Cancel sign-up' }).click()
    const question = page.getByRole('alertdialog', { name: 'Cancel the sign-up of “Unlucky Paws”?' })
    await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused()
    await question.getByRole('button', { name: 'Cancel sign-up' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'The sign-up of Unlucky Paws is cancelled',
    )
    await page.reload()
    await expect(page.getByText(`the address ${subdomain} is free again`)).toBeVisible()

    // The answers are still there, but for the password; the address can be had again.
    await page.getByRole('link', { name: 'Back to the sign-up' }).click()
    await expectStep(page, 1)
    await expect(page.getByLabel('Business name')).toHaveValue('Unlucky Paws')
    await goOn(page)
    await expectStep(page, 2)
    await expect(page.getByText('Free', { exact: true })).toBeVisible()
    await goOn(page)
    await expectStep(page, 3)
    await page.getByRole('textbox', { name: 'Password' }).fill('Harbour-9-lights')
    await goOn(page)
    await expectStep(page, 4)
    await goOn(page)
    await expectStep(page, 5)
    await page.getByRole('button', { name: 'Create workspace' }).click()

    await expect(
      page.getByRole('heading', { level: 1, name: 'Unlucky Paws could not be built' }),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Unlucky Paws is ready' })).toBeVisible()
    await page.getByRole('button', { name: 'Open your workspace' }).click()
    await expect(page).toHaveURL(workspace(subdomain))
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada')
  } finally {
    // What the page still asks for would meet a server that is gone.
    await page.goto('about:blank')
    await berth.stop()
    await dataDir.remove()
  }
})

test.describe('watching a run', () => {
  test.skip(({ isMobile }) => isMobile, 'not a matter of the screen')

  test('a reload in the middle shows the run as it stands', async ({ page, site }) => {
    const db = await openDatabase(sharedDataDir())
    const gate = { subdomain: uniqueSubdomain('reload'), step: 'activate' } as const
    await shutGate(db, gate)
    const run = await startRun(portOf(site.apex), gate)
    await page.goto(site.apex + statusPath(run))
    for (const isReloaded of [false, true]) {
      if (isReloaded) await page.reload()
      await expect(stepButton(page, 'Doors open')).toContainText('Running')
      await expect(stepButton(page, 'Your first records')).toContainText('Done')
      await expect(page.getByRole('heading', { level: 1, name: `Building ${run.name}` })).toBeVisible()
    }
    await openGate(db, gate)
    await expectReady(page, run.name)
    await db.end()
  })

  test('two browsers watch one run, one of them without web sockets, and both see every step', async ({
    page,
    browser,
    site,
    errors,
  }) => {
    const db = await openDatabase(sharedDataDir())
    const gate = { subdomain: uniqueSubdomain('two'), step: 'create-schema' } as const
    await shutGate(db, gate)
    const other = await browser.newContext()
    errors.watch(other)
    errors.allow(/WebSocket connection to .*no-such-socket/)
    // As behind a proxy that lets none through.
    await other.addInitScript(() => {
      window.WebSocket = new Proxy(WebSocket, { construct: (Real) => new Real('/no-such-socket') })
    })
    const run = await startRun(portOf(site.apex), gate)
    const watchers = await Promise.all(
      [page, await other.newPage()].map(async (watcher) => {
        const recorded = recordLiveEvents(watcher)
        await watcher.goto(site.apex + statusPath(run))
        await expect(stepButton(watcher, 'A database schema of its own')).toContainText('Running')
        await expect.poll(recorded.first).toBeDefined()
        return { watcher, recorded }
      }),
    )
    await openGate(db, gate)
    for (const { watcher, recorded } of watchers) {
      await expectReady(watcher, run.name)
      const stored = await listStoredEvents(db, run)
      await expect.poll(recorded.events).toEqual(stored.filter(({ seq }) => seq > (recorded.first() ?? 0)))
    }
    await other.close()
    await db.end()
  })

  test('a connection that is lost in the middle and comes back misses nothing', async ({
    page,
    context,
    site,
    errors,
  }) => {
    errors.allow(RECONNECTING)
    const db = await openDatabase(sharedDataDir())
    const subdomain = uniqueSubdomain('offline')
    await shutGate(db, { subdomain, step: 'create-schema' })
    await shutGate(db, { subdomain, step: 'activate' })
    const recorded = recordLiveEvents(page)
    const run = await startRun(portOf(site.apex), { subdomain })
    await page.goto(site.apex + statusPath(run))
    await expect(stepButton(page, 'A database schema of its own')).toContainText('Running')
    await expect.poll(recorded.first).toBeDefined()

    await context.setOffline(true)
    await expect(page.getByText('Reconnecting, nothing is lost.')).toBeVisible()
    await openGate(db, { subdomain, step: 'create-schema' })
    await expect
      .poll(async () => (await listStoredEvents(db, run)).at(-1))
      .toMatchObject({ type: 'step.started', step: 'activate' })
    await expect(stepButton(page, 'A database schema of its own')).toContainText('Running')

    await context.setOffline(false)
    await expect(stepButton(page, 'Doors open')).toContainText('Running')
    await expect(page.getByText('Reconnecting, nothing is lost.')).toBeHidden()
    await openGate(db, { subdomain, step: 'activate' })
    await expectReady(page, run.name)
    const stored = await listStoredEvents(db, run)
    await expect.poll(recorded.events).toEqual(stored.filter(({ seq }) => seq > (recorded.first() ?? 0)))
    await db.end()
  })

  for (const end of ['stop', 'kill'] as const) {
    test(`a watcher lives through a restart of the server: ${end}`, async ({ page, errors }) => {
      errors.allow(RECONNECTING)
      const dataDir = await createDataDir()
      let berth = await startBerth({ dataDir: dataDir.path })
      try {
        const gate = { subdomain: uniqueSubdomain('restart'), step: 'activate' } as const
        const before = await openDatabase(dataDir.path)
        await shutGate(before, gate)
        const recorded = recordLiveEvents(page)
        const run = await startRun(berth.port, gate)
        await page.goto(siteAt(berth.port).apex + statusPath(run))
        await expect(stepButton(page, 'Doors open')).toContainText('Running')
        await expect.poll(recorded.first).toBeDefined()

        const ended = berth[end]()
        await expect(page.getByText('Reconnecting, nothing is lost.')).toBeVisible()
        // An orderly end lets the run finish; after a kill nobody is there to finish it.
        if (end === 'stop') await openGate(before, gate)
        await ended
        berth = await startBerth({ dataDir: dataDir.path, port: berth.port })
        const after = await openDatabase(dataDir.path)
        if (end === 'kill') {
          await openGate(after, gate)
          const failure = page.getByRole('alert').filter({ hasText: 'Stopped at' })
          await expect(failure).toContainText('WORKER_LOST', { timeout: 30_000 })
          await page.getByRole('button', { name: 'Try again' }).click()
        }
        await expectReady(page, run.name)
        const stored = await listStoredEvents(after, run)
        await expect.poll(recorded.events).toEqual(stored.filter(({ seq }) => seq > (recorded.first() ?? 0)))
        await after.end()
      } finally {
        await berth.stop()
        await dataDir.remove()
      }
    })
  }

  test('without the right token nothing of a run is shown', async ({ page, site, errors }) => {
    errors.allow(/status of 40[134]/)
    const run = await startRun(portOf(site.apex), { name: 'Secret Paws' })
    const recorded = recordLiveEvents(page)
    for (const [token, title] of [
      ['', 'This link is not complete'],
      [`${run.watchToken.slice(0, -2)}xx`, 'This link does not open a sign-up'],
    ] as const) {
      await page.goto('about:blank')
      await page.goto(site.apex + statusPath(run, token))
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expect(page.locator('body')).not.toContainText(/Secret|Doors open/)
      await expect(page).not.toHaveTitle(/Secret/)
    }
    expect(recorded.first()).toBeUndefined()
    expect(recorded.events()).toEqual([])
  })

  test('the page of a finished run can be opened again later, elsewhere', async ({ page, site }) => {
    const { subdomain, runId, watchToken } = await site.signUp({ name: 'Finished Paws' })
    await page.goto(`${site.apex}/signup/status/${runId}#${watchToken}`)
    for (const isReloaded of [false, true]) {
      if (isReloaded) await page.reload()
      await expectReady(page, 'Finished Paws')
      await expect(page.getByText('Opening by itself')).toBeHidden()
      await expect(page.getByText('9 of 9')).toBeVisible()
    }
    await page.getByRole('button', { name: 'Open your workspace' }).click()
    await expect(page).toHaveURL(site.workspace(subdomain))
    await page.goBack()
    await expectReady(page, 'Finished Paws')
  })
})

/** The line of a step, by its title. */
function stepButton(page: Page, title: string): Locator {
  return page.getByRole('region', { name: 'What happens, step by step' }).getByRole('button', { name: title })
}

async function expectReady(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: `${name} is ready` })).toBeVisible()
  const steps = page.getByRole('region', { name: 'What happens, step by step' }).getByRole('listitem')
  await expect(steps.filter({ hasText: 'Done' })).toHaveCount(9)
}

function portOf(address: string): number {
  return Number(new URL(address).port)
}
