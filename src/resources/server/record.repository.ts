import type { TenantTx } from '#src/db/server/database.ts'
import { pageOffset } from '#src/shared/pagination.ts'
import type { Resource } from '../define-resource.ts'
import type { Where } from '../fields/filter.ts'
import type { AnyRecord } from '../procedure-path.ts'
import { delegateOf, type Row } from './record-delegate.ts'
import { selectOf, toRecord, toRow } from './record-row.ts'
import type { RecordTarget } from './record-target.ts'

/** One page of records and how many there are in all. */
export async function findPage(
  db: TenantTx,
  target: RecordTarget,
  query: { where: Where; orderBy: readonly Where[]; page: number; limit: number },
): Promise<{ items: AnyRecord[]; total: number }> {
  const { where, orderBy, limit } = query
  const delegate = delegateOf(db, target.resource)
  const skip = pageOffset(query)
  const rows = await delegate.findMany({ where, orderBy, skip, take: limit, select: selectOf(target) })
  // A page that is not full tells the total by itself.
  const isLast = rows.length < limit && (rows.length > 0 || skip === 0)
  const total = isLast ? skip + rows.length : await delegate.count({ where })
  return { items: rows.map((row) => toRecord(target, row)), total }
}

/** The record of that id, unless it does not exist or was deleted. */
export async function findRecord(db: TenantTx, target: RecordTarget, id: string): Promise<AnyRecord | null> {
  const row = await delegateOf(db, target.resource).findFirst({
    where: { id, deletedAt: null },
    select: selectOf(target),
  })
  return row && toRecord(target, row)
}

/**
 * Keeps others from changing (`update`) or deleting (`share`) a record until the transaction ends.
 * @returns false when there is no such record
 */
export async function lockRecord(
  tx: TenantTx,
  { resource, id }: { resource: Resource; id: string },
  strength: 'update' | 'share',
): Promise<boolean> {
  // The name of the table was checked when the resource was declared.
  const rows = await tx.$queryRawUnsafe<unknown[]>(
    `select id from "${resource.table}" where id = $1::uuid and deleted_at is null for ${strength}`,
    id,
  )
  return rows.length > 0
}

/** Stores a new record. */
export async function insertRecord(tx: TenantTx, target: RecordTarget, values: Row): Promise<AnyRecord> {
  const { id, tenantId } = values
  const row = await delegateOf(tx, target.resource).create({
    data: { ...toRow(target.resource, values), id, tenantId },
    select: selectOf(target),
  })
  return toRecord(target, row)
}

/** Changes some values of a record that `lockRecord` holds. */
export async function changeRecord(
  tx: TenantTx,
  target: RecordTarget,
  { before, changes }: { before: AnyRecord; changes: Row },
): Promise<AnyRecord> {
  const row = await delegateOf(tx, target.resource).update({
    where: { id: before.id },
    data: { ...toRow(target.resource, changes), updatedAt: timeAfter(before.updatedAt) },
    select: selectOf(target),
  })
  return toRecord(target, row)
}

/** Hides a record that `lockRecord` holds; its row stays. */
export async function hideRecord(tx: TenantTx, target: RecordTarget, record: AnyRecord): Promise<void> {
  const deletedAt = timeAfter(record.updatedAt)
  await delegateOf(tx, target.resource).update({
    where: { id: record.id },
    data: { deletedAt, updatedAt: deletedAt, isActive: false },
    select: { id: true },
  })
}

/** How many records of `resource` refer to a record by `field`. */
export async function countReferring(
  tx: TenantTx,
  { resource, field }: { resource: Resource; field: string },
  id: string,
): Promise<number> {
  return delegateOf(tx, resource).count({ where: { [field]: id, deletedAt: null } })
}

/** Now, but never the same millisecond twice: `updatedAt` tells versions apart. */
function timeAfter(previous: string): Date {
  return new Date(Math.max(Date.now(), Date.parse(previous) + 1))
}
