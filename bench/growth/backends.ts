import pg from 'pg'
import { openStatement } from '#src/db/server/connection-scope.ts'
import { privateMemory, processorTime } from '../process-memory.ts'
import type { Figure } from '../report.ts'
import { show, type Side } from './side.ts'

/** Tenants a connection has met when it is looked at; the product gives it up after 100. */
const STEPS = [10, 100, 300, 1_000]
/** As much of a tenant as a page of a list reads, and all it has. */
const LIST = 'select p.id, p.name, o.name from pets p left join owners o on o.id = p.owner_id limit 20'

/** Memory and processor time of one backend that meets more and more tenants, without a limit. */
export async function measureBackends(side: Side): Promise<Figure[]> {
  const { rows } = await side.inspector.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'r'`,
    [side.fleet[0]?.schemaName],
  )
  const everything = rows.map(({ name }) => `(select 1 from "${name}" limit 1)`).join(' union all ')
  return [
    ...(await meet(side, { name: 'list', statement: LIST })),
    ...(await meet(side, { name: 'all tables', statement: everything })),
  ]
}

async function meet(side: Side, { name, statement }: { name: string; statement: string }): Promise<Figure[]> {
  const client = new pg.Client({ connectionString: side.server.url, pipeline: true })
  await client.connect()
  const found = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const pid = found.rows[0]?.pid ?? 0
  async function ask(index: number): Promise<void> {
    const tenant = side.fleet[index % side.fleet.length]
    if (!tenant) return
    const { roleName: role, schemaName: schema, tenantId } = tenant
    const scope = openStatement({ role, schema, tenantId })
    await Promise.all([client.query(scope), client.query(statement, []), client.query('commit')])
  }
  await ask(0)
  const empty = await privateMemory(pid)
  const figures = [show(`backend, ${name}, 1 tenant`, empty, 'MB')]
  let met = 1
  for (const step of [...STEPS, side.fleet.length].filter((size) => size <= side.fleet.length)) {
    if (step <= met) continue
    const before = await processorTime(pid)
    const asked = step - met
    while (met < step) await ask(met++)
    const cold = (await processorTime(pid)) - before
    const memory = await privateMemory(pid)
    figures.push(
      show(`backend, ${name}, ${step} tenants`, memory, 'MB'),
      show(`backend, ${name}, a tenant's first time at ${step}`, cold / asked, 'ms CPU'),
    )
    if (step === 100)
      figures.push(show(`backend, ${name}, per tenant`, ((memory - empty) / 99) * 1_024, 'kB'))
  }
  await client.end()
  return figures
}
