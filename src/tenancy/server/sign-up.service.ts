import { appendAudit, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import { hashPassword } from '#src/auth/server/password.ts'
import type { PlatformTx } from '#src/db/server/database.ts'
import { SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'
import { placementOf } from '#src/db/server/tenant-scope.ts'
import { startRun } from '#src/provisioning/server/run.service.ts'
import { estimateSteps, type StepEstimate } from '#src/provisioning/server/step-estimate.repository.ts'
import { createWatchToken } from '#src/provisioning/server/watch-token.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { defaultModules, moduleWithheld, offerOf, type PlanFeature } from '../plan-feature.ts'
import { planLimitsOf, tooManyModules } from '../plans.ts'
import type { Industry, Plan } from '../tenant.ts'
import type { SignUpInput, SignUpResult } from '../sign-up.ts'
import { listPlanFeatures } from './plan-feature.repository.ts'
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
 *   PLAN_LIMIT_REACHED for more modules than the plan has room for, MODULE_WITHHELD for one it does not have
 */
export function signUp(
  ctx: SignUpContext,
  catalog: SignUpCatalog,
  input: SignUpInput,
): Promise<SignUpResult> {
  const { ip, userAgent, requestId } = ctx
  return takeInBusiness(ctx, catalog, {
    input,
    actor: { kind: 'visitor', userId: null, ip, userAgent, requestId },
    answerOf: async (_, { tenantId, runId }) => ({
      tenantId,
      runId,
      watchToken: createWatchToken(ctx.authSecret, runId),
      workspaceUrl: ctx.workspaceUrl(input.subdomain),
    }),
  })
}

type SignedUp = { tenantId: string; runId: string; ownerId: string }

/** A sign-up, whoever makes it, and what that person is answered. */
type Intake<Answer> = {
  input: SignUpInput
  actor: AuditActor
  answerOf: (tx: PlatformTx, signedUp: SignedUp) => Promise<Answer>
}

/** What every sign-up does, whoever makes it. @throws AppError as `signUp` does */
export async function takeInBusiness<Answer>(
  ctx: Pick<SignUpContext, 'database' | 'requestId' | 'idempotentCall'>,
  catalog: SignUpCatalog,
  { input, actor, answerOf }: Intake<Answer>,
): Promise<Answer> {
  const { platform } = ctx.database
  const said = await listPlanFeatures(platform)
  const choice = requireKnownChoice(catalog, { input, said, isOfPlatform: actor.kind === 'platform' })
  // Asked before the slow hash, so that a taken address is answered quickly; the index decides in the end.
  await requireFreeSubdomain(ctx, input)
  const [passwordHash, estimate] = await Promise.all([
    hashPassword(input.owner.password),
    estimateSteps(platform, 'create-tenant', choice.modules),
  ])
  const { requestId } = ctx
  try {
    return await platform.$transaction(async (tx) => {
      const signedUp = await insertSignUp(tx, { input, actor, requestId, choice, passwordHash, estimate })
      const answer = await answerOf(tx, signedUp)
      await ctx.idempotentCall?.finishInPlatform(tx, answer)
      return answer
    })
  } catch (error) {
    if (sqlstateOf(error) === SQLSTATE.uniqueViolation) throw await subdomainTaken(ctx, input)
    throw error
  }
}

type Choice = { modules: string[]; services: string[] }

type Choosing = { input: SignUpInput; said: readonly PlanFeature[]; isOfPlatform: boolean }

function requireKnownChoice(catalog: SignUpCatalog, { input, said, isOfPlatform }: Choosing): Choice {
  const { business, preferences } = input
  const { plan } = preferences
  const trade = catalog.moduleOf(business.industry)
  const named = preferences.modules ?? defaultModules(said, { plan, trade, moduleIds: catalog.moduleIds })
  const modules = [...new Set([trade, ...named])]
  const unknownModule = named.findIndex((name) => !catalog.moduleIds.includes(name))
  const known = catalog.serviceKeys(modules)
  const unknownService = preferences.services.findIndex((key) => !known.includes(key))
  const fields: Record<string, string[]> = {}
  if (unknownModule >= 0) fields[`preferences.modules.${unknownModule}`] = ['There is no such module.']
  if (unknownService >= 0) fields[`preferences.services.${unknownService}`] = ['There is no such service.']
  if (Object.keys(fields).length > 0) throw new AppError('VALIDATION_FAILED', { details: { fields } })
  const withheld = named.findIndex(
    (module) => module !== trade && offerOf(said, { plan, module }) === 'withheld',
  )
  if (withheld >= 0 && !isOfPlatform) throw moduleWithheld(plan, `preferences.modules.${withheld}`)
  requireRoomForModules(plan, modules)
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

async function requireFreeSubdomain(ctx: Pick<SignUpContext, 'database'>, input: SignUpInput): Promise<void> {
  const taken = await listTakenSubdomains(ctx.database.platform, [input.subdomain])
  if (taken.size > 0) throw await subdomainTaken(ctx, input)
}

async function subdomainTaken(
  { database }: Pick<SignUpContext, 'database'>,
  { subdomain, business }: SignUpInput,
): Promise<AppError> {
  const { alternatives } = await getSubdomainAvailability(database.platform, {
    name: subdomain,
    city: business.address?.city,
  })
  const fields = { subdomain: ['This address is already taken.'] }
  return new AppError('SUBDOMAIN_TAKEN', { details: { fields, alternatives } })
}

type NewSignUp = {
  input: SignUpInput
  actor: AuditActor
  requestId: string
  choice: Choice
  passwordHash: string
  estimate: StepEstimate
}

async function insertSignUp(
  tx: PlatformTx,
  { input, actor, requestId, choice, passwordHash, estimate }: NewSignUp,
): Promise<SignedUp> {
  const { business, subdomain, owner, preferences } = input
  const tenantId = newId()
  const { schemaName, roleName } = placementOf(tenantId)
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
      schemaName,
      roleName,
    },
  })
  const ownerId = newId()
  await tx.user.create({
    data: {
      id: ownerId,
      tenantId,
      email: owner.email,
      fullName: owner.fullName,
      passwordHash,
      role: 'owner',
    },
  })
  const runId = await startRun(tx, { tenantId, kind: 'create-tenant', input: choice, requestId, estimate })
  await appendAudit(tx, {
    tenantId,
    actor,
    action: 'tenants.create',
    resource: { type: 'tenants', id: tenantId },
    details: { subdomain, industry: business.industry, plan: preferences.plan, runId, ...choice },
  })
  return { tenantId, runId, ownerId }
}
