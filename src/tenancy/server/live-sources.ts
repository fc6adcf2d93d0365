import { isPlatformRole, type Identity } from '#src/auth/identity.ts'
import { isLimited, type PermissionTable } from '#src/auth/permissions.ts'
import { findCurrentIdentity } from '#src/auth/server/live-identity.repository.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { createRunSource } from '#src/provisioning/server/run-topics.ts'
import { listOpenRuns } from '#src/provisioning/server/run.repository.ts'
import type { SocketCaller, TopicSources } from '#src/realtime/server/topic-source.ts'
import { idOf } from '#src/realtime/topic.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { createChangeSource, type HearByToken } from './change-source.ts'
import { requireRunAccess } from './run-access.ts'
import type { TenantDirectory } from './tenant-directory.ts'

type LiveSourceParts = {
  db: PlatformDb
  authSecret: string
  permissions: PermissionTable
  tenants: Pick<TenantDirectory, 'findById'>
  /** the module a resource belongs to */
  moduleOf: (resource: string) => string | undefined
  hearByToken: HearByToken
}

/** What can be watched live, and by whom: a run, one tenant's runs or its changed records, the runs of the fleet. */
export function createLiveSources({ db, authSecret, ...rights }: LiveSourceParts): TopicSources {
  /** Who holds the socket by now: its session may have ended since it was opened, or it came to another's host. */
  async function findPerson({ identity, hostTenantId }: SocketCaller): Promise<Identity | null> {
    const person = identity && (await findCurrentIdentity(db, identity))
    return hostTenantId === null || person?.tenantId === hostTenantId ? person : null
  }

  return {
    run: createRunSource(db, async (caller, run, token) => {
      const identity = await findPerson(caller)
      try {
        requireRunAccess(
          { authSecret, identity, watchToken: token ?? caller.watchToken, hostTenant: null },
          run,
        )
        return true
      } catch (error) {
        if (error instanceof AppError) return false
        throw error
      }
    }),
    tenant: {
      authorize: async (caller, topic) => {
        const person = await findPerson(caller)
        if (!person || isLimited(person)) return false
        return isPlatformRole(person.role) || (person.tenantId === idOf(topic) && person.role !== 'client')
      },
      snapshot: async (topic) => ({ snapshot: await listOpenRuns(db, { tenantId: idOf(topic) }) }),
    },
    records: createChangeSource({ ...rights, findPerson }),
    fleet: {
      authorize: async (caller) => {
        const person = await findPerson(caller)
        return person !== null && isPlatformRole(person.role)
      },
      snapshot: async () => ({ snapshot: await listOpenRuns(db, {}) }),
    },
  }
}
