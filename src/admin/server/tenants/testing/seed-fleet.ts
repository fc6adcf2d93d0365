/** What a test or a bench does SQL with, as the superuser. */
type Inspect = (sql: string, values?: unknown[]) => Promise<unknown>

/** Teams of so many: an owner, three members, and a client who is not counted. */
const TEAM = 5
const INDUSTRIES = ['pet-care', 'lettings', 'concierge', 'overlay']
const PLANS = ['free', 'starter', 'standard', 'pro']
const STATUSES = ['trial', 'active', 'active', 'active', 'suspended']

/**
 * Fills the control plane with tenants, their people and modules: `tenant-00001` and so on, the first being the oldest.
 * They have no schema and no role; lists of tenants read neither.
 */
export async function seedFleet(inspect: Inspect, count: number): Promise<void> {
  await inspect(
    `insert into platform.tenants
       (id, subdomain, business_name, industry, timezone, currency, plan, status, schema_name, role_name,
        activated_at, created_at)
     select gen_random_uuid(), 'tenant-' || lpad(n::text, 5, '0'), 'Business B' || lpad((n * 7919 % $1)::text, 5, '0'),
       ($2::text[])[1 + n % 4], 'UTC', 'EUR', ($3::text[])[1 + n / 4 % 4], ($4::text[])[1 + n / 16 % 5],
       't_seed_' || n, 'berth_t_seed_' || n, now() - make_interval(mins => 2 * ($1 - n)),
       now() - make_interval(mins => 2 * ($1 - n) + 1)
     from generate_series(1, $1::int) n`,
    [count, INDUSTRIES, PLANS, STATUSES],
  )
  await inspect(
    `insert into platform.users (id, tenant_id, email, full_name, password_hash, role)
     select gen_random_uuid(), t.id, 'person' || p || '@' || t.subdomain || '.test', 'Person ' || p || ' of ' || t.subdomain,
       'x', case p when 1 then 'owner' when $1 then 'client' else 'staff' end
     from platform.tenants t, generate_series(1, $1::int) p where t.schema_name like 't\\_seed\\_%'`,
    [TEAM],
  )
  await inspect(
    `insert into platform.tenant_features (id, tenant_id, name, enabled)
     select gen_random_uuid(), t.id, t.industry, true from platform.tenants t where t.schema_name like 't\\_seed\\_%'`,
  )
  // As the database does by itself, some minutes after so many new rows.
  await inspect('vacuum analyze platform.tenants, platform.users, platform.tenant_features')
}
