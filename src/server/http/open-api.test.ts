import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import { modules } from '#src/modules/registry.ts'
import { permissionTableOf } from '#src/resources/permission-table.ts'
import { tenancyPermissions } from '#src/tenancy/permissions.ts'
import { errorCatalogue, isErrorCode } from '#src/shared/errors/catalogue.ts'
import { createAppRouter } from '../root-router.ts'
import { createOpenApiDocument } from './open-api.ts'

const router = createAppRouter(deriveAuthKeys('a secret for tests only, long enough'))
const document = createOpenApiDocument(router, {
  apexUrl: 'http://berth.localhost:3000',
  permissions: permissionTableOf(modules, tenancyPermissions),
})
/** As a client reads it: nothing but JSON. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests say what they expect of it
type Json = any
const json: Json = JSON.parse(JSON.stringify(document))

const operations = Object.entries<Record<string, Json>>(json.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    id: String(operation.operationId),
    method,
    path,
    operation,
  })),
)

function resolve(node: Json): Json {
  const reference: unknown = node?.$ref
  if (typeof reference !== 'string') return node
  return reference
    .split('/')
    .slice(1)
    .reduce((at: Json, step): Json => at?.[step], json)
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(json)
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  })

  it('refers to nothing that is missing', () => {
    const references = [...JSON.stringify(json).matchAll(/"\$ref":"([^"]+)"/g)].map(([, path]) => path ?? '')
    expect(references.length).toBeGreaterThan(500)
    expect(references.filter(($ref) => resolve({ $ref }) === undefined)).toEqual([])
  })

  it('names every operation once, with summary, group and what success means', () => {
    const ids = operations.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const tags = new Set((json.tags as { name: string }[]).map(({ name }) => name))
    for (const { id, operation } of operations) {
      expect(operation.summary, id).toEqual(expect.any(String))
      expect(operation.tags, id).toHaveLength(1)
      expect(tags.has(operation.tags[0]), id).toBe(true)
      const success = Object.keys(operation.responses).filter((status) => status.startsWith('2'))
      expect(success, id).toHaveLength(1)
      expect(operation.responses[success[0] ?? ''].description, id).not.toBe('Successful response')
    }
  })

  it('describes every group', () => {
    for (const { name, description } of json.tags) expect(description, name).not.toBe(name)
  })

  it('knows no errors but those of the catalogue, under their own status', () => {
    for (const { id, operation } of operations) {
      for (const [status, response] of Object.entries<Json>(operation.responses)) {
        if (status.startsWith('2')) continue
        const { schema, examples } = resolve(response).content['application/json']
        expect(schema, id).toEqual({ $ref: '#/components/schemas/Error' })
        const codes = Object.keys(examples)
        expect(codes.length, id).toBeGreaterThan(0)
        for (const code of codes) {
          expect(isErrorCode(code) && errorCatalogue[code].status, `${id} ${code}`).toBe(Number(status))
        }
      }
      for (const status of ['429', '503'])
        expect(resolve(operation.responses[status]).headers, id).toHaveProperty('Retry-After')
    }
  })

  it('says who may call, as the permission table has it', () => {
    expect(json.paths['/pets'].post['x-berth-access']).toEqual({
      kind: 'permission',
      permission: 'pets:create',
      roles: ['owner', 'admin', 'manager', 'staff'],
      module: 'pet-care',
      sentence: 'Roles: owner, admin, manager, staff. The module pet-care has to be switched on.',
    })
    expect(json.paths['/bookings'].get['x-berth-access']).toMatchObject({
      roles: ['owner', 'admin', 'manager', 'staff', 'viewer', 'client'],
      ownOnly: ['client'],
      sentence: expect.stringContaining('viewer, client (own records only).'),
    })
    expect(json.paths['/pets'].post.security).toEqual([{ bearer: [] }])
    expect(json.paths['/signup'].post.security).toEqual([])
    expect(json.paths['/tenants/{tenantId}/status'].get.security).toEqual([
      { watchToken: [] },
      { bearer: [] },
    ])
    for (const { id, operation } of operations) expect(operation['x-berth-access']?.sentence, id).toBeTruthy()
  })

  it('takes an idempotency key with every POST, and with nothing else', () => {
    const key = { $ref: '#/components/parameters/IdempotencyKey' }
    for (const { id, method, operation } of operations) {
      if (method === 'post') expect(operation.parameters, id).toContainEqual(key)
      else expect(operation.parameters, id).not.toContainEqual(key)
    }
  })

  it('has one schema for a record, whichever call answers it', () => {
    const record = { $ref: '#/components/schemas/PetCarePets' }
    const answer = (path: string, method: string, status: number): Json =>
      json.paths[path][method].responses[status].content['application/json'].schema
    expect(answer('/pets', 'post', 201)).toEqual(record)
    expect(answer('/pets/{id}', 'get', 200)).toEqual(record)
    expect(answer('/pets', 'get', 200).properties.items.items).toEqual(record)
    expect(json.components.schemas.PetCarePets.properties).toHaveProperty('species')
  })

  it('shows request bodies that the procedures accept', () => {
    const flat: object = router._def.procedures
    const procedures = new Map(
      (Object.entries(flat) as [string, { _def: { inputs: z.ZodType[] } }][]).map(([path, { _def }]) => [
        path.replaceAll('.', '-'),
        _def.inputs,
      ]),
    )
    const id = '019eae1c-52ac-7d63-b263-a68d38e1f0a1'
    const shown = operations.filter(({ operation }) => operation.requestBody?.content['application/json'])
    expect(shown.length).toBeGreaterThan(20)
    for (const { id: name, path, operation } of shown) {
      const { example } = operation.requestBody.content['application/json']
      const addressed = path.includes('{')
        ? { id, tenantId: id, runId: id, name: 'pet-care', provider: 'kick', plan: 'free', module: 'overlay' }
        : {}
      for (const input of procedures.get(name) ?? []) {
        const parsed = input.safeParse({ ...addressed, ...example })
        expect(parsed.error?.issues ?? [], `${name} ${JSON.stringify(example)}`).toEqual([])
      }
    }
  })
})
