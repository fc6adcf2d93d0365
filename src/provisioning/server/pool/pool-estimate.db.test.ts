import { expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { executeRun } from '../execute-run.ts'
import { estimateSteps } from '../step-estimate.repository.ts'
import { createWaitingTenant } from '../testing/rehearsal.ts'
import { claimingDeps, settle } from './testing/pool-lab.ts'

const current = useTestDatabase()

it('what runs usually take is told by runs that found a schema, or by those that did not', async () => {
  await settle(current())
  for (const name of ['warm', 'cold']) {
    const { runId } = await createWaitingTenant(current(), name)
    await executeRun(claimingDeps(current()), { runId, attempt: 1 })
  }
  await current().inspect(
    `update platform.provisioning_runs
     set started_at = finished_at - case when is_prepared then interval '1 s' else interval '9 s' end`,
  )
  const estimate = async () =>
    (await estimateSteps(current().database.platform, 'create-tenant', ['notes', 'other'])).totalMs
  expect(await estimate()).toBe(9_000)
  await settle(current())
  expect(await estimate()).toBe(1_000)
})
