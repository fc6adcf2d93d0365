'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { openStates } from '#src/provisioning/rollout-moves.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { MigrationPlanInput } from '../../migration-plan.ts'
import type { Rollout, RolloutDetails, RolloutTenantsInput } from '../../rollouts.ts'
import { consoleKeys } from '../console-keys.ts'

/** That nobody works on a rollout any more is told by silence, so pages look by themselves, in milliseconds. */
const LOOK_MS = 5_000
/** The plan follows turns of rollouts; what else changes it, such as a new tenant, is seen a little later. */
const PLAN_MS = 60_000
/** The plan compares all tenants, so that it follows an open rollout at a distance. */
const PLAN_OPEN_MS = 15_000

function looksAgain(rollout: Pick<Rollout, 'state'> | null | undefined): number | false {
  return rollout && openStates.includes(rollout.state) ? LOOK_MS : false
}

/** The rollout that is open, or else the newest; null where there was none yet. It moves by hints. */
export function useCurrentRollout() {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.rollouts, 'current'],
    queryFn: async ({ signal }): Promise<RolloutDetails | null> => {
      const { list, get } = api.admin.migrations
      const open = await list.query({ state: [...openStates], limit: 1 }, { signal })
      const [found] = open.items.length > 0 ? open.items : (await list.query({ limit: 1 }, { signal })).items
      return found ? get.query({ rolloutId: found.id }, { signal }) : null
    },
    refetchInterval: ({ state }) => looksAgain(state.data),
  })
}

/** One rollout, as it goes. */
export function useRollout(rolloutId: string) {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.rollouts, rolloutId],
    queryFn: ({ signal }) => api.admin.migrations.get.query({ rolloutId }, { signal }),
    refetchInterval: ({ state }) => looksAgain(state.data),
  })
}

/** A page of its tenants, as they go. */
export function useRolloutTenants(query: RolloutTenantsInput) {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.rollouts, query.rolloutId, 'tenants', query],
    queryFn: ({ signal }) => api.admin.migrations.listTenants.query(query, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** When a list of rollouts, or the plan, is another one: a rollout was ordered, or has turned. */
export function turnOf(rollout: Rollout | null | undefined): string {
  return rollout ? `${rollout.id} ${rollout.state} ${rollout.finishedAt}` : ''
}

/** A page of all rollouts. @param turn of the newest: what moves within one is known already */
export function useRollouts(query: { page: number; limit: number }, turn: string) {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.migrations, 'history', query, turn],
    queryFn: ({ signal }) => api.admin.migrations.list.query(query, { signal }),
    placeholderData: keepPreviousData,
  })
}

type PlanQuery = Partial<MigrationPlanInput>

/** When a plan is made anew: at each turn of the newest rollout, and now and then while that is open. */
export type PlanMoment = { turn: string; isOpen: boolean }

/** What tenants lack. */
export function useMigrationPlan(query: PlanQuery, { turn, isOpen }: PlanMoment) {
  const api = useApi()
  return useQuery({
    queryKey: [...consoleKeys.migrations, 'plan', query, turn],
    queryFn: ({ signal }) => api.admin.migrations.plan.query(query, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: isOpen ? PLAN_OPEN_MS : PLAN_MS,
  })
}

/** Has everything about migrations asked for again, after something was ordered or refused. */
export function useMigrationRenewal(): () => Promise<void> {
  const cache = useQueryClient()
  return useCallback(() => cache.invalidateQueries({ queryKey: consoleKeys.migrations }), [cache])
}
