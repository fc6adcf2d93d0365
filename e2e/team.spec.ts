import type { Browser, Locator, Page } from '@playwright/test'
import { readMailLink } from './fixtures/database.ts'
import { expect, test } from './fixtures/test.ts'
import { callAsPerson, openRecord, openWorkspace, rowOf } from './fixtures/workspace.ts'

const PASSWORD = 'Lantern-7-boats'
/** A browser that has nothing of Berth yet needs its time on a busy machine, in milliseconds. */
const FIRST_SIGHT = { timeout: 30_000 }

/** A page in a browser of somebody else, who shares neither cookies nor storage. */
async function openOtherBrowser(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({
    viewport: page.viewportSize(),
  })
  return context.newPage()
}

async function invite(page: Page, { email, role }: { email: string; role: string }): Promise<void> {
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const drawer = page.getByRole('dialog', { name: 'Invite somebody' })
  await drawer.getByLabel('E-mail').fill(email)
  await drawer.getByRole('radio', { name: new RegExp(`^${role}`) }).check()
  await drawer.getByRole('button', { name: 'Send invitation' }).click()
  await expect(drawer).toBeHidden()
}

function invitationOf(page: Page, email: string): Locator {
  return page.getByRole('list', { name: 'Open invitations' }).getByRole('listitem').filter({ hasText: email })
}

async function openOwnRecord(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Ada Groom (you)' }).click()
  const drawer = page.getByRole('dialog', { name: 'Ada Groom', exact: true })
  await expect(drawer).toBeVisible()
  return drawer
}

async function accept(page: Page, { email, name }: { email: string; name: string }): Promise<void> {
  await page.goto(await readMailLink(email))
  await page.getByLabel('Full name').fill(name)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name.split(' ')[0] ?? name, FIRST_SIGHT)
}

test.describe('a colleague', () => {
  // Two browsers and two passwords, one after the other.
  test.setTimeout(120_000)

  test('is invited, joins, gets and loses rights while looking, and is out when removed', async ({
    page,
    site,
    browser,
    errors,
    isMobile,
  }) => {
    test.skip(isMobile, 'not a matter of the screen')
    // The calls and the socket of whoever was removed are refused.
    errors.allow(/status of 401/)
    const { subdomain } = await openWorkspace(page, site, '/team')
    const email = `noa@${subdomain}.test`
    await expect(rowOf(page, 'Ada Groom')).toContainText('(you)', FIRST_SIGHT)
    await invite(page, { email, role: 'Viewer' })
    const open = invitationOf(page, email)
    await expect(open).toContainText('Viewer, invited by Ada Groom')

    const theirs = await openOtherBrowser(browser, page)
    errors.watch(theirs.context())
    await accept(theirs, { email, name: 'Noa Vidal' })
    await theirs.goto(site.workspace(subdomain, '/team'))
    await expect(rowOf(theirs, 'Noa Vidal')).toContainText('Viewer', FIRST_SIGHT)
    await expect(theirs.getByRole('button', { name: 'Invite somebody' })).toBeHidden()

    await page.reload()
    await expect(open).toBeHidden()
    const drawer = await openRecord(page, 'Noa Vidal')
    await drawer.getByRole('radio', { name: /^Admin/ }).check()
    await drawer.getByRole('button', { name: 'Save' }).click()
    await expect(rowOf(page, 'Noa Vidal')).toContainText('Admin')
    // Nothing is clicked over there.
    await expect(theirs.getByRole('button', { name: 'Invite somebody' })).toBeVisible()
    await expect(rowOf(theirs, 'Noa Vidal')).toContainText('Admin')

    await openRecord(page, 'Noa Vidal')
    await page.getByRole('button', { name: 'Remove from the team' }).click()
    const question = page.getByRole('alertdialog', { name: 'Remove “Noa Vidal” from the team?' })
    await question.getByRole('button', { name: 'Remove person' }).click()
    await expect(rowOf(page, 'Noa Vidal')).toBeHidden()
    await expect(theirs).toHaveURL(/\/login/)
    await expect(theirs.getByText('You have been signed out.')).toBeVisible()
    await theirs.getByLabel('E-mail').fill(email)
    await theirs.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
    await theirs.getByRole('button', { name: 'Sign in' }).click()
    await expect(theirs.getByText('do not match')).toBeVisible()
    await theirs.context().close()
  })

  test('is offered no more than an admin may give, and the owner is out of reach', async ({
    page,
    site,
    browser,
    errors,
    isMobile,
  }) => {
    test.skip(isMobile, 'not a matter of the screen')
    const { subdomain } = await openWorkspace(page, site, '/team')
    const email = `lee@${subdomain}.test`
    await invite(page, { email, role: 'Admin' })
    const theirs = await openOtherBrowser(browser, page)
    errors.watch(theirs.context())
    await accept(theirs, { email, name: 'Lee Admin' })
    await theirs.goto(site.workspace(subdomain, '/team'))
    await theirs.getByRole('button', { name: 'Invite somebody' }).click()
    const drawer = theirs.getByRole('dialog', { name: 'Invite somebody' })
    await expect(drawer.getByRole('radio')).toHaveCount(5)
    await expect(drawer.getByRole('radio', { name: /^Owner/ })).toBeHidden()
    await drawer.getByRole('button', { name: 'Cancel' }).click()
    const owner = await openRecord(theirs, 'Ada Groom')
    await expect(owner.getByRole('button', { name: 'Save' })).toBeHidden()
    await expect(owner.getByRole('button', { name: 'Remove from the team' })).toBeHidden()
    await theirs.context().close()
  })

  test('who is there already is refused at the field, and nothing that was typed is lost', async ({
    page,
    site,
    errors,
    isMobile,
  }) => {
    test.skip(isMobile, 'not a matter of the screen')
    errors.allow(/status of 409/)
    const { email } = await openWorkspace(page, site, '/team')
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    const drawer = page.getByRole('dialog', { name: 'Invite somebody' })
    await drawer.getByLabel('E-mail').fill(email)
    await drawer.getByRole('button', { name: 'Send invitation' }).click()
    await expect(drawer.getByText('This person already belongs to your team.').first()).toBeVisible()
    await expect(drawer.getByLabel('E-mail')).toBeFocused()
    await drawer.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await expect(drawer).toBeHidden()
  })

  test('the last owner cannot go', async ({ page, site, errors, isMobile }) => {
    test.skip(isMobile, 'not a matter of the screen')
    errors.allow(/status of 409/)
    await openWorkspace(page, site, '/team')
    const drawer = await openOwnRecord(page)
    await drawer.getByRole('button', { name: 'Leave this workspace' }).click()
    const question = page.getByRole('alertdialog', { name: 'Leave “Happy Paws”?' })
    await question.getByRole('button', { name: 'Leave workspace' }).click()
    await expect(question.getByRole('alert')).toContainText('Make somebody else an owner first')
  })
})

