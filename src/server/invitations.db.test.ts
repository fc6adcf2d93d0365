import { beforeAll, describe, expect, it } from 'vitest'
import type { TenantRole } from '#src/auth/identity.ts'
import { addTeamMate, readMailToken, type TeamMate } from './testing/team-mate.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const INVITATIONS = '/api/v1/tenants/me/invitations'
const PASSWORD = 'Correct-Horse-2'
let mine: Workspace
let theirs: Workspace
let admin: TeamMate
let count = 0

beforeAll(async () => {
  mine = await current().client.createWorkspace()
  theirs = await current().client.createWorkspace()
  admin = await addTeamMate(current(), mine, 'admin')
})

function newAddress(): string {
  count += 1
  return `new-${count}@invited.test`
}

function invite(email: string, role: TenantRole = 'staff', by: { token: string } = admin): Promise<Answer> {
  return current().client.call('POST', INVITATIONS, { token: by.token, body: { email, role } })
}

function accept(token: string, { host = mine.subdomain, password = PASSWORD } = {}): Promise<Answer> {
  const body = { token, fullName: 'Noa Invited', password }
  return current().client.call('POST', '/api/v1/auth/register', { host, body })
}

function preview(token: string, host = mine.subdomain): Promise<Answer> {
  return current().client.call('POST', '/api/v1/auth/invitation', { host, body: { token } })
}

async function inviteAndRead(role: TenantRole = 'staff') {
  const email = newAddress()
  const { body } = await invite(email, role)
  return { email, id: String(body.id), token: await readMailToken(current(), email) }
}

function codeOf({ status, body }: Answer): string {
  return status < 300 ? 'ok' : String(body.error.code)
}

