import { expect, it } from 'vitest'
import { createFirstPlatformAdmin } from '#src/auth/server/first-admin.service.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()

it('lets an administrator take a workspace back, by its typed name only, and nobody else', async () => {
  const { client, database } = current()
  const workspace = await client.createWorkspace()
  const path = `/api/v1/tenants/${workspace.tenantId}/rollback`
  const body = { confirm: workspace.subdomain }
  const admin = await createFirstPlatformAdmin(database.platform, { BERTH_DOMAIN: 'berth.localhost' })
  const login = await client.call('POST', '/api/v1/auth/login', {
    body: { email: admin?.email, password: admin?.generatedPassword },
  })
  const token = String(login.body.accessToken)

  expect((await client.call('POST', path, { body })).status).toBe(401)
  expect((await client.call('POST', path, { body, token: workspace.token })).status).toBe(403)
  expect(
    (await client.call('POST', path, { body, headers: { 'x-watch-token': workspace.watchToken } })).status,
  ).toBe(401)
  const misspelt = await client.call('POST', path, { body: { confirm: 'something-else' }, token })
  expect([misspelt.status, misspelt.body.error.code]).toEqual([422, 'CONFIRMATION_MISMATCH'])
  const elsewhere = await client.call('POST', path, { body, token, host: workspace.subdomain })
  expect([elsewhere.status, elsewhere.body.error.code]).toEqual([403, 'TENANT_MISMATCH'])
  expect((await client.call('GET', '/api/v1/owners', { token: workspace.token })).status).toBe(200)

  expect((await client.call('POST', path, { body, token })).status).toBe(200)
  const progress = await client.call('GET', `/api/v1/tenants/${workspace.tenantId}/status`, {
    headers: { 'x-watch-token': workspace.watchToken },
  })
  expect(progress.body).toMatchObject({ status: 'failed', run: { state: 'compensated' } })
  expect((await client.call('GET', '/api/v1/owners', { token: workspace.token })).status).toBe(401)
})
