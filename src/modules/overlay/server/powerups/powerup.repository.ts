import type { TenantTx } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'

export type Powerup = {
  id: string
  key: string
  name: string
  cost: number
  enabled: boolean
  /** null: there is no end of them */
  stock: number | null
}

/** Which one: by id, or by key. */
export type NamedPowerup = { powerupId?: string | undefined; powerupKey?: string | undefined }

/** A powerup; nobody else sells or changes it until the transaction ends. */
export async function lockPowerup(tx: TenantTx, named: NamedPowerup): Promise<Powerup | null> {
  const { powerupId = null, powerupKey = null } = named
  const [powerup] = await tx.$queryRaw<Powerup[]>`
    select id, key, name, cost, enabled, stock from powerup_config
    where deleted_at is null
      and case when ${powerupId}::uuid is null then lower(key) = lower(${powerupKey}::text)
               else id = ${powerupId}::uuid end
    for no key update`
  return powerup ?? null
}

/** Takes some from the stock of a powerup that is locked, and has as many. */
export async function takeFromStock(tx: TenantTx, { id, quantity }: { id: string; quantity: number }) {
  await tx.$executeRaw`
    update powerup_config set stock = stock - ${quantity}::int, updated_at = clock_timestamp()
    where id = ${id}::uuid`
}

type Owned = { tenantId: string; viewerId: string; powerupId: string; quantity: number }

/** Adds to what a viewer has. @returns how many that are now, and the id of the entry */
export async function addToInventory(
  tx: TenantTx,
  { tenantId, viewerId, powerupId, quantity }: Owned,
): Promise<{ id: string; quantity: number }> {
  const [entry] = await tx.$queryRaw<{ id: string; quantity: number }[]>`
    insert into powerup_inventory as i (id, tenant_id, viewer_id, powerup_id, quantity)
    values (${newId()}::uuid, ${tenantId}::uuid, ${viewerId}::uuid, ${powerupId}::uuid, ${quantity}::int)
    on conflict (viewer_id, powerup_id)
      do update set quantity = i.quantity + excluded.quantity, updated_at = clock_timestamp()
    returning id, quantity`
  if (!entry) throw new Error('The inventory was written out of the reach of its tenant.')
  return entry
}

/** Takes one from what a viewer has. @returns how many are left, and nothing when there was none */
export async function takeFromInventory(
  tx: TenantTx,
  { viewerId, ...named }: { viewerId: string } & NamedPowerup,
): Promise<{ id: string; quantity: number; name: string } | null> {
  const { powerupId = null, powerupKey = null } = named
  const [entry] = await tx.$queryRaw<{ id: string; quantity: number; name: string }[]>`
    update powerup_inventory i set quantity = i.quantity - 1, updated_at = clock_timestamp()
    from powerup_config p
    where i.viewer_id = ${viewerId}::uuid and p.id = i.powerup_id and i.quantity > 0
      and case when ${powerupId}::uuid is null then lower(p.key) = lower(${powerupKey}::text)
               else p.id = ${powerupId}::uuid end
    returning i.id, i.quantity, p.name`
  return entry ?? null
}
