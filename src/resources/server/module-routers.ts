import { z } from 'zod'
import { may } from '#src/auth/permissions.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { signedInProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import type { Module } from '../define-module.ts'
import { camelCase, type CamelCase } from '../naming.ts'
import { targetFor } from './record-target.ts'
import type { ModuleServer } from './define-module-server.ts'
import { countRecords } from './record-counts.repository.ts'
import { createResourceRouter, type ResourceRouter } from './resource.router.ts'

/** How many records the caller may list, by resource: for the navigation and the dashboard. */
function createCountsProcedure(module: Module) {
  return signedInProcedure({ impersonation: 'allowed' })
    .output(z.record(z.string(), z.number().int()))
    .query(({ ctx }) => {
      if (!ctx.tenant.modules.includes(module.id)) throw new AppError('MODULE_NOT_ENABLED')
      const { permissions, identity } = ctx
      const visible = module.resources.filter(({ name }) => may(permissions, identity, `${name}:list`))
      const targets = visible.map((resource) => targetFor(identity, { module, resource }))
      return countRecords(ctx.database.tenantQuery, targets)
    })
}

type ModuleRouter<M extends Module> = {
  [R in M['resources'][number] as CamelCase<R['name']>]: ResourceRouter<R>
} & { getCounts: ReturnType<typeof createCountsProcedure> }

/** The routers of all modules by their names in code: `petCare.pets`. */
export type ModuleRouters<Modules extends readonly Module[]> = {
  [M in Modules[number] as CamelCase<M['id']>]: ModuleRouter<M>
}

/** What the server parts of modules add to them: `petCare.schedule`. */
export type ServerRouters<Servers extends readonly ModuleServer[]> = {
  [S in Servers[number] as CamelCase<S['module']['id']>]: S['routers']
}

/**
 * Builds the routers of all resources of all modules, and of their server parts, to be spread into the root router.
 * @throws Error when a server part names a router like a resource
 */
export function createModuleRouters<
  const Modules extends readonly Module[],
  const Servers extends readonly ModuleServer[] = readonly [],
>(modules: Modules, servers?: Servers): ModuleRouters<Modules> & ServerRouters<Servers> {
  return Object.fromEntries(
    modules.map((module) => [
      camelCase(module.id),
      createModuleRouter(
        module,
        servers?.find((server) => server.module.id === module.id),
      ),
    ]),
  ) as ModuleRouters<Modules> & ServerRouters<Servers>
}

function createModuleRouter(module: Module, server: ModuleServer | undefined): Record<string, unknown> {
  const routers: Record<string, unknown> = { getCounts: createCountsProcedure(module) }
  for (const resource of module.resources) {
    const hooks = server?.hooks[resource.name]
    routers[camelCase(resource.name)] = createResourceRouter(module, { resource, hooks })
  }
  for (const [name, router] of Object.entries(server?.routers ?? {})) {
    if (name in routers) throw new Error(`${module.id}: the router ${name} would hide a resource.`)
    routers[name] = router
  }
  return routers
}
