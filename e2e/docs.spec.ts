import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'

test.describe.configure({ timeout: 120_000 })

const PETS = 'petCare-pets-create'

test('the documentation is accessible', async ({ page, site, axe, isMobile }) => {
  test.skip(isMobile, 'the same markup, and the longest page there is')
  for (const [path, title] of [
    ['/docs', 'First steps with the API'],
    ['/docs/errors', 'Errors'],
    [`/docs/reference#${PETS}`, 'Reference'],
  ] as const) {
    await page.goto(site.apex + path)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    if (path.includes(PETS))
      await expect(page.getByText('Roles: owner, admin, manager, staff.')).toBeVisible()
    await axe(page)
  }
})

test('every page fits a narrow screen', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 780 })
  for (const path of ['/docs', '/docs/errors', `/docs/reference#${PETS}`]) {
    await page.goto(site.apex + path)
    if (path.includes(PETS)) await expect(operation(page, PETS)).toHaveAttribute('open')
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(excess, path).toBeLessThanOrEqual(0)
  }
})

test('the landing page leads to the guide, and the guide to reference and errors', async ({
  page,
  site,
  isMobile,
}) => {
  test.skip(isMobile, 'not a matter of the screen')
  await page.goto(site.apex)
  await page.getByRole('link', { name: 'API documentation' }).click()
  await expect(page).toHaveURL(`${site.apex}/docs`)
  await expect(page.getByText(`export BERTH=${site.apex}`)).toBeVisible()
  await page.getByRole('link', { name: 'All codes' }).click()
  await expect(page).toHaveURL(`${site.apex}/docs/errors`)
  await page.getByRole('link', { name: 'Reference', exact: true }).click()
  await expect(page).toHaveURL(`${site.apex}/docs/reference`)
})

test('an operation is found, opened and linked to by keyboard alone', async ({ page, site, isMobile }) => {
  test.skip(isMobile, 'phones have no keyboard')
  await page.goto(`${site.apex}/docs/reference`)
  await expect(page.getByRole('status').filter({ hasText: 'operations' })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('post /pets')
  await expect(page.getByRole('status').filter({ hasText: /^\d{1,2} operations?/ })).toBeVisible()
  const summary = operation(page, PETS).locator('summary')
  while (!(await summary.evaluate((element) => element === document.activeElement))) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${site.apex}/docs/reference#${PETS}`)
  await expect(page.getByRole('rowheader', { name: /^ownerId/ }).first()).toBeVisible()
  await expect(page.getByText('-H "Authorization: Bearer $TOKEN"')).toBeVisible()

  await page.reload()
  await expect(operation(page, PETS)).toHaveAttribute('open')
  await expect(operation(page, PETS)).toBeInViewport()
  await page.getByRole('link', { name: 'VALIDATION_FAILED' }).click()
  await expect(page).toHaveURL(`${site.apex}/docs/errors#VALIDATION_FAILED`)
  await expect(page.getByRole('link', { name: 'VALIDATION_FAILED' }).first()).toBeInViewport()
})

test('a search for nothing says so', async ({ page, site, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  await page.goto(`${site.apex}/docs/reference`)
  await page.getByRole('searchbox', { name: 'Search operations' }).fill('no such thing')
  await expect(page.getByText('Nothing found.')).toBeVisible()
})

test('a description that does not arrive can be asked for again', async ({
  page,
  site,
  errors,
  isMobile,
}) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/openapi\.json/)
  await page.route('**/api/v1/openapi.json', (route) => route.fulfill({ status: 503, body: '{}' }), {
    times: 2,
  })
  await page.goto(`${site.apex}/docs/reference`)
  await expect(page.getByRole('alert').filter({ hasText: 'did not arrive' })).toBeVisible()
  await page.unroute('**/api/v1/openapi.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Pet care' })).toBeVisible()
})

function operation(page: Page, id: string) {
  return page.locator(`[id="${id}"]`)
}
