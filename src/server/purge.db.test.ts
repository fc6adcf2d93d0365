import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { modules } from '#src/modules/registry.ts'
import { deleteTenantSteps } from '#src/provisioning/run.ts'
import {
  fileTables,
  followingTables,
  keptTables,
  removedTables,
} from '#src/provisioning/server/removed-rows.ts'
import { findLastRun, getRunSnapshot } from '#src/provisioning/server/run.repository.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { newId } from '#src/shared/ids.ts'
import { startDueDeletions } from '#src/tenancy/server/due-deletions.service.ts'
import { deleteTenant, restoreTenant } from '#src/tenancy/server/tenant-life.service.ts'
import { runUntilKilled } from './testing/doomed-worker.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

/** Where the worker dies: between two parts, after outside work, and right before the last commit. */
const DEATHS = ['drop-tables', 'remove-files', 'prove'] as const
const SERVICES = modules.flatMap(({ starters }) => starters.map(({ key }) => key))
type Gone = {
  tenantId: string
  subdomain: string
  schemaName: string
  roleName: string
  runId: string
  file: string
}

let server: TestServer
let dataDir: string
const doomed = new Map<string, Gone>()
const workspaceUrl = (subdomain: string) => `http://${subdomain}.berth.test`

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'berth-purge-'))
  server = await startTestServer({ worker: false, environment: { BERTH_DATA_DIR: dataDir } })
  for (const step of DEATHS) {
    doomed.set(step, await startRemoval(`dies-${step}`))
    await runUntilKilled(server, { step, dataDir })
  }
  doomed.set('none', await startRemoval('dies-not'))
  await server.startWorker()
}, 120_000)

afterAll(async () => {
  await server.dispose()
  await rm(dataDir, { recursive: true, force: true })
})

/** A workspace with people, records, a file and a mail, whose days of grace are over, and the run that removes it. */
async function startRemoval(subdomain: string): Promise<Gone> {
  const { tenantId } = await createWorkspace(server, { subdomain, modules, services: SERVICES })
  const { platform } = server.database
  const { schemaName, roleName } = await platform.tenant.findUniqueOrThrow({ where: { id: tenantId } })
  const file = await addFile(tenantId)
  await order(tenantId, subdomain)
  await makeDue(tenantId)
  expect(await startDueDeletions(platform)).toBe(1)
  const run = await findLastRun(platform, { tenantId, kind: 'delete-tenant' })
  return { tenantId, subdomain, schemaName, roleName, runId: run?.id ?? '', file }
}

async function addFile(tenantId: string): Promise<string> {
  const id = newId()
  const storageKey = `${tenantId}/${id}`
  const path = join(dataDir, 'files', storageKey)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, 'stored')
  await server.database.platform.storedFile.create({
    data: {
      id,
      tenantId,
      purpose: 'pets.photo',
      name: 'pet.png',
      mediaType: 'image/png',
      size: 6,
      sha256: new Uint8Array(32),
      storageKey,
      createdBy: newId(),
      attachedAt: new Date(),
    },
  })
  return path
}

function order(tenantId: string, subdomain: string) {
  const wish = { tenantId, actor: systemActor(), workspaceUrl, reason: 'It closed down', confirm: subdomain }
  return deleteTenant(server.database.platform, wish)
}

async function makeDue(tenantId: string): Promise<void> {
  await server.inspect(
    `update platform.tenants set deletion_due_at = now() - interval '1 minute' where id = $1`,
    [tenantId],
  )
}

async function listRemains({ tenantId, schemaName, roleName }: Gone): Promise<string[]> {
  const tables = [...removedTables, ...followingTables, ...fileTables].map(
    (table) => `select '${table}' as what from platform.${table} where tenant_id = $3`,
  )
  const rows = await server.inspect<{ what: string }>(
    `select 'schema' as what from pg_namespace where nspname = $1
     union all select 'role' from pg_roles where rolname = $2 union all ${tables.join(' union all ')}`,
    [schemaName, roleName, tenantId],
  )
  return rows.map(({ what }) => what)
}

async function waitForEnd(runId: string) {
  const read = () => getRunSnapshot(server.database.platform, runId)
  await expect.poll(async () => (await read()).state, { timeout: 30_000 }).toBe('succeeded')
  return read()
}

describe.each([...DEATHS, 'none'])('a removal whose worker is killed at %s', (step) => {
  it('ends with nothing left but the log, which tells what there was', async () => {
    const gone = doomed.get(step) ?? expect.fail('was not started')
    const run = await waitForEnd(gone.runId)
    // Another worker that was to die may have tried in between.
    if (step === 'none') expect(run.attempt).toBe(1)
    else expect(run.attempt).toBeGreaterThan(1)
    expect(run.steps.map(({ name, state }) => [name, state])).toEqual(
      deleteTenantSteps.map((name) => [name, 'succeeded']),
    )
    expect(await listRemains(gone)).toEqual([])
    await expect(access(gone.file)).rejects.toThrow('ENOENT')
    const [tenant] = await server.inspect<{ status: string; phone: string | null }>(
      'select status, phone, deletion_due_at from platform.tenants where id = $1',
      [gone.tenantId],
    )
    expect(tenant).toMatchObject({ status: 'deleted', phone: null, deletion_due_at: null })
    const entries = await server.inspect<{ details: { removed: object } }>(
      `select details from platform.audit_log where tenant_id = $1 and action = 'tenants.purge'`,
      [gone.tenantId],
    )
    expect(entries).toHaveLength(1)
    expect(entries[0]?.details).toMatchObject({
      remains: [],
      removed: { files: 1, fileBytes: 6, tables: expect.any(Number), people: 1 },
    })
    const { tables, rows } = entries[0]?.details.removed as { tables: number; rows: number }
    expect(tables).toBeGreaterThan(20)
    expect(rows).toBe(SERVICES.length)
  })
})

describe('a workspace that waits for its removal', () => {
  it('stays as it is while its days of grace last, and cannot be called back once they are over and it has begun', async () => {
    const { platform } = server.database
    const { tenantId } = await createWorkspace(server, {
      subdomain: 'still-there',
      modules: modules.slice(0, 1),
    })
    await order(tenantId, 'still-there')
    expect(await startDueDeletions(platform)).toBe(0)
    await makeDue(tenantId)
    const restoring = { tenantId, actor: systemActor(), workspaceUrl }
    const outcomes = await Promise.allSettled([
      startDueDeletions(platform),
      restoreTenant(platform, restoring),
    ])
    const [started, restored] = outcomes.map(({ status }) => status === 'fulfilled')
    expect(started).toBe(true)
    const run = await findLastRun(platform, { tenantId, kind: 'delete-tenant' })
    // Whoever came first has won, and the other did nothing.
    expect(run === null).toBe(restored)
  })
})

it('knows of every table that holds rows of tenants whether they go or stay', async () => {
  const rows = await server.inspect<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'platform'::regnamespace and c.relkind = 'r' and a.attname = 'tenant_id'
     order by c.relname`,
  )
  expect(rows.map(({ name }) => name)).toEqual(
    [...removedTables, ...followingTables, ...keptTables, ...fileTables].sort(),
  )
})
