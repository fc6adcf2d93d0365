import { z } from 'zod'
import { may } from '#src/auth/permissions.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { signedInProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import type { Module } from '../define-module.ts'
import { camelCase, type CamelCase } from '../naming.ts'
import { targetFor } from './record-target.ts'
import { countRecords } from './record-counts.repository.ts'
import { createResourceRouter, type ResourceRouter } from './resource.router.ts'

/** How many records the caller may list, by resource: for the navigation and the dashboard. */
function createCountsProcedure(module: Module) {
  return signedInProcedure()
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

/** Builds the routers of all resources of all modules, to be spread into the root router. */
export function createModuleRouters<const Modules extends readonly Module[]>(
  modules: Modules,
): ModuleRouters<Modules> {
  return Object.fromEntries(
    modules.map((module) => [
      camelCase(module.id),
      {
        getCounts: createCountsProcedure(module),
        ...Object.fromEntries(
          module.resources.map((resource) => [
            camelCase(resource.name),
            createResourceRouter(module, resource),
          ]),
        ),
      },
    ]),
  ) as ModuleRouters<Modules>
}
