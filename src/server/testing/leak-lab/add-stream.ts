import type { TestServer } from '../test-server.ts'
import type { LabTenant } from './lab-tenant.ts'
import { send } from './send.ts'

type Streamer = Pick<LabTenant, 'subdomain' | 'marker' | 'people'>

/** What nobody makes as a record: points, a purchase, a tip, a drop, the stage, a link and proofs of a viewer. */
export async function addStream(server: TestServer, tenant: Streamer): Promise<void> {
  const { marker } = tenant
  // The viewer that is among the records: lists are asked for by it.
  const username = `${marker} User name`
  const call = (method: string, path: string, body: object) => ask(server, { tenant, method, path, body })
  await call('POST', '/stream/award-points', { username, amount: 1000, description: `For ${marker}` })
  await call('POST', '/stream/purchases', { username, powerupKey: `${marker} Key` })
  await call('POST', '/stream/tips', { username, amountCents: 500, message: `From ${marker}` })
  await call('POST', '/stream/drops', { username, score: 7 })
  await call('PATCH', '/overlay-stage', {
    profile: { displayName: marker },
    theme: { accent: '#3bbdbe' },
    layout: { widgets: [] },
  })
  await call('POST', '/overlay-links', { name: marker })
  await call('PUT', '/provider-tokens/kick', { accessToken: `${marker}-access-token`, scope: marker })
  const { code } = await call('POST', '/viewer-codes', { username })
  await call('POST', '/viewer-codes/check', { username, code })
}

type Asked = { tenant: Streamer; method: string; path: string; body: object }

async function ask(
  { port }: TestServer,
  { tenant, method, path, body }: Asked,
): Promise<Record<string, unknown>> {
  const answer = await send(port, {
    method,
    path: `/api/v1${path}`,
    host: tenant.subdomain,
    headers: { authorization: `Bearer ${tenant.people.owner.token}` },
    body: JSON.stringify(body),
  })
  if (answer.status >= 300) throw new Error(`The lab could not ${method} ${path}: ${answer.body}`)
  return JSON.parse(answer.body) as Record<string, unknown>
}
