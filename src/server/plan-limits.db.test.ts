import { beforeAll, describe, expect, it } from 'vitest'
import { createSecretToken, hashSecretToken } from '#src/auth/server/secret-token.ts'
import { newId } from '#src/shared/ids.ts'
import { planLimitsOf } from '#src/tenancy/plans.ts'
import { askForModule } from './testing/module-switch.ts'
import { addTeamMate } from './testing/team-mate.ts'
import { goodSignUp, type Answer, type Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const { modules, people, recordsPerResource } = planLimitsOf('free')
const LIMITS = { modules: modules ?? 0, people: people ?? 0, records: recordsPerResource ?? 0 }
let mine: Workspace

beforeAll(async () => {
  mine = await current().client.createWorkspace({ plan: 'free' })
})

function codesOf(answers: readonly Answer[]): Record<string, number> {
  const codes: Record<string, number> = {}
  for (const { status, body } of answers) {
    const code = String(body.error?.code ?? status)
    codes[code] = (codes[code] ?? 0) + 1
  }
  return codes
}

describe('how many records a plan holds', () => {
  const add = ({ token }: Workspace, name = 'One more') =>
    current().client.call('POST', '/api/v1/owners', { token, body: { name } })

  async function fill({ tenantId }: Workspace, count: number): Promise<void> {
    await current().inspect(
      `insert into t_${tenantId.replaceAll('-', '')}.owners (id, tenant_id, name)
       select gen_random_uuid(), $1::uuid, 'Owner ' || n from generate_series(1, $2::int) n`,
      [tenantId, count],
    )
  }

  it('is kept by a hundred who add one at once: the last place is given once', async () => {
    await fill(mine, LIMITS.records - 1)
    const answers = await Promise.all(Array.from({ length: 100 }, () => add(mine)))
    expect(codesOf(answers)).toEqual({ 201: 1, PLAN_LIMIT_REACHED: 99 })
    const refused = answers.find(({ status }) => status === 403)
    expect(refused?.body.error).toMatchObject({
      message: expect.stringContaining('The plan Free has room for 5,000 owners.'),
      details: { limit: LIMITS.records, count: LIMITS.records, plan: 'free' },
    })
  })

  it('counts what is there: others of the workspace are not affected, and deleting makes room', async () => {
    const { token } = mine
    const services = await current().client.call('POST', '/api/v1/services', {
      token,
      body: { name: 'Bath', durationMinutes: 30, priceCents: 100 },
    })
    expect(services.status).toBe(201)
    const { body } = await current().client.call('GET', '/api/v1/owners?limit=1', { token })
    await current().client.call('DELETE', `/api/v1/owners/${body.items[0].id}`, { token })
    expect(codesOf([await add(mine), await add(mine)])).toEqual({ 201: 1, PLAN_LIMIT_REACHED: 1 })
  })

  it('ends on a plan that has room', async () => {
    await current().inspect(`update platform.tenants set plan = 'standard' where id = $1`, [mine.tenantId])
    await expect.poll(async () => (await add(mine)).status).toBe(201)
    await current().inspect(`update platform.tenants set plan = 'free' where id = $1`, [mine.tenantId])
    await expect.poll(async () => (await add(mine)).status).toBe(403)
  })
})

describe('how many modules a plan holds', () => {
  it('is kept at the sign-up, at the field', async () => {
    const input = goodSignUp()
    const chosen = ['lettings', 'concierge']
    const attempt = (preferences: object) =>
      current().client.call('POST', '/api/v1/signup', { body: { ...input, preferences } })
    const refused = await attempt({ modules: chosen })
    expect(refused.status).toBe(403)
    expect(refused.body.error).toMatchObject({
      code: 'PLAN_LIMIT_REACHED',
      details: {
        limit: LIMITS.modules,
        count: 3,
        plan: 'free',
        fields: { 'preferences.modules': [expect.any(String)] },
      },
    })
    expect((await attempt({ modules: chosen, plan: 'starter' })).status).toBe(202)
  })

  it('is kept when several are switched on at once', async () => {
    const fresh = await current().client.createWorkspace({ plan: 'free' })
    const answers = await Promise.all(
      ['lettings', 'concierge', 'overlay'].map((name) =>
        askForModule(current(), { ...fresh, name, enabled: true }),
      ),
    )
    expect(codesOf(answers)).toEqual({ 202: LIMITS.modules - 1, PLAN_LIMIT_REACHED: 4 - LIMITS.modules })
  })
})

describe('how many people a plan holds', () => {
  async function invite({ tenantId }: Workspace, role: string): Promise<string> {
    const token = createSecretToken()
    const [owner] = await current().inspect<{ id: string }>(
      `select id from platform.users where tenant_id = $1 and role = 'owner'`,
      [tenantId],
    )
    await current().database.platform.invitation.create({
      data: {
        ...{ id: newId(), tenantId, role, email: `${newId()}@guest.test`, fullName: null },
        ...{ tokenHash: hashSecretToken(token), invitedBy: owner?.id ?? '' },
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    })
    return token
  }

  const accept = ({ subdomain: host }: Workspace, token: string) =>
    current().client.call('POST', '/api/v1/auth/register', {
      host,
      body: { token, fullName: 'Noa Vidal', password: 'Lantern-7-boats' },
    })

  it('is kept when several accept at once; clients are not counted', async () => {
    const team = await current().client.createWorkspace({ plan: 'free' })
    for (let people = 2; people < LIMITS.people; people += 1) await addTeamMate(current(), team, 'staff')
    const tokens = await Promise.all([invite(team, 'staff'), invite(team, 'viewer'), invite(team, 'manager')])
    const client = await invite(team, 'client')
    const answers = await Promise.all(tokens.map((token) => accept(team, token)))
    expect(codesOf(answers)).toEqual({ 200: 1, PLAN_LIMIT_REACHED: 2 })
    expect(codesOf([await accept(team, client)])).toEqual({ 200: 1 })
    const asked = await current().client.call('POST', '/api/v1/tenants/me/invitations', {
      token: team.token,
      body: { email: 'late@guest.test', role: 'staff' },
    })
    expect(asked.body.error?.code).toBe('PLAN_LIMIT_REACHED')
    const used = await current().client.call('GET', '/api/v1/tenants/me/plan', { token: team.token })
    expect(used.body).toEqual({
      plan: 'free',
      title: 'Free',
      modules: { limit: LIMITS.modules, count: 1 },
      people: { limit: LIMITS.people, count: LIMITS.people },
      recordsPerResource: { limit: LIMITS.records },
    })
  })
})
