import { z } from 'zod'
import { rolloutSettings, type RolloutSettings } from '#src/provisioning/rollout.ts'

const { waveSize, concurrency, lockTimeoutMs, statementTimeoutMs, maxAttempts } = rolloutSettings.shape

/** The settings of a rollout as people choose them: shares in percent, numbers behind one question each. */
export const rolloutForm = z
  .object({
    first: z.enum(['share', 'named']),
    percent: z.number('Give a number.').gt(0, 'More than 0.').max(100, 'At most 100.'),
    tenantIds: z.array(z.uuid()).max(1_000, 'At most 1,000.'),
    budget: z.number('Give a number.').min(0, 'At least 0.').max(1_000_000, 'At most 1,000,000.'),
    budgetUnit: z.enum(['tenants', 'percent']),
    waveSize: waveSize.unwrap(),
    concurrency: concurrency.unwrap(),
    lockTimeoutMs: lockTimeoutMs.unwrap(),
    statementTimeoutMs: statementTimeoutMs.unwrap(),
    maxAttempts: maxAttempts.unwrap(),
  })
  .superRefine(({ first, tenantIds, budget, budgetUnit }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (first === 'named' && tenantIds.length === 0) say('tenantIds', 'Name at least one.')
    if (budgetUnit === 'percent' && budget > 100) say('budget', 'At most 100.')
    if (budgetUnit === 'tenants' && !Number.isInteger(budget)) say('budget', 'Give a whole number.')
  })
  .transform(toSettings)
export type RolloutForm = z.input<typeof rolloutForm>

/** What the form begins with: the defaults of the command line. */
export function defaultForm(): RolloutForm {
  const { canary, errorBudget, ...plain } = rolloutSettings.parse({})
  return {
    ...plain,
    first: 'share',
    percent: 'share' in canary ? canary.share * 100 : 0,
    tenantIds: [],
    budget: 'count' in errorBudget ? errorBudget.count : 0,
    budgetUnit: 'tenants',
  }
}

function toSettings({
  first,
  percent,
  tenantIds,
  budget,
  budgetUnit,
  ...plain
}: Omit<RolloutSettings, 'canary' | 'errorBudget'> & {
  first: 'share' | 'named'
  percent: number
  tenantIds: string[]
  budget: number
  budgetUnit: 'tenants' | 'percent'
}): RolloutSettings {
  return {
    ...plain,
    canary: first === 'named' ? { tenantIds } : { share: percent / 100 },
    errorBudget: budgetUnit === 'percent' ? { share: budget / 100 } : { count: budget },
  }
}

/** How a rollout with these settings goes, in a sentence. @param tenants that lack something */
export function sayCourse(
  {
    first,
    percent,
    tenantIds,
    waveSize: size,
  }: Pick<RolloutForm, 'first' | 'percent' | 'tenantIds' | 'waveSize'>,
  tenants: number,
): string | null {
  const canaries = first === 'named' ? tenantIds.length : Math.max(1, Math.floor((tenants * percent) / 100))
  if (!(canaries > 0) || !(size > 0) || tenants === 0) return null
  const others = Math.max(0, tenants - canaries)
  const leading = canaries === 1 ? '1 tenant goes first' : `${Math.min(canaries, tenants)} tenants go first`
  if (others === 0) return `${leading}, and nobody is left behind them.`
  const waves = Math.ceil(others / size)
  return `${leading}, then ${others === 1 ? '1 other' : `the other ${others}`} in ${waves === 1 ? 'one wave' : `${waves} waves`}.`
}
