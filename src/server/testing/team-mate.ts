import type { TenantRole } from '#src/auth/identity.ts'
import { createTestUser } from '#src/auth/server/testing/accounts.ts'
import { newId } from '#src/shared/ids.ts'
import { mintToken } from './mint-token.ts'
import type { Workspace } from './test-client.ts'
import type { TestServer } from './test-server.ts'

/** Somebody of a workspace, signed in. */
export type TeamMate = { id: string; email: string; token: string }

/** Adds somebody with a role to a workspace; their password is `TEST_PASSWORD`. */
export async function addTeamMate(
  server: TestServer,
  { tenantId, subdomain }: Pick<Workspace, 'tenantId' | 'subdomain'>,
  role: TenantRole,
): Promise<TeamMate> {
  const email = `${role}-${newId()}@${subdomain}.test`
  const id = await createTestUser(server.database.platform, { tenantId, email, role })
  return { id, email, token: await mintToken(server, { tenantId, email }) }
}

/** The token in the newest mail to an address. */
export async function readMailToken({ inspect }: TestServer, to: string): Promise<string> {
  const [mail] = await inspect<{ body: string }>(
    'select body from platform.mail_outbox where to_address = $1 order by created_at desc limit 1',
    [to],
  )
  const token = /#(\S+)/.exec(mail?.body ?? '')?.[1]
  if (token === undefined) throw new Error(`No mail with a link went to ${to}.`)
  return token
}
