import pg from 'pg'
import { createRoleStatement } from '#src/provisioning/server/role-statement.ts'
import { processorTime } from '../process-memory.ts'
import { median, type Figure } from '../report.ts'
import { compare, type Side, type Sides } from './side.ts'

const ROUNDS = 15

type Costs = Record<'made' | 'next' | 'others', number>

/** What the memberships of the login role cost when one is added: whoever adds it, and every other connection once. */
export async function measureMemberships({ few, many }: Sides): Promise<Figure[]> {
  const [small, large] = [await addRoles(few), await addRoles(many)]
  const shared = { unit: 'ms CPU', samples: ROUNDS }
  return [
    compare('role of a tenant made', { few: small.made, many: large.made, ...shared }),
    compare('first switch of role behind it', { few: small.next, many: large.next, ...shared }),
    compare('first switch of role on every other connection', {
      ...{ few: small.others, many: large.others, ...shared },
    }),
  ]
}

async function addRoles({ server, fleet }: Side): Promise<Costs> {
  const open = async () => {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const pid = rows[0]?.pid ?? 0
    return {
      client,
      cost: async (statement: string) => {
        const before = await processorTime(pid)
        await client.query(statement)
        return (await processorTime(pid)) - before
      },
    }
  }
  const [maker, other] = [await open(), await open()]
  const change = `begin; set local role "${fleet[0]?.roleName ?? ''}"; commit`
  const costs: Record<keyof Costs, number[]> = { made: [], next: [], others: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const role = `bench_role_${round}`
    await Promise.all([maker.client.query(change), other.client.query(change)])
    costs.made.push(await maker.cost(createRoleStatement(role)))
    costs.next.push(await maker.cost(change))
    costs.others.push(await other.cost(change))
    await maker.client.query(`drop role ${role}`)
  }
  await Promise.all([maker.client.end(), other.client.end()])
  return { made: median(costs.made), next: median(costs.next), others: median(costs.others) }
}
