import type { TenantRole } from '#src/auth/identity.ts'
import type { Account } from '#src/auth/server/account.repository.ts'
import type { PlatformTx } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'

/** An invitation as its holder finds it. */
export type OfferedInvitation = {
  id: string
  tenantId: string
  email: string
  fullName: string | null
  role: TenantRole
  expiresAt: Date
  inviterName: string
  businessName: string
  tenantStatus: string
}

/** The invitation behind a token, if it can still be accepted. */
export async function findOfferedInvitation(
  db: PlatformTx,
  tokenHash: string,
): Promise<OfferedInvitation | null> {
  const [offered] = await db.$queryRaw<OfferedInvitation[]>`
    select i.id, i.tenant_id as "tenantId", i.email, i.full_name as "fullName", i.role,
           i.expires_at as "expiresAt", u.full_name as "inviterName",
           t.business_name as "businessName", t.status as "tenantStatus"
    from invitations i
    join users u on u.id = i.invited_by
    join tenants t on t.id = i.tenant_id
    where i.token_hash = ${tokenHash}
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()`
  return offered ?? null
}

/**
 * Until the end of the transaction the team, the plan and the status of the tenant stay as they are.
 * @returns null for a tenant that does not exist
 */
export async function lockTenant(
  tx: PlatformTx,
  tenantId: string,
): Promise<{ status: string; plan: string } | null> {
  const [tenant] = await tx.$queryRaw<{ status: string; plan: string }[]>`
    select status, plan from tenants where id = ${tenantId}::uuid for no key update`
  return tenant ?? null
}

/**
 * Uses an invitation up. One statement: of two that come at once, the second waits for the row and then no
 * longer finds it open.
 */
export async function claimInvitation(tx: PlatformTx, tokenHash: string): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    update invitations set accepted_at = now()
    where token_hash = ${tokenHash}
      and accepted_at is null and revoked_at is null and expires_at > now()`
  return claimed === 1
}

export type NewMember = Pick<OfferedInvitation, 'tenantId' | 'email' | 'role'> & {
  fullName: string
  passwordHash: string
}

/**
 * Makes the account of somebody new, or brings back that of somebody who was removed.
 * @returns null when the address belongs to somebody of the team
 */
export async function addMember(tx: PlatformTx, person: NewMember): Promise<Account | null> {
  const { tenantId, email, role, fullName, passwordHash } = person
  const [added] = await tx.$queryRaw<{ id: string }[]>`
    insert into users as known (id, tenant_id, email, full_name, password_hash, role)
    values (${newId()}::uuid, ${tenantId}::uuid, ${email}, ${fullName}, ${passwordHash}, ${role})
    on conflict on constraint users_tenant_id_email_key do update set
      full_name = excluded.full_name, password_hash = excluded.password_hash, role = excluded.role,
      is_active = true, removed_at = null, updated_at = now()
    where known.removed_at is not null
    returning id`
  return added ? { id: added.id, ...person, isActive: true } : null
}
