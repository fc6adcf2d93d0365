import type { ClientBase } from 'pg'
import { newId } from '#src/shared/ids.ts'

/** Which modules of a tenant are switched on, or off, from the commit on; every process hears of it then. */
export async function saveFeatures(
  client: ClientBase,
  { tenantId, names, enabled }: { tenantId: string; names: readonly string[]; enabled: boolean },
): Promise<void> {
  await client.query(
    `insert into platform.tenant_features (id, tenant_id, name, enabled)
     select f.id, $1, f.name, $4 from unnest($2::uuid[], $3::text[]) as f(id, name)
     on conflict (tenant_id, name) do update set enabled = excluded.enabled, updated_at = now()`,
    [tenantId, names.map(newId), names, enabled],
  )
}
