import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import {
  callContext,
  createModuleCaller,
  createWorkspace,
  refusal,
} from '#src/resources/server/testing/workspace.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { petCare } from '../module.ts'

const modules = [petCare] as const
const current = useTestDatabase()
let tenant: CallTenant

beforeAll(async () => {
  tenant = await createWorkspace(current(), { subdomain: 'audited', modules })
})

function listAudit(resourceId: string) {
  return current().inspect(
    `select tenant_id, actor_id, actor_kind, action, resource_type, details, ip, user_agent, request_id
     from platform.audit_log where resource_id = $1 order by created_at`,
    [resourceId],
  )
}

describe('the audit log', () => {
  it('tells who changed what, from and to', async () => {
    const context = callContext(current(), { tenant, modules })
    const { owners } = createModuleCaller(modules)(context).petCare
    const owner = await owners.create({ name: 'Ann', phone: '555 0100' })
    await owners.update({ id: owner.id, name: 'Anna', phone: '555 0100' })
    await owners.replace({ id: owner.id, name: 'Anna', phone: '555 0100' })
    await owners.delete({ id: owner.id })

    const rows = await listAudit(owner.id)
    expect(rows.map(({ action }) => String(action))).toEqual([
      'owners.create',
      'owners.update',
      'owners.delete',
    ])
    for (const row of rows) {
      expect(row).toMatchObject({
        tenant_id: tenant.tenantId,
        actor_id: context.identity?.userId,
        actor_kind: 'user',
        resource_type: 'owners',
        ip: '127.0.0.1',
        user_agent: 'vitest',
        request_id: 'test-request',
      })
    }
    expect(rows[0]?.['details']).toEqual({
      label: 'Ann',
      after: expect.objectContaining({ name: 'Ann', email: null }) as unknown,
    })
    expect(rows[1]?.['details']).toEqual({
      label: 'Anna',
      before: { name: 'Ann' },
      after: { name: 'Anna' },
    })
    expect(rows[2]?.['details']).toMatchObject({ before: { name: 'Anna', phone: '555 0100' } })
  })

  it('has nothing about a change that was refused', async () => {
    const { owners, pets } = createModuleCaller(modules)(callContext(current(), { tenant, modules })).petCare
    const owner = await owners.create({ name: 'Kept' })
    await pets.create({ name: 'Rex', ownerId: owner.id, species: 'dog' })
    expect((await refusal(owners.delete({ id: owner.id }))).code).toBe('STILL_REFERENCED')
    expect(await listAudit(owner.id)).toHaveLength(1)
  })

  it('and the change stand or fall together', async () => {
    const { owners } = createModuleCaller(modules)(callContext(current(), { tenant, modules })).petCare
    await current().inspect(`alter function tenant_gateway.append_audit(jsonb) rename to append_audit_away`)
    try {
      await expect(owners.create({ name: 'Unaudited' })).rejects.toThrow()
    } finally {
      await current().inspect(`alter function tenant_gateway.append_audit_away(jsonb) rename to append_audit`)
    }
    expect((await owners.list({ name: 'Unaudited' })).total).toBe(0)
  })
})
