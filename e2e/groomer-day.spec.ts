import type { Locator, Page } from '@playwright/test'
import { holdAndDrag } from './fixtures/hold-and-drag.ts'
import { dayFromToday, fillSalon } from './fixtures/salon.ts'
import { expect, test } from './fixtures/test.ts'
import { openWorkspace } from './fixtures/workspace.ts'

const HOUR_PX = 72

test('today’s board: a pet comes, is done and goes, another one does not come', async ({
  page,
  site,
  axe,
}) => {
  await openWorkspace(page, site, '/pet-care/today')
  await expect(page.getByText('A quiet day')).toBeVisible()
  const salon = await fillSalon(page)
  const today = dayFromToday(0)
  await salon.book(salon.biscuit, salon.grace, [today, '10:00'])
  await salon.book(salon.ahab, salon.mary, [today, '11:00'])
  // What was made elsewhere comes by itself.
  const coming = page.getByRole('region', { name: 'To come' })
  await expect(coming.getByRole('listitem')).toHaveCount(2)
  await axe(page)

  await coming.getByRole('button', { name: 'Check in Biscuit' }).click()
  const here = page.getByRole('region', { name: 'In progress' })
  await here.getByRole('button', { name: 'Complete Biscuit' }).click()
  await expect(page.getByRole('region', { name: 'Done' })).toContainText('Biscuit')

  await coming.getByRole('button', { name: 'Ahab', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: 'Ahab, Full groom' })
  await expect(drawer.getByRole('link', { name: 'Bella Smith' })).toBeVisible()
  await drawer.getByRole('button', { name: 'Confirm' }).click()
  await expect(drawer).toContainText('Confirmed')
  await drawer.getByRole('button', { name: 'Cancel', exact: true }).click()
  await drawer.getByRole('button', { name: 'Cancel appointment' }).click()
  await expect(drawer.getByLabel('Reason for cancelling')).toBeFocused()
  await axe(page, 'dialog[open]')
  await drawer.getByLabel('Reason for cancelling').fill('The owner is ill.')
  await drawer.getByRole('button', { name: 'Cancel appointment' }).click()
  await expect(drawer).toContainText('The owner is ill.')
  await drawer.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('region', { name: 'Not coming' })).toContainText('Ahab')
})

