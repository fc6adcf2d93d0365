import type { Locator, Page } from '@playwright/test'
import { countTenants } from './fixtures/database.ts'
import {
  addressField,
  expectNoSidewaysScroll,
  expectStep,
  fillBusiness,
  fillOwner,
  goOn,
  PASSWORD,
  passwordField,
  walkTo,
} from './fixtures/sign-up-wizard.ts'
import { uniqueSubdomain } from './fixtures/site.ts'
import { expect, test } from './fixtures/test.ts'

// Long stories, and the machine may be busy.
test.describe.configure({ timeout: 120_000 })

test('a groomer signs up and stands in a workspace of their own', async ({ page, site, takeScreenshot }) => {
  const taken = uniqueSubdomain('posh-paws')
  const business = taken.replaceAll('-', ' ')
  await site.signUp({ subdomain: taken })

  // For people who asked for stillness nothing opens by itself at the end.
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto(site.apex)
  await page.getByRole('link', { name: 'Create your workspace' }).first().click()
  await expectStep(page, 1)
  await fillBusiness(page, { business })
  await page.getByLabel('Phone (optional)').fill('+44 20 7946 0000')
  await page.getByText('Postal address (optional)').click()
  await page.getByLabel('City').fill('Leeds')
  await goOn(page)

  await expectStep(page, 2)
  await expect(addressField(page)).toHaveValue(taken)
  await expect(page.getByText('Taken', { exact: true })).toBeVisible()
  await goOn(page)
  await expect(addressField(page)).toHaveAccessibleDescription(/already taken/i)
  await expect(addressField(page)).toBeFocused()
  await page.getByRole('button', { name: `${taken}-leeds` }).click()
  await expect(page.getByText('Free', { exact: true })).toBeVisible()
  await goOn(page)

  await expectStep(page, 3)
  await fillOwner(page, { business, password: 'harbour' })
  await expect(page.getByText('Strength: not enough yet')).toBeVisible()
  await passwordField(page).fill('Harbour9')
  await expect(page.getByText('Strength: weak')).toBeVisible()
  await passwordField(page).fill(PASSWORD)
  await expect(page.getByText('Strength: strong')).toBeVisible()
  await goOn(page)

  await expectStep(page, 4)
  await page.getByLabel('Timezone').selectOption('Europe/London')
  await page.getByLabel('Currency').selectOption('GBP')
  await page.getByRole('radio', { name: /^Standard/ }).check()
  await page.getByRole('checkbox', { name: /^Nail trim/ }).uncheck()
  await page.getByRole('checkbox', { name: /^Cat groom/ }).check()
  await goOn(page)

  await expectStep(page, 5)
  for (const text of ['+44 20 7946 0000', /^Leeds$/, `${taken}-leeds.`, 'GBP', 'Standard', /Cat groom/]) {
    await expect(page.getByRole('definition').filter({ hasText: text })).toBeVisible()
  }
  await takeScreenshot(page, 'review')
  await page.getByRole('button', { name: 'Create workspace' }).click()

  await expect(page).toHaveURL(/\/signup\/status\//)
  await expect(page.getByRole('heading', { level: 1, name: `${business} is ready` })).toBeVisible()
  await takeScreenshot(page, 'ready')
  // Nobody has to press anything.
  await expect(page).toHaveURL(site.workspace(`${taken}-leeds`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada')
  await expect(serviceTile(page, 6)).toBeVisible()
  await page.goto(site.workspace(`${taken}-leeds`, '/pet-care/services'))
  await expect(page.getByText('Cat groom')).toBeVisible()
  await expect(page.getByText('Nail trim')).toBeHidden()
})

test('a sign-up with the keyboard alone', async ({ page, site, isMobile }) => {
  test.skip(isMobile, 'phones have no Tab key')
  const subdomain = uniqueSubdomain('keys')
  await page.goto(`${site.apex}/signup`)
  await expectStep(page, 1)
  const { keyboard } = page

  await keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Business name'))
  await keyboard.type('Keys and Paws')
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await expect(page.getByRole('radio', { name: /^Pet care/ })).toBeChecked()
  await keyboard.press('Enter')

  await expectStep(page, 2)
  await expect(addressField(page)).toBeFocused()
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type(subdomain)
  await keyboard.press('Enter')

  await expectStep(page, 3)
  await expect(page.getByLabel('Full name')).toBeFocused()
  await keyboard.type('Ada Groom')
  await keyboard.press('Tab')
  await keyboard.type('ada@example.com')
  await keyboard.press('Tab')
  await keyboard.type(PASSWORD)
  await keyboard.press('Enter')

  await expectStep(page, 4)
  await expect(page.getByLabel('Timezone')).toBeFocused()
  await tabTo(page, page.getByRole('radio', { name: /^Free/ }))
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Starter/ })).toBeChecked()
  await tabTo(page, page.getByRole('checkbox', { name: /^Nail trim/ }))
  await keyboard.press('Space')
  await keyboard.press('Control+Enter')

  await expectStep(page, 5)
  await tabTo(page, page.getByRole('button', { name: 'Create workspace' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Keys and Paws is ready' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Open your workspace' }))
  await keyboard.press('Enter')
  await expect(page).toHaveURL(site.workspace(subdomain))
  await expect(serviceTile(page, 5)).toBeVisible()
})

