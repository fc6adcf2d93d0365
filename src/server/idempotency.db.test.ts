import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestUser } from '#src/auth/server/testing/accounts.ts'
import { TEST_PASSWORD } from '#src/auth/server/testing/test-password.ts'
import type { Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
let acme: Workspace
let zoo: Workspace

beforeAll(async () => {
  acme = await current().client.createWorkspace()
  zoo = await current().client.createWorkspace()
})

const newKey = () => `key-${randomUUID()}`

function createOwner(token: string, key: string, body: object) {
  return current().client.call('POST', '/api/v1/owners', { token, body, headers: { 'idempotency-key': key } })
}

async function countOwners(token: string, q: string): Promise<number> {
  const { body } = await current().client.call('GET', `/api/v1/owners?q=${q}`, { token })
  return Number(body.total)
}

describe('an idempotency key', () => {
  it('makes one record of ten that come at once, and gives all the same answer', async () => {
    const key = newKey()
    const send = () => createOwner(acme.token, key, { name: 'Tenfold' })
    const answers = await Promise.all(Array.from({ length: 10 }, send))
    const later = await send()
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201))
    for (const { body } of answers) expect(body).toEqual(later.body)
    expect(await countOwners(acme.token, 'Tenfold')).toBe(1)
  })

  it('stores the answer in the transaction that makes the record', async () => {
    const key = newKey()
    const { body } = await createOwner(acme.token, key, { name: 'Together' })
    const { schemaName } = await current().database.platform.tenant.findUniqueOrThrow({
      where: { id: acme.tenantId },
    })
    const rows = await current().inspect(
      `select k.xmin = o.xmin as together from platform.idempotency_keys k, ${schemaName}.owners o
       where k.key = $1 and o.id = $2`,
      [key, body.id],
    )
    expect(rows).toEqual([{ together: true }])
  })

  it('is refused with another body, and to another person', async () => {
    const key = newKey()
    await createOwner(acme.token, key, { name: 'First' })
    const email = `second@${acme.subdomain}.test`
    await createTestUser(current().database.platform, { tenantId: acme.tenantId, email, role: 'admin' })
    const login = await current().client.call('POST', '/api/v1/auth/login', {
      host: acme.subdomain,
      body: { email, password: TEST_PASSWORD },
    })
    const attempts = [
      await createOwner(acme.token, key, { name: 'Second' }),
      await createOwner(String(login.body.accessToken), key, { name: 'First' }),
    ]
    for (const { status, body } of attempts) {
      expect([status, body.error.code]).toEqual([422, 'IDEMPOTENCY_MISMATCH'])
      expect(JSON.stringify(body)).not.toContain('First')
    }
  })

  it('belongs to one workspace: the same key elsewhere is another', async () => {
    const key = newKey()
    const [here, there] = [
      await createOwner(acme.token, key, { name: 'Here' }),
      await createOwner(zoo.token, key, { name: 'There' }),
    ]
    expect([here.status, there.status]).toEqual([201, 201])
    expect(there.body.name).toBe('There')
  })

  it('is free again after a refusal', async () => {
    const key = newKey()
    expect((await createOwner(acme.token, key, { name: '' })).status).toBe(400)
    expect((await createOwner(acme.token, key, { name: 'Corrected' })).status).toBe(201)
  })

  it('is taken over from a process that died before it answered, and not before', async () => {
    const key = newKey()
    const body = { name: 'Survivor' }
    const first = await createOwner(acme.token, key, body)
    const startedAt = performance.now()
    await current().inspect(
      `update platform.idempotency_keys set answer = null, locked_until = clock_timestamp() + interval '400 ms'
       where key = $1`,
      [key],
    )
    const second = await createOwner(acme.token, key, body)
    expect(second.status).toBe(201)
    expect(second.body.id).not.toBe(first.body.id)
    expect(performance.now() - startedAt).toBeGreaterThan(350)
  })

  it('gives nothing to somebody whose sign-in has ended', async () => {
    const key = newKey()
    const { email, password } = acme
    const login = await current().client.call('POST', '/api/v1/auth/login', {
      host: acme.subdomain,
      body: { email, password },
    })
    const token = String(login.body.accessToken)
    await createOwner(token, key, { name: 'Secret of the house' })
    await current().client.call('POST', '/api/v1/auth/logout', { token })
    const answer = await createOwner(token, key, { name: 'Secret of the house' })
    expect([answer.status, answer.body.error.code]).toEqual([401, 'UNAUTHENTICATED'])
  })

  it('repeats a sign-in, and keeps its tokens where nobody can read them', async () => {
    const headers = { 'idempotency-key': newKey() }
    const { email, password, subdomain } = acme
    const body = { email, password, subdomain }
    const first = await current().client.call('POST', '/api/v1/auth/login', { body, headers })
    const second = await current().client.call('POST', '/api/v1/auth/login', { body, headers })
    expect(first.status).toBe(200)
    expect(second.body).toEqual(first.body)
    const found = await current().inspect(
      `select 1 from platform.idempotency_keys where position(convert_to($1, 'UTF8') in answer) > 0`,
      [first.body.accessToken],
    )
    expect(found).toEqual([])
  })

  it('works the same for the pages', async () => {
    const headers = { 'idempotency-key': newKey() }
    const send = () =>
      current().client.call('POST', '/api/trpc/petCare.owners.create', {
        token: acme.token,
        host: acme.subdomain,
        body: { name: 'From a page' },
        headers,
      })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    expect(await countOwners(acme.token, 'From+a+page')).toBe(1)
  })
})
