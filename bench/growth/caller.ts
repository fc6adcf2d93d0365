import { randomUUID } from 'node:crypto'
import { signInOutput } from '#src/auth/server/sign-in-answer.ts'
import { createPlatformAdmin } from '#src/auth/server/platform-admin.service.ts'
import { createTestClient, type CallOptions } from '#src/server/testing/test-client.ts'
import { FLEET_PASSWORD } from '../fleet.ts'
import { forkServer } from '../list/fork-server.ts'
import { privateMemory } from '../process-memory.ts'
import type { Side } from './side.ts'

/** Somebody who asks the product for things, in a process of its own, on one of the servers. */
export type Caller = {
  signIn: (tenant: number) => Promise<void>
  /** pets of a tenant whose owner has signed in */
  list: (tenant: number) => Promise<void>
  askPlatform: (path: string) => Promise<void>
  /** paths of the console by what they show */
  platformPaths: Record<string, string>
  /** MB */
  memory: () => Promise<number>
  stop: () => void
}

/** Starts the product on a server. Tenants that are asked are spread over the whole fleet. */
export async function openCaller(side: Side, tenants: number): Promise<Caller> {
  const product = await forkServer('product', [side.server.url])
  const client = createTestClient(product.port)
  const chosen = side.fleet.filter((_, index) => index % Math.floor(side.fleet.length / tenants) === 0)
  const tokens = new Map<number, string>()
  async function ask(method: string, path: string, options: CallOptions): Promise<unknown> {
    const answer = await client.call(method, `/api/v1${path}`, options)
    if (answer.status !== 200) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    }
    return answer.body
  }
  async function signInAs(email: string, password: string, host?: string): Promise<string> {
    const body = { email, password }
    return signInOutput.parse(await ask('POST', '/auth/login', { body, ...(host ? { host } : {}) }))
      .accessToken
  }
  const { email, password } = await createPlatformAdmin(side.server.database.platform, {
    email: `bench-${randomUUID()}@berth.test`,
    fullName: 'Bench',
  })
  const adminToken = await signInAs(email, password)
  return {
    signIn: async (tenant) => {
      const { subdomain } = tenantAt(tenant)
      tokens.set(tenant, await signInAs(`owner@${subdomain}.test`, FLEET_PASSWORD, subdomain))
    },
    list: async (tenant) => {
      const { subdomain: host } = tenantAt(tenant)
      await ask('GET', '/pets?limit=20', { host, token: tokens.get(tenant) ?? '' })
    },
    askPlatform: async (path) => {
      await ask('GET', path, { token: adminToken })
    },
    platformPaths: {
      'console: tenants': '/admin/tenants?limit=20',
      'console: runs': '/admin/runs?limit=20',
      'console: one run': `/admin/runs/${await findRun(side)}`,
      'console: overview': '/admin/overview',
      'console: health': '/admin/health',
      'console: usage of a tenant': `/admin/tenants/${tenantAt(0).tenantId}/usage`,
    },
    memory: () => privateMemory(product.pid),
    stop: product.stop,
  }

  function tenantAt(index: number) {
    const tenant = chosen[index % chosen.length]
    if (!tenant) throw new Error('The fleet is empty.')
    return tenant
  }
}

async function findRun({ inspector }: Side): Promise<string> {
  const { rows } = await inspector.query<{ id: string }>(
    `select id from platform.provisioning_runs where state = 'succeeded' order by created_at desc limit 1`,
  )
  return rows[0]?.id ?? ''
}
