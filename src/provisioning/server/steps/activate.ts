import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { newId } from '#src/shared/ids.ts'
import { withRole, type Step } from '../step.ts'

/** Opens the workspace: visible to everybody when, and only when, the transaction commits. */
export const activate: Step = {
  name: 'activate',
  run: ({ client, tenant, blueprint }) =>
    withRole(client, PLATFORM_ROLE, async () => {
      await client.query(
        `update platform.tenants set status = 'trial', activated_at = now(), updated_at = now() where id = $1`,
        [tenant.tenantId],
      )
      await client.query(
        `insert into platform.tenant_features (id, tenant_id, name, enabled)
         select f.id, $1, f.name, true from unnest($2::uuid[], $3::text[]) as f(id, name)
         on conflict (tenant_id, name) do update set enabled = true, updated_at = now()`,
        [tenant.tenantId, blueprint.modules.map(newId), blueprint.modules],
      )
      return 'The workspace is open.'
    }),
}
