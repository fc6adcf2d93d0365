import type pg from 'pg'

const TENANTS = 1_000
const PEOPLE = 5
const BATCH = 20_000

/** 1,000 tenants with five people each. */
export async function seedTenants(owner: pg.Client): Promise<void> {
  await owner.query(
    `insert into platform.tenants
       (id, subdomain, business_name, industry, timezone, currency, plan, status, schema_name, role_name)
     select gen_random_uuid(), 'bench-' || n, 'Business ' || n, 'pet-care', 'UTC', 'EUR', 'free', 'active',
       't_' || n, 'r_' || n
     from generate_series(1, $1) n`,
    [TENANTS],
  )
  await owner.query(
    `insert into platform.users (id, tenant_id, email, full_name, password_hash, role)
     select gen_random_uuid(), t.id, 'person-' || k || '@' || t.subdomain || '.test',
       'Person ' || k || ' of ' || t.subdomain, 'x', 'owner'
     from platform.tenants t, generate_series(1, $1) k`,
    [PEOPLE],
  )
}

/** Entries in turn of all tenants, the last one now. @param to number of the last one */
export async function seedEntries(
  owner: pg.Client,
  { from, to, total }: { from: number; to: number; total: number },
): Promise<void> {
  for (let first = from; first <= to; first += BATCH)
    await owner.query(
      `insert into platform.audit_log
         (id, tenant_id, actor_id, actor_kind, action, resource_type, resource_id, details, ip, created_at)
       select gen_random_uuid(), person.tenant_id, person.id, 'user',
         case when n % 1000 = 0 then 'auth.sign_in_failed' when n % 10 = 1 then 'auth.sign_in'
           when n % 3 = 0 then 'owners.create' else 'pets.update' end,
         case when n % 1000 = 0 or n % 10 = 1 then 'user' when n % 3 = 0 then 'owners' else 'pets' end,
         'record-' || n % 50000,
         jsonb_build_object('label', 'Rex ' || n, 'after', jsonb_build_object('weight', n, 'breed',
           case when n % 20000 = 0 then 'Pomeranian' else 'Beagle' end)),
         '192.0.2.1', now() - ($3::int - n) * interval '20 seconds'
       from generate_series($1::int, $2::int) n
       join (select row_number() over (order by id) as number, id, tenant_id from platform.users
         where tenant_id is not null) person on person.number = (n * 7919::bigint) % $4 + 1`,
      [first, Math.min(to, first + BATCH - 1), total, TENANTS * PEOPLE],
    )
}
