import { beforeAll, describe, expect, it } from 'vitest'
import { applyMigrations, revertMigrations } from '#src/db/server/migration-runner.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { modules } from '#src/modules/registry.ts'
import { loadModuleMigrations } from '#src/resources/server/module-migrations.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { formatCallError } from '#src/trpc/server/error-formatter.ts'
import { addSample, callsOf, creatableResources } from './testing/module-records.ts'

const current = useTestDatabase()
const migrations = await loadModuleMigrations(modules)
let tenant: CallTenant

beforeAll(async () => {
  tenant = await createWorkspace(current(), { subdomain: 'behind', modules })
})

async function change(how: typeof applyMigrations | typeof revertMigrations, changed: readonly Migration[]) {
  await withPlatformTransaction(current().database.pool, async (client) => {
    await client.query('reset role')
    const target = { tenantId: tenant.tenantId, schema: tenant.schemaName }
    await how(client, { target, migrations: changed })
  })
}

/** What a call ends with: nothing, or a code. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'works',
    (error: unknown) => formatCallError(error).error.code,
  )
}

/** Lists and makes records of every resource. @returns how both ended, by resource */
async function tryAll(): Promise<Map<string, string[]>> {
  const ends = new Map<string, string[]>()
  for (const entry of creatableResources) {
    const list = await codeOf(callsOf(current(), tenant, entry)('list', { limit: 20 }))
    ends.set(entry.resource.name, [list, await codeOf(addSample(current(), tenant, entry))])
  }
  return ends
}

const namesEnding = (ends: Map<string, string[]>, code: string) =>
  [...ends].filter(([, of]) => of.includes(code)).map(([name]) => name)

describe('a workspace that lacks', () => {
  it('the newest migration of each module works but for what rests on it, and says so there', async () => {
    const newest = [...migrations.values()].flatMap((of) => of.slice(-1))
    await change(revertMigrations, newest)
    const codes = new Set([...(await tryAll()).values()].flat())
    await change(applyMigrations, newest)
    expect(codes).toContain('works')
    for (const code of codes) expect(['works', 'WORKSPACE_BEHIND']).toContain(code)
  })

  it('a column is refused where records have it, and nowhere else', async () => {
    const lacking = migrations.get('pet-care')?.slice(3) ?? []
    await change(revertMigrations, lacking)
    const ends = await tryAll()
    expect(namesEnding(ends, 'WORKSPACE_BEHIND')).toEqual(['vaccination-records'])
    await change(applyMigrations, lacking)
    const records = creatableResources.find(({ resource }) => resource.name === 'vaccination-records')
    expect(await codeOf(addSample(current(), tenant, records ?? expect.fail()))).toBe('works')
  })
})
