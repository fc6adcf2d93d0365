import type { PlatformTx } from '#src/db/server/database.ts'
import { MAX_LISTED, type AuditFilters, type AuditRecord, type EntryPosition } from '../audit-query.ts'

/** Whose log, and which of its entries; `words` are searched by the platform's handle alone. */
export type LogSelection = {
  tenantId: string | null
  filters: AuditFilters
  actorIds?: readonly string[]
  ids?: readonly string[]
}

type Condition = { sql: string; values: unknown[] }

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

type Stretch = { limit: number; offset?: number; after?: EntryPosition | undefined }

/** Words with more matches than this are frequent enough to be met on the way back from the newest entry. */
const RARE = 20_000

/** Positions of matching entries, the newest first. @param stretch from which on, by place or by the last one seen */
export async function listPositions(
  db: PlatformTx,
  selection: LogSelection,
  stretch: Stretch,
): Promise<EntryPosition[]> {
  if (!selection.filters.q) return walkPositions(db, selection, stretch)
  // PostgreSQL cannot guess how rare a word is, and would walk through a whole log for one that never was.
  const { sql, values } = conditionOf(selection)
  const [found] = await db.$queryRawUnsafe<{ ids: string[] }[]>(
    `select coalesce(array_agg(id::text), '{}') as ids from (
       select l.id from platform.audit_log l where ${sql} limit ${RARE + 1}) found`,
    ...values,
  )
  const ids = found?.ids ?? []
  if (ids.length > RARE) return walkPositions(db, selection, stretch)
  const { tenantId } = selection
  return walkPositions(db, { tenantId, filters: {}, ids }, stretch)
}

async function walkPositions(
  db: PlatformTx,
  selection: LogSelection,
  { limit, offset = 0, after }: Stretch,
): Promise<EntryPosition[]> {
  const { sql, values } = conditionOf(selection)
  const [at, id] = [values.length + 1, values.length + 2]
  const next = after ? ` and (l.created_at, l.id) < ($${at}::timestamptz, $${id}::uuid)` : ''
  if (after) values.push(after.at, after.id)
  return db.$queryRawUnsafe<EntryPosition[]>(
    `select l.id::text, to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from platform.audit_log l where ${sql}${next}
     order by l.created_at desc, l.id desc limit ${Math.trunc(limit)} offset ${Math.trunc(offset)}`,
    ...values,
  )
}

/** The entries themselves, in the scope of whoever may read them, the newest first. */
export async function listEntries(db: PlatformTx, ids: readonly string[]): Promise<AuditRecord[]> {
  const rows = await db.$queryRaw<
    (Omit<AuditRecord, 'actor' | 'resource' | 'createdAt'> & {
      at: Date
      actorKind: AuditRecord['actor']['kind']
      actorId: string | null
      actorName: string | null
      resourceType: string
      resourceId: string | null
    })[]
  >`
    select l.id::text, l.created_at as at, l.action, l.actor_kind as "actorKind", l.actor_id::text as "actorId",
      u.full_name as "actorName", l.resource_type as "resourceType", l.resource_id as "resourceId", l.details, l.ip,
      l.user_agent as "userAgent", l.request_id as "requestId"
    from platform.audit_log l
    left join platform.users u on u.id = l.actor_id and u.tenant_id is not distinct from
      case when l.actor_kind = 'platform' then null else l.tenant_id end
    where l.id = any (${[...ids]}::uuid[]) order by l.created_at desc, l.id desc`
  return rows.map(({ at, actorKind, actorId, actorName, resourceType, resourceId, ...row }) => ({
    ...row,
    createdAt: at.toISOString(),
    actor: { kind: actorKind, id: actorId, name: actorName },
    resource: { type: resourceType, id: resourceId },
  }))
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

function conditionOf({ tenantId, filters, actorIds = [], ids }: LogSelection): Condition {
  const values: unknown[] = []
  const parts: string[] = []
  function add(value: unknown, sqlOf: (parameter: string) => string): void {
    values.push(value)
    parts.push(sqlOf(`$${values.length}`))
  }
  if (tenantId === null) parts.push('l.tenant_id is null')
  else add(tenantId, (p) => `l.tenant_id = ${p}::uuid`)
  if (ids) add([...ids], (p) => `l.id = any (${p}::uuid[])`)
  const { actorId, action, resourceType, resourceId, from, to, q } = filters
  if (actorId) add(actorId, (p) => `l.actor_id = ${p}::uuid`)
  if (action) {
    add(action, (p) => `l.action collate "C" >= ${p}`)
    add(`${action}\u{10ffff}`, (p) => `l.action collate "C" < ${p}`)
  }
  if (resourceType) add(resourceType, (p) => `l.resource_type = ${p}`)
  if (resourceId) add(resourceId, (p) => `l.resource_id = ${p}`)
  if (from) add(momentOf(from), (p) => `l.created_at >= ${p}::timestamptz`)
  if (to) add(momentOf(to, { endOfDay: true }), (p) => `l.created_at < ${p}::timestamptz`)
  if (q) {
    values.push(`'tenant:${tenantId ?? 'none'}'`, wordsOf(q), [...actorIds])
    const [tenant, words, actors] = [values.length - 2, values.length - 1, values.length]
    parts.push(`(platform.audit_words(l.tenant_id, l.action, l.resource_type, l.resource_id, l.details)
      @@ ($${tenant}::tsquery && to_tsquery('simple', $${words})) or l.actor_id = any ($${actors}::uuid[]))`)
  }
  return { sql: parts.join(' and '), values }
}

/** A day counts whole: as its first moment, or as the first one behind it. */
function momentOf(text: string, { endOfDay = false } = {}): string {
  const moment = new Date(text)
  if (endOfDay && !text.includes('T')) moment.setUTCDate(moment.getUTCDate() + 1)
  return moment.toISOString()
}

/** Every word typed has to occur, at least as the beginning of one. */
function wordsOf(q: string): string {
  const words = q.split(/\s+/).slice(0, 8)
  return words.map((word) => `'${word.replaceAll(/['\\]/g, (mark) => mark + mark)}':*`).join(' & ')
}