describe('an invitation', () => {
  it('goes out by mail alone, and says who asks whom for what', async () => {
    const email = newAddress()
    const answer = await invite(` ${email.toUpperCase()} `, 'manager')
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ email, role: 'manager', isExpired: false })
    const token = await readMailToken(current(), email)
    expect(JSON.stringify(answer.body)).not.toContain(token)
    expect(
      await current().inspect('select * from platform.invitations where token_hash = $1', [token]),
    ).toEqual([])
    expect((await preview(token)).body).toMatchObject({
      businessName: 'Happy Paws',
      email,
      role: 'manager',
      inviterName: 'Ada Test',
    })
  })

  it('offers no role above that of whoever sends it', async () => {
    expect(codeOf(await invite(newAddress(), 'owner'))).toBe('ROLE_TOO_HIGH')
    expect(codeOf(await invite(newAddress(), 'owner', mine))).toBe('ok')
    for (const role of ['manager', 'staff', 'viewer', 'client'] as const) {
      const person = await addTeamMate(current(), mine, role)
      expect(codeOf(await invite(newAddress(), 'client', person))).toBe('FORBIDDEN')
    }
  })

  it('is renewed by a second one: one is open, and the first link is dead', async () => {
    const { email, token, id } = await inviteAndRead('staff')
    const again = await invite(email, 'viewer')
    expect(again.body).toMatchObject({ id, role: 'viewer' })
    expect(codeOf(await preview(token))).toBe('TOKEN_INVALID')
    expect(codeOf(await accept(token))).toBe('TOKEN_INVALID')
    expect((await preview(await readMailToken(current(), email))).body.role).toBe('viewer')
  })

  it('stays one when a crowd invites the same address', async () => {
    const email = newAddress()
    const answers = await Promise.all(Array.from({ length: 10 }, () => invite(email)))
    expect(answers.map(codeOf)).toEqual(answers.map(() => 'ok'))
    expect(new Set(answers.map(({ body }) => String(body.id))).size).toBe(1)
    expect(codeOf(await accept(await readMailToken(current(), email)))).toBe('ok')
  })

  it('cannot be touched by somebody below its role', async () => {
    const email = newAddress()
    const { body } = await invite(email, 'owner', mine)
    const { call } = current().client
    const { token } = admin
    expect(codeOf(await invite(email, 'staff'))).toBe('ROLE_TOO_HIGH')
    expect(codeOf(await call('POST', `${INVITATIONS}/${body.id}/resend`, { token, body: {} }))).toBe(
      'ROLE_TOO_HIGH',
    )
    expect(codeOf(await call('DELETE', `${INVITATIONS}/${body.id}`, { token }))).toBe('ROLE_TOO_HIGH')
  })

  it('is refused for people of the team, switched off or not', async () => {
    const person = await addTeamMate(current(), mine, 'staff')
    const answer = await invite(person.email)
    expect(answer.body.error).toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(answer.body.error.details.fields.email).toEqual(['This person already belongs to your team.'])
    await current().database.platform.user.update({ where: { id: person.id }, data: { isActive: false } })
    expect(JSON.stringify((await invite(person.email)).body)).toContain('Switch them on instead')
  })

  it('is sent again with a new link, and taken back for good', async () => {
    const { email, token, id } = await inviteAndRead()
    const { call } = current().client
    await call('POST', `${INVITATIONS}/${id}/resend`, { token: admin.token, body: {} })
    const second = await readMailToken(current(), email)
    expect([codeOf(await preview(token)), codeOf(await preview(second))]).toEqual(['TOKEN_INVALID', 'ok'])
    expect((await call('DELETE', `${INVITATIONS}/${id}`, { token: admin.token })).body).toEqual({ id })
    expect(codeOf(await accept(second))).toBe('TOKEN_INVALID')
    expect(codeOf(await call('DELETE', `${INVITATIONS}/${id}`, { token: admin.token }))).toBe('NOT_FOUND')
  })

  it('belongs to its workspace', async () => {
    const { token, id, email } = await inviteAndRead()
    const { call } = current().client
    expect(codeOf(await preview(token, theirs.subdomain))).toBe('TOKEN_INVALID')
    expect(codeOf(await accept(token, { host: theirs.subdomain }))).toBe('TOKEN_INVALID')
    expect(codeOf(await call('DELETE', `${INVITATIONS}/${id}`, { token: theirs.token }))).toBe('NOT_FOUND')
    const list = await call('GET', `${INVITATIONS}?limit=100`, { token: theirs.token })
    expect(JSON.stringify(list.body)).not.toContain(email)
  })

  it('ends with the rights of whoever sent it', async () => {
    const sender = await addTeamMate(current(), mine, 'admin')
    const [high, low] = [newAddress(), newAddress()]
    await invite(high, 'admin', sender)
    await invite(low, 'viewer', sender)
    const { call } = current().client
    const path = `/api/v1/tenants/me/admins/${sender.id}`
    await call('PATCH', path, { token: mine.token, body: { role: 'manager' } })
    expect(codeOf(await preview(await readMailToken(current(), high)))).toBe('TOKEN_INVALID')
    expect(codeOf(await preview(await readMailToken(current(), low)))).toBe('ok')
    await call('DELETE', path, { token: mine.token })
    expect(codeOf(await preview(await readMailToken(current(), low)))).toBe('TOKEN_INVALID')
  })

  it('expires', async () => {
    const { token, id, email } = await inviteAndRead()
    await current().inspect(
      "update platform.invitations set expires_at = now() - interval '1 s' where id = $1",
      [id],
    )
    expect([codeOf(await preview(token)), codeOf(await accept(token))]).toEqual([
      'TOKEN_INVALID',
      'TOKEN_INVALID',
    ])
    const list = await current().client.call('GET', `${INVITATIONS}?q=${email}`, { token: admin.token })
    expect(list.body.items).toMatchObject([{ id, isExpired: true }])
    expect((await invite(email)).body).toMatchObject({ id, isExpired: false })
  })
})

