import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import type { Module } from '#src/resources/define-module.ts'
import { permissionTableOf } from '#src/resources/permission-table.ts'
import { callContext, createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { newId } from '#src/shared/ids.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { createOpenApiDocument } from './http/open-api.ts'
import { createRestHandler, REST_PREFIX } from './http/rest.ts'
import { createAppRouter } from './root-router.ts'

const current = useTestDatabase()
const router = createAppRouter(deriveAuthKeys('x'.repeat(32)))
let tenant: CallTenant
let server: Server
let origin: string

beforeAll(async () => {
  tenant = await createWorkspace(current(), { subdomain: 'rest', modules })
  const serve = createRestHandler(router, createLogger({ level: 'silent' }))
  server = createServer((req, res) => {
    const contextOf = async () => callContext(current(), { tenant, modules })
    void serve(req, res, { contextOf, requestId: 'rest-test' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.')
  origin = `http://127.0.0.1:${address.port}${REST_PREFIX}`
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

type Answer = {
  status: number
  body: Record<string, unknown> & { error?: { code: string; details?: unknown } }
}

async function send(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

async function addOwner(name: string): Promise<string> {
  return String((await send('POST', '/owners', { name })).body['id'])
}

describe('resources over REST', () => {
  it('create, read, replace, change, list and delete', async () => {
    const ownerId = await addOwner('Ann')
    const created = await send('POST', '/pets', { name: 'Rex', ownerId, species: 'dog', weight: 12.5 })
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'Rex', weight: 12.5, owner: { label: 'Ann' } },
    })
    const path = `/pets/${String(created.body['id'])}`

    expect(await send('GET', path)).toEqual({ status: 200, body: created.body })
    const replaced = await send('PUT', path, { name: 'Max', ownerId, species: 'cat' })
    expect(replaced).toMatchObject({ status: 200, body: { name: 'Max', species: 'cat', weight: null } })
    const changed = await send('PATCH', path, { breed: 'Siamese' })
    expect(changed).toMatchObject({ status: 200, body: { name: 'Max', breed: 'Siamese' } })
    const stale = await send('PATCH', path, { breed: 'Persian', updatedAt: created.body['updatedAt'] })
    expect(stale).toMatchObject({ status: 409, body: { error: { code: 'CONFLICT' } } })
    const listed = await send(
      'GET',
      `/pets?species=cat,dog&ownerId=${ownerId}&sortBy=name&order=desc&limit=5&q=sia`,
    )
    expect(listed).toMatchObject({
      status: 200,
      body: { total: 1, page: 1, limit: 5, items: [changed.body] },
    })
    expect((await send('GET', '/pets?species=cat&species=dog')).body).toMatchObject({ total: 1 })
    expect(await send('DELETE', path)).toMatchObject({ status: 200 })
    expect(await send('GET', path)).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } })
  })

  it('takes back what it answered', async () => {
    const { body } = await send('POST', '/services', { name: 'Trim', durationMinutes: 20, priceCents: 1_500 })
    expect(await send('PUT', `/services/${String(body['id'])}`, body)).toEqual({ status: 200, body })
  })

  // The adapter turns on coercion for the numbers and booleans it recognises, for good, at the first call.
  it.each([
    ['priceCents', null],
    ['priceCents', true],
    ['priceCents', []],
    ['priceCents', ''],
    ['priceCents', '12,50'],
    ['durationMinutes', 1.5],
    ['requiresVaccination', 'no'],
    ['requiresVaccination', 0],
    ['name', 12],
    ['name', { toString: 'x' }],
  ])('refuses %s: %j, before and after other calls', async (field, value) => {
    const good = { name: 'Trim', durationMinutes: 20, priceCents: 1_500 }
    for (let round = 0; round < 2; round += 1) {
      const { status, body } = await send('POST', '/services', { ...good, [field]: value })
      expect(status).toBe(400)
      expect(body.error).toMatchObject({
        code: 'VALIDATION_FAILED',
        details: { fields: { [field]: [expect.any(String)] } },
      })
    }
  })

  it('reads "false" as false', async () => {
    const good = { name: 'Spoken', durationMinutes: 20, priceCents: '1500', requiresVaccination: 'false' }
    const { body } = await send('POST', '/services', good)
    expect(body).toMatchObject({ requiresVaccination: false, priceCents: 1_500 })
    expect((await send('GET', '/services?name=spoken&requiresVaccination=false')).body['total']).toBe(1)
    expect((await send('GET', '/services?name=spoken&requiresVaccination=true')).body['total']).toBe(0)
  })

  it('answers 404 for ids that address nothing', async () => {
    for (const id of [newId(), 'malformed', '%00', '%F0%9F%90%95']) {
      expect(await send('GET', `/pets/${id}`)).toMatchObject({
        status: 404,
        body: { error: { code: 'NOT_FOUND' } },
      })
    }
  })
})

describe('the OpenAPI document', () => {
  it('describes every resource with all of its calls', () => {
    const document = createOpenApiDocument(router, {
      apexUrl: 'http://berth.localhost',
      permissions: permissionTableOf(modules),
    })
    for (const { name, permissions } of modules.flatMap((module: Module) => module.resources)) {
      const { create, update, delete: remove } = permissions
      const many = ['get', ...(create.length > 0 ? ['post'] : [])]
      const changes = update.length > 0 ? ['patch', 'put'] : []
      const one = [...(remove.length > 0 ? ['delete'] : []), 'get', ...changes]
      expect(Object.keys(document.paths?.[`/${name}`] ?? {}).toSorted(), name).toEqual(many)
      expect(Object.keys(document.paths?.[`/${name}/{id}`] ?? {}).toSorted(), name).toEqual(one)
    }
    const create = document.paths?.['/pets']?.post?.requestBody
    expect(create).toMatchObject({
      content: {
        'application/json': {
          schema: {
            required: ['name', 'ownerId', 'species'],
            properties: {
              name: { type: 'string', maxLength: 80 },
              species: { type: 'string', enum: expect.any(Array) },
            },
          },
        },
      },
    })
  })
})
