import { createHash, randomUUID } from 'node:crypto'
import { hashPassword } from '#src/auth/server/password.ts'
import { modules as allModules } from '#src/modules/registry.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import type { BenchServer } from './bench-server.ts'
import { benchDeps, createWaiting, timeRun } from './build-tenant.ts'

export type FleetTenant = { tenantId: string; subdomain: string; schemaName: string; roleName: string }

export type FleetOptions = {
  count: number
  /** what each tenant has; `pet-care` alone without it */
  modules?: readonly string[]
  concurrency?: number
  /** told after each tenant; by default a line on stderr every now and then */
  onProgress?: (built: number, count: number) => void
}

/** What `owner@<subdomain>.test` of every tenant of a fleet signs in with. */
export const FLEET_PASSWORD = 'Harbour-9-lights'
const PROGRESS_EVERY = 100

/**
 * Tenants by the product's own steps, oldest first; those that a kept server has already are not built again.
 * @throws Error when some could not be built
 */
export async function buildFleet(server: BenchServer, options: FleetOptions): Promise<FleetTenant[]> {
  const { count, modules = ['pet-care'], concurrency = 4, onProgress = tellProgress } = options
  const prefix = prefixOf(modules)
  const missing = count - (await listFleet(server, prefix)).length
  const deps = benchDeps(server, await loadModuleMigrations(allModules))
  const ownerPasswordHash = missing > 0 ? await hashPassword(FLEET_PASSWORD) : ''
  let [begun, built] = [0, 0]
  async function work(): Promise<void> {
    while (begun < missing) {
      begun += 1
      const subdomain = `${prefix}-${randomUUID().slice(0, 13)}`
      const { runId } = await createWaiting(server, { modules, subdomain, ownerPasswordHash })
      await timeRun(deps, runId)
      built += 1
      onProgress(count - missing + built, count)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  if (missing > 0) await forgetJobs(server)
  const tenants = (await listFleet(server, prefix)).slice(0, count)
  if (tenants.length < count) throw new Error(`Only ${tenants.length} of ${count} tenants were built.`)
  return tenants
}

/** Fleets of other modules may stand on the same server. */
function prefixOf(modules: readonly string[]): string {
  return `fleet-${createHash('sha256').update(modules.join()).digest('hex').slice(0, 6)}`
}

function listFleet({ database }: BenchServer, prefix: string): Promise<FleetTenant[]> {
  return database.platform.tenant
    .findMany({
      where: { subdomain: { startsWith: `${prefix}-` }, status: 'trial' },
      select: { id: true, subdomain: true, schemaName: true, roleName: true },
      orderBy: { id: 'asc' },
    })
    .then((tenants) => tenants.map(({ id, ...tenant }) => ({ tenantId: id, ...tenant })))
}

/** The runs are done and nobody reads the mails: a worker that starts here later shall not have them to do. */
async function forgetJobs({ database }: BenchServer): Promise<void> {
  await database.pool.query(
    'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
  )
  await database.platform.mailOutbox.updateMany({
    where: { state: 'pending' },
    data: { state: 'sent', sentAt: new Date() },
  })
}

function tellProgress(built: number, count: number): void {
  if (built % PROGRESS_EVERY === 0 || built === count) process.stderr.write(`fleet: ${built} of ${count}\n`)
}
