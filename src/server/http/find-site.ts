import { nameHost } from '../site-address.ts'
import type { SiteServices } from './call-context.ts'
import type { RequestSite } from './request-context.ts'

/** Whose site a Host header names. */
export async function findSite(
  { tenants, site }: Pick<SiteServices, 'tenants' | 'site'>,
  host: string | undefined,
): Promise<RequestSite> {
  const named = nameHost(host, site.domain)
  if (named.kind !== 'workspace') return named
  return { ...named, tenant: await tenants.findBySubdomain(named.subdomain) }
}
