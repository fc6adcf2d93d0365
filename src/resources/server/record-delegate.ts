import type { TenantTx } from '#src/db/server/database.ts'

/** A row of a record: a value per field. */
export type Row = Record<string, unknown>

type Written = { select: { id: true } }

/** What the engine uses of a Prisma model; every model has it, whatever its columns. */
export type RecordDelegate = {
  create(query: Written & { data: Row }): Promise<Row>
  update(query: Written & { where: { id: string }; data: Row }): Promise<Row>
}

/**
 * The model of a resource on a tenant's handle, for writing. Reading goes through `recordSource`.
 * @throws Error when the client has no such model: the declaration and the module's `schema.prisma` differ.
 */
export function delegateOf(db: TenantTx, { name, model }: { name: string; model: string }): RecordDelegate {
  const delegate: unknown = Reflect.get(db, model)
  if (!isDelegate(delegate))
    throw new Error(`Resource ${name} names no model of the tenant client: ${model}.`)
  return delegate
}

function isDelegate(value: unknown): value is RecordDelegate {
  return typeof value === 'object' && value !== null && 'create' in value
}
