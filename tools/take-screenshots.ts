// Takes the pictures in docs/images from a Berth that runs:
//   npx node tools/take-screenshots.ts [http://berth.localhost:3000]
// It signs up a business with records, which stays: run it on data that may go.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium, devices, type Browser, type Page } from '@playwright/test'
import { findChromium } from './find-chromium.ts'

const apex = process.argv[2] ?? 'http://berth.localhost:3000'
// Node does not know the name; by its address the server takes a call for one to the apex.
const api = `http://127.0.0.1:${new URL(apex).port}/api/v1`
const folder = fileURLToPath(new URL('../docs/images', import.meta.url))
const password = 'Lantern-42'
const phone = devices['iPhone 13']

type SignedUp = { tenantId: string; runId: string; watchToken: string; workspaceUrl: string; email: string }
type Shot = { name: string; open: (page: Page, signedUp: SignedUp) => Promise<void> }

const shots: Shot[] = [
  {
    name: 'landing',
    open: async (page) => {
      await page.goto(apex)
    },
  },
  { name: 'wizard', open: openSecondStep },
  {
    name: 'live-status',
    open: async (page, { runId, watchToken }) => {
      await page.goto(`${apex}/signup/status/${runId}#${watchToken}`)
      await page.getByText('Doors open').waitFor()
    },
  },
  {
    name: 'workspace',
    open: async (page, signedUp) => {
      await signIn(page, signedUp)
      await page.goto(`${signedUp.workspaceUrl}/pet-care/pets`)
      await page.getByText('Bramble').first().waitFor()
    },
  },
]

async function openSecondStep(page: Page): Promise<void> {
  await page.goto(`${apex}/signup`)
  await page.getByLabel('Business name').fill('Harbour Hounds')
  await page.getByRole('radio', { name: 'Pet care' }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Free', { exact: true }).waitFor()
}

async function signIn(page: Page, { workspaceUrl, email }: SignedUp): Promise<void> {
  await page.goto(`${workspaceUrl}/login`)
  await page.getByLabel('E-mail').fill(email)
  await page.locator('input[name="password"]').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${workspaceUrl}/`)
}

/** A salon with customers, as its second week might find it. */
async function createSalon(): Promise<SignedUp> {
  const subdomain = `pawfect-${Date.now().toString(36).slice(-4)}`
  const email = 'ada@pawfect.example'
  const signedUp = await call<Omit<SignedUp, 'email'>>('/signup', {
    business: { name: 'Pawfect Pets', industry: 'pet-care', address: { city: 'Leith', country: 'Scotland' } },
    subdomain,
    owner: { fullName: 'Ada Moss', email, password },
    preferences: {
      timezone: 'Europe/London',
      currency: 'GBP',
      services: ['bath-and-brush', 'full-groom', 'nail-trim', 'puppy-intro'],
    },
  })
  await waitUntilOpen(signedUp)
  const { accessToken } = await call<{ accessToken: string }>('/auth/login', { subdomain, email, password })
  for (const [owner, pets] of customers) {
    const { id } = await call<{ id: string }>('/owners', owner, accessToken)
    for (const pet of pets) await call('/pets', { ...pet, ownerId: id }, accessToken)
  }
  return { ...signedUp, email }
}

const customers: [owner: object, pets: object[]][] = [
  [
    { name: 'Isla Drummond', email: 'isla@drummond.example', phone: '+44 131 496 0171' },
    [
      { name: 'Bramble', species: 'dog', breed: 'Border terrier', dateOfBirth: '2021-04-12', weight: 6.8 },
      { name: 'Pip', species: 'dog', breed: 'Miniature schnauzer', dateOfBirth: '2023-09-02', weight: 7.1 },
    ],
  ],
  [
    { name: 'Tomasz Lewandowski', email: 'tomasz@lewandowski.example', phone: '+44 131 496 0108' },
    [{ name: 'Kasza', species: 'cat', breed: 'Maine Coon', dateOfBirth: '2019-11-30', weight: 8.25 }],
  ],
  [
    { name: 'Priya Nair', email: 'priya@nair.example', phone: '+44 131 496 0144' },
    [
      { name: 'Biscuit', species: 'dog', breed: 'Cockapoo', dateOfBirth: '2022-02-14', weight: 9.4 },
      { name: 'Clover', species: 'rabbit', breed: 'Mini lop', dateOfBirth: '2024-05-20', weight: 1.6 },
    ],
  ],
  [
    { name: 'Hamish Orr', phone: '+44 131 496 0190' },
    [{ name: 'Skye', species: 'dog', breed: 'Bearded collie', dateOfBirth: '2018-07-01', weight: 21.5 }],
  ],
]

async function waitUntilOpen({ tenantId, watchToken }: Omit<SignedUp, 'email'>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${api}/tenants/${tenantId}/status`, {
      headers: { 'x-watch-token': watchToken },
    })
    const { status } = (await answer.json()) as { status: string }
    if (status === 'trial') return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The workspace did not open.')
}

async function call<T>(path: string, body: object, token?: string): Promise<T> {
  const answer = await fetch(`${api}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

async function takeAll(browser: Browser, signedUp: SignedUp): Promise<void> {
  const screens = {
    desktop: { viewport: { width: 1280, height: 900 } },
    phone: { ...phone, deviceScaleFactor: 2 },
  }
  for (const [screen, device] of Object.entries(screens)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        ...device,
        colorScheme,
        reducedMotion: 'reduce',
        locale: 'en-GB',
      })
      for (const { name, open } of shots) {
        const page = await context.newPage()
        await open(page, signedUp)
        // Fonts, and what a page fetches after it has been drawn.
        await page.waitForLoadState('networkidle')
        await page.screenshot({ path: `${folder}/${name}-${screen}-${colorScheme}.png` })
        await page.close()
      }
      await context.close()
    }
  }
}

await mkdir(folder, { recursive: true })
const isRoot = process.getuid?.() === 0
const browser = await chromium.launch({
  executablePath: findChromium({ searchPath: process.env.PATH ?? '', bundled: chromium.executablePath() }),
  args: isRoot ? ['--no-sandbox'] : [],
})
try {
  await takeAll(browser, await createSalon())
} finally {
  await browser.close()
}
