import { countTenants } from './fixtures/database.ts'
import { addressField, expectStep, goOn, PASSWORD, passwordField, walkTo } from './fixtures/sign-up-wizard.ts'
import { uniqueSubdomain } from './fixtures/site.ts'
import { expect, test } from './fixtures/test.ts'

// Long stories, and the machine may be busy.
test.describe.configure({ timeout: 120_000 })

test('back, forward and reload keep everything but the password', async ({ page, site, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  const business = uniqueSubdomain('Kept')
  await page.goto(`${site.apex}/signup`)
  await walkTo(page, 4, { business, subdomain: `${business.toLowerCase()}-2`, email: 'kept@example.com' })
  await page.getByLabel('Currency').selectOption('JPY')
  await page.getByRole('checkbox', { name: /^Nail trim/ }).uncheck()

  await page.goBack()
  await expectStep(page, 3)
  await expect(passwordField(page)).toHaveValue(PASSWORD)
  await page.goBack()
  await expectStep(page, 2)
  await expect(addressField(page)).toHaveValue(`${business.toLowerCase()}-2`)
  await page.goBack()
  await expectStep(page, 1)
  await expect(page.getByRole('textbox', { name: 'Business name' })).toHaveValue(business)
  await expect(page.getByRole('radio', { name: /^Pet care/ })).toBeChecked()
  await page.goForward()
  await page.goForward()
  await page.goForward()
  await expectStep(page, 4)
  await expect(page.getByRole('combobox', { name: 'Currency' })).toHaveValue('JPY')

  // By their roles from here on: a page that is loaded anew may keep what was streamed to it, hidden and of no use.
  await page.reload()
  await expectStep(page, 4)
  await expect(page.getByRole('combobox', { name: 'Currency' })).toHaveValue('JPY')
  await expect(page.getByRole('checkbox', { name: /^Nail trim/ })).not.toBeChecked()
  await page.goBack()
  await expectStep(page, 3)
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('kept@example.com')
  await expect(passwordField(page)).toHaveValue('')
  expect(
    await page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])),
  ).not.toContain(PASSWORD)

  // A step nobody has come to yet cannot be opened by its address.
  await page.goto(`${site.apex}/signup?step=review`)
  await expectStep(page, 4)
})

test('a double click makes one workspace, and coming back leads to it', async ({ page, site, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  const business = uniqueSubdomain('Twice')
  await page.goto(`${site.apex}/signup`)
  await walkTo(page, 5, { business })
  await page.getByRole('button', { name: 'Create workspace' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: `${business} is ready` })).toBeVisible()
  expect(await countTenants(business)).toBe(1)
  const statusPage = page.url().replace(/#.*/, '')

  // Asked for once more, with nothing changed, after a walk through the site.
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: `${business} is ready` })).toBeVisible()
  await page.getByRole('link', { name: 'Berth' }).click()
  await page.getByRole('link', { name: 'Create your workspace' }).first().click()
  await expectStep(page, 1)
  await page.getByRole('button', { name: /^Your account/ }).click()
  await expectStep(page, 3)
  await passwordField(page).fill(PASSWORD)
  await goOn(page)
  await expectStep(page, 4)
  await goOn(page)
  await expectStep(page, 5)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(page).toHaveURL((url) => url.href.startsWith(statusPage))
  await expect(page.getByRole('heading', { level: 1, name: `${business} is ready` })).toBeVisible()
  expect(await countTenants(business)).toBe(1)

  await page.goto(`${site.apex}/signup`)
  await page.getByRole('link', { name: 'See its status' }).click()
  await expect(page).toHaveURL(statusPage)
  await expect(page.getByRole('heading', { level: 1, name: `${business} is ready` })).toBeVisible()
  await page.goto(`${site.apex}/signup`)
  await page.getByRole('button', { name: 'Start a new one' }).click()
  await expect(page.getByRole('textbox', { name: 'Business name' })).toHaveValue('')
  await expect(page.getByRole('link', { name: 'See its status' })).toBeHidden()
})

test('an answer that is lost on the way does not make a second workspace', async ({
  page,
  site,
  isMobile,
  errors,
}) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/Failed to load resource: net::ERR_/)
  const business = uniqueSubdomain('Lost')
  await page.goto(`${site.apex}/signup`)
  await walkTo(page, 5, { business })
  // The server gets the request and works; the browser never hears of it.
  await page.route(
    '**/signUp.create*',
    async (route) => {
      const sent = route.request()
      // Only browsers know where hosts below `localhost` are.
      const { host } = new URL(sent.url())
      const url = sent.url().replace('berth.localhost', '127.0.0.1')
      await route.fetch({ url, headers: { ...(await sent.allHeaders()), host } })
      await route.abort()
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(
    page.getByRole('heading', { name: 'It may be that your workspace was not created' }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `${business} is ready` })).toBeVisible()
  expect(await countTenants(business)).toBe(1)
})

test('an address that goes to somebody else meanwhile', async ({ page, site, errors, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/status of 409/)
  const subdomain = uniqueSubdomain('race')
  await page.goto(`${site.apex}/signup`)
  await walkTo(page, 5, { business: 'Second Paws', subdomain })
  await site.signUp({ subdomain })
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expectStep(page, 2)
  await expect(addressField(page)).toHaveAccessibleDescription(/^This address is already taken/)
  await expect(addressField(page)).toBeFocused()
  await page.getByRole('button', { name: `${subdomain}-hq` }).click()
  await goOn(page)
  // Everything else is still there, the password too.
  for (const step of [3, 4]) {
    await expectStep(page, step)
    await goOn(page)
  }
  await expectStep(page, 5)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await page.getByRole('button', { name: 'Open your workspace' }).click()
  await expect(page).toHaveURL(site.workspace(`${subdomain}-hq`))
})
