import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { errorCatalogue, isErrorCode } from '#src/shared/errors/catalogue.ts'
import type { Known } from './testing/api-fuzz/expected-value.ts'
import { fuzzedRequest } from './testing/api-fuzz/fuzzed-request.ts'
import { MARKERS } from './testing/api-fuzz/hostile-value.ts'
import { listOperations, type Operation } from './testing/api-fuzz/operations.ts'
import { mintToken } from './testing/mint-token.ts'
import { addPlatformPerson } from './testing/platform-person.ts'
import type { Answer, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

/** Per operation; the seed is fixed, so that a failure can be repeated. */
const REQUESTS = 25
const SEED = 20_261_121
const AT_ONCE = 8

const current = useTestServer()
let workspace: Workspace
/** What the console acts on: a workspace that may be suspended or deleted on the way. */
let ship: Workspace
let admin: { email: string }
let operations: Operation[]
let resolve: Known['resolve']

beforeAll(async () => {
  workspace = await current().client.createWorkspace({ modules: ['lettings', 'concierge', 'overlay'] })
  ship = await current().client.createWorkspace()
  admin = await addPlatformPerson(current())
  ;({ operations, resolve } = await listOperations(current().client))
})

/** What is wrong with an answer, or null. */
function complaintAbout({ status, headers, body }: Answer): string | null {
  if (status >= 500) return `answers ${status}`
  const isDownload = status < 300 && String(headers['content-disposition']).startsWith('attachment')
  if (!isDownload && !String(headers['content-type']).startsWith('application/json')) return 'is not JSON'
  if (headers['x-content-type-options'] !== 'nosniff') return 'may be taken for something else'
  if (status < 400) return null
  const { error } = body
  if (
    !isErrorCode(error?.code) ||
    errorCatalogue[error.code as keyof typeof errorCatalogue].status !== status
  )
    return `has not the shape of an error: ${JSON.stringify(body).slice(0, 200)}`
  if (typeof error.message !== 'string' || typeof error.requestId !== 'string') return 'is incomplete'
  const text = JSON.stringify(body)
  return MARKERS.some((marker) => text.includes(marker)) ? 'repeats what was sent' : null
}

/** Ids of everything the workspace has by now, so that requests reach it. */
async function listIds(): Promise<string[]> {
  const tables = await current().inspect<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables t
     join platform.tenants on schema_name = schemaname where id = $1`,
    [workspace.tenantId],
  )
  const all = [...tables.map(({ name }) => name), 'platform.users']
  const rows = await current().inspect<{ id: string }>(
    all.map((name) => `(select id from ${name} limit 5)`).join(' union all '),
  )
  return rows.map(({ id }) => id)
}

/** Ids that the console's operations take. */
async function listConsoleIds(): Promise<string[]> {
  const rows = await current().inspect<{ id: string }>(
    `select id from platform.tenants where id = $1 union all select id from platform.users where tenant_id = $1
     union all select id from platform.provisioning_runs where tenant_id = $1
     union all (select id from platform.mail_outbox limit 2)`,
    [ship.tenantId],
  )
  return rows.map(({ id }) => id)
}

function isOfConsole({ path }: Operation): boolean {
  return path.startsWith('/admin/')
}

async function fuzz(operation: Operation, ids: readonly string[]): Promise<string[]> {
  const { method, path } = operation
  const requests = fc.sample(fuzzedRequest(operation, { resolve, ids }), { numRuns: REQUESTS, seed: SEED })
  const complaints: string[] = []
  async function send(
    { path: target, headers, text }: (typeof requests)[number],
    index: number,
  ): Promise<void> {
    // Some operations end the session they are called with.
    const person = isOfConsole(operation) ? { tenantId: null, email: admin.email } : workspace
    const token = index % 5 === 4 ? undefined : await mintToken(current(), person)
    const answer = await current().client.call(method, `/api/v1${target}`, {
      headers,
      ...(text === undefined ? {} : { text }),
      ...(token === undefined ? {} : { token }),
    })
    const complaint = complaintAbout(answer)
    if (complaint)
      complaints.push(`${method} ${path}: ${complaint} for ${target.slice(0, 300)} ${text?.slice(0, 500)}`)
  }
  for (let at = 0; at < requests.length; at += AT_ONCE)
    await Promise.all(requests.slice(at, at + AT_ONCE).map((request, index) => send(request, at + index)))
  return complaints
}

describe('every operation of the contract', () => {
  it(
    'answers whatever is sent with its own data or an error of the catalogue',
    { timeout: 240_000 },
    async () => {
      expect(operations.length).toBeGreaterThan(60)
      const complaints: string[] = []
      // Making comes first, so that the others find something to change.
      const ordered = operations.toSorted((a, b) => Number(b.method === 'POST') - Number(a.method === 'POST'))
      for (const operation of ordered) {
        const ids = isOfConsole(operation) ? await listConsoleIds() : await listIds()
        complaints.push(...(await fuzz(operation, ids)))
      }
      expect(complaints).toEqual([])
    },
  )
})
