import { describe, expect, it } from 'vitest'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { executeRun } from './execute-run.ts'
import { tryRunLock } from './run-lock.ts'
import { cancelRun } from './run.service.ts'
import { createWaitingTenant, listRemains, rehearsalDeps } from './testing/rehearsal.ts'

const current = useTestDatabase()

describe('giving a sign-up up', () => {
  it('is refused at once when a worker has just begun', async () => {
    const { pool, platform } = current().database
    const { tenantId, runId } = await createWaitingTenant(current(), 'begun')
    await withPlatformTransaction(pool, async (worker) => {
      await tryRunLock(worker, runId)
      await worker.query('select from platform.tenants where id = $1 for no key update', [tenantId])
      const startedAt = performance.now()
      await expect(cancelRun(platform, runId, systemActor())).rejects.toMatchObject({
        code: 'RUN_NOT_CANCELLABLE',
      })
      expect(performance.now() - startedAt).toBeLessThan(2_000)
    })
  })

  it('ends either with a workspace or with nothing, whoever is first', async () => {
    const { platform } = current().database
    const deps = rehearsalDeps(current())
    for (let round = 0; round < 10; round += 1) {
      const tenant = await createWaitingTenant(current(), `race-${round}`)
      const { runId, tenantId } = tenant
      const cancelling = new Promise((resolve) => setTimeout(resolve, round)).then(() =>
        cancelRun(platform, runId, systemActor()).then(
          () => true,
          () => false,
        ),
      )
      const [isCancelled] = await Promise.all([cancelling, executeRun(deps, { runId, attempt: 1 })])
      const { status } = await platform.tenant.findUniqueOrThrow({ where: { id: tenantId } })
      expect(status).toBe(isCancelled ? 'deleted' : 'trial')
      if (isCancelled) expect(await listRemains(current(), tenant)).toEqual([])
    }
  })
})
