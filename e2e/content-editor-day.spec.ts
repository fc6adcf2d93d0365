import type { Page } from '@playwright/test'
import { writePdf } from '../src/modules/concierge/server/text/testing/write-pdf.ts'
import { openDatabase, sharedDataDir } from './fixtures/database.ts'
import { expect, test } from './fixtures/test.ts'
import { openRecord, openWorkspace, rowOf } from './fixtures/workspace.ts'

const DOCUMENTS = '/concierge/knowledge-documents'

const returns = {
  name: 'returns.md',
  mimeType: 'text/markdown',
  buffer: Buffer.from('# Returns\n\nLamps may be returned within thirty days.\n\nRugs may not.\n'),
}
const warranty = {
  name: 'warranty.pdf',
  mimeType: 'application/pdf',
  buffer: writePdf([['Every lantern has a warranty of five years.'], ['Keep the receipt.']]),
}
const scan = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: writePdf([[]]) }

test('the day of a content editor: files become texts that are found, until they are archived', async ({
  page,
  site,
  axe,
}) => {
  test.setTimeout(120_000)
  const { subdomain } = await openWorkspace(page, site, { path: DOCUMENTS, industry: 'concierge' })
  const at = (path: string) => site.workspace(subdomain, path)

  await test.step('uploads a Markdown file and a PDF, and reads what they say', async () => {
    await addDocument(page, 'Returns', returns)
    await addDocument(page, 'Warranty', warranty)
    await openPageOf(page, 'Warranty')
    const text = page.getByText('Every lantern has a warranty of five years.')
    await expect(text).toBeVisible()
    const finishReading = await holdReading(subdomain, 'Warranty')
    await page.reload()
    const file = page.getByRole('region', { name: 'File' })
    await expect(file).toContainText('Being read')
    await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Publish' })).toBeHidden()
    await finishReading()
    // Nobody announces it: the page asks.
    await expect(text).toBeVisible()
    const download = page.waitForEvent('download')
    await file.getByRole('link', { name: 'Download warranty.pdf' }).click()
    expect((await download).suggestedFilename()).toBe('warranty.pdf')
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByText('Published', { exact: true })).toBeVisible()
    await axe(page)
  })

  await test.step('is told why a scan has no text, and cannot publish it', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Knowledge' }).click()
    await addDocument(page, 'Leaflet', scan)
    await axe(page)
    await openPageOf(page, 'Leaflet')
    const file = page.getByRole('region', { name: 'File' })
    await expect(file).toContainText('pictures of pages and no text')
    await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Publish' })).toBeHidden()
    await axe(page)
  })

  await test.step('finds the passage in other forms of the words, marked', async () => {
    await page.getByRole('link', { name: 'Search', exact: true }).click()
    await search(page, 'lantern warranties')
    await expect(page.locator('mark')).toHaveText(['Warranty', 'lantern', 'warranty'])
    await expect(page.getByText('One document answers this.')).toBeVisible()
    await axe(page)
    // A draft is found by those who ask for drafts.
    await search(page, 'lamp')
    await expect(page.getByRole('heading', { name: 'Nothing answers this' })).toBeVisible()
    await page.getByRole('checkbox', { name: /drafts/ }).check()
    await page.getByRole('link', { name: 'Returns' }).click()
  })

  await test.step('edits a text, publishes it, and finds what is new', async () => {
    await page.getByRole('button', { name: 'Edit' }).click()
    const text = page.getByLabel('Text', { exact: true })
    await expect(text).toHaveValue(/thirty days/)
    await text.fill('# Returns\n\nLamps may be returned within a fortnight.')
    await axe(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByText('Published', { exact: true })).toBeVisible()
    await page.goto(at('/concierge/search?q=fortnights'))
    await expect(page.locator('mark')).toHaveText(['fortnight'])
  })

  await test.step('archives it, and it is found no more', async () => {
    await page.getByRole('link', { name: 'Returns' }).click()
    await page.getByRole('button', { name: 'Archive' }).click()
    await expect(page.getByText('Archived', { exact: true })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Nothing answers this' })).toBeVisible()
  })
})

type Upload = { name: string; mimeType: string; buffer: Buffer }

/** Adds a document by its form, from a file; ends on the table. */
async function addDocument(page: Page, title: string, file: Upload): Promise<void> {
  await page.getByRole('button', { name: 'Add knowledge document' }).first().click()
  const form = page.getByRole('dialog', { name: 'New knowledge document' })
  await form.getByLabel('Title').fill(title)
  await form.locator('input[type=file]').setInputFiles(file)
  await expect(form.getByRole('button', { name: `Remove ${file.name}` })).toBeVisible()
  await form.getByRole('button', { name: 'Add knowledge document' }).click()
  await expect(rowOf(page, title)).toBeVisible()
}

/** Opens the page of a document by way of its row. */
async function openPageOf(page: Page, title: string): Promise<void> {
  const drawer = await openRecord(page, title)
  await drawer.getByRole('link', { name: /Open the page/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** Puts a document back to where its file is being read; what is returned lets its text come. */
async function holdReading(subdomain: string, title: string): Promise<() => Promise<void>> {
  const db = await openDatabase(sharedDataDir())
  const found = await db.query('select schema_name from platform.tenants where subdomain = $1', [subdomain])
  const table = `${found.rows[0]?.schema_name}.knowledge_documents`
  const held = await db.query(
    `update ${table} d set body = null, extraction = 'waiting' from ${table} before
     where d.id = before.id and d.title = $1 returning before.body`,
    [title],
  )
  return async () => {
    const text = held.rows[0]?.body
    await db.query(`update ${table} set body = $2, extraction = 'succeeded' where title = $1`, [title, text])
    await db.end()
  }
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search the knowledge' }).fill(words)
  await page.keyboard.press('Enter')
}
