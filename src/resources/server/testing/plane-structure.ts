import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { readStructures } from '#src/provisioning/server/drift/structure.repository.ts'

/**
 * Everything that a tenant's schema holds, one line each, as checks for drift read it. Names of the tenant's own are replaced,
 * so that two tenants can be compared.
 */
export async function readPlaneStructure(
  { database }: Pick<TestDatabase, 'database'>,
  plane: { schemaName: string; roleName: string },
): Promise<string[]> {
  const structures = await withPlatformTransaction(database.pool, (client) => readStructures(client, [plane]))
  const objects = structures.get(plane.schemaName) ?? []
  return objects
    .filter(({ kind }) => kind !== 'role' && kind !== 'schema')
    .map(({ kind, name, aspects }) => {
      const values = Object.keys(aspects)
        .toSorted()
        .map((aspect) => aspects[aspect])
      return [kind, name.replace('.', ' '), ...values.flat().filter((value) => value !== null)].join(' ')
    })
    .toSorted()
}
