import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { modules } from '#src/modules/registry.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import {
  createWaitingTenant,
  rehearsalDeps,
  type SignedUpTenant,
} from '#src/provisioning/server/testing/rehearsal.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { readPlaneStructure } from '#src/resources/server/testing/plane-structure.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'

const current = useTestDatabase()
const program = fileURLToPath(new URL('./berth.ts', import.meta.url))
const OLD = 3
const old: SignedUpTenant[] = []
let folder: string
let golden: string[]
let before: string[]

const isOwnPolicy = (line: string) => / own_rows /.test(line)
const structure = (tenant: SignedUpTenant) => readPlaneStructure(current(), tenant)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'berth-cli-'))
  golden = await readPlaneStructure(
    current(),
    await createWorkspace(current(), { subdomain: 'golden', modules }),
  )
  // Others signed up when there was only the first migration of each module, and no client could look into anything.
  const first = [...(await loadModuleMigrations(modules)).values()].flatMap(([one]) => one ?? [])
  const names = modules.map(({ id }) => id)
  const deps = rehearsalDeps(current(), {
    blueprintOf: () => ({ modules: names, migrations: first, seed: [], ownRows: [] }),
  })
  for (let index = 0; index < OLD; index += 1) {
    const tenant = await createWaitingTenant(current(), `old-${index}`)
    await executeRun(deps, { runId: tenant.runId, attempt: 1 })
    old.push(tenant)
  }
  before = await structure(old[0] ?? expect.fail())
})

afterAll(() => rm(folder, { recursive: true, force: true }))

function migrations(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    DATABASE_URL: current().url,
    AUTH_SECRET: 'a secret for tests only, long enough',
    BERTH_DATA_DIR: folder,
  }
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'migrations', ...args], { env, cwd: folder }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

it('tenants of an early release become what new ones are, and what they were before', async () => {
  const plan = await migrations('plan', '--check')
  expect(plan).toMatchObject({ code: 1, out: expect.stringContaining('missing  pet-care/0002_') as string })
  expect(plan.out).toMatch(/0005_lists_from_indexes {2}3 tenants/)

  const up = await migrations('up', '--canary', 'old-1', '--concurrency', '2', '--json')
  expect([up.code, up.err]).toEqual([0, ''])
  const rollout = JSON.parse(up.out) as { id: string }
  expect(rollout).toMatchObject({ state: 'succeeded', counts: { total: OLD, succeeded: OLD }, failures: [] })
  for (const tenant of old) expect(await structure(tenant)).toEqual(golden)
  expect(await migrations('down', '--rollout', rollout.id)).toMatchObject({ code: 2, out: '' })
  const down = await migrations('down', '--rollout', rollout.id, '--confirm', rollout.id)
  expect([down.code, down.err]).toEqual([0, ''])
  for (const tenant of old) {
    const after = await structure(tenant)
    expect(after.filter((line) => !isOwnPolicy(line))).toEqual(before.filter((line) => !isOwnPolicy(line)))
    // Taking a column back takes policies along that look at it: those tables are closed to clients, not open.
    expect(after.filter(isOwnPolicy)).toHaveLength(before.filter(isOwnPolicy).length)
    expect(after.find((line) => line.startsWith('policy pets own_rows'))).toMatch(/OR false\)$/)
  }
})
