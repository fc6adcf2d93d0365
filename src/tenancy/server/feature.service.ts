import { appendAudit, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { isOver } from '#src/provisioning/run.ts'
import { restartRun, startRun } from '#src/provisioning/server/run.service.ts'
import { estimateSteps } from '#src/provisioning/server/step-estimate.repository.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { IdempotentCall } from '#src/trpc/server/idempotency.ts'
import type { Feature, FeatureSwitch, ModuleRunKind } from '../feature.ts'
import { moduleWithheld, offerOf, type PlanFeature } from '../plan-feature.ts'
import { findLackOfModuleRoom } from '../plans.ts'
import {
  listFeatures,
  listModuleRuns,
  lockFeatures,
  type FeatureRow,
  type ModuleRun,
} from './feature.repository.ts'
import { deleteOverride, listPlanFeatures, saveOverride } from './plan-feature.repository.ts'

type FeatureSources = {
  tenantId: string
  moduleIds: readonly string[]
  plan: string
  said: readonly PlanFeature[]
}

/**
 * All modules there are, with how they stand in a workspace.
 * @param member in the tenant's scope
 * @param from.said what plans do with modules, and which plan it is
 */
export async function listFeatureStates(
  member: PlatformDb,
  { tenantId, moduleIds, plan, said }: FeatureSources,
): Promise<Feature[]> {
  const [rows, runs] = await Promise.all([listFeatures(member, tenantId), listModuleRuns(member, tenantId)])
  const names = [...new Set([...moduleIds, ...rows.map(({ name }) => name)])]
  return names.map((name) => {
    const row = rows.find((candidate) => candidate.name === name)
    const run = runs.find(({ module, state }) => module === name && state !== 'succeeded')
    return {
      name,
      enabled: row?.enabled ?? false,
      isWithheld: offerOf(said, { plan, module: name }) === 'withheld',
      updatedAt: row?.updatedAt.toISOString() ?? null,
      run: run ? { id: run.id, kind: run.kind, state: run.state } : null,
    }
  })
}

/** A wish to have a module on or off, and whose it is. */
export type ModuleWish = {
  tenantId: string
  name: string
  enabled: boolean
  /** whose word it is: people of the tenant keep to its plan, those of the platform may go beyond it */
  authority: 'tenant' | 'platform'
  /** why, in the words of whoever asks */
  reason?: string | undefined
  actor: AuditActor
  requestId: string
  idempotentCall?: IdempotentCall | undefined
}

/** What came of a wish; `beyondPlan` is for the platform, which is told that the plan has no room for it. */
export type ModuleAnswer = FeatureSwitch & { beyondPlan?: boolean }

/**
 * Starts the run that switches a module on or off. Asking again changes nothing: the run that is under way is
 * answered, one that has failed is started again, and where nothing is to be done there is none.
 * @param db in the platform's scope, which alone may queue runs; every statement names the tenant
 * @throws AppError PLAN_LIMIT_REACHED and MODULE_WITHHELD unless the platform asks, LAST_MODULE, CONFLICT while the module is being
 *   switched the other way
 */
export async function switchModule(db: PlatformDb, wish: ModuleWish): Promise<ModuleAnswer> {
  const { tenantId, name, enabled, reason } = wish
  const kind: ModuleRunKind = enabled ? 'enable-module' : 'disable-module'
  const estimate = await estimateSteps(db, kind)
  return db.$transaction(async (tx) => {
    const plan = await lockFeatures(tx, tenantId)
    const features = await listFeatures(tx, tenantId)
    const runs = await listModuleRuns(tx, tenantId)
    const isOn = features.some((feature) => feature.name === name && feature.enabled)
    const last = runs.find(({ module }) => module === name)
    const others = listOthers(features, { runs, name }).size
    const refusal = enabled && !isOn ? await findPlanRefusal(tx, { plan, name, others }) : null
    const beyond = wish.authority === 'platform' ? { beyondPlan: refusal !== null } : {}
    const answer = (runId: string | null) => finish(tx, wish, { name, enabled: isOn, runId, ...beyond })
    if (last && !isOver(last)) {
      if (last.kind === kind) return answer(last.id)
      throw new AppError('CONFLICT', {
        message: `This module is being switched ${enabled ? 'off' : 'on'} at this moment. Wait until that is done.`,
      })
    }
    if (isOn === enabled) return answer(null)
    if (refusal && wish.authority === 'tenant') throw refusal
    if (!enabled) requireOtherModule(features, { runs, name })
    await noteAuthority(tx, wish, refusal !== null)
    if (last?.state === 'failed' && last.kind === kind) {
      await restartRun(tx, last.id, wish.actor)
      return answer(last.id)
    }
    const input = { modules: [name], services: [] }
    const runId = await startRun(tx, { tenantId, kind, input, requestId: wish.requestId, estimate })
    await appendAudit(tx, {
      tenantId,
      actor: wish.actor,
      action: enabled ? 'features.enable' : 'features.disable',
      resource: { type: 'features', id: name },
      details: { runId, ...(reason ? { reason } : {}), ...beyond },
    })
    return answer(runId)
  })
}

/** Why a plan does not allow for one more module, if it does not. */
async function findPlanRefusal(
  tx: PlatformTx,
  { plan, name, others }: { plan: string; name: string; others: number },
): Promise<AppError | null> {
  const offer = offerOf(await listPlanFeatures(tx), { plan, module: name })
  return offer === 'withheld' ? moduleWithheld(plan) : findLackOfModuleRoom(plan, others)
}

/** What the platform has switched is listed until the people of the tenant decide themselves. */
async function noteAuthority(tx: PlatformTx, wish: ModuleWish, beyondPlan: boolean): Promise<void> {
  const { tenantId, name: module, enabled, reason = null, authority, actor } = wish
  if (authority === 'tenant' || actor.userId === null) return deleteOverride(tx, { tenantId, module })
  await saveOverride(tx, { tenantId, module, enabled, beyondPlan, reason, setBy: actor.userId })
}

async function finish(tx: PlatformTx, wish: ModuleWish, answer: ModuleAnswer): Promise<ModuleAnswer> {
  await wish.idempotentCall?.finishInPlatform(tx, answer)
  return answer
}

/** What else counts against the plan: modules that are on, and those that are about to be. */
function listOthers(
  features: readonly FeatureRow[],
  { runs, name }: { runs: readonly ModuleRun[]; name: string },
): Set<string> {
  const coming = runs.filter((run) => !isOver(run) && run.kind === 'enable-module')
  const taken = [
    ...features.filter(({ enabled }) => enabled),
    ...coming.map(({ module }) => ({ name: module })),
  ]
  return new Set(taken.map((other) => other.name).filter((other) => other !== name))
}

/** @throws AppError LAST_MODULE when none would be left, those on their way out not counted */
function requireOtherModule(
  features: readonly FeatureRow[],
  { runs, name }: { runs: readonly ModuleRun[]; name: string },
): void {
  const going = new Set(
    runs.filter((run) => !isOver(run) && run.kind === 'disable-module').map(({ module }) => module),
  )
  const others = features.filter((feature) => feature.enabled && feature.name !== name)
  if (others.every((feature) => going.has(feature.name))) throw new AppError('LAST_MODULE')
}
