import { beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from '#src/env.ts'
import { demoBuilders } from '#src/modules/demo-registry.ts'
import { modules } from '#src/modules/registry.ts'
import { camelCase } from '#src/resources/naming.ts'
import { industries } from '#src/tenancy/tenant.ts'
import { requireDemoAllowed, seedFirstStart } from './demo/seed-first-start.ts'
import { seedTenants, type SeededTenant } from './demo/seed-tenants.ts'
import { siteAddressOf } from './site-address.ts'
import { AUTH_SECRET } from './testing/auth-secret.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const password = 'Demo-harbour-7'
let tenants: SeededTenant[]

function parts() {
  return { database: current().database, authSecret: AUTH_SECRET, site: siteAddressOf(readEnv({}), 3000) }
}

beforeAll(async () => {
  const seeding = { ...parts(), password, now: new Date() }
  tenants = await seedTenants(seeding, { industries, seed: 'test' })
}, 90_000)

async function signIn(tenant: SeededTenant, role: string): Promise<string> {
  const host = new URL(tenant.workspaceUrl).hostname.split('.')[0] ?? ''
  const email = tenant.people.find((person) => person.role === role)?.email
  const answer = await current().client.call('POST', '/api/v1/auth/login', {
    host,
    body: { email, password },
  })
  expect([role, answer.status]).toEqual([role, 200])
  return String(answer.body.accessToken)
}

describe('demo tenants', () => {
  it('are one per industry, built like any other, with everybody able to sign in', async () => {
    expect(tenants.map(({ industry }) => industry)).toEqual([...industries])
    for (const tenant of tenants.slice(0, 1))
      for (const { role } of tenant.people) expect(await signIn(tenant, role)).toBeTruthy()
    const runs = await current().inspect<{ state: string }>('select state from platform.provisioning_runs')
    expect(runs.map(({ state }) => state)).toEqual(industries.map(() => 'succeeded'))
  })

  it.each(modules.filter(({ id }) => demoBuilders[id]).map(({ id, industry }) => ({ id, industry })))(
    'have records of every kind in $id, which the dashboard counts',
    async ({ id, industry }) => {
      const tenant = tenants.find((candidate) => candidate.industry === industry)
      if (!tenant) throw new Error(`No tenant of ${industry}.`)
      const token = await signIn(tenant, 'owner')
      const { status, body } = await current().client.call('GET', `/api/trpc/${camelCase(id)}.getCounts`, {
        token,
      })
      expect(status).toBe(200)
      const counts = body.result.data as Record<string, number>
      expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([])
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10)
    },
  )

  it('are not made beside businesses, nor twice', async () => {
    expect(await seedFirstStart(parts())).toContain('earlier start')
    await current().client.createWorkspace()
    expect(await seedFirstStart(parts())).toContain('businesses already')
    expect(await current().database.platform.tenant.count()).toBe(industries.length + 1)
  })

  it('get other names when these are taken', async () => {
    const seeding = { ...parts(), password, now: new Date() }
    const [more] = await seedTenants(seeding, { industries: ['concierge'], seed: 'test' })
    expect(tenants.map(({ businessName }) => businessName)).not.toContain(more?.businessName)
  })

  it('are refused where strangers reach the installation', () => {
    expect(() => requireDemoAllowed(readEnv({ NODE_ENV: 'production' }))).toThrow('BERTH_ALLOW_DEMO')
    expect(() => requireDemoAllowed(readEnv({ BERTH_PUBLIC_URL: 'https://a.example' }))).toThrow(
      'BERTH_ALLOW_DEMO',
    )
    requireDemoAllowed(readEnv({ NODE_ENV: 'production', BERTH_ALLOW_DEMO: '1' }))
  })
})
