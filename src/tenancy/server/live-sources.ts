import { isPlatformRole } from '#src/auth/identity.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { createRunSource } from '#src/provisioning/server/run-topics.ts'
import { listOpenRuns } from '#src/provisioning/server/run.repository.ts'
import type { TopicSources } from '#src/realtime/server/topic-source.ts'
import { idOf } from '#src/realtime/topic.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { requireRunAccess } from './run-access.ts'

/** What can be watched live, and by whom: a run, one tenant's runs, the runs of the whole fleet. */
export function createLiveSources(db: PlatformDb, authSecret: string): TopicSources {
  return {
    run: createRunSource(db, ({ identity, watchToken }, run, token) => {
      try {
        requireRunAccess({ authSecret, identity, watchToken: token ?? watchToken }, run)
        return true
      } catch (error) {
        if (error instanceof AppError) return false
        throw error
      }
    }),
    tenant: {
      authorize: async ({ identity, hostTenantId }, topic) => {
        if (!identity) return false
        const tenantId = idOf(topic)
        if (isPlatformRole(identity.role)) return hostTenantId === null
        const isOwnHost = hostTenantId === null || hostTenantId === tenantId
        return isOwnHost && identity.tenantId === tenantId && identity.role !== 'client'
      },
      snapshot: async (topic) => ({ snapshot: await listOpenRuns(db, { tenantId: idOf(topic) }) }),
    },
    fleet: {
      authorize: async ({ identity, hostTenantId }) =>
        identity !== null && isPlatformRole(identity.role) && hostTenantId === null,
      snapshot: async () => ({ snapshot: await listOpenRuns(db, {}) }),
    },
  }
}
