import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { modules } from '#src/modules/registry.ts'
import { disableModuleSteps, enableModuleSteps } from '#src/provisioning/run.ts'
import { getRunSnapshot } from '#src/provisioning/server/run.repository.ts'
import { restartRun } from '#src/provisioning/server/run.service.ts'
import { startModuleRun } from '#src/provisioning/server/testing/rehearsal.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { runUntilKilled } from './testing/doomed-worker.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

const ON_FIRST = ['concierge']
const SWITCHED = 'lettings'
const cases = [
  ...enableModuleSteps.map((step) => ({ kind: 'enable-module' as const, step, before: ON_FIRST })),
  ...disableModuleSteps.map((step) => ({
    kind: 'disable-module' as const,
    step,
    before: [...ON_FIRST, SWITCHED],
  })),
]
type Case = (typeof cases)[number]
let server: TestServer
let dataDir: string
const killed = new Map<Case, { tenantId: string; runId: string }>()

async function waitForEnd(runId: string) {
  await expect
    .poll(async () => (await getRunSnapshot(server.database.platform, runId)).state, { timeout: 30_000 })
    .toMatch(/succeeded|failed/)
  return getRunSnapshot(server.database.platform, runId)
}

async function listModules(tenantId: string): Promise<string[]> {
  const rows = await server.inspect<{ name: string }>(
    'select name from platform.tenant_features where tenant_id = $1 and enabled order by name',
    [tenantId],
  )
  return rows.map(({ name }) => name)
}

beforeAll(async () => {
  server = await startTestServer({ worker: false })
  dataDir = await mkdtemp(join(tmpdir(), 'berth-crash-'))
  for (const [index, one] of cases.entries()) {
    const { kind, step, before } = one
    const { tenantId } = await createWorkspace(server, {
      subdomain: `crash-${index}`,
      modules: modules.filter(({ id }) => before.includes(id)),
    })
    const runId = await startModuleRun(server, { tenantId, kind, module: SWITCHED })
    killed.set(one, { tenantId, runId })
    await runUntilKilled(server, { step, dataDir })
  }
  await server.startWorker()
}, 180_000)

afterAll(async () => {
  await server.dispose()
  await rm(dataDir, { recursive: true, force: true })
})

describe.each(cases)('a worker that is killed at $step of $kind', (one) => {
  it('leaves a failed run and the tenant as it was, and the next try succeeds', async () => {
    const { tenantId, runId } = killed.get(one) ?? expect.fail('was not started')
    const { kind, step, before } = one
    expect(await waitForEnd(runId)).toMatchObject({ state: 'failed', error: { code: 'WORKER_LOST', step } })
    expect(await listModules(tenantId)).toEqual(before)
    await server.database.platform.$transaction((tx) => restartRun(tx, runId, systemActor()))
    expect(await waitForEnd(runId)).toMatchObject({ state: 'succeeded', attempt: 2 })
    const after = kind === 'enable-module' ? [...ON_FIRST, SWITCHED] : ON_FIRST
    expect(await listModules(tenantId)).toEqual(after)
  })
})
