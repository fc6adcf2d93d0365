import { createAdminRouter } from '#src/admin/server/admin.router.ts'
import type { AuthKeys } from '#src/auth/server/auth-keys.ts'
import { createAuthRouter } from '#src/auth/server/auth.router.ts'
import { modules } from '#src/modules/registry.ts'
import { moduleServers } from '#src/modules/server-registry.ts'
import { createModuleRouters } from '#src/resources/server/module-routers.ts'
import { createFeaturesRouter } from '#src/tenancy/server/features.router.ts'
import { invitationsRouter } from '#src/tenancy/server/invitations.router.ts'
import { membersRouter } from '#src/tenancy/server/members.router.ts'
import { createAuditRouter } from '#src/tenancy/server/audit.router.ts'
import { ownRunsRouter } from '#src/tenancy/server/own-runs.router.ts'
import { createRegisterRouter } from '#src/tenancy/server/register.router.ts'
import { runsRouter } from '#src/tenancy/server/runs.router.ts'
import { createSignUpRouter } from '#src/tenancy/server/sign-up.router.ts'
import { requireOpenTenant } from '#src/tenancy/server/tenant-procedure.ts'
import { findTenantById, findTenantBySubdomain } from '#src/tenancy/server/tenant.repository.ts'
import { tenantRouter } from '#src/tenancy/server/tenant.router.ts'
import { createRouter, mergeRouters } from '#src/trpc/server/init.ts'
import { describeInstallation, noProcess, type ProcessParts } from './ops/installation.ts'
import { signUpCatalog } from './sign-up-catalog.ts'
import { systemRouter } from './system.router.ts'

const moduleIds = modules.map(({ id }) => id)

/** All procedures of the product: the table of contents of its API. */
export function createAppRouter(keys: AuthKeys, process: ProcessParts = noProcess) {
  return createRouter({
    signUp: createSignUpRouter(signUpCatalog),
    runs: mergeRouters(runsRouter, ownRunsRouter),
    auth: mergeRouters(
      createAuthRouter({
        keys,
        findTenant: (ctx, subdomain) => findTenantBySubdomain(ctx.database.platform, subdomain),
        findTenantById: (ctx, tenantId) => findTenantById(ctx.database.platform, tenantId),
        requireOpenTenant,
      }),
      createRegisterRouter(keys),
    ),
    tenant: tenantRouter,
    members: membersRouter,
    invitations: invitationsRouter,
    features: createFeaturesRouter(moduleIds),
    audit: createAuditRouter(keys.auditSeal),
    system: systemRouter,
    admin: createAdminRouter({
      modules,
      catalog: signUpCatalog,
      sealKey: keys.auditSeal,
      installation: describeInstallation(process),
    }),
    ...createModuleRouters(modules, moduleServers),
  })
}

export type AppRouter = ReturnType<typeof createAppRouter>
