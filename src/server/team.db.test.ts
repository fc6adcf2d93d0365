import { beforeAll, describe, expect, it } from 'vitest'
import { tenantRoles, type TenantRole } from '#src/auth/identity.ts'
import { newId } from '#src/shared/ids.ts'
import { addTeamMate, type TeamMate } from './testing/team-mate.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const TEAM = '/api/v1/tenants/me/admins'
let mine: Workspace
let theirs: Workspace
let owner: TeamMate

type Page = { items: TeamMate[]; total: number }

beforeAll(async () => {
  mine = await current().client.createWorkspace()
  theirs = await current().client.createWorkspace()
  owner = await addTeamMate(current(), mine, 'owner')
})

function add(role: TenantRole, workspace = mine): Promise<TeamMate> {
  return addTeamMate(current(), workspace, role)
}

function change(by: { token: string }, id: string, body: object): Promise<Answer> {
  return current().client.call('PATCH', `${TEAM}/${id}`, { token: by.token, body })
}

function remove(by: { token: string }, id: string): Promise<Answer> {
  return current().client.call('DELETE', `${TEAM}/${id}`, { token: by.token })
}

/** The status that a call of somebody gets: 200 as long as they are in. */
async function statusOf({ token }: { token: string }): Promise<number> {
  return (await current().client.call('GET', '/api/v1/auth/me', { token })).status
}

async function listOwners({ tenantId }: Workspace): Promise<string[]> {
  const rows = await current().inspect<{ id: string }>(
    "select id from platform.users where tenant_id = $1 and role = 'owner' and is_active and removed_at is null",
    [tenantId],
  )
  return rows.map(({ id }) => id)
}

function codeOf({ status, body }: Answer): string {
  return status < 300 ? 'ok' : String(body.error.code)
}

describe('the list of the team', () => {
  it('finds by every word, narrows by role and state, and pages', async () => {
    const workspace = await current().client.createWorkspace()
    const people = await Promise.all(
      ['manager', 'staff', 'staff', 'viewer'].map((role) => add(role as TenantRole, workspace)),
    )
    const { call } = current().client
    await change(workspace, people[1]?.id ?? '', { isActive: false, fullName: 'Zoë 100% Byrne' })
    const list = async (query: string) => {
      const { body } = await call('GET', `${TEAM}?${query}`, { token: workspace.token })
      return body as Page
    }
    expect((await list('q=byrne%20zo%C3%AB')).items).toMatchObject([{ isActive: false, role: 'staff' }])
    expect((await list('q=100%25')).total).toBe(1)
    expect((await list('q=%25')).total).toBe(1)
    expect((await list('role=staff&state=active')).items).toMatchObject([{ id: people[2]?.id }])
    const pages = [await list('limit=2&page=1'), await list('limit=2&page=2'), await list('limit=2&page=3')]
    expect(pages.map(({ total, items }) => [total, items.length])).toEqual([
      [5, 2],
      [5, 2],
      [5, 1],
    ])
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(5)
  })

  it('is for the team, and tells nobody a secret or of another workspace', async () => {
    const { call } = current().client
    const [client, viewer] = [await add('client'), await add('viewer')]
    expect((await call('GET', TEAM, { token: client.token })).status).toBe(403)
    const answer = await call('GET', `${TEAM}?limit=100`, { token: viewer.token })
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body)).not.toMatch(/password|hash/i)
    expect(JSON.stringify(answer.body)).not.toContain(theirs.subdomain)
  })
})

describe('one person of the team', () => {
  it('is found by their id, by the team alone, and not when they are of another', async () => {
    const { call } = current().client
    const [client, viewer] = [await add('client'), await add('viewer')]
    const get = (id: string, { token }: { token: string }) => call('GET', `${TEAM}/${id}`, { token })
    expect((await get(client.id, viewer)).body).toMatchObject({ id: client.id, role: 'client' })
    expect(codeOf(await get(viewer.id, client))).toBe('FORBIDDEN')
    expect(codeOf(await get((await add('staff', theirs)).id, viewer))).toBe('NOT_FOUND')
    await remove(owner, client.id)
    expect(codeOf(await get(client.id, viewer))).toBe('NOT_FOUND')
  })
})

