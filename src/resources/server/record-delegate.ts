import type { TenantTx } from '#src/db/server/database.ts'
import type { Where } from '../fields/filter.ts'

/** A row as the Prisma client gives it: a value per column, a row per relation. */
export type Row = Record<string, unknown>

type Select = Record<string, unknown>

/** What the engine uses of a Prisma model; every model has it, whatever its columns. */
export type RecordDelegate = {
  findMany(query: {
    where: Where
    select: Select
    orderBy?: readonly Where[]
    skip?: number
    take?: number
  }): Promise<Row[]>
  findFirst(query: { where: Where; select: Select }): Promise<Row | null>
  count(query: { where: Where }): Promise<number>
  create(query: { data: Row; select: Select }): Promise<Row>
  update(query: { where: Where; data: Row; select: Select }): Promise<Row>
}

/**
 * The model of a resource on a tenant's handle.
 * @throws Error when the client has no such model: the declaration and `prisma/tenant/schema.prisma` differ.
 */
export function delegateOf(db: TenantTx, { name, model }: { name: string; model: string }): RecordDelegate {
  const delegate: unknown = Reflect.get(db, model)
  if (!isDelegate(delegate))
    throw new Error(`Resource ${name} names no model of the tenant client: ${model}.`)
  return delegate
}

function isDelegate(value: unknown): value is RecordDelegate {
  return typeof value === 'object' && value !== null && 'findMany' in value
}
