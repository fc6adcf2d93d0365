import type { AuthKeys } from '#src/auth/server/auth-keys.ts'
import { createAuthRouter } from '#src/auth/server/auth.router.ts'
import { modules } from '#src/modules/registry.ts'
import { createModuleRouters } from '#src/resources/server/module-routers.ts'
import { runsRouter } from '#src/tenancy/server/runs.router.ts'
import { createSignUpRouter } from '#src/tenancy/server/sign-up.router.ts'
import { requireOpenTenant } from '#src/tenancy/server/tenant-procedure.ts'
import { findTenantBySubdomain } from '#src/tenancy/server/tenant.repository.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { signUpCatalog } from './sign-up-catalog.ts'
import { systemRouter } from './system.router.ts'

/** All procedures of the product: the table of contents of its API. */
export function createAppRouter(keys: AuthKeys) {
  return createRouter({
    signUp: createSignUpRouter(signUpCatalog),
    runs: runsRouter,
    auth: createAuthRouter({
      keys,
      findTenant: (ctx, subdomain) => findTenantBySubdomain(ctx.database.platform, subdomain),
      requireOpenTenant,
    }),
    system: systemRouter,
    ...createModuleRouters(modules),
  })
}

export type AppRouter = ReturnType<typeof createAppRouter>
