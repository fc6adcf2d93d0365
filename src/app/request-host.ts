import { headers } from 'next/headers'

/** The host a page was asked from, and the domain that workspaces hang below; both with port. */
export async function readRequestHost(): Promise<{ host: string; domain: string; requestId: string }> {
  const received = await headers()
  const host = received.get('host') ?? ''
  return {
    host,
    domain: received.get('x-berth-domain') ?? host,
    requestId: received.get('x-request-id') ?? '',
  }
}

/** The subdomain part of a host below the domain; empty for any other host. */
export function subdomainOf(host: string, domain: string): string {
  return host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : ''
}
