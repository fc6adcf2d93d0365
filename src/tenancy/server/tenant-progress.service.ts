import { createOneTimeToken } from '#src/auth/server/one-time-token.service.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { RunKind } from '#src/provisioning/run.ts'
import { getLatestRunId, getRunSnapshot } from '#src/provisioning/server/run.repository.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import type { TenantProgress } from '../tenant-progress.ts'
import type { TenantStatus } from '../tenant.ts'
import { requireRunAccess } from './run-access.ts'

/** How long after success the visitor may still walk in without a password, in milliseconds. */
const HAND_OFF_WINDOW_MS = 15 * 60_000

export type RunReference = { tenantId: string; kind?: RunKind } | { runId: string }

/** The run a caller speaks of, if they may see it. @throws AppError NOT_FOUND */
export async function requireRun(
  ctx: CallContext,
  reference: RunReference,
  access: { token?: string | undefined; move?: boolean },
): Promise<{ runId: string; tenantId: string }> {
  const { platform } = ctx.database
  const runId = 'runId' in reference ? reference.runId : await findRunId(ctx, reference, access)
  const run = await platform.provisioningRun.findUnique({ where: { id: runId }, select: { tenantId: true } })
  if (!run) throw new AppError('NOT_FOUND')
  const found = { runId, tenantId: run.tenantId }
  requireRunAccess(ctx, found, access)
  return found
}

/**
 * The run somebody means who names a tenant: the one that builds it, as long as it is not open, and for whoever
 * comes with the token of that run; otherwise the newest.
 */
async function findRunId(
  ctx: CallContext,
  { tenantId, kind }: { tenantId: string; kind?: RunKind },
  { token = ctx.watchToken ?? undefined }: { token?: string | undefined },
): Promise<string> {
  const { platform } = ctx.database
  if (kind === undefined && token === undefined) {
    const { status } = (await platform.tenant.findUnique({ where: { id: tenantId } })) ?? {}
    if (status !== 'provisioning' && status !== 'failed') return getLatestRunId(platform, { tenantId })
  }
  return getLatestRunId(platform, { tenantId, kind: kind ?? 'create-tenant' })
}

/** Where a tenant and its newest run stand. */
export async function getTenantProgress(
  ctx: CallContext,
  { tenantId, runId }: { tenantId: string; runId: string },
): Promise<TenantProgress> {
  // What ends a run moves its tenant too: of one moment, or a run that is over is shown with a tenant that still waits.
  const { tenant, run } = await ctx.database.platform.$transaction(
    async (tx) => ({
      tenant: await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } }),
      run: await getRunSnapshot(tx, runId),
    }),
    { isolationLevel: 'RepeatableRead' },
  )
  return {
    tenantId,
    status: tenant.status as TenantStatus,
    businessName: tenant.businessName,
    subdomain: tenant.subdomain,
    schemaName: tenant.schemaName,
    workspaceUrl: ctx.workspaceUrl(tenant.subdomain),
    run,
  }
}

/**
 * A one-time address that signs the owner in on the workspace's own host.
 * @throws AppError FORBIDDEN when the workspace is not fresh any more
 */
export async function createHandOff(
  ctx: CallContext,
  { tenantId, runId }: { tenantId: string; runId: string },
) {
  const { platform } = ctx.database
  const { subdomain } = await requireFreshTenant(platform, { tenantId, runId })
  const owner = await platform.user.findFirstOrThrow({
    where: { tenantId, role: 'owner' },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  const ticket = await createOneTimeToken(platform, { purpose: 'sign-in', tenantId, userId: owner.id })
  return { url: `${ctx.workspaceUrl(subdomain)}/sign-in/ticket#${ticket}` }
}

async function requireFreshTenant(
  db: PlatformDb,
  { tenantId, runId }: { tenantId: string; runId: string },
): Promise<{ subdomain: string }> {
  const run = await db.provisioningRun.findUniqueOrThrow({ where: { id: runId }, include: { tenant: true } })
  const age = run.finishedAt ? Date.now() - run.finishedAt.getTime() : Number.POSITIVE_INFINITY
  const isFresh = run.state === 'succeeded' && run.tenant.status === 'trial' && age < HAND_OFF_WINDOW_MS
  if (!isFresh || run.tenantId !== tenantId) {
    throw new AppError('FORBIDDEN', { message: 'Please sign in to the workspace with your password.' })
  }
  return run.tenant
}
