import { AppError } from '#src/shared/errors/app-error.ts'
import { commitPart } from '../commit-part.ts'
import { lockTenantPlane } from '../plane-lock.repository.ts'
import type { Step } from '../step.ts'

/** Holds the tenant's plane for the whole run, and makes sure that its days of grace are over. */
export const close: Step = {
  name: 'close',
  run: async (context) => {
    const { client, tenant } = context
    // It only holds locks from now on, while the parts of the run commit on other connections.
    await client.query(`set local idle_in_transaction_session_timeout to '120s'`)
    await lockTenantPlane(client, tenant.tenantId)
    await commitPart(context, async (part) => {
      const due = await part.query(
        `select from platform.tenants
         where id = $1 and status = 'cancelled' and deletion_due_at <= now() for no key update`,
        [tenant.tenantId],
      )
      if (due.rowCount !== 1) throw new AppError('INVALID_TRANSITION')
      for (const table of ['sessions', 'api_tokens']) {
        await part.query(
          `update platform.${table} set revoked_at = now() where tenant_id = $1 and revoked_at is null`,
          [tenant.tenantId],
        )
      }
    })
    return 'Nobody is signed in any more.'
  },
}