describe('accepting', () => {
  it('makes an account with the role that was offered, and signs it in', async () => {
    const { email, token } = await inviteAndRead('manager')
    const answer = await accept(token)
    expect(answer.body).toMatchObject({
      tokenType: 'Bearer',
      user: { email, fullName: 'Noa Invited', role: 'manager', tenantId: mine.tenantId },
    })
    const { call } = current().client
    const me = await call('GET', '/api/v1/auth/me', { token: answer.body.accessToken })
    expect(me.body).toEqual(answer.body.user)
    const login = await call('POST', '/api/v1/auth/login', {
      host: mine.subdomain,
      body: { email, password: PASSWORD },
    })
    expect(login.status).toBe(200)
  })

  it('works once, however many try at the same instant', async () => {
    const { email, token } = await inviteAndRead()
    const answers = await Promise.all(Array.from({ length: 6 }, () => accept(token)))
    expect(answers.map(codeOf).sort()).toEqual([...Array.from({ length: 5 }, () => 'TOKEN_INVALID'), 'ok'])
    expect(await current().database.platform.user.count({ where: { email } })).toBe(1)
  })

  it('gives the same answer to the same request with an idempotency key', async () => {
    const { token } = await inviteAndRead()
    const send = () =>
      current().client.call('POST', '/api/v1/auth/register', {
        host: mine.subdomain,
        body: { token, fullName: 'Noa Invited', password: PASSWORD },
        headers: { 'idempotency-key': `accept-${token.slice(0, 8)}` },
      })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    expect(first.status).toBe(200)
  })

  it('brings back somebody who was removed, as the same person without the old rights', async () => {
    const { email, token } = await inviteAndRead('admin')
    const first = await accept(token)
    const { call } = current().client
    const { id } = first.body.user
    await call('DELETE', `/api/v1/tenants/me/admins/${id}`, { token: mine.token })
    expect(codeOf(await invite(email, 'viewer'))).toBe('ok')
    const back = await accept(await readMailToken(current(), email), { password: 'Another-Horse-3' })
    expect(back.body.user).toMatchObject({ id, role: 'viewer' })
    const old = await call('GET', '/api/v1/auth/me', { token: first.body.accessToken })
    expect(old.status).toBe(401)
    const login = await call('POST', '/api/v1/auth/login', {
      host: mine.subdomain,
      body: { email, password: PASSWORD },
    })
    expect(login.status).toBe(401)
  })

  it('changes nothing about somebody who got an account in the meantime', async () => {
    const { email, token } = await inviteAndRead('admin')
    const { platform } = current().database
    const person = await addTeamMate(current(), mine, 'viewer')
    await platform.user.update({ where: { id: person.id }, data: { email } })
    expect(codeOf(await accept(token))).toBe('ALREADY_EXISTS')
    expect(await platform.user.findMany({ where: { email }, select: { id: true, role: true } })).toEqual([
      { id: person.id, role: 'viewer' },
    ])
    expect(codeOf(await preview(token))).toBe('ok')
  })

  it('asks for a password as strong as any other', async () => {
    const { token } = await inviteAndRead()
    const answer = await accept(token, { password: 'short' })
    expect(answer.body.error.details.fields).toHaveProperty('password')
    expect(codeOf(await accept(token))).toBe('ok')
  })

  it('is not possible while the workspace is suspended', async () => {
    const workspace = await current().client.createWorkspace()
    const email = newAddress()
    await invite(email, 'staff', workspace)
    const token = await readMailToken(current(), email)
    const { platform } = current().database
    await platform.tenant.update({ where: { id: workspace.tenantId }, data: { status: 'suspended' } })
    const { call } = current().client
    const body = { token, fullName: 'Noa', password: PASSWORD }
    const tries = [
      await accept(token, { host: workspace.subdomain }),
      await call('POST', '/api/v1/auth/register', { body }),
      await preview(token, workspace.subdomain),
    ]
    expect(tries.map(codeOf)).toEqual(tries.map(() => 'TENANT_SUSPENDED'))
    await platform.tenant.update({ where: { id: workspace.tenantId }, data: { status: 'trial' } })
    expect(codeOf(await call('POST', '/api/v1/auth/register', { body }))).toBe('ok')
  })
})
