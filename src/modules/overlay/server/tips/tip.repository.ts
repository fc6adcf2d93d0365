import type { TenantTx } from '#src/db/server/database.ts'

type NewTip = {
  id: string
  tenantId: string
  viewerId: string | null
  fromName: string
  amountCents: number
  currency: string
  message: string | null
  externalId: string | null
  isTest: boolean
}

/** Stores a tip. @returns the id of the one that is there already under the same name of the provider, else null */
export async function insertTip(tx: TenantTx, tip: NewTip): Promise<string | null> {
  const { id, tenantId, viewerId, fromName, amountCents, currency, message, externalId, isTest } = tip
  const inserted = await tx.$executeRaw`
    insert into received_tips
      (id, tenant_id, viewer_id, from_name, amount_cents, currency, message, external_id, is_test)
    values (${id}::uuid, ${tenantId}::uuid, ${viewerId}::uuid, ${fromName}, ${amountCents}::int, ${currency},
            ${message}, ${externalId}, ${isTest})
    on conflict on constraint received_tips_external_key do nothing`
  if (inserted === 1) return null
  const known = await tx.receivedTip.findFirstOrThrow({ where: { externalId }, select: { id: true } })
  return known.id
}
