import { createHash } from 'node:crypto'
import type { TenantBlueprint } from '../blueprint.ts'
import { createRoleStatement } from '../role-statement.ts'
import { createSchemaStatement } from '../steps/create-schema.ts'
import { listSecuring } from '../steps/secure.ts'
import type { CatalogTable } from '../tenant-catalog.repository.ts'

const EXAMPLE = { tenantId: 'tenant', schemaName: 'schema', roleName: 'role' }
const UNLOCKED = {
  hasTenantId: true,
  forced: false,
  hasPolicy: false,
  isTouched: true,
  ownPolicy: 'none',
} as const

/**
 * What this code builds, in one word: two processes with the same one build the same schemas. It is made of what the steps write, so
 * that nobody has to remember to raise a number. @param blueprint of all modules there are
 */
export function fingerprintOf(blueprint: TenantBlueprint): string {
  // One table of each sort: those that clients may look into, and one they may not.
  const names = [...blueprint.ownRows.map(({ table }) => table), 'any other']
  const catalog = names.map((name): CatalogTable => ({ name, ...UNLOCKED }))
  const written = [
    createRoleStatement(EXAMPLE.roleName),
    createSchemaStatement(EXAMPLE.schemaName),
    ...listSecuring(catalog, { tenant: EXAMPLE, blueprint }),
    ...blueprint.migrations.map(({ set, name, checksum }) => `${set}/${name} ${checksum}`),
  ]
  return createHash('sha256').update(JSON.stringify(written)).digest('hex').slice(0, 32)
}
