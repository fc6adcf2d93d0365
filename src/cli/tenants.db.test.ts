import { expect, it } from 'vitest'
import { createTestTenant } from '#src/auth/server/testing/accounts.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { useBerth } from './testing/use-berth.ts'

const current = useTestDatabase()
const berth = useBerth(current)

async function statusOf(subdomain: string): Promise<unknown> {
  const [row] = await current().inspect<{ status: string }>(
    'select status, status_reason from platform.tenants where subdomain = $1',
    [subdomain],
  )
  return row
}

it('lists tenants as lines and as JSON, by filters and order', async () => {
  const { platform } = current().database
  await createTestTenant(platform, { subdomain: 'list-a', status: 'active' })
  await createTestTenant(platform, { subdomain: 'list-b' })
  const lines = await berth('tenants', 'list', '--q', 'list-', '--sort', '-subdomain')
  expect(lines.code).toBe(0)
  expect(lines.out).toMatch(/list-b +trial +free[^\n]*\nlist-a +active[^\n]*\n2 of 2 tenants\.\n$/)
  const { out } = await berth('tenants', 'list', '--status', 'active', '--json')
  expect(JSON.parse(out)).toMatchObject({ total: 1, items: [{ subdomain: 'list-a', status: 'active' }] })
})

it('moves a workspace through its life, told by subdomain or id', async () => {
  const id = await createTestTenant(current().database.platform, { subdomain: 'mover' })
  const suspended = await berth('tenants', 'suspend', 'mover', '--reason', 'Unpaid since March', '--json')
  expect(JSON.parse(suspended.out)).toEqual({
    tenantId: id,
    subdomain: 'mover',
    status: 'suspended',
    deletionDueAt: null,
  })
  expect(await berth('tenants', 'suspend', id, '--reason', 'Once more')).toMatchObject({
    code: 1,
    err: 'A workspace that is suspended cannot be suspended. (INVALID_TRANSITION)\n',
  })
  expect(await berth('tenants', 'activate', id)).toMatchObject({ code: 0, out: 'mover is active now.\n' })
  const wrong = await berth(
    'tenants',
    'delete',
    'mover',
    '--confirm',
    'another',
    '--reason',
    'It closed down',
  )
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('CONFIRMATION_MISMATCH') as string })
  const deleted = await berth(
    'tenants',
    'delete',
    'mover',
    '--confirm',
    'mover',
    '--reason',
    'It closed down',
  )
  expect(deleted).toMatchObject({ code: 0, out: expect.stringContaining('mover is cancelled now') as string })
  expect(await statusOf('mover')).toEqual({ status: 'cancelled', status_reason: 'It closed down' })
  expect(await berth('tenants', 'restore', 'mover')).toMatchObject({ code: 0, out: 'mover is active now.\n' })
})

it('signs a business up for its owner', async () => {
  const options = [
    '--name',
    'Quay',
    '--industry',
    'lettings',
    '--owner',
    'Ada Quay',
    '--email',
    'ada@quay.test',
  ]
  const made = await berth('tenants', 'create', '--subdomain', 'quay-side', ...options, '--json')
  expect(made.code).toBe(0)
  expect(JSON.parse(made.out)).toMatchObject({ workspaceUrl: 'http://quay-side.berth.localhost:3000' })
  expect(await statusOf('quay-side')).toMatchObject({ status: 'provisioning' })
  const again = await berth('tenants', 'create', '--subdomain', 'quay-side', ...options)
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('SUBDOMAIN_TAKEN') as string })
})

it.each([
  [['tenants', 'list', '--sort', 'colour']],
  [['tenants', 'list', '--status', 'asleep']],
  [['tenants', 'suspend', 'nobody', '--reason', 'Unpaid since March']],
  [['tenants', 'suspend', 'list-a']],
  [['tenants', 'suspend', 'list-a', '--reason', 'x']],
  [['tenants', 'delete', 'list-a', '--confirm', 'list-a', '--reason', 'It closed down', '--grace', '0']],
  [['tenants', 'create', '--subdomain', 'x']],
])('called wrongly by %j says so with 2', async (args) => {
  const { code, out, err } = await berth(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).not.toMatch(/\n\s+at /)
})

it.each(['list', 'create', 'suspend', 'activate', 'delete', 'restore'])(
  'tenants %s has help',
  async (name) => {
    const { code, out } = await berth('tenants', name, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`Usage: berth tenants ${name}`)
  },
)
