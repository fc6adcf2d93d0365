import { expect, test } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { executeRun } from '../execute-run.ts'
import { createWaitingTenant, rehearsalDeps } from '../testing/rehearsal.ts'

const current = useTestDatabase()

test('the login role may switch to the role of a tenant, and has none of its rights by itself', async () => {
  const { runId, roleName } = await createWaitingTenant(current(), 'roles')
  await executeRun(rehearsalDeps(current()), { runId, attempt: 1 })
  const { rows } = await current().database.pool.query(
    `select pg_has_role(current_user, $1, 'SET') as switches, pg_has_role(current_user, $1, 'USAGE') as inherits`,
    [roleName],
  )
  expect(rows).toEqual([{ switches: true, inherits: false }])
})
