import type { Database } from '#src/db/server/database.ts'
import { requireResource, type Module } from '#src/resources/define-module.ts'
import { createSchema, updateSchema } from '#src/resources/record-schemas.ts'
import type { DemoBuilder, DemoPerson } from '#src/resources/server/demo.ts'
import { isMember } from '#src/resources/server/member.repository.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import type { RecordHooks } from '#src/resources/server/record-hooks.ts'
import { createRecord, updateRecord } from '#src/resources/server/record.service.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'

type Filled = {
  tenant: CallTenant
  module: Module
  hooks: Readonly<Record<string, RecordHooks>>
  people: readonly DemoPerson[]
  now: Date
  random: () => number
}

/**
 * Lets a builder fill the tables of one module. What it adds is checked as if the owner had sent it to the API.
 * Runs in the scope of the tenant.
 * @throws ZodError, AppError when the builder breaks a rule
 */
export async function fillModule(
  database: Database,
  { tenant, module, hooks, people, now, random }: Filled,
  build: DemoBuilder,
): Promise<void> {
  const caller = callerFor(database, tenant, people)
  const callOn = (name: string) => ({
    target: { module, resource: requireResource(module, name), ownerId: null, hooks: hooks[name] },
    caller,
  })
  await build({
    db: database.tenant,
    now,
    timeZone: tenant.timezone,
    currency: tenant.currency,
    random,
    people,
    create: (name, values) => {
      const call = callOn(name)
      return createRecord(database.tenant, call, createSchema(call.target.resource).parse(values))
    },
    update: (name, id, values) => {
      const call = callOn(name)
      const given = updateSchema(call.target.resource).parse({ ...values, id })
      return updateRecord(database.tenant, call, { ...given, id })
    },
  })
}

function callerFor(database: Database, tenant: CallTenant, people: readonly DemoPerson[]): RecordCaller {
  const owner = people.find(({ role }) => role === 'owner')
  if (!owner) throw new Error(`${tenant.subdomain} has no owner.`)
  return {
    tenantId: tenant.tenantId,
    currency: tenant.currency,
    timeZone: tenant.timezone,
    language: tenant.language,
    role: owner.role,
    plan: tenant.plan,
    actor: { userId: owner.id, ip: null, userAgent: null, requestId: null },
    isMember: (userId) => isMember(database.member, userId),
  }
}
