import type { TenantTx } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import type { NamedViewer } from '../stream.ts'

/** A viewer by id; kept from being deleted until the transaction ends. */
export async function lockViewer(tx: TenantTx, id: string): Promise<NamedViewer | null> {
  const [viewer] = await tx.$queryRaw<NamedViewer[]>`
    select id, username from viewers where id = ${id}::uuid and deleted_at is null for share`
  return viewer ?? null
}

/** The same by user name, upper and lower case alike. */
export async function lockViewerNamed(tx: TenantTx, username: string): Promise<NamedViewer | null> {
  const [viewer] = await tx.$queryRaw<NamedViewer[]>`
    select id, username from viewers
    where lower(username) = lower(${username}) and deleted_at is null for share`
  return viewer ?? null
}

/** Adds those of the names that nobody has yet. @returns the new viewers */
export async function insertViewers(
  tx: TenantTx,
  tenantId: string,
  usernames: readonly string[],
): Promise<NamedViewer[]> {
  const ids = usernames.map(newId)
  // In one order, so that two that add the same names wait for each other and not for ever.
  return tx.$queryRaw<NamedViewer[]>`
    insert into viewers (id, tenant_id, username)
    select distinct on (lower(n.username)) n.id, ${tenantId}::uuid, n.username
    from unnest(${ids}::uuid[], ${[...usernames]}::text[]) as n (id, username)
    order by lower(n.username)
    on conflict (lower(username)) where deleted_at is null do nothing
    returning id, username`
}

/** Viewers by user name, kept from being deleted until the transaction ends. */
export async function lockViewersNamed(tx: TenantTx, usernames: readonly string[]): Promise<NamedViewer[]> {
  const names = [...new Set(usernames.map((name) => name.toLowerCase()))]
  return tx.$queryRaw<NamedViewer[]>`
    select v.id, v.username from viewers v
    where lower(v.username) in (select lower(n) from unnest(${names}::text[]) n) and v.deleted_at is null
    order by v.id for share`
}
