import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import LeakLabReporter from './tools/leak-lab-report.ts'
import LongFirstSequencer from './tools/vitest-sequencer.ts'
import SummaryReporter from './tools/vitest-summary.ts'

const DATABASE_TESTS = 'src/**/*.db.test.ts'
const UNIT_TESTS = ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'deploy/*.test.ts']

/**
 * Loading the product takes longer than most files of tests, so that those of one process share what is loaded. Files
 * that put other modules in the place of real ones cannot: they get a process of their own.
 */
const REPLACES_MODULES = /\bvi\.(mock|unmock|doMock|doUnmock|resetModules)\(/
const aloneTests = globSync(UNIT_TESTS).filter((file) => REPLACES_MODULES.test(readFileSync(file, 'utf8')))
const aloneDatabaseTests = aloneTests.filter((file) => file.endsWith('.db.test.ts'))

const database = {
  globalSetup: ['./src/db/server/testing/global-setup.ts'],
  setupFiles: ['./src/auth/server/testing/quick-password.setup.ts'],
  // All files share one server; more of them at once only wait for each other there.
  maxWorkers: 2,
  // Cloning a template database and hashing a password each take a moment on a busy machine.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 10_000 } },
  // As in playwright.config.ts.
  retry: process.env.CI === undefined ? 0 : 1,
}

export default defineConfig({
  test: {
    environment: 'node',
    reporters: ['default', new LeakLabReporter(), new SummaryReporter()],
    sequence: { sequencer: LongFirstSequencer },
    restoreMocks: true,
    unstubEnvs: true,
    // Reports take the two parts of a suite together: tools/vitest-summary.ts.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: UNIT_TESTS,
          exclude: [DATABASE_TESTS, ...aloneTests],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'unit-alone', include: aloneTests, exclude: [DATABASE_TESTS] },
      },
      {
        extends: true,
        test: {
          ...database,
          name: 'db',
          include: [DATABASE_TESTS],
          exclude: aloneDatabaseTests,
          isolate: false,
        },
      },
      {
        extends: true,
        test: { ...database, name: 'db-alone', include: aloneDatabaseTests },
      },
    ],
    coverage: {
      provider: 'v8',
      // Screens are proven in a browser; everything else by the tests counted here.
      include: ['src/**/*.ts'],
      exclude: ['src/generated/**', 'src/app/**', '**/ui/**', '**/testing/**', '**/*.test.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      thresholds: { lines: 90 },
    },
  },
})
