import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import { hashPassword } from '#src/auth/server/password.ts'
import type { PlatformTx } from '#src/db/server/database.ts'
import { SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'
import { startRun } from '#src/provisioning/server/run.service.ts'
import { estimateSteps, type StepEstimate } from '#src/provisioning/server/step-estimate.repository.ts'
import { createWatchToken } from '#src/provisioning/server/watch-token.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { planLimitsOf, tooManyModules } from '../plans.ts'
import type { Industry, Plan } from '../tenant.ts'
import type { SignUpInput, SignUpResult } from '../sign-up.ts'
import { getSubdomainAvailability } from './subdomain.service.ts'
import { listTakenSubdomains } from './tenant.repository.ts'

/** What a sign-up may choose from, told by the modules that are installed. */
export type SignUpCatalog = {
  moduleOf: (industry: Industry) => string
  moduleIds: readonly string[]
  serviceKeys: (modules: readonly string[]) => readonly string[]
}

type SignUpContext = Pick<
  CallContext,
  'database' | 'authSecret' | 'requestId' | 'ip' | 'userAgent' | 'idempotentCall' | 'workspaceUrl'
>

/**
 * Takes in a new business: tenant, owner, run, audit row and job are written in one transaction, and the
 * worker starts when it commits. With an idempotency key, sending it again gives the same answer.
 * @throws AppError SUBDOMAIN_TAKEN with alternatives, VALIDATION_FAILED for unknown modules or services,
 *   PLAN_LIMIT_REACHED for more modules than the plan has room for
 */
export async function signUp(
  ctx: SignUpContext,
  catalog: SignUpCatalog,
  input: SignUpInput,
): Promise<SignUpResult> {
  const { platform } = ctx.database
  const choice = requireKnownChoice(catalog, input)
  // Asked before the slow hash, so that a taken address is answered quickly; the index decides in the end.
  await requireFreeSubdomain(ctx, input)
  const [passwordHash, estimate] = await Promise.all([
    hashPassword(input.owner.password),
    estimateSteps(platform, 'create-tenant'),
  ])
  try {
    return await platform.$transaction(async (tx) => {
      const ids = await insertSignUp(tx, ctx, { input, choice, passwordHash, estimate })
      const signedUp = {
        ...ids,
        watchToken: createWatchToken(ctx.authSecret, ids.runId),
        workspaceUrl: ctx.workspaceUrl(input.subdomain),
      }
      await ctx.idempotentCall?.finishInPlatform(tx, signedUp)
      return signedUp
    })
  } catch (error) {
    if (sqlstateOf(error) === SQLSTATE.uniqueViolation) throw await subdomainTaken(ctx, input)
    throw error
  }
}

type Choice = { modules: string[]; services: string[] }

function requireKnownChoice(catalog: SignUpCatalog, { business, preferences }: SignUpInput): Choice {
  const modules = [...new Set([catalog.moduleOf(business.industry), ...preferences.modules])]
  const unknownModule = preferences.modules.findIndex((name) => !catalog.moduleIds.includes(name))
  const known = catalog.serviceKeys(modules)
  const unknownService = preferences.services.findIndex((key) => !known.includes(key))
  const fields: Record<string, string[]> = {}
  if (unknownModule >= 0) fields[`preferences.modules.${unknownModule}`] = ['There is no such module.']
  if (unknownService >= 0) fields[`preferences.services.${unknownService}`] = ['There is no such service.']
  if (Object.keys(fields).length > 0) throw new AppError('VALIDATION_FAILED', { details: { fields } })
  requireRoomForModules(preferences.plan, modules)
  return { modules, services: [...new Set(preferences.services)] }
}

/** @throws AppError PLAN_LIMIT_REACHED at the field of the modules */
function requireRoomForModules(plan: Plan, { length: count }: readonly string[]): void {
  const sentence = tooManyModules(plan, count)
  if (sentence === undefined) return
  const { modules: limit } = planLimitsOf(plan)
  const details = { fields: { 'preferences.modules': [sentence] }, plan, limit, count }
  throw new AppError('PLAN_LIMIT_REACHED', { message: sentence, details })
}

async function requireFreeSubdomain(ctx: SignUpContext, input: SignUpInput): Promise<void> {
  const taken = await listTakenSubdomains(ctx.database.platform, [input.subdomain])
  if (taken.size > 0) throw await subdomainTaken(ctx, input)
}

async function subdomainTaken(
  { database }: SignUpContext,
  { subdomain, business }: SignUpInput,
): Promise<AppError> {
  const { alternatives } = await getSubdomainAvailability(database.platform, {
    name: subdomain,
    city: business.address?.city,
  })
  const fields = { subdomain: ['This address is already taken.'] }
  return new AppError('SUBDOMAIN_TAKEN', { details: { fields, alternatives } })
}

type NewSignUp = { input: SignUpInput; choice: Choice; passwordHash: string; estimate: StepEstimate }

async function insertSignUp(
  tx: PlatformTx,
  ctx: SignUpContext,
  { input, choice, passwordHash, estimate }: NewSignUp,
): Promise<{ tenantId: string; runId: string }> {
  const { business, subdomain, owner, preferences } = input
  const tenantId = newId()
  const short = tenantId.replaceAll('-', '')
  await tx.tenant.create({
    data: {
      id: tenantId,
      subdomain,
      businessName: business.name,
      industry: business.industry,
      phone: business.phone || null,
      ...(business.address ? { address: business.address } : {}),
      timezone: preferences.timezone,
      currency: preferences.currency,
      plan: preferences.plan,
      status: 'provisioning',
      schemaName: `t_${short}`,
      roleName: `berth_t_${short}`,
    },
  })
  await tx.user.create({
    data: {
      id: newId(),
      tenantId,
      email: owner.email,
      fullName: owner.fullName,
      passwordHash,
      role: 'owner',
    },
  })
  const { requestId, ip, userAgent } = ctx
  const runId = await startRun(tx, { tenantId, kind: 'create-tenant', input: choice, requestId, estimate })
  await appendAudit(tx, {
    tenantId,
    actor: { kind: 'visitor', userId: null, ip, userAgent, requestId },
    action: 'tenants.create',
    resource: { type: 'tenants', id: tenantId },
    details: { subdomain, industry: business.industry, plan: preferences.plan, runId, ...choice },
  })
  return { tenantId, runId }
}
