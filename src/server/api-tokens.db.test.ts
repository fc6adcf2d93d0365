import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashSecretToken } from '#src/auth/server/secret-token.ts'
import type { WatchAnswer } from '#src/realtime/protocol.ts'
import { closingOf, openSocket } from './testing/open-socket.ts'
import type { Workspace } from './testing/test-client.ts'
import { addTeamMate, type TeamMate } from './testing/team-mate.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
let mine: Workspace
let theirs: Workspace
let manager: TeamMate
let admin: TeamMate

beforeAll(async () => {
  mine = await current().client.createWorkspace()
  theirs = await current().client.createWorkspace()
  manager = await addTeamMate(current(), mine, 'manager')
  admin = await addTeamMate(current(), mine, 'admin')
})

type Call = { token?: string; host?: string; body?: unknown; text?: string }

async function call(method: string, path: string, options: Call): Promise<{ status: number; body: never }> {
  const answer = await current().client.call(method, `/api/v1${path}`, options)
  return { status: answer.status, body: answer.body as never }
}
async function codeOf(method: string, path: string, options: Call) {
  const { status, body } = await call(method, path, options)
  return status < 300 ? status : (body as { error: { code: string } }).error.code
}

async function createToken(
  { token }: { token: string },
  input: { scopes?: string[]; expiresInDays?: number } = {},
): Promise<{ id: string; token: string; hint: string }> {
  const body = { name: 'Till', scopes: ['*'], ...input }
  return (await call('POST', '/tenants/me/api-tokens', { token, body })).body
}
const listOf = async (token: string, query = '') =>
  (await call('GET', `/tenants/me/api-tokens${query}`, { token })).body as { items: { id: string }[] }

