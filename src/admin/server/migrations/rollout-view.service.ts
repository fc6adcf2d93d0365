import type { ClientBase, Pool } from 'pg'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { listRolloutMoves, openStates } from '#src/provisioning/rollout-moves.ts'
import type { RolloutSummary } from '#src/provisioning/rollout.ts'
import { migrationId, type FleetMigrations } from '#src/provisioning/server/rollout/fleet-migrations.ts'
import { countReversible } from '#src/provisioning/server/rollout/rollout-done.repository.ts'
import {
  countRollouts,
  countRolloutTenants,
  listRollouts,
  listRolloutTenants,
} from '#src/provisioning/server/rollout/rollout-view.repository.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { pageOffset, type Page } from '#src/shared/pagination.ts'
import type {
  Rollout,
  RolloutDetails,
  RolloutListInput,
  RolloutTenantRow,
  RolloutTenantsInput,
} from '../../rollouts.ts'
import { paceOf } from './pace.ts'
import { findRecentWork, listPlatformNames, listWaves } from './rollout-progress.repository.ts'

/** A page of rollouts, the newest first. */
export async function listRolloutPage(
  pool: Pool,
  { page, limit, state }: RolloutListInput,
): Promise<Page<Rollout>> {
  return withPlatformTransaction(pool, async (client) => {
    const states = state ?? null
    const found = await listRollouts(client, { states, limit, offset: pageOffset({ page, limit }) })
    return { items: await withNames(client, found), total: await countRollouts(client, states), page, limit }
  })
}

/** One rollout with its waves, its pace and what may be done with it. @throws AppError NOT_FOUND */
export async function getRolloutDetails(
  pool: Pool,
  fleet: FleetMigrations,
  rolloutId: string,
): Promise<RolloutDetails> {
  return withPlatformTransaction(pool, async (client) => {
    const [found] = await withNames(client, await listRollouts(client, { id: rolloutId }))
    if (!found) throw new AppError('NOT_FOUND')
    const isOpen = openStates.includes(found.state)
    const others = isOpen ? 0 : await countRollouts(client, openStates)
    const reversible = isOpen || found.direction === 'down' ? 0 : await countReversible(client, rolloutId)
    const recent = found.state === 'running' ? await findRecentWork(client, rolloutId) : null
    return {
      ...found,
      marks: describeMarks(found, fleet),
      waves: await listWaves(client, rolloutId),
      pace: recent && paceOf(recent, found.counts.pending),
      reversible,
      moves: listRolloutMoves({ ...found, reversible, isBarred: others > 0 }),
    }
  })
}

/** A page of the tenants of a rollout, in the order of their turns. @throws AppError NOT_FOUND */
export async function listTenantsOfRollout(
  pool: Pool,
  { rolloutId, page, limit, state, wave, q }: RolloutTenantsInput,
): Promise<Page<RolloutTenantRow>> {
  return withPlatformTransaction(pool, async (client) => {
    const [found] = await listRollouts(client, { id: rolloutId })
    if (!found) throw new AppError('NOT_FOUND')
    const filter = { states: state ?? null, wave: wave ?? null, q: q ? q : null }
    const offset = pageOffset({ page, limit })
    return {
      items: await listRolloutTenants(client, rolloutId, { ...filter, offset, limit }),
      total: await countRolloutTenants(client, rolloutId, filter),
      page,
      limit,
    }
  })
}

function describeMarks({ migrations }: Pick<RolloutSummary, 'migrations'>, fleet: FleetMigrations) {
  const known = new Map([...fleet.values()].flat().map((one) => [migrationId(one), one]))
  return migrations.map((id) => {
    const found = known.get(id)
    return {
      id,
      isBreaking: found?.breaking ?? false,
      isOnline: found?.online !== undefined,
      isKnown: found !== undefined,
    }
  })
}

async function withNames(client: ClientBase, rollouts: readonly RolloutSummary[]): Promise<Rollout[]> {
  const ids = new Set(rollouts.flatMap(({ requestedBy }) => requestedBy ?? []))
  const names = await listPlatformNames(client, [...ids])
  return rollouts.map(({ requestedBy, ...rest }) => ({
    ...rest,
    requestedBy: requestedBy === null ? null : { id: requestedBy, fullName: names.get(requestedBy) ?? '' },
  }))
}
