import { randomBytes } from 'node:crypto'
import { tenantRoles, type TenantRole } from '#src/auth/identity.ts'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { modules } from '#src/modules/registry.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { createWatchToken } from '#src/provisioning/server/watch-token.ts'
import { AUTH_SECRET } from '../auth-secret.ts'
import type { TestServer } from '../test-server.ts'
import { addPlatformRows, type LabApiTokens, type LabSecrets } from './add-platform-rows.ts'
import { addRecords } from './add-records.ts'
import { addStream } from './add-stream.ts'
import { createLabPerson, type LabPerson } from './lab-person.ts'
import { phoneOf } from './mark-values.ts'
import { readTenantIds } from './tenant-rows.ts'

/** A tenant with everything switched on and something in every table, each text of which carries its marker. */
export type LabTenant = TenantPlacement & {
  subdomain: string
  marker: string
  people: Readonly<Record<TenantRole, LabPerson>>
  runId: string
  watchToken: string
  secrets: LabSecrets
  apiTokens: LabApiTokens
  /** ids of all its rows, by table */
  ids: ReadonlyMap<string, readonly string[]>
}

/** Builds and fills a tenant. @param subdomain no secret, so it carries no marker */
export async function createLabTenant(server: TestServer, subdomain: string): Promise<LabTenant> {
  const { platform } = server.database
  const marker = `zq${randomBytes(4).toString('hex')}`
  const placement = await createWorkspace(server, { subdomain, modules })
  const { tenantId, schemaName, roleName } = placement
  await platform.tenant.update({
    where: { id: tenantId },
    data: {
      businessName: `Business ${marker}`,
      phone: phoneOf(marker),
      address: { street: `${marker} Street` },
      settings: { note: marker },
    },
  })
  const people = await Promise.all(
    tenantRoles.map(
      async (role) => [role, await createLabPerson(platform, { tenantId, role, marker })] as const,
    ),
  )
  const { id: runId } = await platform.provisioningRun.findFirstOrThrow({ where: { tenantId } })
  const tenant = {
    ...{ tenantId, schemaName, roleName, subdomain, marker, runId },
    people: Object.fromEntries(people) as Record<TenantRole, LabPerson>,
    watchToken: createWatchToken(AUTH_SECRET, runId),
  }
  await addRecords(server, tenant)
  await addStream(server, tenant)
  const { rolloutId, ...held } = await addPlatformRows(platform, tenant)
  const ids = await readTenantIds(server, placement)
  ids.set('rollouts', [rolloutId])
  // The first of a table is the one that attacks name: the owner who has a session and is named by records.
  const others = ids.get('users')?.filter((id) => id !== tenant.people.owner.id) ?? []
  ids.set('users', [tenant.people.owner.id, ...others])
  return { ...tenant, ...held, ids }
}
