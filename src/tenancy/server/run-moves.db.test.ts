import { expect, it } from 'vitest'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { createTestTenant } from '#src/auth/server/testing/accounts.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { runMoves, type RunMove } from '#src/provisioning/run-list.ts'
import { runStates, type RunState } from '#src/provisioning/run.ts'
import { cancelRun, rollBackRun } from '#src/provisioning/server/run.service.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import { tenantStatuses, type TenantStatus } from '../tenant.ts'
import { retryAnyRun } from './retry-run.service.ts'
import { listRunMoves } from './run-moves.service.ts'

const current = useTestDatabase()
const actor = systemActor()

type Standing = { state: RunState; status: TenantStatus }

async function addRun({ state, status }: Standing): Promise<{ runId: string; tenantId: string }> {
  const { platform } = current().database
  const tenantId = await createTestTenant(platform, { subdomain: `t-${newId().slice(-12)}`, status })
  const runId = newId()
  const input = { modules: ['pet-care'], services: [] }
  await platform.provisioningRun.create({
    data: { id: runId, tenantId, kind: 'create-tenant', state, input },
  })
  return { runId, tenantId }
}

async function isAccepted(move: RunMove, standing: Standing): Promise<boolean> {
  const { platform, pool } = current().database
  const run = await addRun(standing)
  const moves: Record<RunMove, () => Promise<void>> = {
    retry: () => retryAnyRun(platform, { ...run, actor, requestId: 'request-1' }),
    cancel: () => cancelRun(platform, run.runId, actor),
    rollback: () => rollBackRun(pool, run.runId, { actor }),
  }
  return moves[move]().then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError && error.code.startsWith('RUN_NOT_')) return false
      throw error
    },
  )
}

it.each(runStates)(
  'tells of a run that is %s what the services accept, whatever its tenant is',
  async (state) => {
    for (const status of tenantStatuses) {
      const told = await listRunMoves(current().database.platform, await addRun({ state, status }))
      const accepted: RunMove[] = []
      for (const move of runMoves) if (await isAccepted(move, { state, status })) accepted.push(move)
      expect({ status, told }).toEqual({ status, told: accepted })
    }
  },
)
