import { beforeAll, describe, expect, it } from 'vitest'
import { TEST_PASSWORD } from '#src/auth/server/testing/test-password.ts'
import { closingOf, openSocket } from './testing/open-socket.ts'
import type { Workspace } from './testing/test-client.ts'
import { addTeamMate, type TeamMate } from './testing/team-mate.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
let mine: Workspace
let theirs: Workspace

beforeAll(async () => {
  mine = await current().client.createWorkspace()
  theirs = await current().client.createWorkspace()
})

type Call = { token?: string; host?: string; body?: unknown; headers?: Record<string, string> }
type Tokens = { accessToken: string; refreshToken: string; user: { role: string } }
type Session = { id: string; device: string; isCurrent: boolean; kind: string; ip: string }

const call = (method: string, path: string, options: Call = {}) =>
  current().client.call(method, `/api/v1${path}`, options)

async function codeOf(method: string, path: string, options: Call = {}): Promise<string | number> {
  const { status, body } = await call(method, path, options)
  return status < 300 ? status : (body as { error: { code: string } }).error.code
}

/** Somebody new of a workspace who has signed in with a password. */
async function signIn(role: 'owner' | 'staff' = 'staff', where = mine): Promise<TeamMate & Tokens> {
  const mate = await addTeamMate(current(), where, role)
  const body = { email: mate.email, password: TEST_PASSWORD }
  const headers = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Firefox/140.0' }
  const answer = await call('POST', '/auth/login', { host: where.subdomain, body, headers })
  return { ...mate, ...(answer.body as Tokens) }
}

async function refresh(refreshToken: string, host?: string): Promise<Tokens> {
  const answer = await call('POST', '/auth/refresh', { body: { refreshToken }, ...(host ? { host } : {}) })
  expect(answer.status).toBe(200)
  return answer.body as Tokens
}

async function listSessions(token: string, userId?: string): Promise<Session[]> {
  const path = `/tenants/me/sessions${userId ? `?userId=${userId}` : ''}`
  return ((await call('GET', path, { token })).body as { items: Session[] }).items
}

describe('refreshing', () => {
  it('works on the apex and on the host of the workspace, without the access token', async () => {
    const person = await signIn()
    const next = await refresh(person.refreshToken)
    const last = await refresh(next.refreshToken, mine.subdomain)
    expect(await codeOf('GET', '/auth/me', { token: last.accessToken })).toBe(200)
    expect(last.user).toEqual(person.user)
  })

  it('is refused on the host of another workspace, and the token stays good', async () => {
    const { refreshToken } = await signIn()
    const body = { refreshToken }
    expect(await codeOf('POST', '/auth/refresh', { body, host: theirs.subdomain })).toBe('TENANT_MISMATCH')
    await refresh(refreshToken)
  })

  it('brings the role of now, which counts at the next call anyhow', async () => {
    const person = await signIn()
    const where = { id: person.id }
    await current().database.platform.user.update({ where, data: { role: 'viewer' } })
    expect((await call('GET', '/auth/me', { token: person.accessToken })).body).toMatchObject({
      role: 'viewer',
    })
    expect(await codeOf('POST', '/pets', { token: person.accessToken, body: {} })).toBe('FORBIDDEN')
    expect((await refresh(person.refreshToken)).user.role).toBe('viewer')
  })

  it('waits for a workspace that is suspended', async () => {
    const other = await current().client.createWorkspace()
    const { refreshToken } = await signIn('owner', other)
    const where = { id: other.tenantId }
    const { platform } = current().database
    await platform.tenant.update({ where, data: { status: 'suspended' } })
    await expect
      .poll(() => codeOf('POST', '/auth/refresh', { body: { refreshToken } }))
      .toBe('TENANT_SUSPENDED')
    await platform.tenant.update({ where, data: { status: 'trial' } })
    await refresh(refreshToken)
  })

  it('by two at once leaves both signed in', async () => {
    const { refreshToken } = await signIn()
    const both = await Promise.all([refresh(refreshToken), refresh(refreshToken)])
    for (const { accessToken, refreshToken: next } of both) {
      expect(await codeOf('GET', '/auth/me', { token: accessToken })).toBe(200)
      await refresh(next)
    }
  })

  it('with a spent token ends everything the session gave, sockets included', async () => {
    const person = await signIn()
    const next = await refresh(person.refreshToken)
    const { closed } = await openOwnSocket(next.accessToken)
    await current().inspect(
      `update platform.refresh_tokens set rotated_at = rotated_at - interval '1 minute'`,
    )
    const body = { refreshToken: person.refreshToken }
    expect(await codeOf('POST', '/auth/refresh', { body })).toBe('TOKEN_INVALID')
    await closed
    expect(await codeOf('GET', '/auth/me', { token: next.accessToken })).toBe('UNAUTHENTICATED')
    const again = { refreshToken: next.refreshToken }
    expect(await codeOf('POST', '/auth/refresh', { body: again })).toBe('TOKEN_INVALID')
  })

  it.each([{ refreshToken: '' }, { refreshToken: 'x'.repeat(43) }, { refreshToken: 'x'.repeat(200_000) }])(
    'refuses what nobody has issued: %.40j',
    async (body) => {
      expect(await codeOf('POST', '/auth/refresh', { body })).toBe('TOKEN_INVALID')
    },
  )

  it('refuses a body that is no request', async () => {
    expect(await codeOf('POST', '/auth/refresh', { body: {} })).toBe('VALIDATION_FAILED')
    const huge = { refreshToken: 'x'.repeat(1_000_000) }
    expect(await codeOf('POST', '/auth/refresh', { body: huge })).toBe('PAYLOAD_TOO_LARGE')
  })
})