test('whatever is wrong is said at its field, and focus goes to the first of it', async ({ page, site }) => {
  const business = uniqueSubdomain('Wrong')
  await page.goto(`${site.apex}/signup`)
  await goOn(page)
  const name = page.getByLabel('Business name')
  const industry = page.getByRole('radiogroup', { name: 'Industry' })
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription('Enter the name of your business.')
  await expect(industry).toHaveAccessibleDescription('Choose your industry.')
  await expect(page.getByText('2 things need another look')).toBeVisible()
  await name.fill(business)
  await goOn(page)
  await expect(page.getByRole('radio', { name: /^Pet care/ })).toBeFocused()
  await fillBusiness(page, { business })
  await page.getByText('Postal address (optional)').click()
  await expectRefusal(page, page.getByLabel('Phone (optional)'), {
    'by mail': /^Enter a phone number, such as/,
  })
  await page.getByLabel('Phone (optional)').fill('')
  await expectRefusal(page, page.getByLabel('Postal code'), { ['9'.repeat(21)]: /^At most 20 characters/ })
  await page.getByLabel('Postal code').fill('LS1 1AA')
  await expectRefusal(page, name, { ['x'.repeat(121)]: /^At most 120 characters/ })
  await name.fill(business)
  await goOn(page)

  await expectStep(page, 2)
  await expectRefusal(page, addressField(page), {
    ab: /^At least 3 characters/,
    ['a'.repeat(31)]: /^At most 30 characters/,
    'posh.paws': /^Use lowercase letters, digits and hyphens only/,
    '-paws': /^A hyphen cannot stand at the start or the end/,
    admin: /^This address is reserved/,
  })
  await addressField(page).fill(business.toUpperCase())
  await expect(addressField(page)).toHaveValue(business.toLowerCase())
  await goOn(page)

  await expectStep(page, 3)
  await goOn(page)
  await expect(page.getByLabel('Full name')).toBeFocused()
  await expect(page.getByLabel('Full name')).toHaveAccessibleDescription('Enter your full name.')
  await page.getByLabel('Full name').fill('Ada Groom')
  await expectRefusal(page, page.getByLabel('E-mail'), { 'ada@': /^Enter an e-mail address, such as/ })
  await page.getByLabel('E-mail').fill('ada@example.com')
  await expectRefusal(page, passwordField(page), {
    harbour: /^The password still needs at least 8 characters, an uppercase letter and a digit/,
    [`Aa1${'é'.repeat(40)}`]: /^At most 72 bytes/,
  })
  await passwordField(page).fill(PASSWORD)
  await goOn(page)

  await expectStep(page, 4)
  // The lists hold no wrong choice; a draft from another day might.
  await page.evaluate(() => {
    const draft = JSON.parse(sessionStorage.getItem('berth.sign-up') ?? '{}')
    draft.answers.preferences.timezone = 'Atlantis/Centre'
    sessionStorage.setItem('berth.sign-up', JSON.stringify(draft))
  })
  await page.reload()
  await expectStep(page, 4)
  await goOn(page)
  await expect(page.getByLabel('Timezone')).toHaveAccessibleDescription(/^Choose a timezone from the list/)
  await expect(page.getByLabel('Timezone')).toBeFocused()
  await page.getByLabel('Timezone').selectOption('UTC')
  await goOn(page)

  // The reload took the password: the review leads back to where it is missing.
  await expectStep(page, 5)
  await expect(page.getByText('Please enter it again')).toBeVisible()
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expectStep(page, 3)
  await expect(passwordField(page)).toHaveAccessibleDescription(/^The password still needs/)
  await expect(passwordField(page)).toBeFocused()
  expect(await countTenants(business)).toBe(0)
})

for (const [script, business] of [
  ['right to left', 'صالون العناية بالحيوانات الأليفة والكلاب الكبيرة والقطط الصغيرة في وسط المدينة'],
  ['one long word', 'Donaudampfschifffahrtsgesellschaftskapitänshundesalon'.repeat(2).slice(0, 80)],
] as const) {
  test(`names stay inside a narrow phone: ${script}`, async ({ page, site, isMobile }) => {
    test.skip(!isMobile, 'about narrow screens')
    const subdomain = uniqueSubdomain('narrow-phone-name')
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${site.apex}/signup`)
    await expectNoSidewaysScroll(page)
    for (const step of [2, 3, 4, 5]) {
      if (step === 2) await walkTo(page, 2, { business })
      if (step === 3) await addressField(page).fill(subdomain)
      if (step === 4) await fillOwner(page, { business, fullName: business })
      if (step > 2) await goOn(page)
      await expectStep(page, step)
      await expectNoSidewaysScroll(page)
    }
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await expect(page.getByRole('heading', { level: 1, name: `${business} is ready` })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Open your workspace' }).click()
    await expect(page).toHaveURL(site.workspace(subdomain))
    await expect(serviceTile(page, 6)).toBeVisible()
    await expectNoSidewaysScroll(page)
  })
}

/** The dashboard's tile that counts the services. */
function serviceTile(page: Page, count: number): Locator {
  return page.getByRole('region', { name: 'Records' }).getByRole('link', { name: `Services ${count}` })
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Types each bad value, goes on, and expects its sentence at the field and the focus in it. */
async function expectRefusal(page: Page, field: Locator, sentences: Record<string, RegExp>): Promise<void> {
  for (const [value, sentence] of Object.entries(sentences)) {
    await field.fill(value)
    await goOn(page)
    await expect(field).toHaveAccessibleDescription(sentence)
    await expect(field).toBeFocused()
  }
}
