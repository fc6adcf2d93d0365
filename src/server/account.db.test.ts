import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TEST_PASSWORD } from '#src/auth/server/testing/test-password.ts'
import { createAccountClient, NEW_PASSWORD } from './testing/account-client.ts'
import type { Workspace } from './testing/test-client.ts'
import { addTeamMate, type TeamMate } from './testing/team-mate.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
let mine: Workspace
let person: TeamMate
let client: ReturnType<typeof createAccountClient>

beforeAll(async () => {
  mine = await current().client.createWorkspace()
  client = createAccountClient(current(), mine)
})
beforeEach(async () => {
  person = await addTeamMate(current(), mine, 'staff')
})

describe('changing the password', () => {
  const change = (body: object, token = person.token) =>
    client.codeOf('POST', '/auth/password', { token, body })

  it('lets the new one in, ends every other session and every mailed link, and tells the person', async () => {
    const login = { email: person.email, password: TEST_PASSWORD }
    const answer = await client.call('POST', '/auth/login', { host: mine.subdomain, body: login })
    const { accessToken: elsewhere } = answer.body as { accessToken: string }
    await client.askForReset(person.email)
    const link = await client.waitForLink(person.email)
    expect(await change({ currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD })).toBe(200)
    expect(await client.isSignedIn(person.token)).toBe(true)
    expect(await client.isSignedIn(elsewhere)).toBe(false)
    expect(await client.confirmReset(link)).toBe('TOKEN_INVALID')
    expect(await client.logIn(person.email)).toBe('INVALID_CREDENTIALS')
    expect(await client.logIn(person.email, NEW_PASSWORD)).toBe(200)
    expect((await client.listMails(person.email)).at(-1)).toMatchObject({ template: 'password-changed' })
    expect(await client.listActions(person.id)).toContain('auth.password_change')
  })

  it.each([
    ['a wrong current one', { currentPassword: 'Nope-77', newPassword: NEW_PASSWORD }, 'currentPassword'],
    ['the same one', { currentPassword: TEST_PASSWORD, newPassword: TEST_PASSWORD }, 'newPassword'],
    ['a weak one', { currentPassword: TEST_PASSWORD, newPassword: 'password' }, 'newPassword'],
  ])('refuses %s and says so at its field', async (_, body, field) => {
    const answer = await client.call('POST', '/auth/password', { token: person.token, body })
    expect(answer.status).toBe(400)
    expect(
      Object.keys((answer.body as { error: { details: { fields: object } } }).error.details.fields),
    ).toEqual([field])
    expect(await client.logIn(person.email)).toBe(200)
  })

  it('by two at once gives one of them its way', async () => {
    const bodies = ['Lantern-77-one', 'Lantern-77-two'].map((newPassword) => ({
      currentPassword: TEST_PASSWORD,
      newPassword,
    }))
    const codes = await Promise.all(bodies.map((body) => change(body)))
    expect(codes.toSorted()).toEqual([200, 'CONFLICT'])
  })

  it('is recorded when it was tried with a wrong password', async () => {
    await change({ currentPassword: 'Nope-77', newPassword: NEW_PASSWORD })
    expect(await client.listActions(person.id)).toEqual(['auth.password_refused'])
  })
})

describe('the own name', () => {
  it('is changed at once and recorded', async () => {
    const { token } = person
    const answer = await client.call('PATCH', '/auth/me', { token, body: { fullName: '  Ada Moss ' } })
    expect(answer.body).toMatchObject({ id: person.id, fullName: 'Ada Moss' })
    expect((await client.call('GET', '/auth/me', { token })).body).toMatchObject({ fullName: 'Ada Moss' })
    expect(await client.listActions(person.id)).toEqual(['auth.profile_update'])
  })

  it.each([{ fullName: ' ' }, { fullName: 'a\0b' }, { fullName: 'x'.repeat(121) }, { role: 'owner' }])(
    'is not %j',
    async (body) => {
      expect(await client.codeOf('PATCH', '/auth/me', { token: person.token, body })).toBe(
        'VALIDATION_FAILED',
      )
    },
  )
})
