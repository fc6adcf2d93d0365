import { describe, expect, it, vi } from 'vitest'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { createTenantDirectory } from './tenant-directory.ts'

function tenantAt(subdomain: string, changes: Partial<CallTenant> = {}): CallTenant {
  return {
    tenantId: 'one',
    subdomain,
    status: 'active',
    businessName: 'Happy Paws',
    industry: 'pet-care',
    timezone: 'Europe/London',
    currency: 'GBP',
    language: 'english',
    plan: 'free',
    modules: [],
    schemaName: 't_one',
    roleName: 't_one',
    ...changes,
  }
}

/** A control plane with one tenant in it, which tests change as they like. */
function createDirectory(initial: CallTenant | null) {
  const stored = { tenant: initial }
  const findBySubdomain = vi.fn(async (subdomain: string) =>
    stored.tenant?.subdomain === subdomain ? stored.tenant : null,
  )
  const findById = vi.fn(async (id: string) => (stored.tenant?.tenantId === id ? stored.tenant : null))
  const directory = createTenantDirectory({ findBySubdomain, findById })
  directory.noteListening(true)
  const questions = () => findBySubdomain.mock.calls.length + findById.mock.calls.length
  return { directory, stored, findBySubdomain, questions }
}

describe('the tenant directory', () => {
  it('asks once, whether by address or by id', async () => {
    const { directory, questions } = createDirectory(tenantAt('acme'))
    expect(await directory.findBySubdomain('acme')).toMatchObject({ tenantId: 'one' })
    expect(await directory.findBySubdomain('acme')).toMatchObject({ tenantId: 'one' })
    expect(await directory.findById('one')).toMatchObject({ subdomain: 'acme' })
    expect(questions()).toBe(1)
  })

  it('asks once for what is not there', async () => {
    const { directory, questions } = createDirectory(null)
    for (let time = 0; time < 3; time += 1) {
      expect(await directory.findBySubdomain('nobody')).toBeNull()
      expect(await directory.findById('nobody')).toBeNull()
    }
    expect(questions()).toBe(2)
  })

  it('finds a tenant at its new address only, once its change is announced', async () => {
    const { directory, stored } = createDirectory(tenantAt('old'))
    await directory.findBySubdomain('old')
    expect(await directory.findBySubdomain('new')).toBeNull()
    stored.tenant = tenantAt('new')
    directory.noteChanged('one')
    expect(await directory.findBySubdomain('old')).toBeNull()
    expect(await directory.findBySubdomain('new')).toMatchObject({ tenantId: 'one' })
  })

  it('gives an address to whoever has it now', async () => {
    const { directory, stored } = createDirectory(tenantAt('acme'))
    await directory.findBySubdomain('acme')
    stored.tenant = tenantAt('acme', { tenantId: 'two' })
    directory.noteChanged('one')
    expect(await directory.findBySubdomain('acme')).toMatchObject({ tenantId: 'two' })
  })

  it('keeps nothing that was read before a change and arrives after it', async () => {
    const { directory, stored, findBySubdomain } = createDirectory(tenantAt('acme'))
    const answer = Promise.withResolvers<CallTenant | null>()
    findBySubdomain.mockReturnValueOnce(answer.promise)
    const early = directory.findBySubdomain('acme')
    stored.tenant = tenantAt('acme', { status: 'suspended' })
    directory.noteChanged('one')
    answer.resolve(tenantAt('acme'))
    expect(await early).toMatchObject({ status: 'active' })
    expect(await directory.findBySubdomain('acme')).toMatchObject({ status: 'suspended' })
  })

  it('keeps no absence that was read before a tenant came', async () => {
    const { directory, stored, findBySubdomain } = createDirectory(null)
    const answer = Promise.withResolvers<CallTenant | null>()
    findBySubdomain.mockReturnValueOnce(answer.promise)
    const early = directory.findBySubdomain('acme')
    stored.tenant = tenantAt('acme')
    directory.noteChanged('one')
    answer.resolve(null)
    expect(await early).toBeNull()
    expect(await directory.findBySubdomain('acme')).toMatchObject({ tenantId: 'one' })
  })

  it.each(['provisioning', 'failed'])('asks every time about a workspace that is %s', async (status) => {
    const { directory, stored } = createDirectory(tenantAt('acme', { status }))
    expect(await directory.findById('one')).toMatchObject({ status })
    stored.tenant = tenantAt('acme', { status: 'trial' })
    expect(await directory.findById('one')).toMatchObject({ status: 'trial' })
    expect(await directory.findBySubdomain('acme')).toMatchObject({ status: 'trial' })
  })

  it('asks every time while it hears of no changes', async () => {
    const { directory, stored } = createDirectory(tenantAt('acme'))
    await directory.findBySubdomain('acme')
    directory.noteListening(false)
    stored.tenant = tenantAt('acme', { status: 'suspended' })
    expect(await directory.findBySubdomain('acme')).toMatchObject({ status: 'suspended' })
    stored.tenant = tenantAt('acme')
    expect(await directory.findById('one')).toMatchObject({ status: 'active' })
  })

  it('has forgotten everything when it hears again', async () => {
    const { directory, stored, findBySubdomain } = createDirectory(tenantAt('acme'))
    directory.noteListening(false)
    const answer = Promise.withResolvers<CallTenant | null>()
    findBySubdomain.mockReturnValueOnce(answer.promise)
    const early = directory.findBySubdomain('acme')
    directory.noteListening(true)
    stored.tenant = tenantAt('acme', { status: 'suspended' })
    answer.resolve(tenantAt('acme'))
    await early
    expect(await directory.findBySubdomain('acme')).toMatchObject({ status: 'suspended' })
  })

  it('does not let made-up hosts push tenants out', async () => {
    const { directory, questions } = createDirectory(tenantAt('acme'))
    await directory.findBySubdomain('acme')
    for (let number = 0; number < 12_000; number += 1) await directory.findBySubdomain(`made-up-${number}`)
    const before = questions()
    await directory.findBySubdomain('acme')
    expect(questions()).toBe(before)
  })
})
