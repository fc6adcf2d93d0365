import { expect } from 'vitest'
import type { Answer, Workspace } from './test-client.ts'
import type { TestServer } from './test-server.ts'

type Switched = { token: string; name: string; enabled: boolean }

/** Asks for a module to be on or off, as somebody of a workspace. */
export function askForModule(
  { client }: Pick<TestServer, 'client'>,
  { token, name, enabled }: Switched,
): Promise<Answer> {
  return client.call('PUT', `/api/v1/tenants/me/features/${name}`, { token, body: { enabled } })
}

/** Asks for it and waits until it is so. */
export async function switchModule(server: Pick<TestServer, 'client'>, wish: Switched): Promise<Answer> {
  const answer = await askForModule(server, wish)
  expect(answer.status).toBe(202)
  await expect
    .poll(async () => Boolean((await getModule(server, wish)).body.enabled), { timeout: 15_000 })
    .toBe(wish.enabled)
  return answer
}

/** How a module stands. */
export function getModule(
  { client }: Pick<TestServer, 'client'>,
  { token, name }: Pick<Workspace, 'token'> & { name: string },
): Promise<Answer> {
  return client.call('GET', `/api/v1/tenants/me/features/${name}`, { token })
}
