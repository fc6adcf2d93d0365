import { randomBytes } from 'node:crypto'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { modules } from '#src/modules/registry.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { createLabPerson } from './lab-person.ts'
import { send } from './send.ts'

/** A tenant with one person, whose every record carries its marker. */
export type TrafficTenant = { subdomain: string; marker: string; token: string; tipId: string }

/** Builds tenants one after the other. */
export async function createTrafficTenants(
  db: TestDatabase,
  { port, count }: { port: number; count: number },
): Promise<TrafficTenant[]> {
  const tenants: TrafficTenant[] = []
  for (let index = 0; index < count; index += 1) {
    const marker = `zq${randomBytes(4).toString('hex')}`
    const subdomain = `traffic-${index}`
    const { tenantId } = await createWorkspace(db, { subdomain, modules })
    const { token } = await createLabPerson(db.database.platform, { tenantId, role: 'owner', marker })
    const answer = await send(port, {
      method: 'POST',
      path: '/api/v1/tips',
      host: subdomain,
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ content: `first of ${marker}` }),
    })
    if (answer.status !== 201) throw new Error(`The traffic could not begin: ${answer.body}`)
    tenants.push({ subdomain, marker, token, tipId: String(JSON.parse(answer.body).id) })
  }
  return tenants
}
