import type { TenantRole } from '#src/auth/identity.ts'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { callContext, createModuleCaller, createWorkspace } from '#src/resources/server/testing/workspace.ts'
import type { CallContext, CallTenant } from '#src/trpc/server/context.ts'
import { overlay } from '../../module.ts'
import { overlayServer } from '../overlay.server.ts'

const modules = [overlay] as const
const servers = [overlayServer] as const

/** A streamer's workspace, and calls of its team. */
export async function createStream(db: TestDatabase, subdomain: string) {
  const tenant = await createWorkspace(db, { subdomain, modules })
  return {
    tenant,
    as: (role?: TenantRole) => callsOf(db, tenant, role ? { role } : {}),
    /** calls whose hints end up in `heard`, by the name of the resource */
    listening: (heard: string[]) =>
      callsOf(db, tenant, { announceChange: ({ resource }) => void heard.push(resource) }),
  }
}

/** Calls of somebody of the team. */
export function callsOf(
  db: TestDatabase,
  tenant: CallTenant,
  { role = 'owner', ...changes }: { role?: TenantRole } & Partial<CallContext> = {},
) {
  const context = { ...callContext(db, { tenant, modules, role }), ...changes }
  return createModuleCaller(modules, servers)(context).overlay
}

/** Calls of the public, on the host of a workspace or on the apex. */
export function publicCalls(db: TestDatabase, tenant: CallTenant, hostTenant: CallTenant | null) {
  return callsOf(db, tenant, { identity: null, tenant: hostTenant, hostTenant })
}

/** How often each code came back; `OK` for what succeeded. */
export function countCodes(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
