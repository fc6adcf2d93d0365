import { expect } from 'vitest'
import { createTestUser } from '#src/auth/server/testing/accounts.ts'
import { createTestBrowser } from '#src/auth/server/testing/browser.ts'
import { newId } from '#src/shared/ids.ts'
import { mintToken } from './mint-token.ts'
import type { Answer, CallOptions, Workspace } from './test-client.ts'
import type { TestServer } from './test-server.ts'

/** Somebody of the platform, signed in. */
export type PlatformPerson = { id: string; token: string }

export async function addPlatformPerson(
  server: TestServer,
  role: 'platform_admin' | 'platform_viewer' = 'platform_admin',
): Promise<PlatformPerson> {
  const email = `${role}-${newId()}@berth.test`
  const { platform } = server.database
  const id = await createTestUser(platform, { tenantId: null, email, role })
  await platform.user.update({ where: { id }, data: { fullName: 'Grace Hopper' }, select: { id: true } })
  return { id, token: await mintToken(server, { tenantId: null, email }) }
}

export async function ownerIdOf({ database }: TestServer, { tenantId }: Pick<Workspace, 'tenantId'>) {
  const { id } = await database.platform.user.findFirstOrThrow({ where: { tenantId, role: 'owner' } })
  return id
}

type Wish = { tenantId: string; userId: string; token: string; reason?: string; minutes?: number }

/** Asks to act as somebody. */
export function askToImpersonate(
  { client }: TestServer,
  { tenantId, token, ...wish }: Wish,
): Promise<Answer> {
  const body = { reason: 'Looking into ticket 4711', ...wish }
  return client.call('POST', `/api/v1/admin/tenants/${tenantId}/impersonations`, { token, body })
}

/** A browser in the middle of acting as somebody. */
export type Visit = {
  impersonationId: string
  cookie: string
  /** calls the API on the host of the workspace, as its pages do */
  call: (method: string, path: string, options?: CallOptions) => Promise<Answer>
}

/** Spends the ticket of an answer. @returns the cookie, or nothing when the ticket is refused */
export async function redeemTicket(
  { port }: TestServer,
  { subdomain, url }: { subdomain: string; url: string },
): Promise<string | null> {
  const browser = createTestBrowser({ port, host: `${subdomain}.berth.localhost:${port}` })
  const answer = await browser.signIn('ticket', { ticket: url.split('#')[1] ?? '' })
  const cookie = browser.cookieHeader()
  return answer.status === 200 && cookie.includes('session-token') ? cookie : null
}

/** Acts as the owner of a workspace, or as the person with `userId`. */
export async function startVisit(
  server: TestServer,
  mine: Workspace,
  { admin, userId, minutes }: { admin: PlatformPerson; userId?: string; minutes?: number },
): Promise<Visit> {
  const asked = await askToImpersonate(server, {
    tenantId: mine.tenantId,
    userId: userId ?? (await ownerIdOf(server, mine)),
    token: admin.token,
    ...(minutes === undefined ? {} : { minutes }),
  })
  expect(asked.status).toBe(201)
  const { url, impersonationId } = asked.body as { url: string; impersonationId: string }
  const cookie = await redeemTicket(server, { subdomain: mine.subdomain, url })
  if (cookie === null) throw new Error('The ticket was refused.')
  const headersOfPage = { cookie, 'sec-fetch-site': 'same-origin' }
  return {
    impersonationId,
    cookie,
    call: (method, path, options = {}) =>
      server.client.call(method, path, {
        host: mine.subdomain,
        ...options,
        headers: { ...headersOfPage, ...options.headers },
      }),
  }
}

/** Makes the time of a visit run out so many milliseconds from now, as no code of the product can. */
export async function shortenVisit(
  { inspect }: TestServer,
  { impersonationId }: Pick<Visit, 'impersonationId'>,
  ms: number,
): Promise<void> {
  await inspect(
    `with i as (update platform.impersonations set expires_at = clock_timestamp() + make_interval(secs => $2)
       where id = $1 returning id, expires_at)
     update platform.sessions s set expires_at = i.expires_at from i where s.impersonation_id = i.id`,
    [impersonationId, ms / 1000],
  )
}

/** What the logs of the tenant and of the platform say about a visit, in the order of time. */
export function entriesOfVisit(
  { inspect }: TestServer,
  { impersonationId }: Pick<Visit, 'impersonationId'>,
): Promise<{ log: string; action: string; how: string | null; actor: string }[]> {
  return inspect(
    `select case when tenant_id is null then 'platform' else 'tenant' end as log, action,
       details ->> 'how' as how, actor_kind as actor
     from platform.audit_log where details ->> 'impersonationId' = $1 and action like 'impersonations.%'
     order by action desc, log`,
    [impersonationId],
  )
}
