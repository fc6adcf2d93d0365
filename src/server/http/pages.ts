import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CONSOLE_PATH, isConsolePath, signInPathFor } from '#src/auth/paths.ts'
import { readPageIdentity } from '#src/auth/server/request-identity.ts'
import { requestOrigin } from '#src/auth/server/request-origin.ts'
import type { Identity } from '#src/auth/identity.ts'
import { openStatuses } from '#src/tenancy/tenant.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import type { WebServices } from './call-context.ts'
import { createPagePolicy } from './content-policy.ts'
import { dropUnsoundRouterState } from './router-state.ts'
import type { RequestSite } from './request-context.ts'

type PageRequest = { req: IncomingMessage; res: ServerResponse; render: PageHandler }

export type PageHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** Headers through which pages learn what the server found out; from outside they are never let in. */
const INTERNAL_HEADERS = [
  'x-berth-plane',
  'x-berth-domain',
  'x-berth-origin',
  'x-berth-tenant',
  'x-berth-identity',
  'x-nonce',
  'content-security-policy',
  'content-security-policy-report-only',
]
/** Pages of a workspace that visitors may see. */
const OPEN_PATHS = /^\/(login|sign-in\/ticket|reset-password|confirm-email|invitation|public\/[a-z-]+)\/?$/
/** Build output and the few files that every host has. */
const ASSETS =
  /^\/(_next\/|favicon\.ico$|icon[.\w-]*$|apple-icon[.\w-]*$|robots\.txt$|manifest\.webmanifest$)/

/**
 * Decides which page a browser gets before Next renders it: whose host it is, whether the workspace is open,
 * and whether somebody is signed in.
 */
export async function servePage(
  services: WebServices,
  { req, res, site, render, isDev }: PageRequest & { site: RequestSite; isDev: boolean },
): Promise<void> {
  for (const name of INTERNAL_HEADERS) Reflect.deleteProperty(req.headers, name)
  dropUnsoundRouterState(req.headers)
  setPagePolicy(req, res, { origin: requestOrigin(req.headers, services.env.BERTH_PUBLIC_URL), isDev })
  req.headers['x-berth-domain'] = services.site.authority
  req.headers['x-berth-origin'] = services.site.apexUrl
  // Put together instead of resolved: a path that begins with two slashes names no host here.
  const url = new URL(`http://unused${req.url ?? '/'}`)
  // Nothing here is an image to be resized, and resizing costs more than it looks.
  if (url.pathname === '/_next/image')
    return renderInstead(req, res, { status: 404, path: '/not-found', render })
  if (ASSETS.test(url.pathname)) return render(req, res)
  // The folders of the app are no addresses of their own.
  if (/^\/workspace(-|\/|$)/.test(url.pathname))
    return renderInstead(req, res, { status: 404, path: '/not-found', render })
  if (site.kind === 'apex') {
    if (isConsolePath(url.pathname)) return serveConsolePage(services, { req, res, url, render })
    req.headers['x-berth-plane'] = 'apex'
    return render(req, res)
  }
  if (site.kind === 'foreign' || !site.tenant) {
    return renderInstead(req, res, { status: 404, path: '/workspace-not-found', render })
  }
  await serveWorkspacePage(services, { req, res, tenant: site.tenant, url, render })
}

/** The console is for people of the platform alone; everybody else is led to its door. */
async function serveConsolePage(
  { database, keys, env }: WebServices,
  { req, res, url, render }: PageRequest & { url: URL },
): Promise<void> {
  const host = { kind: 'apex' as const }
  const identity = await readPageIdentity(req, { query: database.platformQuery, keys, env, host })
  const door = signInPathFor(CONSOLE_PATH)
  const isAtDoor = url.pathname.replace(/\/$/, '') === door
  if (identity && isAtDoor) {
    redirect(res, CONSOLE_PATH)
    return
  }
  if (!identity && !isAtDoor) {
    const target = `${url.pathname}${url.search}`
    redirect(res, target === CONSOLE_PATH ? door : `${door}?next=${encodeURIComponent(target)}`)
    return
  }
  if (identity) req.headers['x-berth-identity'] = encodeJson(describeIdentity(identity))
  req.headers['x-berth-plane'] = 'apex'
  await render(req, res)
}

async function serveWorkspacePage(
  { database, keys, env }: WebServices,
  page: PageRequest & { tenant: CallTenant; url: URL },
): Promise<void> {
  const { req, res, tenant, url, render } = page
  req.headers['x-berth-tenant'] = encodeJson(describeTenant(tenant))
  if (tenant.status === 'suspended') {
    return renderInstead(req, res, { status: 403, path: '/workspace-suspended', render })
  }
  if (!(openStatuses as readonly string[]).includes(tenant.status)) {
    return renderInstead(req, res, { status: 404, path: '/workspace-not-found', render })
  }
  const host = { kind: 'workspace' as const, tenant }
  const identity = await readPageIdentity(req, { query: database.platformQuery, keys, env, host })
  if (!identity && !OPEN_PATHS.test(url.pathname)) {
    const target = `${url.pathname}${url.search}`
    redirect(res, target === '/' ? '/login' : `/login?next=${encodeURIComponent(target)}`)
    return
  }
  if (identity) {
    if (url.pathname === '/login') {
      redirect(res, '/')
      return
    }
    req.headers['x-berth-identity'] = encodeJson(describeIdentity(identity))
  }
  req.headers['x-berth-plane'] = 'workspace'
  await render(req, res)
}

/** The page reads its nonce from the request: Next from the policy, our layout from a header of its own. */
function setPagePolicy(
  req: IncomingMessage,
  res: ServerResponse,
  options: { origin: string | null; isDev: boolean },
): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = createPagePolicy({ ...options, nonce })
  Object.assign(req.headers, { 'x-nonce': nonce, 'content-security-policy': policy })
  res.setHeader('content-security-policy', policy)
}

function describeTenant({
  tenantId,
  subdomain,
  businessName,
  industry,
  timezone,
  currency,
  modules,
  status,
  plan,
}: CallTenant) {
  return { tenantId, subdomain, businessName, industry, timezone, currency, modules, status, plan }
}

function describeIdentity({ userId, email, fullName, role, impersonator }: Identity) {
  const visit = impersonator && {
    adminName: impersonator.fullName,
    reason: impersonator.reason,
    until: impersonator.until,
  }
  return { userId, email, fullName, role, ...(visit ? { visit } : {}) }
}

/** Header values are bytes; names of people and businesses are not. */
function encodeJson(value: unknown): string {
  return encodeURIComponent(JSON.stringify(value))
}

function redirect(res: ServerResponse, location: string): void {
  res.statusCode = 307
  res.setHeader('location', location)
  res.setHeader('cache-control', 'no-store')
  res.end()
}

async function renderInstead(
  req: IncomingMessage,
  res: ServerResponse,
  { status, path, render }: { status: number; path: string; render: PageHandler },
): Promise<void> {
  req.headers['x-berth-plane'] = 'apex'
  req.url = path
  // Next sets 200 for a page it knows; the status was decided here.
  Object.defineProperty(res, 'statusCode', { get: () => status, set: () => undefined })
  await render(req, res)
}