describe('a change of role', () => {
  it.each(tenantRoles.flatMap((own) => tenantRoles.map((other) => [own, other] as const)))(
    'reaches no higher than the one who makes it: %s and %s',
    async (own, other) => {
      const [actor, target] = [await add(own), await add('client')]
      const mayAct = own === 'owner' || own === 'admin'
      const reaches = tenantRoles.indexOf(own) <= tenantRoles.indexOf(other)
      const expected = !mayAct ? 'FORBIDDEN' : reaches ? 'ok' : 'ROLE_TOO_HIGH'
      expect(codeOf(await change(actor, target.id, { role: other }))).toBe(expected)
      const above = await add(other)
      expect(codeOf(await change(actor, above.id, { fullName: 'Renamed' }))).toBe(expected)
      expect(codeOf(await remove(actor, above.id))).toBe(expected)
    },
  )

  it('does not lift oneself', async () => {
    const admin = await add('admin')
    expect(codeOf(await change(admin, admin.id, { role: 'owner' }))).toBe('ROLE_TOO_HIGH')
    expect(codeOf(await change(admin, admin.id, { role: 'manager' }))).toBe('ok')
    expect(codeOf(await change(admin, admin.id, { role: 'admin' }))).toBe('FORBIDDEN')
  })

  it('counts for the very next call of a session that is open', async () => {
    const admin = await add('admin')
    const list = () => current().client.call('GET', '/api/v1/tenants/me/invitations', { token: admin.token })
    expect((await list()).status).toBe(200)
    await change(owner, admin.id, { role: 'viewer' })
    expect((await list()).status).toBe(403)
    const me = await current().client.call('GET', '/api/v1/auth/me', { token: admin.token })
    expect(me.body.role).toBe('viewer')
  })

  it('does not overwrite what the caller has not seen', async () => {
    const person = await add('staff')
    const first = await change(owner, person.id, { fullName: 'First' })
    const second = await change(owner, person.id, { fullName: 'Second', updatedAt: first.body.updatedAt })
    expect(second.status).toBe(200)
    const late = await change(owner, person.id, { fullName: 'Late', updatedAt: first.body.updatedAt })
    expect(late.body.error).toMatchObject({
      code: 'CONFLICT',
      details: { updatedAt: second.body.updatedAt },
    })
  })

  it('leaves a trace of what was and what is', async () => {
    const person = await add('staff')
    await change(owner, person.id, { role: 'manager', fullName: 'Ada Test' })
    const rows = await current().inspect(
      'select action, actor_id, details from platform.audit_log where resource_id = $1',
      [person.id],
    )
    expect(rows).toEqual([
      {
        action: 'members.update',
        actor_id: owner.id,
        details: { before: { role: 'staff' }, after: { role: 'manager' } },
      },
    ])
  })
})

describe('somebody who is switched off', () => {
  it('is out at once, and comes back with a sign-in of their own', async () => {
    const person = await add('staff')
    expect(await statusOf(person)).toBe(200)
    await change(owner, person.id, { isActive: false })
    expect(await statusOf(person)).toBe(401)
    await change(owner, person.id, { isActive: true })
    expect(await statusOf(person)).toBe(401)
  })

  it('is never the one who does it', async () => {
    const answer = await change(owner, owner.id, { isActive: false })
    expect(answer.body.error.details.fields).toHaveProperty('isActive')
  })
})

