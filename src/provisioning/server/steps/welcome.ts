import { appendAuditOn, systemActor } from '#src/audit/server/append-audit.repository.ts'
import { PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { queueMailOn } from '#src/mail/server/queue-mail.ts'
import { welcomeMail } from '#src/mail/server/workspace-mails.ts'
import { withRole, type Step } from '../step.ts'

/** The audit row and the welcome mail, in the same transaction as the workspace they speak of. */
export function createWelcome(workspaceUrl: (subdomain: string) => string): Step {
  return {
    name: 'welcome',
    run: ({ client, tenant }) =>
      withRole(client, PLATFORM_ROLE, async () => {
        const { rows } = await client.query<{
          subdomain: string
          name: string
          email: string
          owner: string
        }>(
          `select t.subdomain, t.business_name as name, u.email, u.full_name as owner
           from platform.tenants t join platform.users u on u.tenant_id = t.id and u.role = 'owner'
           where t.id = $1 order by u.created_at limit 1`,
          [tenant.tenantId],
        )
        const row = rows[0]
        await appendAuditOn(client, {
          tenantId: tenant.tenantId,
          actor: systemActor(),
          action: 'tenants.activate',
          resource: { type: 'tenants', id: tenant.tenantId },
        })
        if (!row) return 'There is no owner to write to.'
        const mail = welcomeMail({
          ownerName: row.owner,
          businessName: row.name,
          workspaceUrl: workspaceUrl(row.subdomain),
        })
        await queueMailOn(client, { ...mail, tenantId: tenant.tenantId, to: row.email })
        return `A welcome mail waits for ${row.email}.`
      }),
  }
}
