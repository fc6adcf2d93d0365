import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures/test.ts'
import { callAsPerson, openRecord, openWorkspace, rowOf } from './fixtures/workspace.ts'

type Stored = { id: string; updatedAt: string }

test('two people change one record: neither loses anything', async ({ page, site, errors, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/409/)
  await openWorkspace(page, site)
  const owner = await callAsPerson<Stored>(page, 'petCare.owners.create', { name: 'Bella Smith' })
  await page.goto(`${page.url()}pet-care/owners/${owner.id}`)
  const form = page.getByRole('dialog', { name: 'Bella Smith' })
  await form.getByLabel('E-mail').fill('bella@example.com')
  await callAsPerson(page, 'petCare.owners.update', { id: owner.id, phone: '+44 20 7946 0123' })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('Somebody changed this owner')
  await form.getByRole('button', { name: 'Load theirs, keep my changes' }).click()
  await expect(form.getByLabel('Phone', { exact: true })).toHaveValue('+44 20 7946 0123')
  await expect(form.getByLabel('E-mail')).toHaveValue('bella@example.com')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await expect(rowOf(page, 'Bella Smith')).toContainText('bella@example.com')
  await expect(rowOf(page, 'Bella Smith')).toContainText('+44 20 7946 0123')
})

test('what was typed is not lost by Escape, Back or a failing server', async ({
  page,
  site,
  errors,
  isMobile,
}) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/ERR_FAILED/)
  await openWorkspace(page, site, '/pet-care/owners')
  await page.getByRole('button', { name: 'Add your first owner' }).click()
  const form = page.getByRole('dialog', { name: 'New owner' })
  await expect(form.getByLabel('Name')).toBeFocused()
  await form.getByLabel('Name').pressSequentially('Bella Smith')

  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await page.goBack()
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(form.getByLabel('Name')).toHaveValue('Bella Smith')
  await expect(page).toHaveURL(/owners\/new$/)

  await page.route('**/api/trpc/**', (route) => route.abort())
  await form.getByRole('button', { name: 'Add owner' }).click()
  await expect(form.getByRole('alert')).toContainText('What you typed is still here')
  await page.unroute('**/api/trpc/**')
  await form.getByRole('button', { name: 'Add owner' }).click()
  await expect(form).toBeHidden()
  await expect(rowOf(page, 'Bella Smith')).toBeVisible()

  const bella = await openRecord(page, 'Bella Smith')
  await bella.getByLabel('Notes').fill('Prefers mornings')
  await page.goBack()
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(bella).toBeHidden()
  await expect(page).toHaveURL(/owners$/)
})

test('a view lives in its address', async ({ page, site, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  await openWorkspace(page, site)
  const owner = await callAsPerson<Stored>(page, 'petCare.owners.create', { name: 'Bella Smith' })
  for (const [name, species, weight] of [
    ['Biscuit', 'dog', 12],
    ['Luna', 'cat', 4],
    ['Milo', 'dog', 40],
  ] as const) {
    await callAsPerson(page, 'petCare.pets.create', { name, ownerId: owner.id, species, weight })
  }
  await page.goto(`${page.url()}pet-care/pets`)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const filters = page.getByRole('dialog', { name: 'Filter pets' })
  await filters.getByLabel('Dog').check()
  await filters.getByLabel('Weight to').fill('20')
  await filters.getByRole('button', { name: 'Show 1 pet' }).click()
  await expect(rowOf(page, 'Biscuit')).toBeVisible()
  await expect(rowOf(page, 'Milo')).toBeHidden()
  await expect(page).toHaveURL(/species=dog&weightTo=20/)

  await page.reload()
  await expect(rowOf(page, 'Milo')).toBeHidden()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toContain('Name,Owner,Species')
  expect(file).toContain('Biscuit,Bella Smith,Dog')
  expect(file).not.toContain('Milo')

  await page.getByRole('button', { name: /Weight: up to 20 kg/ }).click()
  await expect(rowOf(page, 'Milo')).toBeVisible()
  await expect(rowOf(page, 'Luna')).toBeHidden()
})

test('an address with a filter that means nothing offers the whole list', async ({
  page,
  site,
  errors,
  isMobile,
}) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/400/)
  const { subdomain } = await openWorkspace(page, site)
  await callAsPerson(page, 'petCare.owners.create', { name: 'Bella Smith' })
  await page.goto(site.workspace(subdomain, '/pet-care/pets?weightFrom=heavy'))
  await expect(page.getByText('Pets could not be loaded')).toBeVisible()
  await page.getByRole('button', { name: 'Clear search and filters' }).click()
  await expect(page.getByText('No pets yet')).toBeVisible()
})

