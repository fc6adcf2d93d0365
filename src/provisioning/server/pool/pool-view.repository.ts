import type { ClientBase } from 'pg'
import type { PoolStatus } from '../../pool.ts'
import { nameSet } from './plan-pool.ts'
import { listPoolSizes } from './pool-state.repository.ts'
import { listWarmSchemas } from './warm-schema.repository.ts'

/** How the pool stands (platform scope). @param sets of modules that are kept */
export async function getPoolStatus(
  client: ClientBase,
  sets: readonly (readonly string[])[],
): Promise<PoolStatus> {
  const sizes = await listPoolSizes(client)
  const rows = await listWarmSchemas(client)
  const failures = await listFailures(client)
  const taken = rows.filter(({ isDraining, fingerprint }) => !isDraining && sizes.has(fingerprint))
  return {
    size: Math.max(0, ...sizes.values()),
    sets: sets.map((modules) => ({
      modules: [...modules],
      ready: taken.filter((row) => nameSet(row.modules) === nameSet(modules)).length,
      failure: failures.get(nameSet(modules)) ?? null,
    })),
    leaving: rows.length - taken.length,
    ...(await countClaims(client)),
  }
}

type Failure = NonNullable<PoolStatus['sets'][number]['failure']>

async function listFailures(client: ClientBase): Promise<Map<string, Failure>> {
  type Row = Omit<Failure, 'failedAt' | 'nextTryAt'> & { name: string; failedAt: Date; nextTryAt: Date }
  const { rows } = await client.query<Row>(
    `select distinct on (module_set) module_set as name, error_code as code, error_message as message, failures,
       failed_at as "failedAt", next_try_at as "nextTryAt"
     from platform.warm_failures order by module_set, failed_at desc`,
  )
  return new Map(
    rows.map(({ name, failedAt, nextTryAt, ...failure }) => [
      name,
      { ...failure, failedAt: failedAt.toISOString(), nextTryAt: nextTryAt.toISOString() },
    ]),
  )
}

/** What was built in 24 hours, and when a schema was last taken. */
export async function countClaims(client: ClientBase): Promise<Pick<PoolStatus, 'lastClaimAt' | 'day'>> {
  const { rows } = await client.query<{ last: Date | null; warm: number; cold: number }>(
    `select (select max(finished_at) from platform.provisioning_runs
             where kind = 'create-tenant' and state = 'succeeded' and is_prepared) as last,
       count(*) filter (where is_prepared)::int as warm, count(*) filter (where not is_prepared)::int as cold
     from platform.provisioning_runs
     where kind = 'create-tenant' and state = 'succeeded' and finished_at > now() - interval '1 day'`,
  )
  const { last = null, warm = 0, cold = 0 } = rows[0] ?? {}
  return { lastClaimAt: last?.toISOString() ?? null, day: { warm, cold } }
}
