import type { TenantTx } from '#src/db/server/database.ts'
import { queryIn, type RunQuery } from '#src/db/server/run-query.ts'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { AnyRecord } from '../procedure-path.ts'
import type { ListQuery } from '../record-schemas.ts'
import { pageStatement } from './page-statement.repository.ts'
import { delegateOf, type Row } from './record-delegate.ts'
import { toRecord, toRow } from './record-row.ts'
import { ALIAS, recordSource } from './record-source.repository.ts'
import type { RecordTarget } from './record-target.ts'
import { collectValues } from './sql-values.ts'
import { columnOf, visibleRows } from './visible-rows.repository.ts'

/** One page of records and how many there are in all. */
export async function findPage(
  query: RunQuery,
  target: RecordTarget,
  asked: ListQuery,
): Promise<{ items: AnyRecord[]; total: number }> {
  const [page] = await query<{ items: Row[]; total: number }>(pageStatement(target, asked))
  return { items: (page?.items ?? []).map((row) => toRecord(target, row)), total: page?.total ?? 0 }
}

/** The record of that id, unless it does not exist, was deleted, or is out of the caller's reach. */
export async function findRecord(
  query: RunQuery,
  target: RecordTarget,
  id: string,
): Promise<AnyRecord | null> {
  const { values, bind } = collectValues()
  const { from, visible, columns } = recordSource(target, bind)
  const text = `select to_json(found) as record
    from (select ${columns} from ${from} where ${ALIAS}.id = ${bind(id, 'uuid')} and ${visible}) found`
  const [found] = await query<{ record: Row }>({ text, values })
  return found ? toRecord(target, found.record) : null
}

/**
 * Keeps others from changing (`update`) or deleting (`share`) a record until the transaction ends.
 * @returns false when there is no such record within the caller's reach
 */
export async function lockRecord(
  tx: TenantTx,
  { id, ...target }: RecordTarget & { id: string },
  strength: 'update' | 'share',
): Promise<boolean> {
  const { values, bind } = collectValues()
  const table = quoteIdentifier(target.resource.table)
  const condition = `${ALIAS}.id = ${bind(id, 'uuid')} and ${visibleRows(target, { alias: ALIAS, bind })}`
  const text = `select ${ALIAS}.id from ${table} ${ALIAS} where ${condition} for ${strength} of ${ALIAS}`
  return (await queryIn(tx)({ text, values })).length > 0
}

/** Stores a new record. */
export async function insertRecord(tx: TenantTx, target: RecordTarget, values: Row): Promise<AnyRecord> {
  const { id, tenantId } = values
  await delegateOf(tx, target.resource).create({
    data: { ...toRow(target.resource, values), id, tenantId },
    select: { id: true },
  })
  return requireWritten(tx, target, String(id))
}

/** Changes some values of a record that `lockRecord` holds. */
export async function changeRecord(
  tx: TenantTx,
  target: RecordTarget,
  { before, changes }: { before: AnyRecord; changes: Row },
): Promise<AnyRecord> {
  await delegateOf(tx, target.resource).update({
    where: { id: before.id },
    data: { ...toRow(target.resource, changes), updatedAt: timeAfter(before.updatedAt) },
    select: { id: true },
  })
  return requireWritten(tx, target, before.id)
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

/** How many records refer to a record by `field`. */
export async function countReferring(
  tx: TenantTx,
  { field, ...target }: RecordTarget & { field: string },
  id: string,
): Promise<number> {
  const { values, bind } = collectValues()
  const condition = `${columnOf(ALIAS, field)} = ${bind(id, 'uuid')} and ${visibleRows(target, { alias: ALIAS, bind })}`
  const text = `select count(*)::int as count from ${quoteIdentifier(target.resource.table)} ${ALIAS} where ${condition}`
  const [row] = await queryIn(tx)<{ count: number }>({ text, values })
  return row?.count ?? 0
}

/** @throws Error when the caller could not read what they wrote: the rules before the write have a gap */
async function requireWritten(tx: TenantTx, target: RecordTarget, id: string): Promise<AnyRecord> {
  const record = await findRecord(queryIn(tx), target, id)
  if (!record) throw new Error(`A record of ${target.resource.name} was written out of the caller's reach.`)
  return record
}

/** Now, but never the same millisecond twice: `updatedAt` tells versions apart. */
function timeAfter(previous: string): Date {
  return new Date(Math.max(Date.now(), Date.parse(previous) + 1))
}