describe('logging out', () => {
  it('makes the access token and the refresh token useless at once, by REST, tRPC and socket', async () => {
    const { accessToken: token, refreshToken } = await signIn()
    const { closed } = await openOwnSocket(token)
    expect(await codeOf('POST', '/auth/logout', { token, body: {} })).toBe(200)
    expect(await codeOf('GET', '/pets', { token })).toBe('UNAUTHENTICATED')
    const trpc = await current().client.call('GET', '/api/trpc/auth.me', { token })
    expect(trpc.status).toBe(401)
    await closed
    await expect(openOwnSocket(token)).rejects.toThrow('Please sign in.')
    expect(await codeOf('POST', '/auth/refresh', { body: { refreshToken } })).toBe('TOKEN_INVALID')
  })
})

describe('the list of sessions', () => {
  it('shows where somebody is signed in, and which one asks', async () => {
    const person = await signIn()
    const sessions = await listSessions(person.accessToken)
    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toEqual([
      expect.objectContaining({ device: 'Firefox on Windows', kind: 'api', ip: '127.0.0.1' }),
    ])
  })

  it('ends one of them at once, and only one’s own', async () => {
    const person = await signIn()
    const stranger = await signIn()
    const [other] = (await listSessions(person.accessToken)).filter(({ isCurrent }) => !isCurrent)
    const path = `/tenants/me/sessions/${other?.id ?? ''}`
    for (const token of [stranger.accessToken, theirs.token]) {
      expect(await codeOf('DELETE', path, { token })).toBe('NOT_FOUND')
    }
    expect(await codeOf('DELETE', path, { token: person.accessToken })).toBe(200)
    expect(await codeOf('GET', '/auth/me', { token: person.token })).toBe('UNAUTHENTICATED')
    expect(await codeOf('GET', '/auth/me', { token: person.accessToken })).toBe(200)
  })

  it('ends all others', async () => {
    const person = await signIn()
    const answer = await call('POST', '/tenants/me/sessions/revoke-others', {
      token: person.accessToken,
      body: {},
    })
    expect(answer.body).toEqual({ revoked: 1 })
    expect(await codeOf('GET', '/auth/me', { token: person.token })).toBe('UNAUTHENTICATED')
    expect(await listSessions(person.accessToken)).toHaveLength(1)
  })

  it('of a member is for who looks after the team, below or beside them', async () => {
    const person = await signIn()
    const { token: admin } = await addTeamMate(current(), mine, 'admin')
    const owner = await signIn('owner')
    const [session] = await listSessions(admin, person.id)
    expect(await codeOf('GET', `/tenants/me/sessions?userId=${person.id}`, { token: theirs.token })).toBe(
      'NOT_FOUND',
    )
    expect(await codeOf('GET', `/tenants/me/sessions?userId=${owner.id}`, { token: admin })).toBe(
      'ROLE_TOO_HIGH',
    )
    const path = `/tenants/me/sessions/${session?.id ?? ''}`
    expect(await codeOf('DELETE', path, { token: admin })).toBe(200)
    const [record] = await current().inspect(
      `select * from platform.audit_log where action = 'sessions.revoke' and resource_id = $1`,
      [session?.id],
    )
    expect(record).toMatchObject({ tenant_id: mine.tenantId, details: { userId: person.id } })
  })
})

it('notes that a session is in use, at most once in five minutes', async () => {
  const { token, id } = await addTeamMate(current(), mine, 'staff')
  const sql = 'select last_used_at from platform.sessions where user_id = $1'
  const lastUse = async () => ((await current().inspect(sql, [id]))[0]?.['last_used_at'] as Date).getTime()
  const atStart = await lastUse()
  await call('GET', '/auth/me', { token })
  expect(await lastUse()).toBe(atStart)
  await current().inspect(
    `update platform.sessions set last_used_at = last_used_at - interval '6 minutes' where user_id = $1`,
    [id],
  )
  await call('GET', '/auth/me', { token })
  await expect.poll(lastUse).toBeGreaterThanOrEqual(atStart)
})

it('closes a socket when its session ends by its time', async () => {
  const { accessToken } = await signIn()
  const [, payload = ''] = accessToken.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sid: string }
  await current().inspect(
    `update platform.sessions set expires_at = now() + interval '1.5 seconds' where id = $1`,
    [claims.sid],
  )
  const { closed } = await openOwnSocket(accessToken)
  await closed
})

/** Opens a socket on the workspace's host; `closed` resolves when the server has closed it. */
async function openOwnSocket(token: string): Promise<{ closed: Promise<unknown> }> {
  const socket = await openSocket({ port: current().port, subdomain: mine.subdomain }, { bearer: token })
  return { closed: closingOf(socket) }
}
