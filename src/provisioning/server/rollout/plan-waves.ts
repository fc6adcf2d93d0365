import type { RolloutSettings } from '../../rollout.ts'

/**
 * Which tenant goes when: the canaries in wave 0, the others behind them in waves of the same size, in the order given.
 * A share takes every nth tenant, so that old and young ones are among the canaries.
 * @returns the number of the wave by tenant, in the order to work in
 */
export function planWaves(
  tenantIds: readonly string[],
  { canary, waveSize }: Pick<RolloutSettings, 'canary' | 'waveSize'>,
): Map<string, number> {
  const first = new Set('tenantIds' in canary ? canary.tenantIds : takeShare(tenantIds, canary.share))
  const canaries = tenantIds.filter((id) => first.has(id))
  const others = tenantIds.filter((id) => !first.has(id))
  return new Map([
    ...canaries.map((id): [string, number] => [id, 0]),
    ...others.map((id, index): [string, number] => [id, 1 + Math.floor(index / waveSize)]),
  ])
}

function takeShare(tenantIds: readonly string[], share: number): string[] {
  const count = Math.max(1, Math.floor(tenantIds.length * share))
  const step = tenantIds.length / count
  return Array.from({ length: count }, (_, index) => tenantIds[Math.floor(index * step)] ?? '')
}

/** Failures that a rollout over so many tenants goes on with. */
export function budgetOf({ errorBudget }: Pick<RolloutSettings, 'errorBudget'>, tenants: number): number {
  return 'count' in errorBudget ? errorBudget.count : Math.floor(errorBudget.share * tenants)
}
