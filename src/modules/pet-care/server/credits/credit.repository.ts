import type { TenantTx } from '#src/db/server/database.ts'
import { queryIn } from '#src/db/server/run-query.ts'
import type { Ledger } from '#src/resources/server/ledger.repository.ts'

/** Credits of bought packages; each of them is an account. */
export const creditLedger: Ledger = {
  entries: 'credit_entries',
  balances: 'package_purchases',
  account: 'purchase_id',
}

type SoldPackage = { name: string; credits: number; priceCents: number; expiryDays: number | null }

/** A package that the engine has locked, so it is there. */
export async function readPackage(tx: TenantTx, packageId: string): Promise<SoldPackage> {
  const [sold] = await queryIn(tx)<SoldPackage>({
    text: `select name, credits, price_cents as "priceCents", expiry_days as "expiryDays"
      from packages where id = $1::uuid`,
    values: [packageId],
  })
  if (!sold) throw new Error('A purchase refers to a package that is out of reach.')
  return sold
}

type Purchase = { ownerId: string; creditsLeft: number; expiresOn: string | null }

export async function findPurchase(tx: TenantTx, purchaseId: string): Promise<Purchase | undefined> {
  const [purchase] = await queryIn(tx)<Purchase>({
    text: `select owner_id as "ownerId", credits_left as "creditsLeft", expires_on::text as "expiresOn"
      from package_purchases where id = $1::uuid and deleted_at is null`,
    values: [purchaseId],
  })
  return purchase
}

type PaidAppointment = { ownerId: string; status: string; scheduledStart: Date; creditsUsed: number }

/** An appointment that nobody else pays for or cancels until the transaction ends. */
export async function lockAppointment(
  tx: TenantTx,
  appointmentId: string,
): Promise<PaidAppointment | undefined> {
  await queryIn(tx)({
    text: 'select from appointments where id = $1::uuid for no key update',
    values: [appointmentId],
  })
  // A second statement: it sees what those have written who held the lock before.
  const [appointment] = await queryIn(tx)<PaidAppointment>({
    text: `select a.owner_id as "ownerId", a.status, a.scheduled_start as "scheduledStart",
        (select -coalesce(sum(e.amount), 0)::int from credit_entries e where e.appointment_id = a.id) as "creditsUsed"
      from appointments a where a.id = $1::uuid and a.deleted_at is null`,
    values: [appointmentId],
  })
  return appointment
}

/** Credits that an appointment has used, by the purchase they came from. */
export function listUsedCredits(
  tx: TenantTx,
  appointmentId: string,
): Promise<{ purchaseId: string; credits: number }[]> {
  return queryIn(tx)({
    text: `select purchase_id as "purchaseId", -sum(amount)::int as credits from credit_entries
      where appointment_id = $1::uuid group by purchase_id having sum(amount) < 0`,
    values: [appointmentId],
  })
}
