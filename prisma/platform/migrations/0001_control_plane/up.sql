-- Control plane: tenants, people, provisioning, audit, mail.
-- berth_platform acts for the whole platform, berth_member for one tenant; both are made at bootstrap.
-- Every table that holds rows of a tenant forces row level security, so that even the owner sees nothing unscoped.

grant usage on schema platform to berth_platform, berth_member;

create function platform.current_tenant_id() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.tenant_id', true), '')::uuid;

create table platform.tenants (
  id uuid primary key,
  subdomain text not null check (subdomain ~ '^[a-z0-9]([a-z0-9-]{1,28})[a-z0-9]$'),
  business_name text not null check (length(business_name) between 1 and 120),
  industry text not null check (industry in ('pet-care', 'lettings', 'concierge', 'overlay')),
  phone text,
  address jsonb,
  timezone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  plan text not null check (plan in ('free', 'starter', 'standard', 'pro')),
  status text not null check (status in
    ('provisioning', 'trial', 'active', 'suspended', 'cancelled', 'deleted', 'failed')),
  settings jsonb not null default '{}',
  schema_name text not null unique,
  role_name text not null unique,
  activated_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- A deleted tenant gives its address back.
create unique index tenants_subdomain_key on platform.tenants (subdomain) where status <> 'deleted';
create index tenants_status_created_idx on platform.tenants (status, created_at);

create table platform.users (
  id uuid primary key,
  tenant_id uuid references platform.tenants (id),
  email text not null check (email = lower(email) and length(email) <= 254),
  full_name text not null check (length(full_name) between 1 and 120),
  password_hash text not null,
  role text not null check (
    case when tenant_id is null then role in ('platform_admin', 'platform_viewer')
         else role in ('owner', 'admin', 'manager', 'staff', 'viewer', 'client') end),
  is_active boolean not null default true,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_tenant_id_email_key unique nulls not distinct (tenant_id, email)
);

create table platform.sessions (
  id uuid primary key,
  user_id uuid not null references platform.users (id) on delete cascade,
  tenant_id uuid references platform.tenants (id),
  kind text not null check (kind in ('web', 'api')),
  ip text,
  user_agent text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_user_id_idx on platform.sessions (user_id);

create table platform.sign_in_tickets (
  id uuid primary key,
  token_hash text not null unique,
  tenant_id uuid not null references platform.tenants (id),
  user_id uuid not null references platform.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table platform.provisioning_runs (
  id uuid primary key,
  tenant_id uuid not null references platform.tenants (id),
  kind text not null check (kind in
    ('create-tenant', 'enable-module', 'migrate', 'delete-tenant', 'restore', 'import')),
  state text not null default 'pending' check (state in
    ('pending', 'running', 'succeeded', 'failed', 'compensating', 'compensated')),
  attempt int not null default 1,
  input jsonb not null default '{}',
  last_seq int not null default 0,
  expected_ms int,
  error_code text,
  error_message text,
  error_step text,
  request_id text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  updated_at timestamptz not null default now()
);
create index provisioning_runs_tenant_id_idx on platform.provisioning_runs (tenant_id, created_at desc);
create index provisioning_runs_open_idx on platform.provisioning_runs (updated_at)
  where state in ('pending', 'running', 'compensating');
create index provisioning_runs_finished_idx on platform.provisioning_runs (kind, state, finished_at desc);

create table platform.provisioning_steps (
  run_id uuid not null references platform.provisioning_runs (id) on delete cascade,
  position int not null,
  name text not null,
  tenant_id uuid not null references platform.tenants (id),
  state text not null default 'pending' check (state in
    ('pending', 'running', 'succeeded', 'failed', 'compensating', 'compensated')),
  weight real not null default 1,
  message text,
  started_at timestamptz,
  duration_ms real,
  primary key (run_id, name)
);

create table platform.provisioning_events (
  run_id uuid not null references platform.provisioning_runs (id) on delete cascade,
  seq int not null,
  tenant_id uuid not null references platform.tenants (id),
  type text not null,
  step text,
  payload jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  primary key (run_id, seq)
);

create table platform.idempotency_keys (
  id uuid primary key,
  tenant_id uuid references platform.tenants (id),
  operation text not null,
  key text not null check (length(key) between 1 and 200),
  request_hash text not null,
  status int,
  response jsonb,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint idempotency_keys_scope_key unique nulls not distinct (tenant_id, operation, key)
);
create index idempotency_keys_expires_at_idx on platform.idempotency_keys (expires_at);

create table platform.audit_log (
  id uuid primary key,
  tenant_id uuid references platform.tenants (id),
  actor_id uuid,
  actor_kind text not null check (actor_kind in ('user', 'platform', 'visitor', 'system')),
  action text not null,
  resource_type text not null,
  resource_id text,
  details jsonb not null default '{}',
  ip text,
  user_agent text,
  request_id text,
  created_at timestamptz not null default clock_timestamp()
);
create index audit_log_tenant_created_idx on platform.audit_log (tenant_id, created_at desc);

create table platform.tenant_features (
  id uuid primary key,
  tenant_id uuid not null references platform.tenants (id),
  name text not null,
  enabled boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tenant_features_tenant_id_name_key unique (tenant_id, name)
);

create table platform.mail_outbox (
  id uuid primary key,
  tenant_id uuid references platform.tenants (id),
  template text not null,
  to_address text not null,
  subject text not null,
  body text not null,
  state text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mail_outbox_created_at_idx on platform.mail_outbox (created_at desc);

-- Row level security: one policy for the platform's role, one for a tenant's scope.
do $$
declare
  t text;
begin
  foreach t in array array['tenants', 'users', 'sessions', 'sign_in_tickets', 'provisioning_runs',
    'provisioning_steps', 'provisioning_events', 'idempotency_keys', 'audit_log', 'tenant_features',
    'mail_outbox']
  loop
    execute format('alter table platform.%I enable row level security', t);
    execute format('alter table platform.%I force row level security', t);
    execute format('create policy platform_scope on platform.%I to berth_platform using (true) with check (true)', t);
    execute format(
      'create policy tenant_scope on platform.%I to berth_member using (%2$I = platform.current_tenant_id()) with check (%2$I = platform.current_tenant_id())',
      t, case t when 'tenants' then 'id' else 'tenant_id' end);
  end loop;
end
$$;

grant select, insert, update, delete on
  platform.tenants, platform.users, platform.sessions, platform.sign_in_tickets, platform.provisioning_runs,
  platform.provisioning_steps, platform.idempotency_keys, platform.tenant_features, platform.mail_outbox
  to berth_platform;
-- The record of what happened only grows.
grant select, insert on platform.audit_log, platform.provisioning_events to berth_platform;

grant select on platform.tenants, platform.users, platform.provisioning_runs, platform.provisioning_steps,
  platform.provisioning_events, platform.tenant_features to berth_member;
grant update (business_name, phone, address, timezone, currency, settings, updated_at)
  on platform.tenants to berth_member;
grant select, insert on platform.audit_log to berth_member;
grant select, insert, update, delete on platform.idempotency_keys to berth_member;
grant select, update (revoked_at) on platform.sessions to berth_member;

-- The one way a run moves on: number the event, store it, bring run and step up to it, announce it.
-- Returns the event's number, or null when the run has passed to another attempt, or ended, in the meantime.
create function platform.append_run_event(p_run uuid, p_attempt int, p_type text, p_step text, p_payload jsonb)
returns int
language plpgsql
as $$
declare
  v_seq int;
  v_tenant uuid;
  v_restarts boolean := p_type in ('run.queued', 'run.retrying');
  v_ends boolean := p_type in ('run.succeeded', 'run.failed', 'run.compensated', 'run.cancelled');
begin
  update platform.provisioning_runs set
    last_seq = last_seq + 1,
    updated_at = clock_timestamp(),
    attempt = case when v_restarts then (p_payload ->> 'attempt')::int else attempt end,
    state = case p_type
      when 'run.queued' then 'pending'
      when 'run.retrying' then 'pending'
      when 'run.started' then 'running'
      when 'run.compensating' then 'compensating'
      when 'run.compensated' then 'compensated'
      when 'run.cancelled' then 'compensated'
      when 'run.failed' then 'failed'
      when 'run.succeeded' then 'succeeded'
      else state end,
    started_at = case when v_restarts then null
      when p_type = 'run.started' then coalesce(started_at, clock_timestamp()) else started_at end,
    finished_at = case when v_restarts then null when v_ends then clock_timestamp() else finished_at end,
    error_code = case when v_restarts then null else coalesce(p_payload #>> '{error,code}', error_code) end,
    error_message = case when v_restarts then null else coalesce(p_payload #>> '{error,message}', error_message) end,
    error_step = case when v_restarts then null else coalesce(p_payload #>> '{error,step}', error_step) end
  where id = p_run and attempt = p_attempt
    and (v_restarts or p_type in ('run.compensating', 'run.compensated', 'run.cancelled')
      or state in ('pending', 'running', 'compensating'))
  returning last_seq, tenant_id into v_seq, v_tenant;
  if v_seq is null then
    return null;
  end if;

  if v_restarts then
    update platform.provisioning_steps
    set state = 'pending', message = null, started_at = null, duration_ms = null
    where run_id = p_run and state <> 'pending';
  elsif p_type like 'step.%' then
    update platform.provisioning_steps set
      state = case p_type when 'step.started' then 'running' when 'step.progressed' then state
        else substr(p_type, 6) end,
      started_at = case when p_type = 'step.started' then clock_timestamp() else started_at end,
      duration_ms = coalesce((p_payload ->> 'durationMs')::real, duration_ms),
      message = coalesce(p_payload ->> 'message', message)
    where run_id = p_run and name = p_step;
  end if;

  insert into platform.provisioning_events (run_id, seq, tenant_id, type, step, payload)
  values (p_run, v_seq, v_tenant, p_type, p_step, p_payload);
  perform pg_notify('berth_events',
    json_build_object('topic', 'run:' || p_run, 'tenantId', v_tenant, 'seq', v_seq)::text);
  return v_seq;
end
$$;

-- The only way for the platform's role to queue work: the queue itself belongs to the owner.
create function platform.enqueue_job(task text, payload json, run_at timestamptz, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => 3, job_key => job_key);
end
$$;
revoke all on function platform.enqueue_job(text, json, timestamptz, text) from public;
grant execute on function platform.enqueue_job(text, json, timestamptz, text) to berth_platform;

-- A tenant's own role writes its audit rows through this function and can neither read nor alter the log.
-- The tenant is taken from the role that is set, never from a setting the caller could change.
create schema tenant_gateway;
grant usage on schema tenant_gateway to public;
grant create on schema tenant_gateway to berth_platform;
set local role berth_platform;
create function tenant_gateway.append_audit(entry jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  insert into platform.audit_log
    (id, tenant_id, actor_id, actor_kind, action, resource_type, resource_id, details, ip, user_agent, request_id)
  select
    (entry ->> 'id')::uuid, t.id, (entry ->> 'actorId')::uuid, entry ->> 'actorKind',
    entry ->> 'action', entry ->> 'resourceType', entry ->> 'resourceId', coalesce(entry -> 'details', '{}'),
    entry ->> 'ip', entry ->> 'userAgent', entry ->> 'requestId'
  from platform.tenants t
  where t.role_name = current_setting('role')
$$;
reset role;
revoke create on schema tenant_gateway from berth_platform;
