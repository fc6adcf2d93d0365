import type { KeyObject } from 'node:crypto'
import type { Module } from '#src/resources/define-module.ts'
import type { SignUpCatalog } from '#src/tenancy/server/sign-up.service.ts'
import { createRouter, mergeRouters } from '#src/trpc/server/init.ts'
import { createConsoleAuditRouter } from './audit/audit.router.ts'
import { createDriftRouter } from './drift/drift.router.ts'
import { createConsoleFeaturesRouter } from './features/features.router.ts'
import { createHealthRouter } from './health/health.router.ts'
import type { Installation } from './health/installation.ts'
import { impersonationsRouter } from './impersonations/impersonations.router.ts'
import { createMigrationsRouter } from './migrations/migrations.router.ts'
import { peopleRouter } from './people/people.router.ts'
import { createPoolRouter } from './pool/pool.router.ts'
import { createTenantsRouter } from './tenants/tenants.router.ts'
import { createUsageRouter } from './usage/usage.router.ts'
import { adminRunsRouter } from './runs/runs.router.ts'
import { outboxRouter } from './outbox/outbox.router.ts'
import { overviewRouter } from './overview/overview.router.ts'

/** What the console needs to know of what is installed. */
export type ConsoleParts = {
  modules: readonly Module[]
  /** what a business may choose that is signed up here */
  catalog: SignUpCatalog
  /** proves of the audit log what the database cannot */
  sealKey: KeyObject
  installation: Installation
}

/** What the console asks and does: the table of contents of its part of the API. */
export function createAdminRouter(parts: ConsoleParts) {
  return createRouter({
    tenants: mergeRouters(createTenantsRouter(parts), createUsageRouter(parts.modules), peopleRouter),
    impersonations: impersonationsRouter,
    features: createConsoleFeaturesRouter(parts.modules.map(({ id }) => id)),
    runs: adminRunsRouter,
    migrations: createMigrationsRouter(parts.modules),
    drift: createDriftRouter(parts.modules),
    health: createHealthRouter(parts.installation),
    pool: createPoolRouter(parts.catalog),
    outbox: outboxRouter,
    overview: overviewRouter,
    audit: createConsoleAuditRouter(parts.sealKey),
  })
}
