import { beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#src/modules/registry.ts'
import { camelCase } from '#src/resources/naming.ts'
import { sampleValues } from '#src/resources/server/testing/sample-values.ts'
import type { Answer, CallOptions, Workspace } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const refersToOthers = ({ fields }: (typeof modules)[number]['resources'][number]) =>
  Object.values(fields).some(({ kind }) => kind === 'reference')
/** Those that refer to others come last, so that what they refer to is there. */
const resources = modules
  .flatMap((module) => module.resources.map((resource) => ({ module, resource })))
  .toSorted((left, right) => Number(refersToOthers(left.resource)) - Number(refersToOthers(right.resource)))
let mine: Workspace
let theirs: Workspace
/** ids of the records of the other workspace, by resource */
const foreign = new Map<string, string>()

const call = (method: string, path: string, options?: CallOptions) =>
  current().client.call(method, path, options)
const asMe = (method: string, path: string, body?: unknown) =>
  call(method, path, { token: mine.token, ...(body === undefined ? {} : { body }) })
const trpc = (type: 'query' | 'mutation', path: string, input: unknown): Promise<Answer> =>
  type === 'query'
    ? asMe('GET', `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`)
    : asMe('POST', `/api/trpc/${path}`, input)

/** Values of a record that refers to the records made before it. */
function valuesOf({ resource }: (typeof resources)[number], ids: ReadonlyMap<string, string>) {
  const references = Object.entries(resource.fields).flatMap(([name, field]) =>
    field.kind === 'reference' ? [[name, ids.get(field.to)] as const] : [],
  )
  return { ...sampleValues(resource), ...Object.fromEntries(references) }
}

beforeAll(async () => {
  const choice = { modules: modules.map(({ id }) => id) }
  mine = await current().client.createWorkspace(choice)
  theirs = await current().client.createWorkspace(choice)
  for (const entry of resources) {
    const answer = await call('POST', `/api/v1/${entry.resource.name}`, {
      token: theirs.token,
      body: valuesOf(entry, foreign),
    })
    expect(answer.status, `${entry.resource.name}: ${JSON.stringify(answer.body)}`).toBe(201)
    foreign.set(entry.resource.name, answer.body.id)
  }
})

describe.each(resources)('$resource.name of another workspace', (entry) => {
  const { module, resource } = entry
  const path = () => `/api/v1/${resource.name}/${foreign.get(resource.name)}`
  const procedure = (name: string) => `${camelCase(module.id)}.${camelCase(resource.name)}.${name}`

  it('does not exist for anybody else, by REST', async () => {
    const values = valuesOf(entry, foreign)
    for (const [method, body] of [['GET'], ['PUT', values], ['PATCH', {}], ['DELETE']] as const) {
      const answer = await asMe(method, path(), body)
      expect([method, answer.status, answer.body.error?.code]).toEqual([method, 404, 'NOT_FOUND'])
    }
  })

  it('does not exist for anybody else, by tRPC', async () => {
    const id = foreign.get(resource.name)
    const attempts = [
      await trpc('query', procedure('get'), { id }),
      await trpc('mutation', procedure('update'), { id }),
      await trpc('mutation', procedure('replace'), { id, ...valuesOf(entry, foreign) }),
      await trpc('mutation', procedure('delete'), { id }),
    ]
    expect(attempts.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })

  it('is in no list and no search', async () => {
    const answers = [
      await asMe('GET', `/api/v1/${resource.name}?limit=100`),
      await asMe('GET', `/api/v1/${resource.name}?q=Sample`),
      await trpc('query', procedure('list'), {}),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toContain(foreign.get(resource.name))
    }
  })

  it('cannot be referred to', async () => {
    const references = Object.entries(resource.fields).filter(([, field]) => field.kind === 'reference')
    for (const [name] of references) {
      const answer = await asMe('POST', `/api/v1/${resource.name}`, valuesOf(entry, foreign))
      expect(answer.status).toBe(400)
      expect(Object.keys(answer.body.error.details.fields)).toContain(name)
    }
  })

  it('is still there for its own people', async () => {
    const answer = await call('GET', path(), { token: theirs.token })
    expect(answer.status).toBe(200)
  })
})

describe('a sign-in', () => {
  it('is refused on the host of another workspace', async () => {
    const answer = await call('GET', '/api/v1/owners', { token: mine.token, host: theirs.subdomain })
    expect([answer.status, answer.body.error.code]).toEqual([403, 'TENANT_MISMATCH'])
  })

  it('with a password of one workspace opens no other', async () => {
    const { email, password } = mine
    const answer = await call('POST', '/api/v1/auth/login', {
      body: { email, password },
      host: theirs.subdomain,
    })
    expect([answer.status, answer.body.error.code]).toEqual([401, 'INVALID_CREDENTIALS'])
  })

  it('is worth nothing after it has ended', async () => {
    const { email, password, subdomain } = mine
    const { body } = await call('POST', '/api/v1/auth/login', { body: { email, password }, host: subdomain })
    const token = String(body.accessToken)
    expect((await call('GET', '/api/v1/auth/me', { token })).status).toBe(200)
    expect((await call('POST', '/api/v1/auth/logout', { token })).status).toBeLessThan(300)
    expect((await call('GET', '/api/v1/auth/me', { token })).status).toBe(401)
    expect((await call('GET', '/api/v1/owners', { token })).status).toBe(401)
  })

  it('is needed for every record', async () => {
    for (const { resource } of resources) {
      const answer = await call('GET', `/api/v1/${resource.name}`)
      expect([answer.status, answer.body.error.code]).toEqual([401, 'UNAUTHENTICATED'])
    }
  })
})
