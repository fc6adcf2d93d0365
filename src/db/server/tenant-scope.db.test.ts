import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import { useTestDatabase } from './testing/test-database.ts'
import { TenantScopeMissingError, withTenantScope, type TenantPlacement } from './tenant-scope.ts'

const current = useTestDatabase()

function placement(): TenantPlacement {
  const tenantId = newId()
  const short = tenantId.replaceAll('-', '')
  return { tenantId, schemaName: `t_${short}`, roleName: `berth_t_${short}` }
}

const first = placement()
const second = placement()

async function buildPlain(tenant: TenantPlacement): Promise<void> {
  const { pool } = current().database
  await pool.query(`
    begin;
    create role ${tenant.roleName} nologin;
    grant ${tenant.roleName} to current_user with inherit false, set true;
    create schema ${tenant.schemaName};
    create table ${tenant.schemaName}.services (
      id uuid primary key, tenant_id uuid not null, name text not null, description text,
      duration_minutes int not null, buffer_before_minutes int not null default 0,
      buffer_after_minutes int not null default 0, price_cents int not null,
      requires_vaccination boolean not null default false, required_skills text[] not null default '{}',
      is_active boolean not null default true,
      deleted_at timestamptz, created_at timestamptz not null default now(), updated_at timestamptz not null default now());
    grant usage on schema ${tenant.schemaName} to ${tenant.roleName};
    grant select, insert, update, delete on ${tenant.schemaName}.services to ${tenant.roleName};
    commit`)
}

function addService(tenant: TenantPlacement, name: string) {
  const { tenant: db } = current().database
  return withTenantScope(tenant, () =>
    db.service.create({
      data: { id: newId(), tenantId: tenant.tenantId, name, durationMinutes: 30, priceCents: 1000 },
    }),
  )
}

beforeAll(async () => {
  await buildPlain(first)
  await buildPlain(second)
})

afterAll(async () => {
  for (const tenant of [first, second]) {
    await current().database.pool.query(
      `drop schema ${tenant.schemaName} cascade; drop role ${tenant.roleName}`,
    )
  }
})

describe('tenant scope', () => {
  it('refuses a tenant query outside a scope', async () => {
    const { tenant, member } = current().database
    await expect(tenant.service.findMany()).rejects.toThrow(TenantScopeMissingError)
    await expect(member.user.findMany()).rejects.toThrow(TenantScopeMissingError)
    await expect(tenant.$transaction((tx) => tx.service.count())).rejects.toThrow(TenantScopeMissingError)
  })

  it('runs nothing of a statement whose scope cannot be opened, and gives the connection back clean', async () => {
    const { tenant: db, tenantQuery, pool } = current().database
    const nobody = { ...first, roleName: 'berth_t_nobody' }
    const text = `insert into "${first.schemaName}".services (id, tenant_id, name, duration_minutes, price_cents)
      values ($1, $2, 'slipped through', 1, 1)`
    const values = [newId(), first.tenantId]
    for (let index = 0; index < 5; index += 1) {
      const attempt = withTenantScope(nobody, () => tenantQuery({ text, values }))
      await expect(attempt).rejects.toThrow('role "berth_t_nobody" does not exist')
    }
    expect(await withTenantScope(first, () => db.service.count())).toBe(0)
    const { rows } = await pool.query<{ role: string }>('select current_user as role, session_user as login')
    expect(rows).toEqual([expect.objectContaining({ role: Reflect.get(rows[0] ?? {}, 'login') })])
  })

  it('keeps two tenants apart while their queries interleave', async () => {
    const { tenant: db } = current().database
    await Promise.all([addService(first, 'of the first'), addService(second, 'of the second')])
    const seen = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        withTenantScope(index % 2 ? first : second, () => db.service.findMany({ select: { name: true } })),
      ),
    )
    seen.forEach((rows, index) => {
      expect(rows).toEqual([{ name: index % 2 ? 'of the first' : 'of the second' }])
    })
  })

  it('runs an interactive transaction in its scope and rolls it back', async () => {
    const { tenant: db } = current().database
    const attempt = withTenantScope(first, () =>
      db.$transaction(async (tx) => {
        await tx.service.create({
          data: { id: newId(), tenantId: first.tenantId, name: 'gone', durationMinutes: 1, priceCents: 1 },
        })
        expect(await tx.service.count({ where: { name: 'gone' } })).toBe(1)
        throw new Error('changed my mind')
      }),
    )
    await expect(attempt).rejects.toThrow('changed my mind')
    expect(await withTenantScope(first, () => db.service.count({ where: { name: 'gone' } }))).toBe(0)
  })

  it('leaves nothing on a connection that goes back to the pool', async () => {
    const { tenant: db, pool } = current().database
    await withTenantScope(first, () => db.service.count())
    const clients = await Promise.all(Array.from({ length: 8 }, () => pool.connect()))
    try {
      for (const client of clients) {
        const { rows } = await client.query(
          `select current_user as who, current_setting('app.tenant_id', true) as tenant, current_setting('search_path') as path`,
        )
        expect(rows[0]).toMatchObject({ who: 'berth', path: '"$user", public' })
        expect(rows[0].tenant ?? '').toBe('')
      }
    } finally {
      clients.forEach((client) => client.release())
    }
  })

  it('cannot reach the other schema or the control plane with the role of a tenant', async () => {
    const { tenant: db } = current().database
    for (const table of [
      `${second.schemaName}.services`,
      'platform.users',
      'platform.tenants',
      'platform.audit_log',
    ]) {
      await expect(
        withTenantScope(first, () => db.$queryRawUnsafe(`select * from ${table}`)),
        table,
      ).rejects.toThrow(/permission denied/)
    }
  })

  it('shows the owner of the control plane nothing without a role', async () => {
    const { database, inspect } = current()
    const id = newId()
    await inspect(
      `insert into platform.tenants (id, subdomain, business_name, industry, timezone, currency, plan, status, schema_name, role_name)
       values ($1, 'scoped-one', 'Scoped', 'pet-care', 'UTC', 'EUR', 'free', 'trial', $2, $2)`,
      [id, `x_${id.slice(0, 8)}`],
    )
    expect((await database.pool.query('select * from platform.tenants')).rowCount).toBe(0)
    expect(await database.platform.tenant.count()).toBe(1)
    expect(await withTenantScope(first, () => database.member.tenant.count())).toBe(0)
    expect(await withTenantScope({ ...first, tenantId: id }, () => database.member.tenant.count())).toBe(1)
  })
})
