import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'
import { callAsPerson, openRecord, openWorkspace, rowOf } from './fixtures/workspace.ts'

const STAGE = { width: 1920, height: 1080 }

test('the day of a streamer', async ({ page, site, browser, errors, axe }) => {
  test.slow()
  // What a viewer cannot pay for is refused; a link that was revoked opens nothing.
  errors.allow(/409|401/)
  await openWorkspace(page, site, { path: '/overlay/viewers', industry: 'overlay' })
  const base = new URL(page.url()).origin

  await test.step('adds viewers', async () => {
    await page.getByRole('button', { name: 'Add your first viewer' }).click()
    const form = page.getByRole('dialog', { name: 'New viewer' })
    await form.getByLabel('User name').fill('nightowl')
    await form.getByRole('button', { name: 'Add viewer' }).click()
    await expect(rowOf(page, 'nightowl')).toBeVisible()
    await callAsPerson(page, 'overlay.viewers.create', { username: 'foxy' })
  })

  await test.step('awards points', async () => {
    await page.goto(`${base}/overlay/points`)
    await chooseViewer(page, 'nightowl')
    await page.getByRole('textbox', { name: 'Points' }).fill('250')
    await page.getByLabel('What for').fill('First in the chat')
    await page.getByRole('button', { name: 'Give points' }).click()
    await expect(page.getByText('nightowl has 250 points now')).toBeVisible()
    await expect(linesOf(page, 'History')).toContainText('First in the chat')
    await expect(linesOf(page, 'History')).toContainText('250 left')
    await axe(page)
  })

  await test.step('a viewer buys a powerup, and is refused when too poor', async () => {
    const powerup = { name: 'Shield', key: 'shield', cost: 200, stock: 5 }
    await callAsPerson(page, 'overlay.powerups.create', powerup)
    await page.goto(`${base}/overlay/shop`)
    await expect(page.getByRole('button', { name: 'Buy Shield' })).toBeDisabled()
    await chooseViewer(page, 'nightowl')
    await axe(page)
    const buying = await openShop(page)
    await buying.getByRole('button', { name: 'Buy', exact: true }).click()
    await expect(page.getByText('nightowl has 50 points left')).toBeVisible()
    await expect(page.getByText('4 left')).toBeVisible()

    const again = await openShop(page)
    await expect(again).toContainText('Missing')
    await again.getByRole('button', { name: 'Buy', exact: true }).click()
    await expect(again.getByRole('alert')).toBeVisible()
    await axe(page)
    await again.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText('4 left')).toBeVisible()
  })

  await test.step('looks at the viewer', async () => {
    await page.goto(`${base}/overlay/viewers`)
    const drawer = await openRecord(page, 'nightowl')
    await drawer.getByRole('link', { name: 'Open the page of this viewer' }).click()
    await expect(page.getByRole('heading', { name: 'nightowl', level: 1 })).toBeVisible()
    await expect(linesOf(page, 'Purchases')).toContainText('Shield')
    await expect(linesOf(page, 'Powerups in hand')).toContainText('× 1')
    await expect(linesOf(page, 'History')).toContainText('−200')
    await axe(page)
  })

  const goal = { label: 'New microphone', targetValue: 100, progress: 'tip-amount' }
  await callAsPerson(page, 'overlay.goals.create', goal)
  const context = await browser.newContext({ viewport: STAGE, colorScheme: 'dark' })
  errors.watch(context)
  const stream = await context.newPage()

  await test.step('makes a link and opens it in the streaming program', async () => {
    await page.goto(`${base}/overlay/studio`)
    await page.getByRole('button', { name: 'New link' }).click()
    await page.getByLabel('Name').fill('Main computer')
    await page.getByRole('button', { name: 'Create link' }).click()
    const address = await page.getByRole('dialog', { name: 'Your link' }).getByRole('code').innerText()
    await page.getByRole('button', { name: 'Done' }).click()
    await stream.goto(address)
    await expect(stream.getByRole('region', { name: 'Goals' })).toContainText('New microphone')
    await expect(stream.getByRole('region', { name: 'Leaderboard' })).toContainText('nightowl')
    await axe(page)
  })

  await test.step('nothing is behind what is on stage, and nothing scrolls', async () => {
    const centre = { x: 900, y: 500, width: 100, height: 40 }
    const picture = await stream.screenshot({ omitBackground: true, clip: centre })
    expect(await isTransparent(stream, picture)).toBe(true)
    const overflow = await stream.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(stream.url()).toContain('#')
  })

  await test.step('a tip moves the goal on stage within a moment, a test tip does not', async () => {
    const goals = stream.getByRole('region', { name: 'Goals' })
    await page.getByRole('button', { name: 'Send a test tip' }).click()
    await expect(stream.getByRole('region', { name: 'Latest tips' })).toContainText('Test')
    await expect(goals).toContainText('£0.00 of £100.00')
    const tip = { username: 'nightowl', amountCents: 2_500, message: 'For the microphone!' }
    await callAsPerson(page, 'overlay.stream.recordTip', tip)
    await expect(stream.getByRole('region', { name: 'Latest tips' })).toContainText('For the microphone!')
    await expect(goals).toContainText('£25.00 of £100.00')
  })

  await test.step('chooses another look, which is on stage at once', async () => {
    await page.getByRole('button', { name: 'Paper' }).click()
    await expect(page.getByText('Easy to read over any picture.')).toBeVisible()
    await page.getByRole('switch', { name: 'Leaderboard' }).uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Your overlay has its new look')).toBeVisible()
    await expect(stream.getByRole('region', { name: 'Leaderboard' })).toBeHidden()
    await expect(stream.getByRole('region', { name: 'Goals' })).toHaveCSS('color', 'rgb(20, 32, 35)')
  })

  await test.step('revokes the link, and the stage is empty', async () => {
    await page.getByRole('button', { name: 'Revoke Main computer' }).click()
    await page.getByRole('button', { name: 'Revoke link' }).click()
    await expect(stream.getByRole('region', { name: 'Goals' })).toBeHidden()
    await expect(stream.getByText('This overlay link does not work')).toBeAttached()
    expect(await isTransparent(stream, await stream.screenshot({ omitBackground: true }))).toBe(true)
    await context.close()
  })

  await test.step('reads the numbers of the day', async () => {
    await page.goto(`${base}/overlay/analytics`)
    const tips = page.getByRole('region', { name: 'Tips per day' })
    await expect(tips.getByRole('button', { name: 'Show as table' })).toBeVisible()
    await page.getByText('7 days').click()
    await expect(page).toHaveURL(/days=7/)
    await tips.getByRole('button', { name: 'Show as table' }).click()
    await expect(tips.getByRole('table')).toContainText('£25.00')
    await expect(page.getByRole('region', { name: 'Leaders today' })).toContainText('nightowl')
    await axe(page)
  })

  await test.step('enters a token that nobody reads again, and makes a code for a viewer', async () => {
    await page.goto(`${base}/overlay/connections`)
    await expect(page.getByText('No tokens yet.')).toBeVisible()
    await page.getByRole('button', { name: 'Enter a token' }).click()
    const form = page.getByRole('dialog', { name: 'Enter a token' })
    await form.getByLabel('Provider').fill('kick')
    await form.getByRole('textbox', { name: 'Access token' }).fill('a-long-secret-9Zx4')
    await form.getByRole('button', { name: 'Save token' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'kick' })).toContainText('9Zx4')
    await expect(page.getByText('a-long-secret')).toHaveCount(0)
    await page.getByLabel('User name').fill('nightowl')
    await page.getByRole('button', { name: 'Make code' }).click()
    await expect(page.getByRole('timer')).toHaveText(/^(10:00|9:\d\d)$/)
    await axe(page)
  })
})

async function chooseViewer(page: Page, name: string): Promise<void> {
  const viewer = page.getByRole('combobox', { name: 'Viewer' })
  // What is typed before the page listens is lost to it.
  await expect(async () => {
    await viewer.fill('')
    await viewer.fill(name)
    await expect(viewer).toHaveAttribute('aria-expanded', 'true', { timeout: 500 })
  }).toPass()
  await page.getByRole('option', { name }).click()
}

async function openShop(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Buy Shield' }).click()
  const drawer = page.getByRole('dialog', { name: 'Buy Shield' })
  await expect(drawer).toContainText('For nightowl')
  return drawer
}

/** The panel of that title. */
function linesOf(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true })
}

/** Whether every pixel of a picture lets through all that is behind it. */
async function isTransparent(page: Page, picture: Buffer): Promise<boolean> {
  const pixels = await page.context().newPage()
  try {
    return await pixels.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const drawing = canvas.getContext('2d')
      drawing?.drawImage(bitmap, 0, 0)
      const { data } = drawing?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [255] }
      return data.every((value, index) => index % 4 !== 3 || value === 0)
    }, picture.toString('base64'))
  } finally {
    await pixels.close()
  }
}
