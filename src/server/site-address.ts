import type { Env } from '#src/env.ts'

/** Under which addresses this installation is reached. */
export type SiteAddress = {
  /** `https:` or `http:` */
  protocol: string
  /** domain that workspaces hang below, without port */
  domain: string
  /** the same with the port that people type, if any */
  authority: string
  apexUrl: string
  workspaceUrl: (subdomain: string) => string
}

/** @param port the port that is really listened on */
export function siteAddressOf(
  env: Pick<Env, 'BERTH_DOMAIN' | 'BERTH_PUBLIC_URL'>,
  port: number,
): SiteAddress {
  const { BERTH_DOMAIN, BERTH_PUBLIC_URL: publicUrl } = env
  const url = publicUrl ? new URL(publicUrl) : undefined
  const domain = url?.hostname ?? BERTH_DOMAIN
  const protocol = url?.protocol ?? 'http:'
  const suffix = url ? (url.port ? `:${url.port}` : '') : `:${port}`
  const authority = `${domain}${suffix}`
  return {
    protocol,
    domain,
    authority,
    apexUrl: `${protocol}//${authority}`,
    workspaceUrl: (subdomain) => `${protocol}//${subdomain}.${authority}`,
  }
}

/** What a Host header names: the apex, a workspace's label, or nothing of ours. */
export type NamedHost = { kind: 'apex' } | { kind: 'workspace'; subdomain: string } | { kind: 'foreign' }

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

/** Addresses by number and `localhost` count as the apex: health checks and programs use them. */
export function nameHost(host: string | undefined, domain: string): NamedHost {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
  if (name === domain || name === 'localhost' || ADDRESS.test(name)) return { kind: 'apex' }
  if (!name.endsWith(`.${domain}`)) return { kind: 'foreign' }
  const subdomain = name.slice(0, -domain.length - 1)
  return LABEL.test(subdomain) ? { kind: 'workspace', subdomain } : { kind: 'foreign' }
}
