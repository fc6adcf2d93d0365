import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#src/modules/registry.ts'
import { listStrays, readPool } from '#src/provisioning/server/pool/testing/pool-lab.ts'
import { listRemains } from '#src/provisioning/server/testing/rehearsal.ts'
import type { SignUpResult } from '#src/tenancy/sign-up.ts'
import { runUntilKilled } from './testing/doomed-worker.ts'
import { goodSignUp } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
let dataDir: string

beforeAll(async () => {
  server = await startTestServer({ worker: false, environment: { BERTH_POOL_SIZE: '1' } })
  dataDir = await mkdtemp(join(tmpdir(), 'berth-pool-'))
})
afterAll(async () => {
  await server.dispose()
  await rm(dataDir, { recursive: true, force: true })
})

const dieAt = (step: string) => runUntilKilled(server, { step, dataDir, poolSize: 1 })

async function findPlacement({ tenantId, runId }: SignUpResult) {
  const tenant = await server.database.platform.tenant.findUniqueOrThrow({ where: { id: tenantId } })
  return { tenantId, runId, schemaName: tenant.schemaName, roleName: tenant.roleName }
}

describe('a worker that is killed', () => {
  it('while it builds leaves nothing behind', async () => {
    await dieAt('warm-build')
    expect(await readPool(server)).toEqual([])
    expect(await listStrays(server)).toEqual([])
  }, 60_000)

  it('while it takes a schema over, or right before the end, leaves it in the pool', async () => {
    await server.startWorker()
    await expect.poll(() => readPool(server), { timeout: 30_000 }).toHaveLength(modules.length)
    // Nobody but the one that dies is to take the sign-up.
    await server.stopWorker()
    const before = await readPool(server)
    for (const step of ['create-role', 'welcome']) {
      const { body } = await server.client.call('POST', '/api/v1/signup', { body: goodSignUp() })
      await dieAt(step)
      expect(await readPool(server)).toEqual(before)
      expect(await listRemains(server, await findPlacement(body))).toEqual([])
    }
    expect(before.every(({ plane }) => plane)).toBe(true)
    expect(await listStrays(server)).toEqual([])
  }, 90_000)

  it('while it drops a schema leaves the rest to the next one', async () => {
    await server.inspect(`update platform.warm_schemas set fingerprint = 'code that is gone'`)
    await dieAt('warm-drain')
    expect((await readPool(server)).filter(({ draining }) => draining)).toHaveLength(1)
    await server.startWorker()
    const isNew = async () =>
      (await readPool(server)).map(({ fingerprint, plane }) => plane && fingerprint !== 'code that is gone')
    await expect.poll(isNew, { timeout: 30_000 }).toEqual(modules.map(() => true))
    expect(await listStrays(server)).toEqual([])
  }, 90_000)
})
