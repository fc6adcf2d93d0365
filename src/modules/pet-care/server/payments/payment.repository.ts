import type { TenantTx } from '#src/db/server/database.ts'
import { queryIn } from '#src/db/server/run-query.ts'

/** Whose appointment and whose package a payment is about; null where it is about none. */
export async function readOwners(
  tx: TenantTx,
  { appointmentId, purchaseId }: { appointmentId: string | null; purchaseId: string | null },
): Promise<{ appointment: string | null; purchase: string | null }> {
  const [owners] = await queryIn(tx)<{ appointment: string | null; purchase: string | null }>({
    text: `select (select owner_id from appointments where id = $1::uuid) as appointment,
      (select owner_id from package_purchases where id = $2::uuid) as purchase`,
    values: [appointmentId, purchaseId],
  })
  return owners ?? { appointment: null, purchase: null }
}
