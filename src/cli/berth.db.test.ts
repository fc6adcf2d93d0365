import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChainedTenant, writeLines } from '#src/audit/server/testing/chained-tenant.ts'
import { createTestTenant } from '#src/auth/server/testing/accounts.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { newId } from '#src/shared/ids.ts'

const current = useTestDatabase()
const program = fileURLToPath(new URL('./berth.ts', import.meta.url))
let folder: string
let tenantId: string
let subdomain: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'berth-cli-'))
  tenantId = await createChainedTenant(current())
  await writeLines(current(), tenantId, 3)
  const { platform } = current().database
  subdomain = (await platform.tenant.findUniqueOrThrow({ where: { id: tenantId } })).subdomain
})

afterAll(() => rm(folder, { recursive: true, force: true }))

type Outcome = { code: number; out: string; err: string }

function berth(...args: string[]): Promise<Outcome> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    DATABASE_URL: current().url,
    AUTH_SECRET: 'a secret for tests only, long enough',
    BERTH_DATA_DIR: folder,
  }
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env, cwd: folder }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

describe('berth audit verify', () => {
  it('holds, and keeps a witness that finds what was cut off later', async () => {
    const { code, out } = await berth('audit', 'verify', '--json')
    expect(code).toBe(0)
    const witness = join(folder, 'witness.json')
    await writeFile(witness, out)
    expect(await berth('audit', 'verify', '--tenant', subdomain, '--witness', witness)).toMatchObject({
      code: 0,
    })
    await current().inspect(`
      delete from platform.audit_log where tenant_id = '${tenantId}';
      delete from platform.audit_chain where chain = '${tenantId}';
      delete from platform.audit_heads where chain = '${tenantId}'`)
    expect(await berth('audit', 'verify', '--tenant', tenantId)).toMatchObject({ code: 0 })
    const found = await berth('audit', 'verify', '--witness', witness)
    expect(found).toMatchObject({ code: 1, err: expect.stringContaining('do not hold') as string })
    expect(found.out).toMatch(new RegExp(`BROKEN ${tenantId} .* link 3`))
  })

  it.each([
    [['audit', 'verify', '--tenant', 'nobody']],
    [['audit', 'verify', '--witness', '/nowhere.json']],
    [['audit', 'verify', '--nonsense']],
    [['runs', 'show', 'nothing']],
    [['runs', 'retry', '019eae1c-52ac-7d63-b263-a68d38e1f0a1']],
    [['runs', 'rollback', '019eae1c-52ac-7d63-b263-a68d38e1f0a1']],
    [['runs', 'list', '--state', 'broken']],
    [['nonsense']],
    [['audit', 'export']],
    [['admin', 'create', '--email', 'nobody']],
  ])('called wrongly by %j says so with 2', async (args) => {
    const { code, out, err } = await berth(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('berth audit export', () => {
  it('writes a file once, which the log tells of', async () => {
    const id = await createChainedTenant(current())
    await writeLines(current(), id, 4)
    const file = join(folder, 'log.json')
    const { code, out } = await berth(
      'audit',
      'export',
      '--tenant',
      id,
      '--format',
      'json',
      '--out',
      file,
      '--json',
    )
    expect([code, JSON.parse(out)]).toMatchObject([0, { tenantId: id, entries: 4 }])
    expect(JSON.parse(await readFile(file, 'utf8'))).toHaveLength(4)
    expect((await berth('audit', 'export', '--tenant', id, '--out', file)).code).toBe(2)
    expect(await current().database.platform.auditLog.count({ where: { tenantId: id } })).toBe(5)
  })
})

describe('berth admin create', () => {
  it('makes an administrator once and shows the password', async () => {
    const email = 'root@berth.test'
    const { code, out } = await berth('admin', 'create', '--email', 'Root@berth.test ', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([0, { email, password: expect.any(String) as string }])
    expect(await berth('admin', 'create', '--email', email)).toMatchObject({ code: 1, out: '' })
    const people = await current().database.platform.user.findMany({ where: { email } })
    expect(people).toMatchObject([{ tenantId: null, role: 'platform_admin' }])
    const [line] = await current().inspect(
      `select details, tenant_id from platform.audit_log where action = 'platform_admins.create'`,
    )
    expect(line).toEqual({ tenant_id: null, details: { email } })
  })
})

describe('berth runs', () => {
  /** A sign-up that has failed, without anything behind it. */
  async function addFailedRun(): Promise<{ runId: string; name: string }> {
    const { platform } = current().database
    const name = `failed-${newId().slice(-8)}`
    const failedTenant = await createTestTenant(platform, { subdomain: name, status: 'failed' })
    const runId = newId()
    await platform.provisioningRun.create({
      data: {
        id: runId,
        tenantId: failedTenant,
        kind: 'create-tenant',
        state: 'failed',
        input: { modules: ['pet-care'], services: [] },
        errorCode: 'FAULT_REHEARSED',
        errorMessage: 'A rehearsed fault stopped this step.',
        errorStep: 'seed',
      },
    })
    return { runId, name }
  }

  it('lists and shows them, and starts one again once', async () => {
    const { runId, name } = await addFailedRun()
    const listed = await berth('runs', 'list', '--state', 'failed', '--tenant', name, '--json')
    expect(JSON.parse(listed.out)).toMatchObject({ total: 1, runs: [{ id: runId, subdomain: name }] })
    expect((await berth('runs', 'list', '--tenant', name)).out).toContain('FAULT_REHEARSED')
    const shown = await berth('runs', 'show', runId, '--json')
    expect(JSON.parse(shown.out)).toMatchObject({ state: 'failed', moves: ['retry', 'cancel', 'rollback'] })
    expect((await berth('runs', 'retry', runId)).out).toContain(`Attempt 2 for ${name}`)
    const again = await berth('runs', 'retry', runId)
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('RUN_NOT_RETRYABLE') as string })
    expect((await berth('runs', 'show', runId)).out).toMatch(/1 {2}\S+ {2}run\.queued/)
  })

  it('takes one back by the typed name only', async () => {
    const { runId, name } = await addFailedRun()
    const misspelt = await berth('runs', 'rollback', runId, '--confirm', 'another')
    expect(misspelt).toMatchObject({ code: 2, out: '' })
    const { code, out } = await berth('runs', 'rollback', runId, '--confirm', name, '--json')
    expect([code, JSON.parse(out)]).toMatchObject([0, { runId, subdomain: name }])
    expect(JSON.parse((await berth('runs', 'show', runId, '--json')).out)).toMatchObject({
      state: 'compensated',
    })
  })
})
