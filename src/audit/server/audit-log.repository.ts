import type { PlatformTx } from '#src/db/server/database.ts'
import { auditEntry, MAX_LISTED, type AuditRecord, type EntryPosition } from '../audit-query.ts'
import {
  conditionOf,
  plainConditionOf,
  wordConditionOf,
  type LogSelection,
} from './log-condition.repository.ts'

const POSITION = `l.id::text, to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`

/** Counted no further than lists reach. */
export async function countEntries(db: PlatformTx, selection: LogSelection): Promise<number> {
  const { sql, values } = conditionOf(selection)
  const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
    `select count(*)::int as count from (
       select from platform.audit_log l where ${sql} limit ${MAX_LISTED + 1}) found`,
    ...values,
  )
  return row?.count ?? 0
}

export type Stretch = { limit: number; offset?: number; after?: EntryPosition | undefined }

/** Positions of matching entries, the newest first. @param stretch from which on, by place or by the last one seen */
export async function listPositions(
  db: PlatformTx,
  selection: LogSelection,
  { limit, offset = 0, after }: Stretch,
): Promise<EntryPosition[]> {
  const { sql, values } = conditionOf(selection)
  const [at, id] = [values.length + 1, values.length + 2]
  const next = after ? ` and (l.created_at, l.id) < ($${at}::timestamptz, $${id}::uuid)` : ''
  if (after) values.push(after.at, after.id)
  return db.$queryRawUnsafe<EntryPosition[]>(
    `select ${POSITION} from platform.audit_log l where ${sql}${next}
     order by l.created_at desc, l.id desc limit ${Math.trunc(limit)} offset ${Math.trunc(offset)}`,
    ...values,
  )
}

/** Matches among the newest entries alone, the newest first. @param count of entries that are looked at */
export async function listRecentMatches(
  db: PlatformTx,
  selection: LogSelection,
  count: number,
): Promise<EntryPosition[]> {
  const { sql, values } = plainConditionOf(selection)
  const words = wordConditionOf(selection, values) ?? 'true'
  return db.$queryRawUnsafe<EntryPosition[]>(
    `with recent as materialized (
       select l.* from platform.audit_log l where ${sql}
       order by l.created_at desc, l.id desc limit ${Math.trunc(count)})
     select ${POSITION} from recent l where ${words} order by l.created_at desc, l.id desc`,
    ...values,
  )
}

/** Ids of matching entries, whichever are found first. */
export async function listMatchIds(
  db: PlatformTx,
  selection: LogSelection,
  limit: number,
): Promise<string[]> {
  const { sql, values } = conditionOf(selection)
  const [found] = await db.$queryRawUnsafe<{ ids: string[] }[]>(
    `select coalesce(array_agg(id::text), '{}') as ids from (
       select l.id from platform.audit_log l where ${sql} limit ${Math.trunc(limit)}) found`,
    ...values,
  )
  return found?.ids ?? []
}

/** How many entries PostgreSQL takes for matching, by its statistics: costs nothing, and can be wrong. */
export async function estimateEntries(db: PlatformTx, selection: LogSelection): Promise<number> {
  const { sql, values } = conditionOf(selection)
  const [row] = await db.$queryRawUnsafe<{ 'QUERY PLAN': { Plan?: { 'Plan Rows'?: number } }[] }[]>(
    `explain (format json) select from platform.audit_log l where ${sql}`,
    ...values,
  )
  return row?.['QUERY PLAN'][0]?.Plan?.['Plan Rows'] ?? 0
}

/** An entry, and the tenant whose log it stands in; null in that of the platform. */
export type LogEntry = AuditRecord & { tenantId: string | null }

/** The entries themselves, in the scope of whoever may read them, the newest first. */
export async function listEntries(db: PlatformTx, ids: readonly string[]): Promise<LogEntry[]> {
  const rows = await db.$queryRaw<
    (Omit<LogEntry, 'actor' | 'resource' | 'createdAt'> & {
      at: Date
      actorKind: AuditRecord['actor']['kind']
      actorId: string | null
      actorName: string | null
      resourceType: string
      resourceId: string | null
    })[]
  >`
    select l.id::text, l.tenant_id::text as "tenantId", l.created_at as at, l.action, l.actor_kind as "actorKind", l.actor_id::text as "actorId",
      u.full_name as "actorName", l.resource_type as "resourceType", l.resource_id as "resourceId", l.details, l.ip,
      l.user_agent as "userAgent", l.request_id as "requestId"
    from platform.audit_log l
    left join platform.users u on u.id = l.actor_id and u.tenant_id is not distinct from
      case when l.actor_kind = 'platform' then null else l.tenant_id end
    where l.id = any (${[...ids]}::uuid[]) order by l.created_at desc, l.id desc`
  return rows.map(({ at, actorKind, actorId, actorName, resourceType, resourceId, details, ...row }) => {
    const { impersonator, ...rest } = details
    const second = auditEntry.shape.actor.shape.impersonator.safeParse(impersonator).data
    return {
      ...row,
      createdAt: at.toISOString(),
      actor: { kind: actorKind, id: actorId, name: actorName, ...(second ? { impersonator: second } : {}) },
      resource: { type: resourceType, id: resourceId },
      details: second ? rest : details,
    }
  })
}

/** People whose name or address contains what was typed. */
export async function listActorIds(db: PlatformTx, q: string): Promise<string[]> {
  const people = await db.user.findMany({
    where: {
      OR: [
        { fullName: { contains: q, mode: 'insensitive' } },
        { email: { contains: q, mode: 'insensitive' } },
      ],
    },
    select: { id: true },
    take: 50,
  })
  return people.map(({ id }) => id)
}
