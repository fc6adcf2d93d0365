import type { PlatformDb } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { containsPattern } from '#src/shared/contains-pattern.ts'
import { isId } from '#src/shared/ids.ts'
import { pageOffset, type Page } from '#src/shared/pagination.ts'
import type { FleetRunFilters, RunRow } from '../run-list.ts'
import { toSnapshot } from './run.repository.ts'
import type { RunInput } from './blueprint.ts'

const withTenant = {
  steps: { orderBy: { position: 'asc' } },
  tenant: { select: { subdomain: true, businessName: true } },
} as const

/** One page of the runs that the filters leave, the newest first. */
export async function listRuns(
  db: PlatformDb,
  { page, limit, ...filters }: FleetRunFilters & { page: number; limit: number },
): Promise<Page<RunRow>> {
  const where = conditionOf(filters)
  const [rows, total] = await Promise.all([
    db.provisioningRun.findMany({
      where,
      include: withTenant,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: pageOffset({ page, limit }),
      take: limit,
    }),
    db.provisioningRun.count({ where }),
  ])
  return { items: rows.map(toRow), total, page, limit }
}

/** One run with its steps, and whose it is. @throws AppError NOT_FOUND */
export async function getRun(db: PlatformDb, runId: string): Promise<RunRow> {
  const run = await findRun(db, runId)
  if (!run) throw new AppError('NOT_FOUND')
  return toRow(run)
}

function findRun(db: PlatformDb, id: string) {
  return db.provisioningRun.findUnique({ where: { id }, include: withTenant })
}

type RunWithTenant = NonNullable<Awaited<ReturnType<typeof findRun>>>

function toRow({ tenant, ...run }: RunWithTenant): RunRow {
  const { modules } = run.input as Partial<RunInput>
  const { startedAt, finishedAt } = run
  return {
    ...toSnapshot(run),
    ...tenant,
    modules: modules ?? [],
    durationMs: startedAt && finishedAt ? finishedAt.getTime() - startedAt.getTime() : null,
  }
}

function conditionOf({ state, kind, tenantId, q, from, to, runIds }: FleetRunFilters) {
  return {
    ...(state ? { state: { in: state } } : {}),
    ...(kind ? { kind: { in: kind } } : {}),
    ...(tenantId ? { tenantId } : {}),
    ...(runIds ? { id: { in: runIds } } : {}),
    ...(from || to ? { createdAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
    ...(q ? textCondition(q) : {}),
  }
}

function textCondition(q: string) {
  const found = { contains: containsPattern(q), mode: 'insensitive' } as const
  const tenant = { OR: [{ subdomain: found }, { businessName: found }] }
  return { OR: [{ tenant }, ...(isId(q) ? [{ id: q.toLowerCase() }] : [])] }
}
