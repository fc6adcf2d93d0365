import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSecretToken } from '#src/auth/server/secret-token.ts'
import { TEST_PASSWORD } from '#src/auth/server/testing/test-password.ts'
import { createAccountClient } from './testing/account-client.ts'
import type { Workspace } from './testing/test-client.ts'
import { addTeamMate, readMailToken, type TeamMate } from './testing/team-mate.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
let mine: Workspace
let theirs: Workspace
let person: TeamMate
let client: ReturnType<typeof createAccountClient>

beforeAll(async () => {
  mine = await current().client.createWorkspace()
  theirs = await current().client.createWorkspace()
  client = createAccountClient(current(), mine)
})
beforeEach(async () => {
  person = await addTeamMate(current(), mine, 'staff')
})

describe('another address', () => {
  const change = (newEmail: string) =>
    client.codeOf('POST', '/auth/email', {
      token: person.token,
      body: { newEmail, currentPassword: TEST_PASSWORD },
    })
  const confirmEmail = (token: string, host = mine.subdomain) =>
    client.codeOf('POST', '/auth/email/confirm', { host, body: { token } })
  const freshAddress = () => `${createSecretToken().toLowerCase()}@new.test`

  it('counts once it is confirmed, and the old one is told', async () => {
    const email = freshAddress()
    await client.askForReset(person.email)
    const reset = await client.waitForLink(person.email)
    expect(await change(email)).toBe(202)
    expect(await client.logIn(email)).toBe('INVALID_CREDENTIALS')
    const notice = (await client.listMails(person.email)).at(-1)
    expect(notice).toMatchObject({ template: 'email-change-notice' })
    const token = await readMailToken(current(), email)
    expect(notice?.body).not.toContain(token)
    expect(await confirmEmail(token)).toBe(200)
    expect(await client.logIn(email)).toBe(200)
    expect(await client.logIn(person.email)).toBe('INVALID_CREDENTIALS')
    expect(await confirmEmail(token)).toBe('TOKEN_INVALID')
    expect(await client.confirmReset(reset)).toBe('TOKEN_INVALID')
    const [record] = await current().inspect(
      `select details from platform.audit_log where action = 'auth.email_change' and resource_id = $1`,
      [person.id],
    )
    expect(record?.['details']).toEqual({ before: { email: person.email }, after: { email } })
  })

  it('that somebody else has is asked for with the same answer, and never given', async () => {
    const mate = await addTeamMate(current(), mine, 'staff')
    expect(await change(mate.email)).toBe(202)
    const token = await readMailToken(current(), mate.email)
    expect(await confirmEmail(token)).toBe('TOKEN_INVALID')
    expect(await client.logIn(person.email)).toBe(200)
    expect(await client.logIn(mate.email)).toBe(200)
  })

  it('may be one that somebody of another workspace has', async () => {
    const stranger = await addTeamMate(current(), theirs, 'staff')
    await change(stranger.email)
    expect(await confirmEmail(await readMailToken(current(), stranger.email))).toBe(200)
    expect(await client.logIn(stranger.email)).toBe(200)
  })

  it('needs the password, and to be another one', async () => {
    const wrong = { newEmail: freshAddress(), currentPassword: 'Nope-77' }
    const { token } = person
    expect(await client.codeOf('POST', '/auth/email', { token, body: wrong })).toBe('VALIDATION_FAILED')
    expect(await client.listMails(wrong.newEmail)).toEqual([])
    expect(await change(person.email)).toBe('VALIDATION_FAILED')
  })

  it('is not confirmed by any token, nor on the host of another workspace', async () => {
    for (const [what, token] of await client.listWorthlessTokens('email-change', {
      person,
      elsewhere: theirs,
    })) {
      expect([what, await confirmEmail(token)]).toEqual([what, 'TOKEN_INVALID'])
    }
    const email = freshAddress()
    await change(email)
    const token = await readMailToken(current(), email)
    expect(await confirmEmail(token, theirs.subdomain)).toBe('TOKEN_INVALID')
    expect(await confirmEmail(token)).toBe(200)
  })
})
