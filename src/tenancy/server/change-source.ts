import { isPlatformRole, type Identity } from '#src/auth/identity.ts'
import { may, type PermissionTable } from '#src/auth/permissions.ts'
import type { ChangeSource, Hearing, HearingOf, SocketCaller } from '#src/realtime/server/topic-source.ts'
import { FLEET_CHANGES, idOf } from '#src/realtime/topic.ts'
import type { TenantDirectory } from './tenant-directory.ts'

type ChangeSourceParts = {
  permissions: PermissionTable
  tenants: Pick<TenantDirectory, 'findById'>
  /** the module a resource belongs to */
  moduleOf: (resource: string) => string | undefined
  /** who holds the socket by now */
  findPerson: (caller: SocketCaller) => Promise<Identity | null>
  hearByToken: HearByToken
}

/** What somebody without a sign-in may hear of a tenant for the sake of a token, such as a secret link; null: nothing. */
export type HearByToken = (asked: {
  tenantId: string
  hostTenantId: string | null
  token: string
}) => Promise<HearingOf | null>

/**
 * Who hears that records of a tenant have changed: its people, of what they may list while its module is on. Of
 * changed tenants, people of the platform hear.
 */
export function createChangeSource(parts: ChangeSourceParts): ChangeSource {
  const { permissions, tenants, moduleOf, findPerson, hearByToken } = parts

  function hearingOf(person: Identity, resource: string): Hearing {
    if (!may(permissions, person, `${resource}:list`)) return 'nothing'
    // Whether the record is their own, nobody looks up for a hint.
    return person.role === 'client' ? 'resource' : 'records'
  }

  return {
    authorize: async (caller, topic, token) => {
      const person = await findPerson(caller)
      if (topic === FLEET_CHANGES) return person && isPlatformRole(person.role) ? () => 'records' : null
      const tenantId = idOf(topic)
      if (person && person.tenantId === tenantId) return (resource) => hearingOf(person, resource)
      return token === null ? null : hearByToken({ tenantId, hostTenantId: caller.hostTenantId, token })
    },
    listOpen: async (tenantId, resources) => {
      const modules = (await tenants.findById(tenantId))?.modules ?? []
      return resources.filter((resource) => modules.includes(moduleOf(resource) ?? ''))
    },
  }
}
