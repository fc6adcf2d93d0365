import type { Pool, PoolClient } from 'pg'
import { applyMigrations } from '#src/db/server/migration-runner.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { rollBack } from '#src/db/server/transaction.ts'
import { newId } from '#src/shared/ids.ts'
import type { BlueprintOf } from '../blueprint.ts'
import type { FleetMigrations } from '../rollout/fleet-migrations.ts'
import { createRole } from '../steps/create-role.ts'
import { createSchema } from '../steps/create-schema.ts'
import { secure } from '../steps/secure.ts'
import { listFingerprints } from './fingerprint.repository.ts'
import { readStructures, type StructureObject } from './structure.repository.ts'

/** What a tenant should look like. */
export type Golden = {
  /** planes with one of these are right */
  hashes: ReadonlySet<string>
  /** by kind and name; mostly one form, and all are right */
  objects: ReadonlyMap<string, readonly StructureObject[]>
  /** indexes that are built beside the ledger, and may be there before their migration is */
  onTheWay: ReadonlySet<string>
}

export type GoldenDeps = { pool: Pool; migrations: FleetMigrations; blueprintOf: BlueprintOf }

/**
 * Builds a schema by the steps that build tenants, reads it, and takes everything back: nothing of it is ever committed.
 * @param migrations what the ledger says was applied
 */
export async function buildGolden(deps: GoldenDeps, migrations: readonly Migration[]): Promise<Golden> {
  const client = await deps.pool.connect()
  let broken = true
  try {
    await client.query(`begin; set local statement_timeout to '60s'; set local jit to off`)
    const golden = await buildOn(client, deps, migrations)
    broken = await rollBack(client)
    return golden
  } finally {
    client.release(broken)
  }
}

async function buildOn(
  client: PoolClient,
  { migrations: fleet, blueprintOf }: GoldenDeps,
  migrations: readonly Migration[],
): Promise<Golden> {
  const tenantId = newId()
  const short = tenantId.replaceAll('-', '')
  const tenant = { tenantId, schemaName: `t_${short}`, roleName: `berth_t_${short}` }
  const has = new Set(migrations)
  const sets = [...new Set(migrations.map(({ set }) => set))]
  const isCurrent = (set: string) => (fleet.get(set) ?? []).every((migration) => has.has(migration))
  const blueprint = blueprintOf({ modules: sets.filter(isCurrent), services: [] })
  const context = { client, tenant, blueprint }
  await createRole.run(context)
  await createSchema.run(context)
  await applyMigrations(client, { target: { tenantId, schema: tenant.schemaName }, migrations })
  await secure.run(context)
  const forms = [await readForm(client, tenant)]
  // What clients may look into is opened when a module is complete, and stays open when newer migrations come along.
  for (const set of sets.filter((one) => !isCurrent(one))) {
    await client.query('savepoint opened')
    try {
      await secure.run({ ...context, blueprint: blueprintOf({ modules: [set], services: [] }) })
      forms.push(await readForm(client, tenant))
    } catch {
      // The declaration speaks of columns that are not there yet.
      await client.query('rollback to savepoint opened')
    }
  }
  const all = [...fleet.values()].flat()
  return {
    hashes: new Set(forms.map(({ hash }) => hash)),
    objects: joinForms(forms.map(({ objects }) => objects)),
    onTheWay: new Set(all.filter((one) => !has.has(one)).flatMap(({ online }) => online?.index ?? [])),
  }
}

async function readForm(
  client: PoolClient,
  tenant: { schemaName: string; roleName: string },
): Promise<{ hash: string; objects: StructureObject[] }> {
  const [fingerprint] = await listFingerprints(client, [tenant])
  const objects = (await readStructures(client, [tenant])).get(tenant.schemaName)
  if (!fingerprint || !objects) throw new Error('A schema that was just made cannot be read.')
  return { hash: fingerprint.hash, objects }
}

function joinForms(forms: readonly StructureObject[][]): Map<string, StructureObject[]> {
  const joined = new Map<string, StructureObject[]>()
  for (const object of forms.flat()) {
    const key = objectKey(object)
    const known = joined.get(key) ?? []
    if (!known.some(({ aspects }) => JSON.stringify(aspects) === JSON.stringify(object.aspects))) {
      joined.set(key, [...known, object])
    }
  }
  return joined
}

/** Names an object within its plane. */
export function objectKey({ kind, name }: Pick<StructureObject, 'kind' | 'name'>): string {
  return `${kind} ${name}`
}
