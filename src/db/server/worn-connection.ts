import type { PoolClient } from 'pg'

/**
 * Schemas one connection works in before it is given up. PostgreSQL keeps what it has read about a schema until the connection
 * ends, up to 0.6 MB of a tenant: a connection that has met thousands of tenants would hold gigabytes.
 */
const MAX_SCHEMAS = 100

const schemasOf = new WeakMap<PoolClient, Set<string>>()

/** Remembers that a connection works in a schema. */
export function noteSchema(client: PoolClient, schema: string): void {
  const schemas = schemasOf.get(client)
  if (schemas) schemas.add(schema)
  else schemasOf.set(client, new Set([schema]))
}

/** True for a connection that shall be closed instead of going back to its pool. */
export function isWorn(client: PoolClient): boolean {
  return (schemasOf.get(client)?.size ?? 0) >= MAX_SCHEMAS
}