test('several records are deleted at once, and those that must stay are named', async ({
  page,
  site,
  errors,
}) => {
  errors.allow(/409/)
  const { subdomain } = await openWorkspace(page, site)
  const bella = await callAsPerson<Stored>(page, 'petCare.owners.create', { name: 'Bella Smith' })
  await callAsPerson(page, 'petCare.pets.create', { name: 'Biscuit', ownerId: bella.id, species: 'dog' })
  await callAsPerson(page, 'petCare.owners.create', { name: 'Oliver Okafor' })
  await page.goto(site.workspace(subdomain, '/pet-care/owners'))
  await page.getByRole('checkbox', { name: 'Select Bella Smith' }).check()
  await page.getByRole('checkbox', { name: 'Select Oliver Okafor' }).check()
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click()
  const question = page.getByRole('alertdialog', { name: 'Delete 2 owners?' })
  await question.getByRole('button', { name: 'Delete 2 owners' }).click()
  await expect(question).toContainText('One was kept')
  await expect(question).toContainText('Bella Smith still has')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(rowOf(page, 'Oliver Okafor')).toBeHidden()
  await expect(rowOf(page, 'Bella Smith')).toBeVisible()
})

test('links that lead nowhere say so', async ({ page, site, errors, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/404/)
  const { subdomain } = await openWorkspace(page, site, '/pet-care/pets/01890000-0000-7000-8000-000000000000')
  await expect(page.getByRole('dialog')).toContainText('This pet is not there')
  await page.getByRole('button', { name: 'Back to pets' }).click()
  await expect(page).toHaveURL(site.workspace(subdomain, '/pet-care/pets'))
  const answer = await page.goto(site.workspace(subdomain, '/lettings/properties'))
  expect(answer?.status()).toBe(404)
  await expect(page.getByText('There is nothing at this address')).toBeVisible()
  await page.getByRole('link', { name: 'Go to the dashboard' }).click()
  await expect(page).toHaveURL(site.workspace(subdomain, '/'))
})

test('a list that cannot be loaded can be asked for again', async ({ page, site, errors, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  errors.allow(/ERR_FAILED/)
  const { subdomain } = await openWorkspace(page, site)
  await page.route('**/api/trpc/**', (route) => route.abort())
  await page.goto(site.workspace(subdomain, '/pet-care/owners'))
  await expect(page.getByText('Owners could not be loaded')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('status').filter({ hasText: 'The server does not answer' })).toBeVisible()
  await page.unroute('**/api/trpc/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('No owners yet')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'The server does not answer' })).toBeHidden()
})

test('signing out ends the session', async ({ page, site, isMobile }) => {
  test.skip(isMobile, 'not a matter of the screen')
  const { subdomain } = await openWorkspace(page, site)
  await expect(page.getByText(/^0 of \d+ done$/)).toBeVisible()
  await page.getByRole('button', { name: 'Ada Groom, account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(site.workspace(subdomain, '/login'))
  await page.goto(site.workspace(subdomain, '/pet-care/pets?q=x'))
  await expect(page).toHaveURL(/\/login\?next=/)
})

test('no accessibility violation', async ({ page, site, axe, takeScreenshot }) => {
  // Seven pages, each looked through by axe: a busy machine needs its time.
  test.slow()
  const signedUp = await site.signUp()
  await page.goto(site.workspace(signedUp.subdomain, '/login'))
  await axe(page)
  await page.getByLabel('E-mail').fill(signedUp.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(signedUp.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText(/^0 of \d+ done$/)).toBeVisible()
  await axe(page)
  await takeScreenshot(page, 'dashboard')

  const long = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Upper Harbour Street'
  for (const name of [long, 'فاطمة الزهراء']) {
    const owner = await callAsPerson<Stored>(page, 'petCare.owners.create', { name })
    await callAsPerson(page, 'petCare.pets.create', { name, ownerId: owner.id, species: 'dog' })
  }
  await page.goto(site.workspace(signedUp.subdomain, '/pet-care/pets'))
  await expect(rowOf(page, long)).toBeVisible()
  await axe(page)
  await takeScreenshot(page, 'table')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await axe(page)
  await page.keyboard.press('Escape')
  await openRecord(page, long)
  await axe(page)
  await page.goto(site.workspace(signedUp.subdomain, '/pet-care/staff/new'))
  await page.getByRole('dialog').getByRole('button', { name: 'Add staff member' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Add hours on Monday' }).click()
  await axe(page)
  await takeScreenshot(page, 'form')
  await page.goto(site.workspace(signedUp.subdomain, '/pet-care/owners'))
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.keyboard.type('wolf')
  await expect(page.getByRole('option', { name: /Wolf/ }).first()).toBeVisible()
  await axe(page)
})
