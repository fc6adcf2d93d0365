import type { Socket } from 'socket.io-client'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTestUser } from '#src/auth/server/testing/accounts.ts'
import { newId } from '#src/shared/ids.ts'
import {
  addPlatformPerson,
  askToImpersonate,
  entriesOfVisit,
  ownerIdOf,
  redeemTicket,
  shortenVisit,
  startVisit,
  type PlatformPerson,
} from './testing/impersonation.ts'
import { closingOf, openSocket } from './testing/open-socket.ts'
import { addTeamMate } from './testing/team-mate.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const sockets: Socket[] = []
let mine: Workspace
let theirs: Workspace
let admin: PlatformPerson

beforeAll(async () => {
  ;[mine, theirs] = await Promise.all([
    current().client.createWorkspace({ modules: ['overlay'] }),
    current().client.createWorkspace(),
  ])
  admin = await addPlatformPerson(current())
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})

function codeOf({ status, body }: Answer): string {
  return String(body.error?.code ?? status)
}

const visit = (person = admin) => startVisit(current(), mine, { admin: person })

function setStatus(status: string): Promise<unknown> {
  return current().database.platform.tenant.update({ where: { id: mine.tenantId }, data: { status } })
}

describe('acting as somebody', () => {
  it('shows what that person sees, in their workspace alone', async () => {
    const { call } = await visit()
    expect(codeOf(await call('GET', '/api/v1/pets'))).toBe('200')
    const me = (await call('GET', '/api/v1/auth/me')).body
    expect(me).toMatchObject({ email: mine.email, role: 'owner' })
    expect(codeOf(await call('GET', '/api/v1/pets', { host: theirs.subdomain }))).toBe('TENANT_MISMATCH')
  })

  it('is for administrators of the platform, with a reason, and for an hour at most', async () => {
    const userId = await ownerIdOf(current(), mine)
    const viewer = await addPlatformPerson(current(), 'platform_viewer')
    const wish = { tenantId: mine.tenantId, userId, token: admin.token }
    const ask = async (changes: object) => codeOf(await askToImpersonate(current(), { ...wish, ...changes }))
    expect(await ask({ token: viewer.token })).toBe('FORBIDDEN')
    expect(await ask({ token: mine.token })).toBe('FORBIDDEN')
    expect(await ask({ reason: '  ' })).toBe('VALIDATION_FAILED')
    expect(await ask({ minutes: 61 })).toBe('VALIDATION_FAILED')
    expect(await ask({ minutes: 4 })).toBe('VALIDATION_FAILED')
  })

  it('is of somebody who can sign in there', async () => {
    const { platform } = current().database
    const wish = { tenantId: mine.tenantId, token: admin.token }
    const gone = await createTestUser(platform, {
      ...{ tenantId: mine.tenantId, email: `gone-${newId()}@mine.test`, isActive: false },
    })
    for (const userId of [gone, admin.id, await ownerIdOf(current(), theirs), newId()]) {
      expect(codeOf(await askToImpersonate(current(), { ...wish, userId }))).toBe('VALIDATION_FAILED')
    }
    const late = await addTeamMate(current(), mine, 'staff')
    const asked = await askToImpersonate(current(), { ...wish, userId: late.id })
    await platform.user.update({ where: { id: late.id }, data: { isActive: false } })
    expect(await redeemTicket(current(), { ...mine, url: String(asked.body.url) })).toBeNull()
  })

  it('reaches no further than that person: a client sees their own records', async () => {
    const client = await addTeamMate(current(), mine, 'client')
    const { call } = await startVisit(current(), mine, { admin, userId: client.id })
    expect((await call('GET', '/api/v1/pets')).body).toMatchObject({ total: 0 })
    expect(codeOf(await call('POST', '/api/v1/owners', { body: { name: 'Mona' } }))).toBe('FORBIDDEN')
    expect(codeOf(await call('GET', '/api/v1/tenants/me/audit'))).toBe('FORBIDDEN')
  })

  it('is one at a time: of two that are begun at once one is left, and the log knows why', async () => {
    const grace = await addPlatformPerson(current())
    const wish = { tenantId: mine.tenantId, userId: await ownerIdOf(current(), mine), token: grace.token }
    const asked = await Promise.all([1, 2].map(() => askToImpersonate(current(), wish)))
    const cookies = await Promise.all(
      asked.map(({ body }) => redeemTicket(current(), { ...mine, url: String(body.url) })),
    )
    expect(cookies.filter((cookie) => cookie !== null)).toHaveLength(1)
    const ends = await Promise.all(
      asked.map(async ({ body }) => (await entriesOfVisit(current(), body)).map(({ how }) => how)),
    )
    expect(ends.flat().filter((how) => how !== null)).toEqual(['replaced', 'replaced'])
  })

  it('takes a ticket that works once', async () => {
    const userId = await ownerIdOf(current(), mine)
    const asked = await askToImpersonate(current(), { ...mine, userId, token: admin.token })
    const url = String(asked.body.url)
    expect(await redeemTicket(current(), { ...theirs, url })).toBeNull()
    expect(await redeemTicket(current(), { ...mine, url })).not.toBeNull()
    expect(await redeemTicket(current(), { ...mine, url })).toBeNull()
  })
})

