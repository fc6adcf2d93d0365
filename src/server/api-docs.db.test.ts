import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorGuide } from '#src/api-docs/errors/error-guide.ts'
import { guide } from '#src/api-docs/guide/guide.ts'
import type { GuideStep } from '#src/api-docs/guide/guide-step.ts'
import { createTestUser } from '#src/auth/server/testing/accounts.ts'
import { TEST_PASSWORD } from '#src/auth/server/testing/test-password.ts'
import { errorCatalogue, type ErrorCode } from '#src/shared/errors/catalogue.ts'
import { openShell, type Shell, type ShellAnswer } from './testing/shell.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

// One story, told by a stranger who has nothing but /docs: the tests run in order and share what they kept.

const APEX = 'http://berth.localhost:3000'
const PATIENCE = { timeout: 120_000 }

const steps = guide.flatMap((section) => section.steps).filter(({ command }) => command)
/** Those of an installation that nobody has configured, where a command counts on them. */
const DEFAULT_RATES = 'signup=10/m,lockout=10/15m'
/** After this one the workspace exists and is not built yet. */
const signUpAt = steps.findIndex(({ id }) => id === 'sign-up') + 1
const signOut = steps.filter(({ id }) => id === 'sign-out')
const between = steps.slice(signUpAt).filter((step) => !signOut.includes(step))

const provoked = (Object.entries(errorGuide) as [ErrorCode, (typeof errorGuide)[ErrorCode]][]).flatMap(
  ([code, advice]) => ('command' in advice ? [{ code, ...advice }] : []),
)

let server: TestServer
let shell: Shell

beforeAll(async () => {
  server = await startTestServer({ worker: false, rates: DEFAULT_RATES })
  shell = await openShell(server.port)
  shell.variables['BERTH'] = APEX
})

afterAll(async () => {
  await shell.dispose()
  await server.dispose()
})

describe('a stranger with nothing but the guide', PATIENCE, () => {
  it.each(steps.slice(0, signUpAt))('can: $title', follow)

  it('signs in as a platform admin, who has an account already', async () => {
    await createTestUser(server.database.platform, { tenantId: null, email: 'admin@berth.test' })
    const { body } = await server.client.call('POST', '/api/v1/auth/login', {
      body: { email: 'admin@berth.test', password: TEST_PASSWORD },
    })
    shell.variables['ADMIN'] = String(body.accessToken)
  })

  it.each(provoked.filter(({ when }) => when))('sees $code $when', provoke)

  it('has the workspace built', () => server.startWorker())

  it.each(between)('can: $title', follow)

  it('is answered the same for the same idempotency key', async () => {
    const again = steps.find(({ id }) => id === 'create-once')?.command ?? ''
    const { status, body } = await shell.run(again)
    expect([status, body.id]).toEqual([201, shell.variables['SECOND_PET']])
  })

  it.each(provoked.filter(({ when }) => !when))('sees $code', provoke)

  it.each(signOut)('can: $title', follow)

  it('is nobody after signing out', async () => {
    const { body } = await shell.run(steps.find(({ id }) => id === 'bearer')?.command ?? '')
    expect(body.error.code).toBe('UNAUTHENTICATED')
  })
})

async function follow({ command = '', expect: expected, keep = {}, repeat }: GuideStep): Promise<void> {
  expect(expected).toBeDefined()
  let answer = await shell.run(command)
  async function askAgain(): Promise<unknown> {
    answer = await shell.run(command)
    return answer.body
  }
  if (repeat) await expect.poll(askAgain, { timeout: 45_000 }).toMatchObject(expected?.body ?? {})
  expect(answer.status, JSON.stringify(answer.body)).toBe(expected?.status)
  expect(answer.body).toMatchObject(expected?.body ?? {})
  expect(answer.headers).toMatchObject(expected?.headers ?? {})
  await expectDocumented(answer)
  for (const [variable, field] of Object.entries(keep)) {
    expect(answer.body).toHaveProperty(field, expect.any(String))
    shell.variables[variable] = answer.body[field]
  }
}

async function provoke({ code, command }: { code: ErrorCode; command: string }): Promise<void> {
  const answer = await shell.run(command)
  expect(answer.body.error.code).toBe(code)
  expect(answer.status).toBe(errorCatalogue[code].status)
  expect(answer.body.error).toMatchObject({
    message: expect.any(String),
    requestId: answer.headers['x-request-id'],
  })
  if (answer.method !== 'TRACE') await expectDocumented(answer)
}

/** The OpenAPI document knows this answer of this operation. */
async function expectDocumented({ method, path, status, headers, body }: ShellAnswer): Promise<void> {
  const { body: document } = await server.client.call('GET', '/api/v1/openapi.json')
  const found = Object.entries<
    Record<string, { responses: Record<string, { $ref?: string; headers?: object }> }>
  >(document.paths).find(([template]) =>
    new RegExp(`^/api/v1${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )
  const response = found?.[1][method.toLowerCase()]?.responses[String(status)]
  expect(response, `${method} ${path} ${status}`).toBeDefined()
  if (status < 400) {
    for (const name of Object.keys(response?.headers ?? {}))
      expect(headers).toHaveProperty(name.toLowerCase())
    return
  }
  const name = response?.$ref?.split('/').at(-1) ?? ''
  const { examples } = document.components.responses[name].content['application/json']
  expect(Object.keys(examples), `${method} ${path}`).toContain(body.error.code)
}
