import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from '@playwright/test'
import { readMailedLink } from './fixtures/mailbox.ts'
import type { SignedUp, Site } from './fixtures/site.ts'
import { expect, test } from './fixtures/test.ts'
import { callAsPerson, rowOf } from './fixtures/workspace.ts'

const PASSWORD = 'Lantern-7-boats'
/** A month far ahead, so that the day the test runs on does not count. */
const JULY = '/lettings/availability?month=2031-07'

/** An agency whose owner is signed in, and the owner of a house, who has accepted their invitation. */
async function openAgency(page: Page, site: Site, browser: Browser) {
  const agency = await site.signUp({ industry: 'lettings', name: 'Quayside Lets' })
  const email = `olga@${agency.subdomain}.test`
  await page.goto(site.workspace(agency.subdomain))
  await signIn(page, agency)
  await callAsPerson(page, 'invitations.create', { email, role: 'client' })
  const context = await browser.newContext({ viewport: page.viewportSize() })
  const client = await context.newPage()
  await client.goto(await readMailedLink(email, 'invitation'))
  await client.getByLabel('Full name').fill('Olga Byrne')
  await client.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await client.getByRole('button', { name: 'Accept' }).click()
  await expect(client.getByRole('heading', { level: 1 })).toContainText('Olga', { timeout: 30_000 })
  return { agency, client, context }
}

async function signIn(page: Page, { email, password }: SignedUp): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada')
}

function freeNight(page: Page, property: string, day: number): Locator {
  return page.getByRole('button', { name: new RegExp(`^${property}, \\w+,? ${day} Jul: free$`) })
}

function stay(page: Page, guest: string): Locator {
  return page.getByRole('grid').getByRole('button', { name: new RegExp(`: ${guest}, `) })
}

async function fillNights(drawer: Locator, from: string, to: string): Promise<void> {
  await drawer.getByLabel('Check-in').fill(from)
  await drawer.getByLabel('Check-out').fill(to)
}

