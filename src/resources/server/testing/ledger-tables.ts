import { createHash } from 'node:crypto'
import type { Migration } from '#src/db/server/migration-files.ts'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import { createWaitingTenant, rehearsalDeps } from '#src/provisioning/server/testing/rehearsal.ts'
import type { Ledger } from '../ledger.repository.ts'

export const purses: Ledger = { entries: 'coins', balances: 'purses', account: 'purse_id' }

/** What docs/ledger.md tells a module to write, for accounts that are nothing but an id. */
const up = `
create table purses (
  id uuid primary key,
  tenant_id uuid not null,
  purse_id uuid not null constraint purses_account_key unique,
  balance integer not null,
  constraint purses_balance_check check (balance between 0 and 2000000000)
);

create table coins (
  id uuid primary key,
  tenant_id uuid not null,
  purse_id uuid not null,
  amount integer not null check (amount <> 0),
  balance_after integer not null,
  reason text,
  created_at timestamptz not null default now()
);

create function keep_purse() returns trigger language plpgsql as $$
begin
  update purses set balance = balance + new.amount
    where purse_id = new.purse_id returning balance into new.balance_after;
  if not found then
    insert into purses as p (id, tenant_id, purse_id, balance)
      values (new.id, new.tenant_id, new.purse_id, new.amount)
      on conflict (purse_id) do update set balance = p.balance + excluded.balance
      returning p.balance into new.balance_after;
  end if;
  if new.created_at = now() then new.created_at := clock_timestamp(); end if;
  return new;
end $$;
create trigger keep_purse before insert on coins for each row execute function keep_purse();

create function refuse_coin_change() returns trigger language plpgsql as $$
begin
  raise exception 'Entries of % are never changed: add one that corrects them.', tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger refuse_change before update or delete on coins
  for each row execute function refuse_coin_change();

create function refuse_purse_change() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'Balances of % follow from the entries alone.', tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger refuse_change before insert or update or delete on purses
  for each row execute function refuse_purse_change();`

const migration: Migration = {
  set: 'ledger',
  name: '0001_purses',
  up,
  down: 'drop table coins, purses; drop function keep_purse, refuse_coin_change, refuse_purse_change',
  checksum: createHash('sha256').update(up).digest('hex'),
  breaking: false,
}

/** A tenant with a ledger and nothing else. */
export async function createPurseTenant(db: TestDatabase, subdomain: string): Promise<TenantPlacement> {
  const { runId, ...placement } = await createWaitingTenant(db, subdomain)
  const blueprintOf = () => ({ modules: [], migrations: [migration], seed: [], ownRows: [] })
  await executeRun(rehearsalDeps(db, { blueprintOf }), { runId, attempt: 1 })
  return placement
}
