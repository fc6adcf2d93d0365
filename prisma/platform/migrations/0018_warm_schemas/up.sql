-- Schemas that are built before anybody asks for them. A run takes one over by giving it the names of its tenant.
create table platform.warm_schemas (
  id uuid primary key,
  schema_name text not null unique,
  role_name text not null unique,
  modules text[] not null check (cardinality(modules) > 0),
  -- of the code that built it: a run takes only what it would have built itself
  fingerprint text not null,
  -- it is being dropped, table by table, and nobody takes it any more
  is_draining boolean not null default false,
  tables int not null,
  build_ms real not null,
  built_at timestamptz not null default clock_timestamp()
);

-- Sets of modules that could not be built, and when the next try is; a success takes the row away.
create table platform.warm_failures (
  fingerprint text not null,
  -- their names, with a plus in between
  module_set text not null,
  failures int not null default 1,
  error_code text not null,
  error_message text not null,
  failed_at timestamptz not null default clock_timestamp(),
  next_try_at timestamptz not null,
  primary key (fingerprint, module_set)
);

alter table platform.warm_schemas enable row level security;
alter table platform.warm_schemas force row level security;
create policy platform_scope on platform.warm_schemas to berth_platform using (true) with check (true);
grant select, insert, update, delete on platform.warm_schemas to berth_platform;
alter table platform.warm_failures enable row level security;
alter table platform.warm_failures force row level security;
create policy platform_scope on platform.warm_failures to berth_platform using (true) with check (true);
grant select, insert, update, delete on platform.warm_failures to berth_platform;

-- Runs that found their schema built take another time than those that build one.
alter table platform.provisioning_runs add column is_prepared boolean not null default false;
create index provisioning_runs_prepared_idx on platform.provisioning_runs (is_prepared, finished_at desc)
  include (started_at) where kind = 'create-tenant' and state = 'succeeded';

-- What the code of a process builds beforehand, and how many of each set: nothing is dropped that somebody still takes.
alter table platform.nodes add column pool_fingerprint text;
alter table platform.nodes add column pool_size int not null default 0;

-- Asks for the pool to be filled. One job that waits is enough; and whoever meets somebody who is just asking does not wait
-- for the end of that transaction, or runs would queue up behind each other here. No queue of its own: one whose worker was
-- killed stays closed for hours; who works on the pool is told by a lock.
create function platform.request_pool_fill(p_run_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from graphile_worker.jobs
             where key = 'pool:fill' and locked_at is null and attempts < max_attempts)
     or not pg_try_advisory_xact_lock(7203122, 0) then
    return;
  end if;
  perform graphile_worker.add_job('provisioning.fill-pool', '{}'::json, run_at => p_run_at, max_attempts => 1,
    job_key => 'pool:fill', priority => 100);
end
$$;
revoke all on function platform.request_pool_fill(timestamptz) from public;
grant execute on function platform.request_pool_fill(timestamptz) to berth_platform;
