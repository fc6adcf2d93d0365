// Takes the pictures in docs/images from a Berth that runs, on data that may go:
//   BERTH_DATA_DIR=/tmp/pictures BERTH_ADMIN_EMAIL=grace@berth.example npm start -- --demo
//   npx node tools/take-screenshots.ts --admin EMAIL:PASSWORD --demo PASSWORD [--only NAME] [http://berth.localhost:3000]
// Both passwords are printed at the first start. A salon is signed up on the way.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, devices, type Browser, type BrowserContextOptions } from '@playwright/test'
import { findChromium } from './find-chromium.ts'
import { listConsoleShots } from './screenshots/console-shots.ts'
import { readDemoFleet } from './screenshots/demo-fleet.ts'
import { listDemoShots } from './screenshots/demo-shots.ts'
import { createSalon } from './screenshots/salon.ts'
import type { Shot } from './screenshots/shot.ts'
import { listSignUpShots } from './screenshots/sign-up-shots.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    admin: { type: 'string', default: '' },
    demo: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
  },
})
const apex = positionals[0] ?? 'http://berth.localhost:3000'
// Node does not know the name; by its address the server takes a call for one to the apex.
const api = `http://127.0.0.1:${new URL(apex).port}/api/v1`
const folder = fileURLToPath(new URL('../docs/images', import.meta.url))
const [email = '', password = ''] = values.admin.split(':')

const screens: Readonly<Record<'desktop' | 'phone', BrowserContextOptions>> = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { ...devices['iPhone 13'], deviceScaleFactor: 2 },
}

async function listShots(): Promise<Shot[]> {
  const admin = { email, password }
  const fleet = await readDemoFleet({ apex, api, admin, password: values.demo })
  const shots = [...listDemoShots(fleet), ...listConsoleShots({ apex, admin, fleet })]
  const ofSignUp = 'landing wizard live-status workspace'.includes(values.only)
  const all = ofSignUp ? [...listSignUpShots(apex, await createSalon(api)), ...shots] : shots
  return all.filter(({ name }) => name.startsWith(values.only))
}

async function takeAll(browser: Browser, shots: readonly Shot[]): Promise<void> {
  for (const [screen, device] of Object.entries(screens)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const { name, open, onPhone = false } of shots) {
        if (screen === 'phone' && !onPhone) continue
        // Each from the beginning: whoever is signed in for one picture is not for the next.
        const context = await browser.newContext({
          ...device,
          colorScheme,
          reducedMotion: 'reduce',
          locale: 'en-GB',
        })
        const page = await context.newPage()
        await open(page)
        // Fonts, and what a page fetches after it has been drawn.
        await page.waitForLoadState('networkidle')
        await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'))
        await page.screenshot({ path: `${folder}/${name}-${screen}-${colorScheme}.png` })
        await context.close()
      }
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
  await takeAll(browser, await listShots())
} finally {
  await browser.close()
}
