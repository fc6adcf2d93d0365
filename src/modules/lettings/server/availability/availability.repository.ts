import type { RunQuery } from '#src/db/server/run-query.ts'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import type { Row } from '#src/resources/server/record-delegate.ts'
import { toRecord } from '#src/resources/server/record-row.ts'
import { ALIAS, recordSource } from '#src/resources/server/record-source.repository.ts'
import type { RecordTarget } from '#src/resources/server/record-target.ts'
import { collectValues } from '#src/resources/server/sql-values.ts'
import type { NightsQuery } from './availability-schemas.ts'

/** Every property within the caller's reach, or the one that is asked for, by name. */
export async function findProperties(
  query: RunQuery,
  target: RecordTarget,
  propertyId: string | undefined,
): Promise<AnyRecord[]> {
  const { values, bind } = collectValues()
  const source = recordSource(target, bind)
  const only = propertyId === undefined ? '' : ` and ${ALIAS}.id = ${bind(propertyId, 'uuid')}`
  return findAll(query, target, {
    text: `select ${source.columns} from ${source.from} where ${source.visible}${only} order by ${ALIAS}.name, ${ALIAS}.id`,
    values,
  })
}

/** Every booking within the caller's reach that takes one of the nights, in their order. */
export async function findStays(
  query: RunQuery,
  target: RecordTarget,
  { from, to, propertyId }: NightsQuery,
): Promise<AnyRecord[]> {
  const { values, bind } = collectValues()
  const source = recordSource(target, bind)
  const conditions = [
    source.visible,
    `${ALIAS}.status <> 'cancelled'`,
    `daterange(${ALIAS}.check_in, ${ALIAS}.check_out) && daterange(${bind(from, 'date')}, ${bind(to, 'date')})`,
    ...(propertyId === undefined ? [] : [`${ALIAS}.property_id = ${bind(propertyId, 'uuid')}`]),
  ]
  return findAll(query, target, {
    text: `select ${source.columns} from ${source.from} where ${conditions.join(' and ')}
      order by ${ALIAS}.check_in, ${ALIAS}.id`,
    values,
  })
}

async function findAll(
  query: RunQuery,
  target: RecordTarget,
  { text, values }: { text: string; values: readonly unknown[] },
): Promise<AnyRecord[]> {
  const [found] = await query<{ items: Row[] }>({
    text: `select coalesce(json_agg(found), '[]') as items from (${text}) found`,
    values,
  })
  return (found?.items ?? []).map((row) => toRecord(target, row))
}