describe('what is out of reach', () => {
  it('is everything that lasts longer, gives secrets away or decides who gets in', async () => {
    const { call } = await visit()
    const mate = await addTeamMate(current(), mine, 'staff')
    const tries: [string, string, unknown?][] = [
      ['POST', '/api/v1/tenants/me/api-tokens', { name: 'Stays', scopes: ['*'] }],
      ['GET', '/api/v1/tenants/me/api-tokens'],
      ['GET', '/api/v1/tenants/me/sessions'],
      ['POST', '/api/v1/auth/password', { currentPassword: mine.password, newPassword: 'Harbour-9-lamps' }],
      ['PATCH', '/api/v1/auth/me', { fullName: 'Somebody Else' }],
      ['POST', '/api/v1/tenants/me/invitations', { email: 'me@elsewhere.test', role: 'owner' }],
      ['PATCH', `/api/v1/tenants/me/admins/${mate.id}`, { role: 'owner' }],
      ['DELETE', `/api/v1/tenants/me/admins/${mate.id}`],
      ['GET', '/api/v1/tenants/me/audit/export'],
      ['POST', '/api/v1/overlay-links', { name: 'Secret' }],
      ['POST', '/api/v1/tenants/me/leave', {}],
    ]
    const codes = []
    for (const [method, path, body] of tries) {
      codes.push([path, codeOf(await call(method, path, body === undefined ? {} : { body }))])
    }
    expect(codes.filter(([, code]) => code !== 'IMPERSONATION_REFUSED')).toEqual([])
  })

  it('leaves when the person was last there, and their sign-in, as they were', async () => {
    const { platform } = current().database
    const person = await addTeamMate(current(), mine, 'manager')
    await startVisit(current(), mine, { admin, userId: person.id })
    const { lastSignInAt } = await platform.user.findUniqueOrThrow({ where: { id: person.id } })
    expect(lastSignInAt).toBeNull()
  })
})

