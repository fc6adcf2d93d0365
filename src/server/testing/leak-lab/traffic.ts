import { send, type LabRequest } from './send.ts'
import type { TrafficTenant } from './traffic-tenant.ts'

/** @property problems one line for each answer that was another tenant's, or no good at all */
export type TrafficOutcome = { answers: number; problems: string[]; seconds: number }

type Call = Pick<LabRequest, 'method' | 'path' | 'body'> & { status: number; marked: boolean }
type Pair = { own: TrafficTenant; other: TrafficTenant; turn: number }

const MARKER = /zq[0-9a-f]{8}/g

/** What people of a workspace do, and what its neighbours might try; each call by its turn. */
const calls: ((pair: Pair) => Call)[] = [
  () => ({ method: 'GET', path: '/api/v1/tips?limit=5', status: 200, marked: true }),
  () => ({
    method: 'GET',
    path: `/api/trpc/overlay.tips.list?input=${encode({ limit: 5 })}`,
    status: 200,
    marked: true,
  }),
  ({ own }) => ({ method: 'GET', path: `/api/v1/tips/${own.tipId}`, status: 200, marked: true }),
  ({ own, turn }) => ({
    method: 'POST',
    path: '/api/v1/tips',
    body: JSON.stringify({ content: `${turn} of ${own.marker}` }),
    status: 201,
    marked: true,
  }),
  ({ own }) => ({ method: 'GET', path: `/api/v1/tips?q=${own.marker}&limit=3`, status: 200, marked: true }),
  ({ other }) => ({ method: 'GET', path: `/api/v1/tips?q=${other.marker}`, status: 200, marked: false }),
  ({ other }) => ({ method: 'GET', path: `/api/v1/tips/${other.tipId}`, status: 404, marked: false }),
  () => ({
    method: 'GET',
    path: '/api/trpc/auth.me,overlay.tips.list?batch=1&input=%7B%7D',
    status: 200,
    marked: true,
  }),
  ({ own, turn }) => ({
    method: 'PATCH',
    path: `/api/v1/tips/${own.tipId}`,
    body: JSON.stringify({ content: `first of ${own.marker}`, sortOrder: turn % 100 }),
    status: 200,
    marked: true,
  }),
  () => ({ method: 'GET', path: '/api/v1/auth/me', status: 200, marked: true }),
]

/** Sends mixed calls of all tenants at once and looks whose words are in each answer. */
export async function runTraffic(
  port: number,
  { tenants, requests, parallel }: { tenants: readonly TrafficTenant[]; requests: number; parallel: number },
): Promise<TrafficOutcome> {
  const outcome: TrafficOutcome = { answers: 0, problems: [], seconds: 0 }
  const startedAt = performance.now()
  let turn = 0
  async function work(): Promise<void> {
    while (turn < requests) {
      const current = (turn += 1)
      const own = tenants[(current * 7) % tenants.length]
      const other = tenants[(current * 7 + 1 + (current % (tenants.length - 1))) % tenants.length]
      const call = calls[current % calls.length]
      if (!own || !other || !call) throw new RangeError('Traffic needs at least two tenants.')
      const { status, marked, ...request } = call({ own, other, turn: current })
      // Every third call comes to the apex, where the token alone says which tenant is meant.
      const host = current % 3 === 0 ? null : own.subdomain
      const answer = await send(port, { ...request, host, headers: { authorization: `Bearer ${own.token}` } })
      const markers = new Set(answer.text.match(MARKER))
      const isOwn = markers.has(own.marker) === marked && markers.size === (marked ? 1 : 0)
      outcome.answers += 1
      if (!isOwn || answer.status !== status)
        outcome.problems.push(
          `${own.subdomain} ${request.method} ${request.path}: ${answer.text.slice(-300)}`,
        )
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  outcome.seconds = (performance.now() - startedAt) / 1000
  return outcome
}

function encode(input: object): string {
  return encodeURIComponent(JSON.stringify(input))
}
