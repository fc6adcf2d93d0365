import { beforeAll, describe, expect, it } from 'vitest'
import { createTestUser } from '#src/auth/server/testing/accounts.ts'
import { mintToken } from './testing/mint-token.ts'
import { getModule } from './testing/module-switch.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
let admin: string
let viewer: string

beforeAll(async () => {
  const { platform } = current().database
  const people = { tenantId: null, email: 'grace@berth.test' }
  await createTestUser(platform, people)
  admin = await mintToken(current(), people)
  const looking = { tenantId: null, email: 'vera@berth.test' }
  await createTestUser(platform, { ...looking, role: 'platform_viewer' })
  viewer = await mintToken(current(), looking)
})

type Wish = { name: string; enabled: boolean; reason?: string; token?: string }

function set(
  { tenantId }: Pick<Workspace, 'tenantId'>,
  { name, token = admin, ...body }: Wish,
): Promise<Answer> {
  return current().client.call('PUT', `/api/v1/admin/tenants/${tenantId}/features/${name}`, { token, body })
}

async function setAndWait(mine: Workspace, wish: Wish): Promise<Answer> {
  const answer = await set(mine, wish)
  expect(answer.status).toBe(202)
  await expect
    .poll(async () => Boolean((await getModule(current(), { ...mine, ...wish })).body.enabled), {
      timeout: 15_000,
    })
    .toBe(wish.enabled)
  return answer
}

async function switchesOf({ tenantId }: Workspace): Promise<unknown[]> {
  return current().inspect(
    `select actor_kind, action, resource_id, details - 'runId' as details from platform.audit_log
     where tenant_id = $1 and action like 'features.%' order by created_at`,
    [tenantId],
  )
}

describe('a module that the platform switches', () => {
  it('is there beyond what the plan has room for, and the log of the tenant says by whom and why', async () => {
    const mine = await current().client.createWorkspace({ plan: 'free', modules: ['lettings'] })
    const asked = await setAndWait(mine, { name: 'concierge', enabled: true, reason: 'A trial month' })
    expect(asked.body).toEqual({
      name: 'concierge',
      enabled: false,
      runId: expect.any(String),
      beyondPlan: true,
    })
    await setAndWait(mine, { name: 'lettings', enabled: false })
    expect(await switchesOf(mine)).toEqual([
      {
        actor_kind: 'platform',
        action: 'features.enable',
        resource_id: 'concierge',
        details: { reason: 'A trial month', beyondPlan: true },
      },
      {
        actor_kind: 'platform',
        action: 'features.disable',
        resource_id: 'lettings',
        details: { beyondPlan: false },
      },
    ])
  })

  it('needs no second run when it is asked for again', async () => {
    const mine = await current().client.createWorkspace({ plan: 'free' })
    const first = await set(mine, { name: 'lettings', enabled: true })
    const second = await set(mine, { name: 'lettings', enabled: true })
    expect([first.body.runId, null]).toContain(second.body.runId)
    await expect
      .poll(async (): Promise<unknown> => (await set(mine, { name: 'lettings', enabled: true })).body)
      .toEqual({ name: 'lettings', enabled: true, runId: null, beyondPlan: false })
  })

  it('is not the last one to be switched off, and none of a tenant that does not exist', async () => {
    const mine = await current().client.createWorkspace({ plan: 'free' })
    const last = await set(mine, { name: 'pet-care', enabled: false })
    expect([last.status, last.body.error.code]).toEqual([409, 'LAST_MODULE'])
    const unknown = await set(mine, { name: 'plumbing', enabled: true })
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'NOT_FOUND'])
    const nowhere = await set({ tenantId: mine.runId }, { name: 'lettings', enabled: true })
    expect([nowhere.status, nowhere.body.error.code]).toEqual([404, 'NOT_FOUND'])
  })

  it('is listed to viewers, and switched by none of them, nor by an owner', async () => {
    const mine = await current().client.createWorkspace({ plan: 'free' })
    const path = `/api/v1/admin/tenants/${mine.tenantId}/features`
    const listed = await current().client.call('GET', path, { token: viewer })
    expect(listed.body).toMatchObject({
      items: [
        { name: 'pet-care', enabled: true },
        { enabled: false },
        { enabled: false },
        { enabled: false },
      ],
    })
    for (const token of [viewer, mine.token]) {
      const answer = await set(mine, { name: 'lettings', enabled: true, token })
      expect([answer.status, answer.body.error.code]).toEqual([403, 'FORBIDDEN'])
    }
  })
})
