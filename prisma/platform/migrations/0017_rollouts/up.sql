-- Migrations of modules brought to all tenants: what was ordered, and how far each tenant is.
create table platform.rollouts (
  id uuid primary key,
  direction text not null check (direction in ('up', 'down')),
  -- of a way back: which rollout is taken back, or to which migration of which module
  target jsonb not null,
  -- what it is about, with checksums: code that has other files leaves it alone
  migrations jsonb not null,
  settings jsonb not null,
  -- failures that it goes on with
  budget int not null check (budget >= 0),
  state text not null default 'pending'
    check (state in ('pending', 'running', 'paused', 'stopped', 'succeeded', 'failed')),
  stop_reason text check (stop_reason in ('canary', 'budget', 'cancelled')),
  -- null: the command line
  requested_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  -- the last sign of life of whoever works on it
  seen_at timestamptz not null default clock_timestamp(),
  constraint rollouts_stopped_check check ((state = 'stopped') = (stop_reason is not null))
);
-- One at a time: a second one would plan by what the first is about to change.
create unique index rollouts_open_key on platform.rollouts ((true)) where state in ('pending', 'running', 'paused');
create index rollouts_created_idx on platform.rollouts (created_at desc, id desc);

create table platform.rollout_tenants (
  rollout_id uuid not null references platform.rollouts (id) on delete cascade,
  tenant_id uuid not null references platform.tenants (id),
  -- 0 are the canaries
  wave int not null check (wave >= 0),
  position int not null,
  state text not null default 'pending' check (state in ('pending', 'succeeded', 'failed', 'skipped')),
  -- what is to be applied or taken back, and what of it was, as module/name
  migrations text[] not null,
  done text[] not null default '{}',
  attempts int not null default 0,
  -- null: at once
  next_try_at timestamptz,
  duration_ms real not null default 0,
  error_code text,
  error_message text,
  finished_at timestamptz,
  primary key (rollout_id, tenant_id)
) with (fillfactor = 70);
create index rollout_tenants_next_idx on platform.rollout_tenants (rollout_id, wave, position) where state = 'pending';
create index rollout_tenants_tenant_idx on platform.rollout_tenants (tenant_id);

alter table platform.rollouts enable row level security;
alter table platform.rollouts force row level security;
create policy platform_scope on platform.rollouts to berth_platform using (true) with check (true);
grant select, insert, update on platform.rollouts to berth_platform;
alter table platform.rollout_tenants enable row level security;
alter table platform.rollout_tenants force row level security;
create policy platform_scope on platform.rollout_tenants to berth_platform using (true) with check (true);
grant select, insert, update on platform.rollout_tenants to berth_platform;

-- Which migrations of modules the code of a process has: one that breaks older code waits until all have it.
alter table platform.nodes add column migrations text[] not null default '{}';
