import { defineConfig } from 'vitest/config'
import LeakLabReporter from './tools/leak-lab-report.ts'
import SummaryReporter from './tools/vitest-summary.ts'

const DATABASE_TESTS = 'src/**/*.db.test.ts'

export default defineConfig({
  test: {
    environment: 'node',
    reporters: ['default', new LeakLabReporter(), new SummaryReporter()],
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'deploy/*.test.ts'],
          exclude: [DATABASE_TESTS],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [DATABASE_TESTS],
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
        },
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
