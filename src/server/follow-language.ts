import { z } from 'zod'
import type { Database } from '#src/db/server/database.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { defineTask, implementTask, type Task } from '#src/jobs/server/define-task.ts'
import { moduleServers } from '#src/modules/server-registry.ts'
import type { ModuleServer } from '#src/resources/server/define-module-server.ts'
import { findTenantById } from '#src/tenancy/server/tenant.repository.ts'

/** Queued by a trigger of the control plane, whoever changed the language. */
const followLanguageTask = defineTask('tenant.follow-language', z.object({ tenantId: z.uuid() }))

/** Lets the modules of a tenant follow when it writes in another language. */
export function createFollowLanguageTask(database: Database): Task {
  const servers: readonly ModuleServer[] = moduleServers
  return implementTask(followLanguageTask, async ({ tenantId }) => {
    const tenant = await findTenantById(database.platform, tenantId)
    if (!tenant) return
    const following = servers.filter(({ module }) => tenant.modules.includes(module.id))
    await withTenantScope(tenant, async () => {
      for (const { followLanguage } of following)
        await followLanguage?.(database.tenantQuery, tenant.language)
    })
  })
}