describe('the end', () => {
  it('comes by itself, to the second, for calls and for sockets that were open before', async () => {
    const { call, cookie, impersonationId } = await visit()
    await shortenVisit(current(), { impersonationId }, 2_500)
    const { port } = current()
    const socket = await openSocket({ port, subdomain: mine.subdomain }, { cookie, ofOwnPage: true })
    sockets.push(socket)
    const closing = closingOf(socket)
    const until = await current().inspect<{ at: Date }>(
      'select expires_at as at from platform.impersonations where id = $1',
      [impersonationId],
    )
    expect(codeOf(await call('GET', '/api/v1/pets'))).toBe('200')
    await closing
    const late = Date.now() - (until[0]?.at.getTime() ?? 0)
    expect(late).toBeGreaterThan(-100)
    expect(late).toBeLessThan(1_000)
    expect(codeOf(await call('GET', '/api/v1/pets'))).toBe('UNAUTHENTICATED')
    await expect(
      openSocket({ port, subdomain: mine.subdomain }, { cookie, ofOwnPage: true }),
    ).rejects.toThrow()
  })

  it('is in both logs, as the beginning is', async () => {
    const { call, impersonationId } = await visit()
    const end = `/api/v1/admin/impersonations/${impersonationId}/end`
    expect((await current().client.call('POST', end, { token: admin.token })).status).toBe(200)
    expect((await current().client.call('POST', end, { token: admin.token })).status).toBe(200)
    expect(codeOf(await call('GET', '/api/v1/pets'))).toBe('UNAUTHENTICATED')
    expect(await entriesOfVisit(current(), { impersonationId })).toEqual([
      { log: 'platform', action: 'impersonations.start', how: null, actor: 'platform' },
      { log: 'tenant', action: 'impersonations.start', how: null, actor: 'platform' },
      { log: 'platform', action: 'impersonations.end', how: 'ended', actor: 'platform' },
      { log: 'tenant', action: 'impersonations.end', how: 'ended', actor: 'platform' },
    ])
  })

  it('is written down when the time has run out, once', async () => {
    const grace = await addPlatformPerson(current())
    const { impersonationId } = await visit(grace)
    await shortenVisit(current(), { impersonationId }, 1)
    // What waits for the hour that was meant at first, now.
    await current().inspect(`select graphile_worker.add_job('auth.expire-impersonation', $1::json)`, [
      JSON.stringify({ impersonationId }),
    ])
    const ends = async () =>
      (await entriesOfVisit(current(), { impersonationId })).filter(({ how }) => how !== null)
    await expect.poll(ends, { timeout: 10_000 }).toMatchObject([
      { log: 'platform', how: 'expired', actor: 'system' },
      { log: 'tenant', how: 'expired', actor: 'system' },
    ])
    await visit(grace)
    expect(await ends()).toHaveLength(2)
  })

  it('comes with the role of whoever began it, for a socket too', async () => {
    const grace = await addPlatformPerson(current())
    const { call, cookie, impersonationId } = await visit(grace)
    const { port } = current()
    const socket = await openSocket({ port, subdomain: mine.subdomain }, { cookie, ofOwnPage: true })
    sockets.push(socket)
    const closing = closingOf(socket)
    const role = (name: string) =>
      current().database.platform.user.update({ where: { id: grace.id }, data: { role: name } })
    await role('platform_viewer')
    await closing
    expect(codeOf(await call('GET', '/api/v1/pets'))).toBe('UNAUTHENTICATED')
    await role('platform_admin')
    expect(codeOf(await call('GET', '/api/v1/pets'))).toBe('UNAUTHENTICATED')
    expect((await entriesOfVisit(current(), { impersonationId })).at(-1)?.how).toBe('rights-lost')
  })

  it('comes with a workspace that is shut, and stays when it opens again', async () => {
    const { call, impersonationId } = await visit()
    await setStatus('suspended')
    await setStatus('active')
    expect(codeOf(await call('GET', '/api/v1/pets'))).toBe('UNAUTHENTICATED')
    expect((await entriesOfVisit(current(), { impersonationId })).at(-1)?.how).toBe('tenant-shut')
  })

  it('is up to the people of the workspace, who see it among the sessions', async () => {
    const { call, impersonationId } = await visit()
    const { client } = current()
    const sessions = (await client.call('GET', '/api/v1/tenants/me/sessions', { token: mine.token }))
      .body as {
      items: { id: string; device: string }[]
    }
    const found = sessions.items.find(({ device }) => device === 'Grace Hopper of Berth support')
    const ended = await client.call('DELETE', `/api/v1/tenants/me/sessions/${found?.id}`, {
      token: mine.token,
    })
    expect(ended.status).toBe(200)
    expect(codeOf(await call('GET', '/api/v1/pets'))).toBe('UNAUTHENTICATED')
    expect((await entriesOfVisit(current(), { impersonationId })).at(-1)?.how).toBe('session-ended')
  })

  it('comes when signing out', async () => {
    const { call, impersonationId } = await visit()
    expect((await call('POST', '/api/v1/auth/logout', { body: {} })).status).toBe(200)
    expect(codeOf(await call('GET', '/api/v1/pets'))).toBe('UNAUTHENTICATED')
    expect((await entriesOfVisit(current(), { impersonationId })).at(-1)).toMatchObject({
      how: 'ended',
      actor: 'platform',
    })
  })
})

describe('the log', () => {
  it('names both behind every change, and finds it by either', async () => {
    const { call } = await visit()
    const owner = { name: 'Mona', email: 'mona@mine.test' }
    expect((await call('POST', '/api/v1/owners', { body: owner })).status).toBe(201)
    expect(
      (await call('PATCH', '/api/v1/tenants/me', { body: { businessName: 'Happier Paws' } })).status,
    ).toBe(200)
    const log = (
      await current().client.call('GET', '/api/v1/tenants/me/audit?q=Grace', { token: mine.token })
    ).body as { items: { action: string; actor: object; details: object }[] }
    const byBoth = { name: 'Ada Groom', impersonator: { id: admin.id, name: 'Grace Hopper' } }
    for (const action of ['owners.create', 'tenants.update', 'auth.sign_in']) {
      const entry = log.items.find((item) => item.action === action)
      expect(entry?.actor, action).toMatchObject(byBoth)
      expect(entry?.details, action).not.toHaveProperty('impersonator')
    }
    const proof = await current().client.call('GET', '/api/v1/tenants/me/audit/verify', { token: mine.token })
    expect(proof.body).toMatchObject({ problem: null })
  })
})
