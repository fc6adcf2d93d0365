import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CallOptions, Workspace } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let first: TestServer
let second: TestServer
let workspace: Workspace

beforeAll(async () => {
  first = await startTestServer()
  // Another process as far as memory goes: what one of the two is told, the other has to hear of.
  second = await startTestServer({ worker: false, database: first })
  workspace = await first.client.createWorkspace()
})
afterAll(async () => {
  await second.dispose()
  await first.dispose()
})

const servers = () => [first, second]

/** Status and code of the same call at both servers. */
async function askBoth(path: string, options: CallOptions = {}): Promise<unknown[]> {
  const answers = await Promise.all(
    servers().map(({ client }) => client.call('GET', path, { token: workspace.token, ...options })),
  )
  return answers.map(({ status, body }) => String(body.error?.code ?? status))
}

const both = (answer: unknown) => [answer, answer]

/** An announcement takes about a millisecond; a second is for busy machines. */
function soon(expectation: () => Promise<void>): Promise<void> {
  return vi.waitFor(expectation, { timeout: 1_000, interval: 5 })
}

async function change(sql: string): Promise<void> {
  await first.inspect(`update platform.tenants set ${sql} where id = $1`, [workspace.tenantId])
}

describe('what processes remember of a tenant', () => {
  it('saves the question of each call', async () => {
    await askBoth('/api/v1/owners', { host: workspace.subdomain })
    const asked = vi.spyOn(first.database.platform.tenant, 'findFirst')
    for (let time = 0; time < 5; time += 1) {
      expect(await askBoth('/api/v1/owners', { host: workspace.subdomain })).toEqual(both('200'))
    }
    expect(asked).not.toHaveBeenCalled()
    asked.mockRestore()
  })

  it('ends with a suspension, in every process', async () => {
    await askBoth('/api/v1/owners')
    await change(`status = 'suspended'`)
    await soon(async () => expect(await askBoth('/api/v1/owners')).toEqual(both('TENANT_SUSPENDED')))
    await change(`status = 'active'`)
    await soon(async () => expect(await askBoth('/api/v1/owners')).toEqual(both('200')))
  })

  it('ends when a module is switched off', async () => {
    await askBoth('/api/v1/owners')
    await first.inspect('update platform.tenant_features set enabled = false where tenant_id = $1', [
      workspace.tenantId,
    ])
    await soon(async () => expect(await askBoth('/api/v1/owners')).toEqual(both('MODULE_NOT_ENABLED')))
    await first.inspect('update platform.tenant_features set enabled = true where tenant_id = $1', [
      workspace.tenantId,
    ])
    await soon(async () => expect(await askBoth('/api/v1/owners')).toEqual(both('200')))
  })

  it('ends with a new address: the old one leads nowhere, the new one was not there before', async () => {
    const [host, moved] = [workspace.subdomain, `${workspace.subdomain}-2`]
    expect(await askBoth('/api/v1/auth/me', { host })).toEqual(both('200'))
    expect(await askBoth('/api/v1/auth/me', { host: moved })).toEqual(both('TENANT_NOT_FOUND'))
    await change(`subdomain = '${moved}'`)
    await soon(async () => {
      expect(await askBoth('/api/v1/auth/me', { host })).toEqual(both('TENANT_NOT_FOUND'))
      expect(await askBoth('/api/v1/auth/me', { host: moved })).toEqual(both('200'))
    })
    await change(`subdomain = '${host}'`)
    await soon(async () => expect(await askBoth('/api/v1/auth/me', { host })).toEqual(both('200')))
  })

  it('counts for nothing while announcements do not come through', async () => {
    const host = workspace.subdomain
    await askBoth('/api/v1/auth/me', { host })
    const listening = `from pg_stat_activity where application_name = 'berth-events' and datname = current_database()`
    for (let round = 0; round < 3; round += 1) {
      await first.inspect(`select pg_terminate_backend(pid) ${listening}`)
      await change(`status = 'suspended'`)
      await soon(async () =>
        expect(await askBoth('/api/v1/owners', { host })).toEqual(both('TENANT_SUSPENDED')),
      )
      await change(`status = 'active'`)
      await soon(async () => expect(await askBoth('/api/v1/owners', { host })).toEqual(both('200')))
    }
    await soon(async () => {
      const [found] = await first.inspect<{ count: string }>(`select count(*) ${listening}`)
      expect(found?.count).toBe('2')
    })
    expect(await askBoth('/api/v1/owners', { host })).toEqual(both('200'))
  })

  it('is not changed by a forged announcement', async () => {
    const payloads = ['{"tenant":"nobody"}', `{"tenant":"${workspace.tenantId}","status":"suspended"}`]
    for (const payload of payloads) {
      await first.inspect(`select pg_notify('berth_events', $1)`, [payload])
      expect(await askBoth('/api/v1/owners')).toEqual(both('200'))
    }
  })
})
