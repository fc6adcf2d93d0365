import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import type { RunQuery } from '#src/db/server/run-query.ts'
import type { OverlayLink } from '../../overlay-link.ts'

const columns = { id: true, name: true, createdAt: true, lastUsedAt: true } as const
type Row = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }

function toLink({ id, name, createdAt, lastUsedAt }: Row): OverlayLink {
  return {
    id,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}

/** Links that open the overlay now, the oldest first. */
export async function listLinks(db: TenantDb | TenantTx): Promise<OverlayLink[]> {
  const rows = await db.overlayLink.findMany({
    where: { revokedAt: null },
    select: columns,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toLink)
}

/** Adds a link. */
export async function insertLink(
  tx: TenantTx,
  link: { id: string; tenantId: string; name: string; tokenHash: string },
): Promise<OverlayLink> {
  return toLink(await tx.overlayLink.create({ data: link, select: columns }))
}

/** Changes a link that opens the overlay now. @returns null when there is none of that id */
export async function changeLink(
  tx: TenantTx,
  id: string,
  changes: { tokenHash: string; lastUsedAt: null } | { revokedAt: Date },
): Promise<OverlayLink | null> {
  const [row] = await tx.overlayLink.updateManyAndReturn({
    where: { id, revokedAt: null },
    data: changes,
    select: columns,
  })
  return row ? toLink(row) : null
}

/** Finds a link that opens the overlay now, and remembers, to the minute, that it was used. */
export async function findOpenLink(query: RunQuery, tokenHash: string): Promise<{ id: string } | null> {
  const [link] = await query<{ id: string; isStale: boolean }>({
    text: `select id, coalesce(last_used_at < now() - interval '1 minute', true) as "isStale"
      from overlay_links where token_hash = $1::text and revoked_at is null`,
    values: [tokenHash],
  })
  if (!link) return null
  if (link.isStale) {
    await query({
      text: 'update overlay_links set last_used_at = now() where id = $1::uuid',
      values: [link.id],
    })
  }
  return { id: link.id }
}
