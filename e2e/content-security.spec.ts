import { uniqueSubdomain } from './fixtures/site.ts'
import { startRun, statusPath } from './fixtures/started-run.ts'
import { expect, test } from './fixtures/test.ts'
import { openWorkspace } from './fixtures/workspace.ts'

// What a page is refused by its own policy is an error of the browser, and those fail every test.

test('no page breaks its own policy', async ({ page, site, errors, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  test.setTimeout(120_000)
  errors.allow(/status of 404/)
  const run = await startRun(Number(new URL(site.apex).port), { subdomain: uniqueSubdomain('csp') })
  const { subdomain } = await openWorkspace(page, site)
  const pages = [
    site.apex,
    `${site.apex}/signup`,
    `${site.apex}/login`,
    `${site.apex}/no/such/page`,
    `${site.apex}/_next/no-such-file`,
    site.apex + statusPath(run),
    site.workspace(uniqueSubdomain('nobody')),
    ...['/', '/pet-care/pets', '/pet-care/pets/new', '/no/such/page'].map((path) =>
      site.workspace(subdomain, path),
    ),
  ]
  for (const address of pages) {
    const answer = await page.goto(address)
    expect(answer?.headers()['content-security-policy'], address).toMatch(
      /script-src 'nonce-\S+' 'strict-dynamic';/,
    )
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await page.waitForLoadState('networkidle')
  }
})

test('a script that got into the markup does not run', async ({ page, site, errors, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/Content Security Policy/)
  // By number, which the test itself can reach, too.
  const address = `http://127.0.0.1:${new URL(site.apex).port}/login`
  const injected = [
    '<script>document.documentElement.dataset.ran = "inline"</script>',
    '<script src="/injected.js"></script>',
    '<img src="data:," onerror="document.documentElement.dataset.ran = \'handler\'">',
    '<a id="lure" href="javascript:document.documentElement.dataset.ran = \'link\'">x</a>',
  ]
  // As if a page had let somebody's text through.
  await page.route(address, async (route) => {
    const response = await route.fetch()
    await route.fulfill({
      response,
      body: (await response.text()).replace('<body>', `<body>${injected.join('')}`),
    })
  })
  await page.route('**/injected.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'document.documentElement.dataset.ran = "file"' }),
  )
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('#lure')?.click())
  await page.waitForTimeout(200)
  expect(await page.evaluate(() => document.documentElement.dataset['ran'] ?? 'nothing')).toBe('nothing')
})

test('no other page can frame ours', async ({ page, site, errors, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/frame-ancestors|X-Frame-Options|refused to connect/)
  await page.route('**/frame.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${site.apex}/login"></iframe>` }),
  )
  await page.goto(`${site.workspace(uniqueSubdomain('framer'))}frame.html`)
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/)
})