test.describe('an invitation', () => {
  test('can be sent again and taken back, and old links say so', async ({ page, site, errors }) => {
    errors.allow(/status of 401/)
    const { subdomain } = await openWorkspace(page, site, '/team')
    const email = `kim@${subdomain}.test`
    await invite(page, { email, role: 'Staff' })
    const first = await readMailLink(email)
    await page.getByRole('button', { name: `Send the invitation to ${email} again` }).click()
    await expect(page.getByText(`A new link is on its way to ${email}`).first()).toBeVisible()
    const second = await readMailLink(email)
    expect(second).not.toBe(first)
    await page.goto(first)
    await expect(page.getByRole('heading', { name: 'This invitation is not open any more' })).toBeVisible()
    await page.goto(second)
    await expect(page.getByText('You are signed in here as')).toBeVisible()
    expect(page.url()).not.toContain('#')

    await page.goto(site.workspace(subdomain, '/team'))
    await page.getByRole('button', { name: `Take the invitation of ${email} back` }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click()
    await expect(invitationOf(page, email)).toBeHidden()
    await page.goto(second)
    await expect(page.getByRole('heading', { name: 'This invitation is not open any more' })).toBeVisible()
  })
})

test.describe('the settings', () => {
  test('are saved, shown at once, and not overwritten by an older page', async ({
    page,
    site,
    errors,
    isMobile,
  }) => {
    test.skip(isMobile, 'not a matter of the screen')
    errors.allow(/status of 409/)
    const { subdomain } = await openWorkspace(page, site, '/settings')
    await page.getByLabel('Business name').fill('Velvet Paws')
    await page.getByLabel('City').fill('Cork')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
    await expect(page).toHaveTitle(/Velvet Paws/)

    await page.getByLabel('City').fill('Galway')
    await callAsPerson(page, 'tenant.update', { phone: '+353 91 000 000' })
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Somebody changed these settings')).toBeVisible()
    await page.getByRole('button', { name: 'Keep my changes' }).click()
    await expect(page.getByLabel('Phone')).toHaveValue('+353 91 000 000')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
    await page.goto(site.workspace(subdomain, '/settings'))
    await expect(page.getByLabel('City')).toHaveValue('Galway')
    await expect(page.getByLabel('Phone')).toHaveValue('+353 91 000 000')
  })

  test('warn before typing is lost', async ({ page, site, isMobile }) => {
    test.skip(isMobile, 'not a matter of the screen')
    await openWorkspace(page, site, '/settings')
    await page.getByLabel('Business name').fill('Half a name')
    await page.getByRole('link', { name: 'Dashboard' }).first().click()
    await page.getByRole('button', { name: 'Keep editing' }).click()
    await expect(page.getByLabel('Business name')).toHaveValue('Half a name')
  })
})

test('the pages of the team have no accessibility fault', async ({ page, site, axe, takeScreenshot }) => {
  const { subdomain } = await openWorkspace(page, site, '/team')
  const email = `sam@${subdomain}.test`
  await invite(page, { email, role: 'Manager' })
  await expect(invitationOf(page, email)).toBeVisible()
  await axe(page)
  await takeScreenshot(page, 'team')
  await openOwnRecord(page)
  await axe(page)
  await takeScreenshot(page, 'team-person')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await axe(page)
  await takeScreenshot(page, 'team-invite')
  await page.goto(site.workspace(subdomain, '/settings'))
  await expect(page.getByLabel('Business name')).toHaveValue('Happy Paws')
  await axe(page)
  await takeScreenshot(page, 'settings')
  await page.goto(await readMailLink(email))
  await expect(page.getByLabel('Full name')).toBeVisible()
  await axe(page)
  await takeScreenshot(page, 'invitation')
})
