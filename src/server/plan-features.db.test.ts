import { beforeAll, describe, expect, it } from 'vitest'
import { addPlatformPerson, type PlatformPerson } from './testing/impersonation.ts'
import { askForModule, switchModule } from './testing/module-switch.ts'
import { goodSignUp, type Answer } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
let admin: PlatformPerson
let viewer: PlatformPerson

beforeAll(async () => {
  admin = await addPlatformPerson(current())
  viewer = await addPlatformPerson(current(), 'platform_viewer')
})

function say(cell: string, offer: string, { token } = admin): Promise<Answer> {
  return current().client.call('PUT', `/api/v1/admin/features/${cell}`, { token, body: { offer } })
}

function signUp(preferences: { plan: string; modules?: string[] }): Promise<Answer> {
  const input = goodSignUp()
  const body = { ...input, preferences: { ...input.preferences, ...preferences } }
  return current().client.call('POST', '/api/v1/signup', { body })
}

async function modulesOf({ body }: Answer): Promise<unknown> {
  const [run] = await current().inspect<{ modules: unknown }>(
    `select input -> 'modules' as modules from platform.provisioning_runs where id = $1`,
    [String(body.runId)],
  )
  return run?.modules
}

const codeOf = ({ status, body }: Answer) => String(body.error?.code ?? status)

describe('what a plan does with a module', () => {
  it('is nothing special until somebody says otherwise', async () => {
    const answer = await current().client.call('GET', '/api/v1/signup/offers')
    expect(answer.body).toEqual({ items: [] })
    expect(await modulesOf(await signUp({ plan: 'standard' }))).toEqual(['pet-care'])
  })

  it('gives new workspaces its defaults, where they name no modules', async () => {
    expect(codeOf(await say('standard/lettings', 'default'))).toBe('200')
    expect(await modulesOf(await signUp({ plan: 'standard' }))).toEqual(['pet-care', 'lettings'])
    expect(await modulesOf(await signUp({ plan: 'standard', modules: [] }))).toEqual(['pet-care'])
    expect(await modulesOf(await signUp({ plan: 'pro' }))).toEqual(['pet-care'])
  })

  it('keeps what is withheld from tenants, but not from the platform, and not what is on', async () => {
    const mine = await current().client.createWorkspace({ plan: 'free', modules: ['lettings'] })
    await say('free/lettings', 'withheld')
    await say('free/concierge', 'withheld')
    expect(codeOf(await signUp({ plan: 'free', modules: ['lettings'] }))).toBe('MODULE_WITHHELD')
    expect(codeOf(await current().client.call('GET', '/api/v1/properties', mine))).toBe('200')
    await switchModule(current(), { ...mine, name: 'lettings', enabled: false })
    expect(codeOf(await askForModule(current(), { ...mine, name: 'lettings', enabled: true }))).toBe(
      'MODULE_WITHHELD',
    )
    const path = `/api/v1/admin/tenants/${mine.tenantId}/features/concierge`
    const body = { enabled: true, reason: 'A trial month' }
    const set = await current().client.call('PUT', path, { token: admin.token, body })
    expect(set.body).toMatchObject({ beyondPlan: true })
    const overrides = '/api/v1/admin/features/overrides'
    const listed = await current().client.call('GET', overrides, { token: viewer.token })
    expect(listed.body).toMatchObject({
      items: [
        {
          tenant: { id: mine.tenantId, plan: 'free' },
          module: 'concierge',
          enabled: true,
          beyondPlan: true,
          reason: 'A trial month',
          setBy: { id: admin.id, fullName: 'Grace Hopper' },
        },
      ],
    })
  })

  it('is changed by administrators alone, and the log of the platform knows from what to what', async () => {
    expect(codeOf(await say('pro/overlay', 'withheld', viewer))).toBe('FORBIDDEN')
    expect(codeOf(await say('pro/plumbing', 'withheld'))).toBe('NOT_FOUND')
    expect(codeOf(await say('pro/overlay', 'sometimes'))).toBe('VALIDATION_FAILED')
    await say('pro/overlay', 'default')
    await say('pro/overlay', 'default')
    await say('pro/overlay', 'offered')
    const entries = await current().inspect(
      `select details -> 'before' ->> 'offer' as before, details -> 'after' ->> 'offer' as after
       from platform.audit_log where action = 'plan_features.update' and resource_id = 'pro:overlay'
       order by created_at`,
    )
    expect(entries).toEqual([
      { before: 'offered', after: 'default' },
      { before: 'default', after: 'offered' },
    ])
  })

  it('is shown as plans by modules, with how many have what', async () => {
    const { body } = await current().client.call('GET', '/api/v1/admin/features', { token: viewer.token })
    const table = body as { plans: object[]; cells: object[] }
    expect(table.plans).toHaveLength(4)
    expect(table.cells).toHaveLength(16)
    expect(table.cells).toContainEqual({
      plan: 'standard',
      module: 'lettings',
      offer: 'default',
      enabled: expect.any(Number),
    })
  })
})
