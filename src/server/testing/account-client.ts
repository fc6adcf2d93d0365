import { expect } from 'vitest'
import { createOneTimeToken } from '#src/auth/server/one-time-token.service.ts'
import { createSecretToken } from '#src/auth/server/secret-token.ts'
import { TEST_PASSWORD } from '#src/auth/server/testing/test-password.ts'
import type { Answer, CallOptions, Workspace } from './test-client.ts'
import { addTeamMate, readMailToken, type TeamMate } from './team-mate.ts'
import type { TestServer } from './test-server.ts'

export const NEW_PASSWORD = 'Lantern-77-keys'

type Mail = { template: string; body: string }
type Purpose = 'password-reset' | 'email-change'

/** What the tests about accounts ask of the REST API, on the host of one workspace where it matters. */
export function createAccountClient(server: TestServer, { tenantId, subdomain: host }: Workspace) {
  const { client, inspect } = server

  function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    return client.call(method, `/api/v1${path}`, options)
  }

  /** @returns the status of a success, or the code of an error */
  async function codeOf(method: string, path: string, options: CallOptions = {}): Promise<string | number> {
    const { status, body } = await call(method, path, options)
    return status < 300 ? status : (body as { error: { code: string } }).error.code
  }

  function listMails(address: string): Promise<Mail[]> {
    return inspect<Mail>(
      'select template, body from platform.mail_outbox where to_address = $1 order by created_at',
      [address],
    )
  }

  /** Tokens by what is wrong with them: none is one of `person` for the purpose. */
  async function listWorthlessTokens(
    purpose: Purpose,
    { person, elsewhere }: { person: TeamMate; elsewhere: Workspace },
  ): Promise<[string, string][]> {
    const stranger = await addTeamMate(server, elsewhere, 'staff')
    const make = (owner: { tenantId: string; userId: string }, kind = purpose) =>
      createOneTimeToken(server.database.platform, {
        ...owner,
        purpose: kind,
        payload: { email: 'x@y.test' },
      })
    const own = { tenantId, userId: person.id }
    const expired = await make(own)
    await inspect('update platform.one_time_tokens set expires_at = now() where user_id = $1', [person.id])
    const good = await make(own)
    return [
      ['of another workspace', await make({ tenantId: elsewhere.tenantId, userId: stranger.id })],
      ['that carries a stranger in', await make({ tenantId, userId: stranger.id })],
      ['for something else', await make(own, purpose === 'email-change' ? 'password-reset' : 'email-change')],
      ['that has expired', expired],
      ['that nobody has issued', createSecretToken()],
      ['that is cut short', good.slice(0, -1)],
      ['that has something behind it', `${good}=`],
      ['that is no token', "' or true --"],
      ['that is long', 'x'.repeat(200_000)],
      ['of an API', `berth_${createSecretToken()}`],
    ]
  }

  return {
    call,
    codeOf,
    listMails,
    listWorthlessTokens,
    logIn: (email: string, password = TEST_PASSWORD) =>
      codeOf('POST', '/auth/login', { host, body: { email, password } }),
    isSignedIn: async (token: string) => (await codeOf('GET', '/auth/me', { token })) === 200,
    askForReset: (email: string) => call('POST', '/auth/password-reset', { host, body: { email } }),
    confirmReset: (token: string) =>
      codeOf('POST', '/auth/password-reset/confirm', { host, body: { token, newPassword: NEW_PASSWORD } }),
    /** The mail is written behind the answer. */
    waitForLink: async (email: string): Promise<string> => {
      await expect.poll(() => listMails(email)).not.toEqual([])
      return readMailToken(server, email)
    },
    listActions: async (userId: string): Promise<string[]> => {
      const rows = await inspect<{ action: string }>(
        'select action from platform.audit_log where resource_id = $1 order by created_at',
        [userId],
      )
      return rows.map(({ action }) => action)
    },
  }
}
