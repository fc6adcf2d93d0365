import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAccountClient, NEW_PASSWORD } from './testing/account-client.ts'
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

describe('a forgotten password', () => {
  it('is replaced through the mail, once; all sessions end', async () => {
    await client.askForReset(person.email)
    const token = await client.waitForLink(person.email)
    expect(await client.confirmReset(token)).toBe(200)
    expect(await client.isSignedIn(person.token)).toBe(false)
    expect(await client.logIn(person.email)).toBe('INVALID_CREDENTIALS')
    expect(await client.logIn(person.email, NEW_PASSWORD)).toBe(200)
    expect(await client.confirmReset(token)).toBe('TOKEN_INVALID')
    expect(await client.listActions(person.id)).toEqual([
      'auth.password_reset_request',
      'auth.password_reset',
      'auth.sign_in_failed',
    ])
  })

  it('is asked for with one answer, whoever it is about, and only people of the workspace get mail', async () => {
    const { platform } = current().database
    const gone = await addTeamMate(current(), mine, 'staff')
    await platform.user.update({ where: { id: gone.id }, data: { isActive: false } })
    const stranger = await addTeamMate(current(), theirs, 'staff')
    const addresses = [person.email, gone.email, stranger.email, 'nobody@nowhere.test']
    const answers = []
    for (const email of addresses) answers.push(await client.askForReset(email))
    expect(answers.map(({ status, body }) => JSON.stringify([status, body]))).toEqual(
      addresses.map(() => '[202,{"accepted":true}]'),
    )
    await client.waitForLink(person.email)
    for (const email of addresses.slice(1)) expect(await client.listMails(email)).toEqual([])
  })

  it('is asked for in the same time, whether there is an account', async () => {
    const times = new Map<string, number[]>(['known', 'unknown'].map((name) => [name, []]))
    for (let round = 0; round < 15; round += 1) {
      for (const [name, email] of [
        ['known', person.email],
        ['unknown', `nobody-${round}@nowhere.test`],
      ] as const) {
        const startedAt = performance.now()
        await client.askForReset(email)
        times.get(name)?.push(performance.now() - startedAt)
      }
    }
    const [known = 0, unknown = 0] = [...times.values()].map((list) => list.toSorted((a, b) => a - b)[7] ?? 0)
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) * 0.5)
  })

  it('leads people of the platform back to the apex', async () => {
    const [admin] = await current().inspect<{ id: string }>(
      `insert into platform.users (id, tenant_id, email, full_name, password_hash, role)
       values (gen_random_uuid(), null, 'root@berth.test', 'Root', 'x', 'platform_admin') returning id`,
    )
    const body = { email: 'root@berth.test' }
    expect(await client.codeOf('POST', '/auth/password-reset', { body })).toBe(202)
    const token = await client.waitForLink(body.email)
    const [mail] = await client.listMails(body.email)
    expect(mail?.body).toContain(`http://berth.localhost:3000/reset-password#${token}`)
    expect(await client.confirmReset(token)).toBe('TOKEN_INVALID')
    const reset = { token, newPassword: NEW_PASSWORD }
    expect(await client.codeOf('POST', '/auth/password-reset/confirm', { body: reset })).toBe(200)
    expect(await client.listActions(admin?.id ?? '')).toContain('auth.password_reset')
  })

  it('needs the newest link', async () => {
    await client.askForReset(person.email)
    const old = await client.waitForLink(person.email)
    await client.askForReset(person.email)
    await expect.poll(() => readMailToken(current(), person.email)).not.toBe(old)
    expect(await client.confirmReset(old)).toBe('TOKEN_INVALID')
  })

  it('is not replaced by any token', async () => {
    for (const [what, token] of await client.listWorthlessTokens('password-reset', {
      person,
      elsewhere: theirs,
    })) {
      expect([what, await client.confirmReset(token)]).toEqual([what, 'TOKEN_INVALID'])
    }
    expect(await client.logIn(person.email)).toBe(200)
  })

  it('is replaced once by many at the same time', async () => {
    await client.askForReset(person.email)
    const token = await client.waitForLink(person.email)
    const codes = await Promise.all(Array.from({ length: 5 }, () => client.confirmReset(token)))
    expect(codes.filter((code) => code === 200)).toHaveLength(1)
    expect(codes.filter((code) => code === 'TOKEN_INVALID')).toHaveLength(4)
  })
})
