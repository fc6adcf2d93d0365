import { randomUUID } from 'node:crypto'
import type { Migration } from '#src/db/server/migration-files.ts'
import { placementOf } from '#src/db/server/tenant-scope.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import type { ExecuteDeps } from '#src/provisioning/server/execute-steps.ts'
import { noFault } from '#src/provisioning/server/fault.ts'
import { createStepTable } from '#src/provisioning/server/run-steps.ts'
import { startRun } from '#src/provisioning/server/run.service.ts'
import { estimateSteps } from '#src/provisioning/server/step-estimate.repository.ts'
import { createBlueprintOf } from '#src/resources/server/module-blueprint.ts'
import { newId } from '#src/shared/ids.ts'
import type { BenchServer } from './bench-server.ts'

export type WaitingTenant = {
  tenantId: string
  runId: string
  subdomain: string
  schemaName: string
  roleName: string
}

export type WaitingOptions = {
  modules: readonly string[]
  subdomain?: string
  /** hash of the password of the owner `owner@<subdomain>.test`; without it nobody owns the tenant */
  ownerPasswordHash?: string
}

/** Everything a worker needs to build tenants with the product's own steps. */
export function benchDeps(
  { database }: BenchServer,
  migrations: ReadonlyMap<string, readonly Migration[]>,
): ExecuteDeps {
  return {
    pool: database.pool,
    logger: createLogger({ level: 'silent' }),
    steps: createStepTable({
      workspaceUrl: (subdomain) => `http://${subdomain}.berth.localhost`,
      files: { remove: async () => undefined },
    }),
    blueprintOf: createBlueprintOf(modules, migrations),
    fault: noFault,
  }
}

/** A tenant whose run waits, as sign-up leaves it. */
export async function createWaiting(
  { database }: BenchServer,
  { modules: chosen, subdomain = `b-${randomUUID().slice(0, 13)}`, ownerPasswordHash }: WaitingOptions,
): Promise<WaitingTenant> {
  const tenantId = newId()
  const { schemaName, roleName } = placementOf(tenantId)
  const estimate = await estimateSteps(database.platform, 'create-tenant')
  const runId = await database.platform.$transaction(async (tx) => {
    await tx.tenant.create({
      data: {
        id: tenantId,
        subdomain,
        businessName: 'Bench',
        industry: 'pet-care',
        timezone: 'UTC',
        currency: 'EUR',
        plan: 'free',
        status: 'provisioning',
        schemaName,
        roleName,
      },
    })
    if (ownerPasswordHash !== undefined) {
      await tx.user.create({
        data: {
          id: newId(),
          tenantId,
          email: `owner@${subdomain}.test`,
          fullName: 'Bench',
          passwordHash: ownerPasswordHash,
          role: 'owner',
        },
      })
    }
    return startRun(tx, {
      tenantId,
      kind: 'create-tenant',
      input: { modules: [...chosen], services: [] },
      requestId: 'bench',
      estimate,
    })
  })
  return { tenantId, runId, subdomain, schemaName, roleName }
}

/** Executes the first attempt of a run in this process. @returns milliseconds */
export async function timeRun(deps: ExecuteDeps, runId: string): Promise<number> {
  const startedAt = performance.now()
  await executeRun(deps, { runId, attempt: 1 })
  return performance.now() - startedAt
}
