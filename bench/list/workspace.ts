import type pg from 'pg'
import { createTestClient, type Workspace } from '#src/server/testing/test-client.ts'

export type ListWorkspace = Workspace & { schemaName: string; roleName: string }

/** Pages of 20 do not tell the total by themselves: it has to be counted, as in most real lists. */
const PETS = 200
const OWNERS = 50

/** A signed-up workspace with pets and their owners. @param inspector a connection of the superuser */
export async function createListWorkspace(port: number, inspector: pg.Client): Promise<ListWorkspace> {
  const workspace = await createTestClient(port).createWorkspace()
  const { rows } = await inspector.query<{ schemaName: string; roleName: string }>(
    `select schema_name as "schemaName", role_name as "roleName" from platform.tenants where id = $1`,
    [workspace.tenantId],
  )
  const [placement] = rows
  if (!placement) throw new Error('The workspace was not built.')
  await inspector.query(`
    set search_path to "${placement.schemaName}";
    insert into owners (id, tenant_id, name, email, phone)
      select gen_random_uuid(), '${workspace.tenantId}', 'Owner ' || n, 'owner' || n || '@bench.test', '+44 20 7946 0000'
      from generate_series(1, ${OWNERS}) n;
    insert into pets (id, tenant_id, name, owner_id, species, breed, date_of_birth, weight, medical_notes)
      select gen_random_uuid(), '${workspace.tenantId}', 'Pet ' || n, o.id, 'dog', 'Poodle', '2021-05-01', 12.5, 'None known'
      from generate_series(1, ${PETS}) n
      join (select id, row_number() over () as position from owners) o on o.position = 1 + n % ${OWNERS};
    analyze owners; analyze pets`)
  return { ...workspace, ...placement }
}
