import type { PlatformTx } from '#src/db/server/database.ts'

export type NewTicket = {
  id: string
  tokenHash: string
  tenantId: string
  userId: string
  lifetimeSeconds: number
}

export async function createTicketRow(db: PlatformTx, ticket: NewTicket): Promise<void> {
  const { id, tokenHash, tenantId, userId, lifetimeSeconds } = ticket
  await db.$executeRaw`
    insert into sign_in_tickets (id, token_hash, tenant_id, user_id, expires_at)
    values (${id}::uuid, ${tokenHash}, ${tenantId}::uuid, ${userId}::uuid,
            now() + make_interval(secs => ${lifetimeSeconds}))`
}

/**
 * Marks a ticket as used and tells whose it was. One statement: of two that come at once, the second waits
 * for the row and then no longer finds it unused.
 */
export async function updateTicketUsed(
  db: PlatformTx,
  { tokenHash, tenantId }: { tokenHash: string; tenantId: string },
): Promise<string | null> {
  const [ticket] = await db.$queryRaw<{ userId: string }[]>`
    update sign_in_tickets set used_at = now()
    where token_hash = ${tokenHash} and tenant_id = ${tenantId}::uuid and used_at is null and expires_at > now()
    returning user_id as "userId"`
  return ticket?.userId ?? null
}
