import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const WRITES = /auditLog\.(create|createMany|upsert)|insert into (platform\.)?audit_log|append_audit\(/i

it('nobody writes to the log but the one place that takes secrets out', () => {
  const files = globSync('src/**/*.ts', { exclude: (name) => name === 'generated' })
  const writers = files.filter(
    (file) => !/\.test\.ts$|\/testing\//.test(file) && WRITES.test(readFileSync(file, 'utf8')),
  )
  expect(files.length).toBeGreaterThan(200)
  expect(writers).toEqual(['src/audit/server/append-audit.repository.ts'])
})
