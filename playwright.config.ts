import { chromium, defineConfig } from '@playwright/test'
import { findChromium } from './tools/find-chromium.ts'

const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/fixtures/global-setup.ts',
  outputDir: 'test-results',
  // A test that passes at the second try hides a fault, and is named at the end of the run. On a shared machine that
  // stalls for seconds it should not undo an hour of everybody's work.
  retries: process.env.CI === undefined ? 0 : 1,
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  // Long enough for a shared machine; what is there is seen at once.
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['html', { outputFolder: 'playwright-report', open: 'never' }],
    ['./tools/playwright-summary.ts'],
  ],
  use: {
    // Recording costs a third of the time; `--trace on` does it where something is to be looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
    // What moves is tested where it matters; everywhere else it would be waited for.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: findChromium({
        searchPath: process.env.PATH ?? '',
        bundled: chromium.executablePath(),
        headless: true,
      }),
      args: [
        // Chromium refuses its sandbox to root.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
})