test('the day of an agency, and what the owner of a house sees of it', async ({
  page,
  site,
  browser,
  axe,
  errors,
}) => {
  test.setTimeout(120_000)
  // A booking that is refused is an answer of 409.
  errors.allow(/status of 409/)
  const { agency, client, context } = await openAgency(page, site, browser)
  errors.watch(context)
  const at = (path: string) => site.workspace(agency.subdomain, path)

  await test.step('adds a house and says whose it is', async () => {
    await page.goto(at('/lettings/properties/new'))
    const form = page.getByRole('dialog', { name: 'New property' })
    await form.getByLabel('Name').fill('Harbour Loft')
    await form.getByLabel('Address').fill('4 Quay Street')
    await form.getByLabel('Type').selectOption('apartment')
    await form.getByLabel('Nightly rate').fill('120')
    await form.getByRole('combobox', { name: 'Owner' }).fill('olg')
    await form.getByRole('option', { name: /Olga Byrne/ }).click()
    await form.getByRole('button', { name: 'Add property' }).click()
    await expect(rowOf(page, 'Harbour Loft')).toContainText('£120.00')
    const other = { address: '1 Hill', type: 'room', nightlyRateCents: 5_000 }
    const { id } = await callAsPerson<{ id: string }>(page, 'lettings.properties.create', {
      ...other,
      name: 'Garden Room',
    })
    const nights = { checkIn: '2031-07-01', checkOut: '2031-07-05' }
    await callAsPerson(page, 'lettings.bookings.create', { ...nights, propertyId: id, guestName: 'Gardener' })
  })

  await test.step('books nights from the calendar, by keyboard', async () => {
    await page.goto(at(JULY))
    await page.getByRole('main').getByRole('combobox', { name: 'Property' }).selectOption('Harbour Loft')
    await freeNight(page, 'Harbour Loft', 10).focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog', { name: 'New booking' })
    await expect(form.getByRole('combobox', { name: 'Property' })).toHaveValue('Harbour Loft')
    await expect(form.getByLabel('Check-out')).toHaveValue('2031-07-13')
    await form.getByRole('textbox', { name: 'Guest', exact: true }).fill('Nora Lindqvist')
    await form.getByRole('button', { name: 'Add booking' }).click()
    await expect(stay(page, 'Nora Lindqvist')).toBeVisible()
    await axe(page)
  })

  await test.step('is refused nights that are taken, and takes those that are proposed', async () => {
    await freeNight(page, 'Harbour Loft', 9).click()
    const form = page.getByRole('dialog', { name: 'New booking' })
    await form.getByRole('textbox', { name: 'Guest', exact: true }).fill('Peter Okafor')
    await fillNights(form, '2031-07-09', '2031-07-12')
    await form.getByRole('button', { name: 'Add booking' }).click()
    await expect(form.getByRole('alert')).toContainText('Free for as long: 13 Jul 2031 to 16 Jul 2031')
    await fillNights(form, '2031-07-13', '2031-07-16')
    await form.getByRole('button', { name: 'Add booking' }).click()
    await expect(stay(page, 'Peter Okafor')).toBeVisible()
  })

  await test.step('moves one booking and cancels the other', async () => {
    await stay(page, 'Nora Lindqvist').click()
    const nora = page.getByRole('dialog', { name: 'Nora Lindqvist' })
    await fillNights(nora, '2031-07-20', '2031-07-24')
    await nora.getByRole('button', { name: 'Save' }).click()
    await expect(freeNight(page, 'Harbour Loft', 10)).toBeVisible()
    await stay(page, 'Peter Okafor').click()
    const peter = page.getByRole('dialog', { name: 'Peter Okafor' })
    await peter.getByLabel('Status').selectOption('cancelled')
    await peter.getByRole('button', { name: 'Save' }).click()
    await expect(stay(page, 'Peter Okafor')).toBeHidden()
    await expect(freeNight(page, 'Harbour Loft', 13)).toBeVisible()
  })

  await test.step('sees how full the year is, as a picture and in numbers', async () => {
    await page.goto(at('/lettings/occupancy?year=2031'))
    await expect(page.getByRole('img', { name: /of the nights of 2031 are booked/ })).toBeVisible()
    await axe(page)
    await page.getByRole('button', { name: 'Show as table' }).click()
    await expect(rowOf(page, 'July 2031')).toContainText('13 %')
    await expect(rowOf(page, 'Harbour Loft')).toContainText('£480.00')
    await page.getByRole('link', { name: 'Harbour Loft' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Harbour Loft' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Nora Lindqvist' })).toBeVisible()
    await expect(page.getByText('Olga Byrne')).toBeVisible()
    await axe(page)
  })

  await test.step('lets a guest in who arrives today', async () => {
    await page.goto(at('/lettings/properties'))
    const { items } = await page.evaluate(async () => {
      const answer = await fetch('/api/v1/properties?q=Harbour')
      return (await answer.json()) as { items: { id: string }[] }
    })
    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' })
    const later = new Date(Date.parse(today) + 2 * 86_400_000).toISOString().slice(0, 10)
    await callAsPerson(page, 'lettings.bookings.create', {
      ...{ propertyId: items[0]?.id, guestName: 'Tom Whitfield', checkIn: today, checkOut: later },
    })
    await page.goto(at('/lettings/today'))
    await page.getByRole('button', { name: 'Check in Tom Whitfield' }).click()
    await expect(page.getByRole('region', { name: 'Staying' })).toContainText('Tom Whitfield')
    await axe(page)
  })

  await test.step('shows the owner of the house theirs alone', async () => {
    await client.goto(at('/lettings/properties'))
    await expect(rowOf(client, 'Harbour Loft')).toBeVisible()
    await expect(client.getByText('Garden Room')).toBeHidden()
    await expect(client.getByRole('button', { name: /Add property/ })).toBeHidden()
    const download = client.waitForEvent('download')
    await client.getByRole('button', { name: 'Export' }).click()
    const file = await readFile(await (await download).path(), 'utf8')
    expect(file).toContain('Harbour Loft')
    expect(file).not.toContain('Garden Room')
    await client.getByRole('button', { name: 'Search', exact: true }).click()
    await client.keyboard.type('Gardener')
    await expect(client.getByText('Nothing matches.')).toBeVisible()
    await client.keyboard.press('Escape')
    await client.goto(at(JULY))
    await expect(stay(client, 'Nora Lindqvist')).toBeVisible()
    await expect(client.getByText('Garden')).toBeHidden()
    await freeNight(client, 'Harbour Loft', 10).click()
    await expect(client.getByRole('dialog')).toBeHidden()
    await client.goto(at('/lettings/occupancy?year=2031'))
    await expect(rowOf(client, 'Harbour Loft')).toBeVisible()
    await expect(client.getByText('Garden Room')).toBeHidden()
  })
  await context.close()
})
