import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { applyMigrations, revertMigrations } from '#src/db/server/migration-runner.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { modules } from '#src/modules/registry.ts'
import type { Module } from '#src/resources/define-module.ts'
import { snakeCase } from '#src/resources/naming.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { byName, declaredColumns, readCatalog, readChecks } from '#src/resources/server/testing/catalog.ts'
import {
  readPrismaModels,
  type Column,
  type PrismaModel,
} from '#src/resources/server/testing/prisma-schema.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'

const current = useTestDatabase()
const platformSchema = new URL('../../prisma/platform/schema.prisma', import.meta.url)
const MODULES = fileURLToPath(new URL('../modules', import.meta.url))
const resources = modules.flatMap((module: Module) => module.resources)
let tenant: CallTenant
let tables: Map<string, Column[]>

beforeAll(async () => {
  tenant = await createWorkspace(current(), { subdomain: 'catalog', modules })
  tables = await readCatalog(current(), tenant.schemaName)
})

/** The models that the modules keep for the client of tenants. */
async function readModuleModels(): Promise<PrismaModel[]> {
  const models: PrismaModel[] = []
  for await (const file of glob('*/schema.prisma', { cwd: MODULES })) {
    models.push(...(await readPrismaModels(`${MODULES}/${file}`)))
  }
  return models
}

/** Selects every column the client knows: a client that was not generated again fails here. */
async function readThrough(db: object, { model, fields }: PrismaModel): Promise<void> {
  const delegate = Reflect.get(db, model) as { findMany: (query: object) => Promise<unknown[]> }
  await delegate.findMany({ take: 1, select: Object.fromEntries(fields.map((field) => [field, true])) })
}

describe('the schema of a tenant', () => {
  it('equals the tenant client, column by column', async () => {
    const models = await readModuleModels()
    expect(models.map(({ table }) => table).toSorted()).toEqual([...tables.keys()])
    for (const model of models) {
      expect(tables.get(model.table), model.table).toEqual(model.columns.toSorted(byName))
      await withTenantScope(tenant, () => readThrough(current().database.tenant, model))
    }
  })

  it('has every column that the modules declare', () => {
    for (const resource of resources) {
      // A module may keep more beside it, which the client knows: see above.
      expect(tables.get(resource.table), resource.name).toEqual(
        expect.arrayContaining(declaredColumns(resource)),
      )
    }
  })

  it('bounds texts and choices as the declarations do', async () => {
    const checks = await readChecks(current(), tenant.schemaName)
    for (const { name, table, fields } of resources) {
      const definitions = checks.get(table) ?? []
      for (const [key, field] of Object.entries(fields)) {
        const column = snakeCase(key)
        if (field.kind === 'select') {
          const choice = definitions.find((definition) => definition.includes(`(${column} = ANY`)) ?? ''
          const allowed = [...choice.matchAll(/'([^']+)'::text/g)].map(([, value]) => value)
          expect(allowed, `${name}.${key}`).toEqual(field.options.map(({ value }) => value))
        }
        if (
          field.kind === 'text' ||
          field.kind === 'long-text' ||
          field.kind === 'email' ||
          field.kind === 'phone'
        ) {
          const limits = definitions.flatMap((definition) => [
            ...definition.matchAll(new RegExp(`length\\(${column}\\) <= (\\d+)`, 'g')),
          ])
          expect(
            limits.map(([, limit]) => Number(limit)),
            `${name}.${key}`,
          ).toEqual([field.max])
        }
      }
    }
  })

  it('is taken back by the down migrations, and can be built again', async () => {
    const client = await current().database.pool.connect()
    const target = { tenantId: tenant.tenantId, schema: tenant.schemaName }
    const migrations = [...(await loadModuleMigrations(modules)).values()].flat()
    const relations = async () =>
      (
        await client.query('select relname from pg_class where relnamespace = $1::regnamespace', [
          tenant.schemaName,
        ])
      ).rowCount
    try {
      await client.query('begin')
      const before = await relations()
      await revertMigrations(client, { target, migrations })
      expect(await relations()).toBe(0)
      await applyMigrations(client, { target, migrations })
      expect(await relations()).toBe(before)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

describe('the control plane', () => {
  it('equals the platform client, column by column', async () => {
    const catalog = await readCatalog(current(), 'platform')
    // Written before any client exists.
    catalog.delete('applied_migrations')
    const models = await readPrismaModels(platformSchema)
    expect(models.map(({ table }) => table).toSorted()).toEqual([...catalog.keys()])
    for (const model of models) {
      expect(catalog.get(model.table), model.table).toEqual(model.columns.toSorted(byName))
      await readThrough(current().database.platform, model)
    }
  })
})
