import type { CallTenant } from '#src/trpc/server/context.ts'
import type { Identity } from '../identity.ts'

/** What the Host header of a request stands for: the platform itself, or one workspace (null: there is none). */
export type ResolvedHost = { kind: 'apex' } | { kind: 'workspace'; tenant: CallTenant | null }

/** The tenant whose people belong on this host: null for people of the platform, undefined for nobody. */
export function hostTenantId(host: ResolvedHost): string | null | undefined {
  return host.kind === 'apex' ? null : host.tenant?.tenantId
}

/** True when the person may be treated as signed in on this host; a cookie can be copied to another one. */
export function isIdentityOfHost(identity: Identity, host: ResolvedHost): boolean {
  return identity.tenantId === hostTenantId(host)
}
