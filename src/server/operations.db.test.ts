import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestUser } from '#src/auth/server/testing/accounts.ts'
import { TEST_PASSWORD } from '#src/auth/server/testing/test-password.ts'
import type { Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
let workspace: Workspace
let admin: string

beforeAll(async () => {
  const { client, database } = current()
  workspace = await client.createWorkspace()
  const email = `root-${randomUUID()}@berth.test`
  await createTestUser(database.platform, { tenantId: null, email, role: 'platform_admin' })
  const login = await client.call('POST', '/api/v1/auth/login', { body: { email, password: TEST_PASSWORD } })
  admin = String(login.body.accessToken)
})

async function readMetrics(): Promise<string> {
  return String((await current().client.call('GET', '/metrics')).body)
}

describe('the numbers', () => {
  it('count what was called, how it ended and how long it took', async () => {
    const { call } = current().client
    const { token, subdomain: host, email } = workspace
    await call('GET', '/api/v1/owners', { token })
    await call('GET', '/api/v1/owners')
    await call('GET', '/api/trpc/auth.me', { token })
    await call('POST', '/api/v1/auth/login', { host, body: { email, password: 'wrong' } })
    await call('GET', '/some/page')
    const text = await readMetrics()
    for (const line of [
      'berth_call_duration_seconds_count{transport="rest",procedure="petCare.owners.list",code="OK"} 1',
      'berth_call_duration_seconds_count{transport="rest",procedure="petCare.owners.list",code="UNAUTHENTICATED"} 1',
      'berth_call_duration_seconds_count{transport="trpc",procedure="auth.me",code="OK"} 1',
      'berth_http_request_duration_seconds_count{kind="page",method="GET",status="200"} 1',
      'berth_sign_ins_total{way="api",outcome="succeeded"} 2',
      'berth_sign_ins_total{way="api",outcome="refused"} 1',
      'berth_runs{kind="create-tenant",state="succeeded"} 1',
      'berth_listening 1',
      'berth_live_latency_seconds_bucket{le="+Inf"} 0',
      'berth_sockets 0',
    ])
      expect(text).toContain(`${line}\n`)
    expect(text).toMatch(/^berth_db_connections [1-9]/m)
    expect(text).toMatch(/^berth_run_seconds\{kind="create-tenant",state="succeeded"\} 0\.\d+/m)
    expect(text).toMatch(/^# TYPE berth_jobs_waiting gauge/m)
    expect(text).toMatch(/^process_cpu_seconds_total/m)
  })

  it('name no tenant, person or path, whatever is asked for', async () => {
    const { call } = current().client
    for (const path of ['/api/v1/no/such/path', '/api/trpc/no.such.procedure', '/made/up', '/_next/made/up'])
      await call('GET', path, { host: workspace.subdomain, token: workspace.token })
    const text = await readMetrics()
    for (const secret of [workspace.subdomain, workspace.tenantId, workspace.email, 'made', 'such'])
      expect(text).not.toContain(secret)
  })

  it('are not there for those who come through a proxy', async () => {
    const answer = await current().client.call('GET', '/metrics', {
      headers: { 'x-forwarded-for': '203.0.113.9' },
    })
    expect([answer.status, answer.body.error.code]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('what operators ask', () => {
  const paths = ['/ops/current-commit', '/ops/env-sanity']

  it('tells which code runs since when', async () => {
    const { status, body } = await current().client.call('GET', paths[0] ?? '', { token: admin })
    expect(status).toBe(200)
    expect(Object.keys(body).toSorted()).toEqual(['commit', 'deployedAt', 'source', 'startedAt'])
    expect(Date.parse(body.startedAt)).toBeLessThan(Date.now())
  })

  it('tells what is missing, and no value', async () => {
    const { status, body } = await current().client.call('GET', paths[1] ?? '', { token: admin })
    expect(status).toBe(200)
    expect(body.parts).toEqual({ database: 'up', redis: 'off', worker: 'inline' })
    expect(body.variables).toContainEqual({
      name: 'SMTP_URL',
      state: 'missing',
      hint: 'Mails are kept and not sent.',
    })
    expect(JSON.stringify(body)).not.toContain('a secret for tests only')
  })

  it.each(paths)('is for people of the platform on its own host: %s', async (path) => {
    const { call } = current().client
    const codes = [
      await call('GET', path),
      await call('GET', path, { token: workspace.token }),
      await call('GET', path, { token: admin, host: workspace.subdomain }),
      await call('POST', path, { token: admin }),
      await call('GET', `${path}/more`, { token: admin }),
    ].map(({ body }) => String(body.error.code))
    expect(codes).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'TENANT_MISMATCH',
      'METHOD_NOT_ALLOWED',
      'NOT_FOUND',
    ])
  })
})
