import type { Page } from '@playwright/test'
import { readMailedLink } from './fixtures/mailbox.ts'
import type { Site } from './fixtures/site.ts'
import { expect, test } from './fixtures/test.ts'
import { openWorkspace } from './fixtures/workspace.ts'

type Login = { subdomain: string; email: string; password: string }

async function signIn(page: Page, site: Site, { subdomain, email, password }: Login): Promise<void> {
  await page.goto(site.workspace(subdomain, '/login'))
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test.describe('one’s own account', () => {
  test('another name is seen at once', async ({ page, site, axe, takeScreenshot }) => {
    await openWorkspace(page, site, '/settings/account')
    const name = page.getByLabel('Full name')
    await expect(name).toHaveValue('Ada Groom')
    await name.fill('Ada von der Lühe-Abd al-Rahman')
    await page.getByRole('button', { name: 'Save name' }).click()
    await expect(page.getByRole('button', { name: /Ada von der Lühe.*account/ })).toBeVisible()
    await axe(page)
    await takeScreenshot(page, 'account')
  })

  test('another password needs the old one, and ends the other sessions', async ({
    page,
    site,
    browser,
    errors,
    isMobile,
  }) => {
    test.skip(isMobile, 'not a matter of the screen')
    errors.allow(/status of 4\d\d/)
    const person = await openWorkspace(page, site, '/settings/account')
    const elsewhere = await (await browser.newContext()).newPage()
    await signIn(elsewhere, site, person)
    await expect(elsewhere.getByRole('heading', { level: 1 })).toContainText('Ada')

    const form = page.locator('form').filter({ hasText: 'Change password' })
    await form.getByRole('textbox', { name: 'Current password' }).fill('Wrong-Harbour-1')
    await form.getByRole('textbox', { name: 'New password' }).fill('Better-Harbour-2')
    await form.getByRole('button', { name: 'Change password' }).click()
    await expect(form.getByText('This is not your password.').first()).toBeVisible()
    await expect(form.getByRole('textbox', { name: 'Current password' })).toBeFocused()
    await form.getByRole('textbox', { name: 'Current password' }).fill(person.password)
    await form.getByRole('button', { name: 'Change password' }).click()
    await expect(page.getByText('Password changed').first()).toBeVisible()

    await expect(elsewhere).toHaveURL(/\/login/)
    await signIn(elsewhere, site, { ...person, password: 'Better-Harbour-2' })
    await expect(elsewhere.getByRole('heading', { level: 1 })).toContainText('Ada')
    await page.reload()
    await expect(page.getByLabel('Full name')).toBeVisible()
    await elsewhere.context().close()
  })

  test('another address counts from the moment it was confirmed', async ({ page, site, isMobile }) => {
    test.skip(isMobile, 'not a matter of the screen')
    const person = await openWorkspace(page, site, '/settings/account')
    const newEmail = `new@${person.subdomain}.test`
    const form = page.locator('form').filter({ hasText: 'Send confirmation' })
    await form.getByLabel('New e-mail').fill(newEmail)
    await form.getByRole('textbox', { name: 'Your password' }).fill(person.password)
    await form.getByRole('button', { name: 'Send confirmation' }).click()
    await expect(page.getByText(`Check the mailbox of ${newEmail}`)).toBeVisible()
    await page.goto(await readMailedLink(newEmail, 'email-change'))
    await page.getByRole('button', { name: 'Confirm address' }).click()
    await expect(page.getByText(newEmail)).toBeVisible()
    await page.goto(site.workspace(person.subdomain, '/settings/account'))
    await expect(page.getByText(`You sign in with ${newEmail}`)).toBeVisible()
  })
})

test.describe('sessions', () => {
  test('are listed, and end at once where somebody else is signed in', async ({
    page,
    site,
    browser,
    axe,
    takeScreenshot,
    isMobile,
  }) => {
    test.skip(isMobile, 'not a matter of the screen')
    const person = await openWorkspace(page, site, '/settings/sessions')
    const elsewhere = await (await browser.newContext()).newPage()
    await signIn(elsewhere, site, person)
    await expect(elsewhere.getByRole('heading', { level: 1 })).toContainText('Ada')
    await page.reload()
    await expect(page.getByText('This session')).toBeVisible()
    await axe(page)
    await takeScreenshot(page, 'sessions')
    await page.getByRole('button', { name: 'End all others' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'End all others' }).click()
    await expect(page.getByRole('alertdialog')).toBeHidden()
    await expect(page.getByRole('button', { name: 'End all others' })).toBeHidden()
    await expect(elsewhere).toHaveURL(/\/login/)
    await elsewhere.context().close()
  })
})

test.describe('API tokens', () => {
  test('are shown once, do what they are for and nothing else, and end', async ({
    page,
    site,
    request,
    axe,
    takeScreenshot,
    isMobile,
  }) => {
    test.skip(isMobile, 'not a matter of the screen')
    const person = await openWorkspace(page, site, '/settings/api-tokens')
    await expect(page.getByText('No tokens yet')).toBeVisible()
    await page.getByRole('button', { name: 'New token' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('button', { name: 'Create token' }).click()
    await expect(drawer.getByLabel('Name')).toBeFocused()
    await drawer.getByLabel('Name').fill('Website calendar')
    await drawer.getByText('Chosen rights').click()
    await drawer.getByLabel('Pets').selectOption('read')
    await takeScreenshot(page, 'new-token')
    await drawer.getByRole('button', { name: 'Create token' }).click()
    const token = await drawer.locator('code').first().innerText()
    expect(token).toMatch(/^berth_/)
    await axe(page)
    await drawer.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText('Website calendar')).toBeVisible()
    await expect(page.getByText(token)).toBeHidden()

    const call = async (method: 'get' | 'post') => {
      const answer = await request[method](`http://127.0.0.1:${new URL(site.apex).port}/api/v1/pets`, {
        headers: {
          authorization: `Bearer ${token}`,
          host: new URL(site.workspace(person.subdomain)).host,
        },
        ...(method === 'post' ? { data: { name: 'Rex' } } : {}),
      })
      return answer.status()
    }
    expect(await call('get')).toBe(200)
    expect(await call('post')).toBe(403)
    await page.getByRole('button', { name: 'Revoke Website calendar' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke token' }).click()
    await expect(page.getByText('No tokens yet')).toBeVisible()
    expect(await call('get')).toBe(401)
  })
})

test.describe('a forgotten password', () => {
  test('is replaced through a mail, once', async ({ page, site, axe, errors, takeScreenshot, isMobile }) => {
    test.skip(isMobile, 'not a matter of the screen')
    errors.allow(/status of 401/)
    const person = await site.signUp()
    await page.goto(site.workspace(person.subdomain, '/login'))
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByLabel('E-mail').fill(person.email)
    await axe(page)
    await page.getByRole('button', { name: 'Send link' }).click()
    await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
    const link = await readMailedLink(person.email, 'password-reset')
    await page.goto(link)
    await expect(page).not.toHaveURL(/#./)
    await page.getByRole('textbox', { name: 'New password' }).fill('Better-Harbour-2')
    await axe(page)
    await takeScreenshot(page, 'new-password')
    await page.getByRole('button', { name: 'Save password' }).click()
    await expect(page.getByText('Your password is changed')).toBeVisible()
    await page.goto('about:blank')
    await page.goto(link)
    await page.getByRole('textbox', { name: 'New password' }).fill('Other-Harbour-3')
    await page.getByRole('button', { name: 'Save password' }).click()
    await expect(page.getByText('That link does not work any more')).toBeVisible()
    await signIn(page, site, { ...person, password: 'Better-Harbour-2' })
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada')
  })
})
