import type { TenantCall } from '#src/tenancy/server/tenant-procedure.ts'
import { tenantProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import type { ErrorCode } from '#src/shared/errors/catalogue.ts'
import type { Module } from '../define-module.ts'
import type { Resource } from '../define-resource.ts'
import {
  createSchema,
  deletedRecord,
  listSchema,
  pageSchema,
  recordAddress,
  recordSchema,
  replaceSchema,
  updateSchema,
} from '../record-schemas.ts'
import { targetFor } from './record-target.ts'
import { listMachines } from './status-rules.ts'
import { callerOf } from './record-caller.ts'
import type { RecordHooks } from './record-hooks.ts'
import {
  createRecord,
  deleteRecord,
  getRecord,
  listRecords,
  replaceRecord,
  updateRecord,
} from './record.service.ts'

/**
 * The calls of one resource, for tRPC and, by the same procedures, for REST. What no role may do has no call.
 * @param hooks what the module adds to writes of the resource
 */
export function createResourceRouter<R extends Resource>(
  module: Module,
  { resource, hooks }: { resource: R; hooks: RecordHooks | undefined },
) {
  const targetOf = ({ identity }: TenantCall) => targetFor(identity, { module, resource, hooks })
  const { name, singular, plural } = resource
  const within = { module: module.id }
  const tags = [module.title]
  const output = recordSchema(resource)
  const twice: ErrorCode[] = Object.keys(resource.unique).length > 0 ? ['ALREADY_EXISTS'] : []
  const moves: ErrorCode[] = listMachines(resource).length > 0 ? ['INVALID_TRANSITION'] : []
  const refusals = hooks?.errors ?? []

  const procedures = {
    list: tenantProcedure(`${name}:list`, within)
      .meta({ openapi: { method: 'GET', path: `/${name}`, tags, summary: `List ${plural}` } })
      .input(listSchema(resource))
      .output(pageSchema(resource))
      .query(({ ctx, input }) => listRecords(ctx.database.tenantQuery, targetOf(ctx), input)),

    get: tenantProcedure(`${name}:get`, within)
      .meta({
        openapi: { method: 'GET', path: `/${name}/{id}`, tags, summary: `Get one ${singular}` },
        errors: ['NOT_FOUND'],
      })
      .input(recordAddress)
      .output(output)
      .query(({ ctx, input }) => getRecord(ctx.database.tenantQuery, targetOf(ctx), input.id)),

    create: tenantProcedure(`${name}:create`, within)
      .meta({
        openapi: { method: 'POST', path: `/${name}`, tags, summary: `Create one ${singular}` },
        successStatus: 201,
        errors: ['PLAN_LIMIT_REACHED', ...twice, ...refusals],
      })
      .input(createSchema(resource))
      .output(output)
      .mutation(({ ctx, input }) =>
        createRecord(ctx.database.tenant, { target: targetOf(ctx), caller: callerOf(ctx) }, input),
      ),

    update: tenantProcedure(`${name}:update`, within)
      .meta({
        openapi: { method: 'PATCH', path: `/${name}/{id}`, tags, summary: `Change one ${singular}` },
        errors: ['NOT_FOUND', 'CONFLICT', ...twice, ...moves, ...refusals],
      })
      .input(updateSchema(resource))
      .output(output)
      .mutation(({ ctx, input }) =>
        updateRecord(ctx.database.tenant, { target: targetOf(ctx), caller: callerOf(ctx) }, input),
      ),

    replace: tenantProcedure(`${name}:update`, within)
      .meta({
        openapi: { method: 'PUT', path: `/${name}/{id}`, tags, summary: `Replace one ${singular}` },
        errors: ['NOT_FOUND', 'CONFLICT', ...twice, ...moves, ...refusals],
      })
      .input(replaceSchema(resource))
      .output(output)
      .mutation(({ ctx, input }) =>
        replaceRecord(ctx.database.tenant, { target: targetOf(ctx), caller: callerOf(ctx) }, input),
      ),

    delete: tenantProcedure(`${name}:delete`, within)
      .meta({
        openapi: { method: 'DELETE', path: `/${name}/{id}`, tags, summary: `Delete one ${singular}` },
        errors: ['NOT_FOUND', 'STILL_REFERENCED'],
      })
      .input(recordAddress)
      .output(deletedRecord)
      .mutation(({ ctx, input }) =>
        deleteRecord(ctx.database.tenant, { target: targetOf(ctx), caller: callerOf(ctx) }, input.id),
      ),
  }
  const allowed = Object.entries(procedures).filter(([action]) => isAllowed(resource, action))
  return createRouter(Object.fromEntries(allowed) as typeof procedures)
}

function isAllowed({ permissions }: Resource, action: string): boolean {
  const { [action === 'replace' ? 'update' : action]: roles = [] }: Record<string, readonly string[]> =
    permissions
  return roles.length > 0
}

/** The router of a resource, with the types of its own fields. */
export type ResourceRouter<R extends Resource> = ReturnType<typeof createResourceRouter<R>>