describe('an API token', () => {
  it('is shown once, stored as a hash and acts for its person', async () => {
    const made = await createToken(manager)
    expect(made.token).toMatch(/^berth_[\w-]{43}$/)
    expect(made.token.startsWith(made.hint)).toBe(true)
    expect(JSON.stringify(await listOf(manager.token))).not.toContain(made.token)
    const [row] = await current().inspect('select * from platform.api_tokens where id = $1', [made.id])
    expect(JSON.stringify(row)).not.toContain(made.token)
    expect(row?.['token_hash']).toBe(hashSecretToken(made.token))
    const me = await call('GET', '/auth/me', { token: made.token })
    expect(me.body).toMatchObject({ id: manager.id, role: 'manager' })
    const [audit] = await current().inspect(
      `select * from platform.audit_log where action = 'api_tokens.create' and resource_id = $1`,
      [made.id],
    )
    expect(audit).toMatchObject({ actor_id: manager.id, details: { after: { name: 'Till', scopes: ['*'] } } })
    expect(JSON.stringify(audit)).not.toContain(made.token)
  })

  it('does what it is meant for and nothing else, runs of its workspace included', async () => {
    const { token } = await createToken(mine, { scopes: ['pets:list'] })
    expect(await codeOf('GET', '/pets', { token })).toBe(200)
    expect(await codeOf('POST', '/pets', { token, body: {} })).toBe('FORBIDDEN')
    expect(await codeOf('GET', '/owners', { token })).toBe('FORBIDDEN')
    expect(await codeOf('GET', '/tenants/me/admins', { token })).toBe('FORBIDDEN')
    expect(await codeOf('GET', `/tenants/${mine.tenantId}/status`, { token })).toBe('NOT_FOUND')
    const { token: full } = await createToken(mine)
    expect(await codeOf('GET', `/tenants/${mine.tenantId}/status`, { token: full })).toBe(200)
  })

  it('never does more than the role of its person, whatever changes', async () => {
    const mate = await addTeamMate(current(), mine, 'manager')
    const { token } = await createToken(mate, { scopes: ['services:create'] })
    expect(await codeOf('POST', '/services', { token, body: {} })).toBe('VALIDATION_FAILED')
    const { platform } = current().database
    await platform.user.update({ where: { id: mate.id }, data: { role: 'viewer' } })
    expect(await codeOf('POST', '/services', { token, body: {} })).toBe('FORBIDDEN')
    await platform.user.update({ where: { id: mate.id }, data: { isActive: false } })
    expect(await codeOf('POST', '/services', { token, body: {} })).toBe('UNAUTHENTICATED')
  })

  it.each([
    { scopes: ['members:update'] },
    { scopes: ['nonsense:list'] },
    { scopes: ['pets:list', '*'] },
    { scopes: ['PETS'] },
    { scopes: [] },
    { name: '' },
    { expiresInDays: 0 },
    { role: 'owner' },
  ])('is not made from %j by a manager', async (change) => {
    const body = { name: 'Till', scopes: ['pets:list'], ...change }
    expect(await codeOf('POST', '/tenants/me/api-tokens', { token: manager.token, body })).toBe(
      'VALIDATION_FAILED',
    )
  })

  it('has no say in how its person signs in', async () => {
    const { token } = await createToken(mine)
    const attempts = [
      ['GET', '/tenants/me/sessions'],
      ['POST', '/tenants/me/sessions/revoke-others', {}],
      ['GET', '/tenants/me/api-tokens'],
      ['POST', '/tenants/me/api-tokens', { name: 'x', scopes: ['*'] }],
      ['POST', '/auth/password', { currentPassword: mine.password, newPassword: 'Harbour-10-lights' }],
      ['POST', '/auth/email', { currentPassword: mine.password, newEmail: 'x@y.test' }],
      ['PATCH', '/auth/me', { fullName: 'Somebody Else' }],
      ['POST', '/auth/logout', {}],
    ] as const
    for (const [method, path, body] of attempts) {
      expect([path, await codeOf(method, path, { token, body })]).toEqual([path, 'FORBIDDEN'])
    }
  })

  it('counts for nothing on the host of another workspace', async () => {
    const { token } = await createToken(mine)
    expect(await codeOf('GET', '/pets', { token, host: theirs.subdomain })).toBe('TENANT_MISMATCH')
    expect(await codeOf('GET', '/pets', { token, host: mine.subdomain })).toBe(200)
  })

  it.each([
    ['forged', (token: string) => `berth_${[...token.slice(6)].reverse().join('')}`],
    ['cut short', (token: string) => token.slice(0, -1)],
    ['without its prefix', (token: string) => token.slice(6)],
    ['with another prefix', (token: string) => `Berth_${token.slice(6)}`],
    ['with something behind it', (token: string) => `${token}x`],
    ['its own hash', (token: string) => `berth_${hashSecretToken(token).slice(0, 43)}`],
  ])('is worth nothing %s', async (_, change) => {
    const { token } = await createToken(mine)
    expect(await codeOf('GET', '/auth/me', { token: change(token) })).toBe('UNAUTHENTICATED')
  })

  it('ends by its time', async () => {
    const { id, token } = await createToken(mine, { expiresInDays: 1 })
    expect(await codeOf('GET', '/auth/me', { token })).toBe(200)
    await current().inspect('update platform.api_tokens set expires_at = now() where id = $1', [id])
    expect(await codeOf('GET', '/auth/me', { token })).toBe('UNAUTHENTICATED')
  })

  it('ends at once when it is revoked, and its sockets with it', async () => {
    const { id, token } = await createToken(mine)
    const socket = await openSocket({ port: current().port, subdomain: mine.subdomain }, { bearer: token })
    const answer: WatchAnswer = await socket.emitWithAck('watch', { topic: `tenant:${mine.tenantId}` })
    expect(answer.ok).toBe(true)
    const closed = closingOf(socket)
    expect(await codeOf('DELETE', `/tenants/me/api-tokens/${id}`, { token: mine.token })).toBe(200)
    expect(await codeOf('GET', '/pets', { token })).toBe('UNAUTHENTICATED')
    await closed
    expect((await listOf(mine.token)).items.map((item) => item.id)).not.toContain(id)
    expect(await codeOf('DELETE', `/tenants/me/api-tokens/${id}`, { token: mine.token })).toBe('NOT_FOUND')
  })

  it('notes when it was used, at most once a minute', async () => {
    const { id, token } = await createToken(mine)
    const lastUse = async () => {
      const [row] = await current().inspect('select last_used_at from platform.api_tokens where id = $1', [
        id,
      ])
      return (row?.['last_used_at'] as Date | null)?.getTime() ?? null
    }
    expect(await lastUse()).toBeNull()
    await call('GET', '/auth/me', { token })
    await expect.poll(lastUse).not.toBeNull()
    const noted = await lastUse()
    await call('GET', '/auth/me', { token })
    await sleep(100)
    expect(await lastUse()).toBe(noted)
  })

  it('is one of 25 at most, also when they are made at once', async () => {
    const mate = await addTeamMate(current(), mine, 'staff')
    const body = { name: 'Many', scopes: ['*'] }
    const made = await Promise.all(
      Array.from({ length: 30 }, () => codeOf('POST', '/tenants/me/api-tokens', { token: mate.token, body })),
    )
    expect(made.filter((code) => code === 201)).toHaveLength(25)
    expect(made.filter((code) => code === 'LIMIT_REACHED')).toHaveLength(5)
  })
})

describe('the tokens of others', () => {
  it('are seen and ended by who looks after the team, never by those below or elsewhere', async () => {
    const { id } = await createToken(manager)
    const of = `?userId=${manager.id}`
    expect((await listOf(admin.token, of)).items.map((item) => item.id)).toContain(id)
    const mate = await addTeamMate(current(), mine, 'staff')
    for (const { token } of [mate, theirs]) {
      expect(await codeOf('GET', `/tenants/me/api-tokens${of}`, { token })).toBe('NOT_FOUND')
      expect(await codeOf('DELETE', `/tenants/me/api-tokens/${id}`, { token })).toBe('NOT_FOUND')
    }
    expect(await codeOf('DELETE', `/tenants/me/api-tokens/${id}`, { token: admin.token })).toBe(200)
  })

  it('of somebody who ranks higher are left alone', async () => {
    const { id } = await createToken(mine)
    const { token } = admin
    expect(await codeOf('DELETE', `/tenants/me/api-tokens/${id}`, { token })).toBe('ROLE_TOO_HIGH')
    const owner = await current().inspect('select user_id from platform.api_tokens where id = $1', [id])
    const of = `?userId=${String(owner[0]?.['user_id'])}`
    expect(await codeOf('GET', `/tenants/me/api-tokens${of}`, { token })).toBe('ROLE_TOO_HIGH')
  })
})
