import type { TenantTx } from '#src/db/server/database.ts'
import { planLimitReached, planLimitsOf } from '#src/tenancy/plans.ts'
import type { RecordCaller } from './record-caller.ts'
import { countBounded, lockCount } from './record-room.repository.ts'
import type { RecordTarget } from './record-target.ts'

/** Beyond what can be under way at once: this far from the limit nobody has to wait for others to be counted. */
const MARGIN = 1_000

/**
 * Looks whether the tenant's plan has room for one more record. Far from the limit that is a look at the size of
 * the table; close to it, those who add records are let through one after the other, so that the last place is
 * given once.
 * @throws AppError PLAN_LIMIT_REACHED
 */
export async function requireRecordRoom(
  tx: TenantTx,
  { resource }: Pick<RecordTarget, 'resource'>,
  { plan, tenantId }: Pick<RecordCaller, 'plan' | 'tenantId'>,
): Promise<void> {
  const limit = plan === undefined ? null : planLimitsOf(plan).recordsPerResource
  if (plan === undefined || limit === null) return
  const { table, singular, plural } = resource
  if ((await countBounded(tx, { table, limit, margin: MARGIN })) + MARGIN < limit) return
  await lockCount(tx, { tenantId, table })
  const count = await countBounded(tx, { table, limit, margin: MARGIN })
  if (count < limit) return
  const words = { one: singular, many: plural, advice: 'Delete some that are not needed any more' }
  throw planLimitReached({ plan, limit, count, ...words })
}