test('the calendar: booked, refused, moved by hand and by key', async ({
  page,
  site,
  axe,
  errors,
  isMobile,
}) => {
  errors.allow(/409/)
  await openWorkspace(page, site)
  const salon = await fillSalon(page)
  const day = dayFromToday(2)
  await salon.book(salon.moby, salon.grace, [day, '10:00'])
  await page.goto(new URL(`/pet-care/calendar?day=${day}`, page.url()).href)
  await expect(eventOf(page, 'Moby')).toHaveAccessibleName(
    named('Grace', clock(day, '10:00'), clock(day, '11:00')),
  )

  // An empty place tells the form who and when.
  await page
    .locator('[data-column]')
    .first()
    .click({ position: { x: 60, y: HOUR_PX * 2 + 10 } })
  const form = page.getByRole('dialog', { name: 'New appointment' })
  await expect(form.getByRole('combobox', { name: 'With' })).toHaveValue('Grace')
  await expect(form.getByLabel('Start')).toHaveValue(`${day}T09:00`)
  await choose(form, 'Pet', 'Biscuit')
  await choose(form, 'Service', 'Full groom')
  await form.getByLabel('Start').fill(`${day}T${clock(day, '10:30')}`)
  await axe(page, 'dialog[open]')
  await form.getByRole('button', { name: 'Book', exact: true }).click()
  // Taken: the next free time is one click away.
  const refusal = form.getByRole('alert').filter({ hasText: 'Free instead' })
  await expect(refusal).toBeVisible()
  await refusal.getByRole('button').first().click()
  await expect(form).toBeHidden()
  const biscuit = eventOf(page, 'Biscuit')
  await expect(biscuit).toHaveAccessibleName(named('Grace', clock(day, '11:00'), clock(day, '12:00')))
  await axe(page)

  // Onto another one: it goes back, and says when else.
  await holdAndDrag(page, biscuit, { x: 0, y: -HOUR_PX / 2 })
  const offer = page.getByRole('alert').filter({ hasText: 'Biscuit stays where it was' })
  await expect(offer).toBeVisible()
  await expect(biscuit).toHaveAccessibleName(named('Grace', clock(day, '11:00'), clock(day, '12:00')))
  await offer.getByRole('button', { name: new RegExp(`${clock(day, '11:15')}$`) }).click()
  await expect(biscuit).toHaveAccessibleName(named('Grace', clock(day, '11:15'), clock(day, '12:15')))
  await expect(offer).toBeHidden()
  await expect(biscuit).not.toHaveAttribute('aria-busy')
  await holdAndDrag(page, biscuit, { x: 0, y: HOUR_PX * 2 })
  await expect(biscuit).toHaveAccessibleName(named('Grace', clock(day, '13:15'), clock(day, '14:15')))
  if (isMobile) return

  // What is being saved does not move on.
  await expect(biscuit).not.toHaveAttribute('aria-busy')
  await biscuit.focus()
  for (const key of ['ArrowDown', 'Shift+ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
  await page.keyboard.press('Escape')
  await expect(biscuit).toHaveAccessibleName(named('Grace', clock(day, '13:15'), clock(day, '14:15')))
  for (const key of ['ArrowUp', 'Shift+ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  await expect(biscuit).toHaveAccessibleName(named('Mary', clock(day, '13:00'), clock(day, '14:15')))
  await expect(biscuit).toBeFocused()
  await expect(biscuit).not.toHaveAttribute('aria-busy')
  await page.reload()
  await expect(biscuit).toHaveAccessibleName(named('Mary', clock(day, '13:00'), clock(day, '14:15')))
})

test('what a colleague moves is seen at once, in a week and on the pet’s page', async ({
  page,
  site,
  axe,
  browser,
  errors,
}) => {
  await openWorkspace(page, site)
  const salon = await fillSalon(page)
  const day = dayFromToday(1)
  await salon.book(salon.biscuit, salon.grace, [day, '10:00'])
  const colleague = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 1280, height: 900 },
  })
  errors.watch(colleague)
  const other = await colleague.newPage()
  await Promise.all([
    page.goto(new URL(`/pet-care/pets/${salon.biscuit.id}/overview`, page.url()).href),
    other.goto(new URL(`/pet-care/calendar?span=week&day=${day}`, page.url()).href),
  ])
  const toCome = page.getByRole('region', { name: 'To come' })
  await expect(toCome).toContainText(clock(day, '10:00'))
  await expect(eventOf(other, 'Biscuit')).toBeVisible()
  await expect(page.getByText('Connected')).toBeAttached()
  await eventOf(other, 'Biscuit').focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await other.keyboard.press(key)
  await expect(toCome).toContainText(clock(day, '10:30'))
  await axe(other)
  await colleague.close()
  await axe(page)

  await page.getByRole('button', { name: 'Book', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'New appointment' })
  await expect(form.getByRole('combobox', { name: 'Pet' })).toHaveValue('Biscuit')
  await choose(form, 'Service', 'Full groom')
  await form.getByRole('region', { name: 'Free times' }).getByRole('button').first().click()
  await form.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(toCome.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('link', { name: 'Bella Smith' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bella Smith' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'To come' }).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'Pets' })).toContainText('Moby')
  await axe(page)
})

function eventOf(page: Page, pet: string): Locator {
  return page.locator('[data-event]').filter({ hasText: pet })
}

/** Ends as the name of an event does: whose column, from when to when. */
function named(column: string, from: string, to: string): RegExp {
  return new RegExp(`${column}, ${from} to ${to}$`)
}

/** What a clock in London shows at a time in UTC. */
function clock(day: string, utc: string): string {
  const london = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  })
  return london.format(new Date(`${day}T${utc}:00Z`))
}

async function choose(form: Locator, field: string, name: string): Promise<void> {
  await form.getByRole('combobox', { name: field }).fill(name)
  await form
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click()
}
