import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTenantSteps } from '#src/provisioning/run.ts'
import { listRemains } from '#src/provisioning/server/testing/rehearsal.ts'
import type { SignUpResult } from '#src/tenancy/sign-up.ts'
import { runUntilKilled } from './testing/doomed-worker.ts'
import { goodSignUp } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
let dataDir: string
const killed = new Map<string, SignUpResult>()

async function placementOf({ tenantId, runId }: SignUpResult) {
  const [tenant] = await server.inspect<{ schemaName: string; roleName: string }>(
    'select schema_name as "schemaName", role_name as "roleName" from platform.tenants where id = $1',
    [tenantId],
  )
  if (!tenant) throw new Error('The tenant is gone.')
  return { tenantId, runId, ...tenant }
}

beforeAll(async () => {
  server = await startTestServer({ worker: false })
  dataDir = await mkdtemp(join(tmpdir(), 'berth-crash-'))
  for (const step of createTenantSteps) {
    const answer = await server.client.call('POST', '/api/v1/signup', { body: goodSignUp() })
    killed.set(step, answer.body)
    await runUntilKilled(server, { step, dataDir })
  }
  await server.startWorker()
}, 180_000)

afterAll(async () => {
  await server.dispose()
  await rm(dataDir, { recursive: true, force: true })
})

describe.each(createTenantSteps)('a worker that is killed at %s', (step) => {
  it('leaves a failed run and nothing else, and the retry succeeds', async () => {
    const signedUp = killed.get(step) ?? expect.fail('was not signed up')
    const progress = await server.client.waitForRun(signedUp)
    expect(progress).toMatchObject({
      status: 'failed',
      run: { state: 'failed', error: { code: 'WORKER_LOST', step } },
    })
    expect(await listRemains(server, await placementOf(signedUp))).toEqual([])

    const retried = await server.client.call('POST', `/api/v1/tenants/${signedUp.tenantId}/retry`, {
      body: {},
      headers: { 'x-watch-token': signedUp.watchToken },
    })
    expect(retried.status).toBe(202)
    expect(await server.client.waitForRun(signedUp)).toMatchObject({ status: 'trial', run: { attempt: 2 } })
  })
})