describe('somebody who is removed', () => {
  it('is out at once, with every token, and gone from the list', async () => {
    const person = await add('admin')
    const { platform } = current().database
    await platform.apiToken.create({
      data: {
        id: newId(),
        tenantId: mine.tenantId,
        userId: person.id,
        name: 'script',
        tokenHash: newId(),
        hint: 'berth_ab',
        scopes: ['*'],
      },
    })
    expect((await remove(owner, person.id)).body).toEqual({ id: person.id })
    expect(await statusOf(person)).toBe(401)
    expect(await platform.apiToken.count({ where: { userId: person.id, revokedAt: null } })).toBe(0)
    expect(codeOf(await remove(owner, person.id))).toBe('NOT_FOUND')
    expect(codeOf(await change(owner, person.id, { role: 'viewer' }))).toBe('NOT_FOUND')
    const list = await current().client.call('GET', `${TEAM}?q=${person.email}`, { token: owner.token })
    expect(list.body.total).toBe(0)
  })

  it('is of the own workspace', async () => {
    const stranger = await add('viewer', theirs)
    expect(codeOf(await remove(owner, stranger.id))).toBe('NOT_FOUND')
    expect(codeOf(await change(owner, stranger.id, { role: 'client' }))).toBe('NOT_FOUND')
    expect(await statusOf(stranger)).toBe(200)
  })

  it('may have gone by themselves', async () => {
    const person = await add('viewer')
    const leave = () =>
      current().client.call('POST', '/api/v1/tenants/me/leave', { token: person.token, body: {} })
    expect((await leave()).body).toEqual({ id: person.id })
    expect((await leave()).status).toBe(401)
  })
})

describe('the last owner', () => {
  it('stays, whoever asks', async () => {
    const workspace = await current().client.createWorkspace()
    const [id = ''] = await listOwners(workspace)
    const idle = await add('owner', workspace)
    await change(workspace, idle.id, { isActive: false })
    expect(codeOf(await change(workspace, id, { role: 'admin' }))).toBe('LAST_OWNER')
    expect(codeOf(await remove(workspace, id))).toBe('LAST_OWNER')
    const { call } = current().client
    expect(codeOf(await call('POST', '/api/v1/tenants/me/leave', { token: workspace.token, body: {} }))).toBe(
      'LAST_OWNER',
    )
    expect(await listOwners(workspace)).toEqual([id])
  })

  it('remains when two owners end each other at the same instant, however often they try', async () => {
    const workspace = await current().client.createWorkspace()
    const [founder = ''] = await listOwners(workspace)
    for (let round = 0; round < 12; round += 1) {
      const second = await add('owner', workspace)
      const end = round % 3 === 0 ? remove : (by: TeamMate, id: string) => demote(by, id, round)
      const first = { id: founder, email: workspace.email, token: workspace.token }
      // The founder is tried more often: the rounds go on with whoever stays.
      const answers = await Promise.all([end(second, founder), end(first, second.id)])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(await listOwners(workspace)).toHaveLength(1)
      await restoreFounder(workspace, { founder, second: second.id })
    }
  })

  it('remains when a crowd of owners all leave together', async () => {
    const workspace = await current().client.createWorkspace()
    const crowd = await Promise.all(Array.from({ length: 15 }, () => add('owner', workspace)))
    const { call } = current().client
    const answers = await Promise.all(
      [workspace, ...crowd].map(({ token }) => call('POST', '/api/v1/tenants/me/leave', { token, body: {} })),
    )
    expect(answers.map(codeOf).sort()).toEqual(['LAST_OWNER', ...Array.from({ length: 15 }, () => 'ok')])
    expect(await listOwners(workspace)).toHaveLength(1)
  })
})

function demote(by: TeamMate, id: string, round: number): Promise<Answer> {
  return change(by, id, round % 3 === 1 ? { role: 'admin' } : { isActive: false })
}

/** Puts the table back to one owner, the founder, signed in as before. */
async function restoreFounder(
  { tenantId }: Workspace,
  { founder, second }: { founder: string; second: string },
): Promise<void> {
  const { platform } = current().database
  await platform.user.updateMany({
    where: { id: founder },
    data: { role: 'owner', isActive: true, removedAt: null },
  })
  await platform.session.updateMany({ where: { userId: founder, tenantId }, data: { revokedAt: null } })
  await platform.user.updateMany({ where: { id: second }, data: { role: 'viewer', isActive: false } })
}
