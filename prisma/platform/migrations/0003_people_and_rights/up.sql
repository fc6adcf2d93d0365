-- People, their rights and what they hold: refresh tokens, API tokens, one-time tokens, invitations, limits on
-- attempts. And the audit log becomes a chain per tenant, which nobody can rewrite unnoticed.

-- One table for every token that works once; tickets live for a minute and need not be carried over.
drop table platform.sign_in_tickets;
create table platform.one_time_tokens (
  id uuid primary key,
  purpose text not null check (purpose in ('sign-in', 'password-reset', 'email-change')),
  token_hash text not null unique,
  tenant_id uuid references platform.tenants (id),
  user_id uuid not null references platform.users (id) on delete cascade,
  payload jsonb not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_tokens_user_id_idx on platform.one_time_tokens (user_id);

-- A session of kind `api` is the family of its refresh tokens: it ends when a spent one is seen again.
create table platform.refresh_tokens (
  id uuid primary key,
  session_id uuid not null references platform.sessions (id) on delete cascade,
  tenant_id uuid references platform.tenants (id),
  token_hash text not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  rotated_at timestamptz
);
create index refresh_tokens_session_id_idx on platform.refresh_tokens (session_id);

create table platform.api_tokens (
  id uuid primary key,
  tenant_id uuid not null references platform.tenants (id),
  user_id uuid not null references platform.users (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  token_hash text not null unique,
  -- the first characters, so that people recognise it
  hint text not null,
  scopes text[] not null check (cardinality(scopes) between 1 and 200),
  last_used_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index api_tokens_user_id_idx on platform.api_tokens (user_id);

create table platform.invitations (
  id uuid primary key,
  tenant_id uuid not null references platform.tenants (id),
  email text not null check (email = lower(email) and length(email) <= 254),
  full_name text check (length(full_name) between 1 and 120),
  role text not null check (role in ('owner', 'admin', 'manager', 'staff', 'viewer', 'client')),
  token_hash text not null unique,
  invited_by uuid not null references platform.users (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create unique index invitations_open_key on platform.invitations (tenant_id, email)
  where accepted_at is null and revoked_at is null;

-- Counters of attempts, in the shape rate-limiter-flexible keeps them. Keys carry no personal data.
create table platform.rate_limits (
  key text primary key,
  points int not null default 0,
  expire bigint
);
create index rate_limits_expire_idx on platform.rate_limits (expire);
grant select, insert, update, delete on platform.rate_limits to berth_platform;

alter table platform.sessions add column last_used_at timestamptz;
-- Somebody who was removed from the team stays known to the records and to the log.
alter table platform.users add column removed_at timestamptz;

-- Answers are stored encrypted, and a claim that nobody finishes becomes free again.
alter table platform.idempotency_keys drop column response;
alter table platform.idempotency_keys add column answer bytea;
alter table platform.idempotency_keys add column locked_until timestamptz not null default now();

-- Mail that was written while no mail server was configured is shown, and never sent later.
alter table platform.mail_outbox drop constraint mail_outbox_state_check;
alter table platform.mail_outbox add constraint mail_outbox_state_check
  check (state in ('pending', 'sent', 'failed', 'kept'));
alter table platform.mail_outbox add column attempts int not null default 0;

create table platform.audit_heads (
  -- the tenant, or the nil UUID for what belongs to no tenant
  chain uuid primary key,
  seq bigint not null,
  hash bytea not null
) with (fillfactor = 50);
create table platform.audit_chain (
  chain uuid not null,
  seq bigint not null,
  entry_id uuid not null unique,
  digest bytea not null,
  hash bytea not null,
  primary key (chain, seq)
);

do $$
declare
  t text;
begin
  foreach t in array array['one_time_tokens', 'refresh_tokens', 'api_tokens', 'invitations', 'audit_heads', 'audit_chain']
  loop
    execute format('alter table platform.%I enable row level security', t);
    execute format('alter table platform.%I force row level security', t);
    execute format('create policy platform_scope on platform.%I to berth_platform using (true) with check (true)', t);
    execute format(
      'create policy tenant_scope on platform.%I to berth_member using (%2$I = platform.current_tenant_id()) with check (%2$I = platform.current_tenant_id())',
      t, case when t like 'audit\_%' then 'chain' else 'tenant_id' end);
  end loop;
end
$$;

grant select, insert, update, delete on
  platform.one_time_tokens, platform.refresh_tokens, platform.api_tokens, platform.invitations
  to berth_platform;
grant select on platform.audit_heads, platform.audit_chain to berth_platform, berth_member;

-- A tenant's own scope: its team, never a secret of it.
revoke select on platform.users from berth_member;
grant select (id, tenant_id, email, full_name, role, is_active, last_sign_in_at, created_at, updated_at, removed_at),
  update (full_name, role, is_active, updated_at, removed_at)
  on platform.users to berth_member;
grant select (id, tenant_id, user_id, name, hint, scopes, last_used_at, expires_at, created_at, revoked_at),
  insert, update (revoked_at)
  on platform.api_tokens to berth_member;
grant select (id, tenant_id, email, full_name, role, invited_by, created_at, expires_at, accepted_at, revoked_at),
  insert, update (full_name, role, token_hash, invited_by, expires_at, revoked_at)
  on platform.invitations to berth_member;
grant insert on platform.mail_outbox to berth_member;

-- What the log says is told by who writes; when it was, by the server alone.
revoke insert on platform.audit_log from berth_platform, berth_member;
grant insert (id, tenant_id, actor_id, actor_kind, action, resource_type, resource_id, details, ip, user_agent, request_id)
  on platform.audit_log to berth_platform, berth_member;
create index audit_log_tenant_resource_idx on platform.audit_log (tenant_id, resource_type, resource_id);

-- Queues the sending of a mail that the same transaction has written, for either scope.
create function platform.enqueue_mail(mail_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job('mail.send', json_build_object('mailId', mail_id), max_attempts => 8,
    job_key => 'mail:' || mail_id);
end
$$;
revoke all on function platform.enqueue_mail(uuid) from public;
grant execute on function platform.enqueue_mail(uuid) to berth_platform, berth_member;

-- Every word of an entry, in one fixed form.
create function platform.audit_digest(entry platform.audit_log) returns bytea
language sql stable parallel safe
return sha256(convert_to(jsonb_build_array(
  entry.id, entry.tenant_id, entry.actor_id, entry.actor_kind, entry.action, entry.resource_type, entry.resource_id,
  entry.details, entry.ip, entry.user_agent, entry.request_id,
  to_char(entry.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))::text, 'UTF8'));

-- The chain is written by a role that nobody acts as: not even the platform can add a link of its own.
grant usage, create on schema platform to berth_audit;
grant insert, select on platform.audit_chain to berth_audit;
grant insert, select, update on platform.audit_heads to berth_audit;
create policy audit_scope on platform.audit_chain to berth_audit using (true) with check (true);
create policy audit_scope on platform.audit_heads to berth_audit using (true) with check (true);

set local role berth_audit;
create function platform.append_audit_link(p_chain uuid, p_entry uuid, p_digest bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_seq bigint;
  v_hash bytea;
begin
  -- Whoever comes second waits here until the first has committed, and goes on from its link.
  insert into platform.audit_heads as head (chain, seq, hash) values (p_chain, 1, sha256(p_digest))
  on conflict (chain) do update set seq = head.seq + 1, hash = sha256(head.hash || p_digest)
  returning seq, hash into v_seq, v_hash;
  insert into platform.audit_chain (chain, seq, entry_id, digest, hash)
  values (p_chain, v_seq, p_entry, p_digest, v_hash);
end
$$;
revoke all on function platform.append_audit_link(uuid, uuid, bytea) from public;

create function platform.chain_audit_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform platform.append_audit_link(
    coalesce(new.tenant_id, '00000000-0000-0000-0000-000000000000'), new.id, platform.audit_digest(new));
  return null;
end
$$;
-- Whoever could put it on a table of their own could write links of their own.
revoke all on function platform.chain_audit_entry() from public;
grant execute on function platform.chain_audit_entry() to session_user;
reset role;

-- What was written before becomes the beginning of its chain.
grant select on platform.audit_log to berth_audit;
create policy audit_scope on platform.audit_log for select to berth_audit using (true);
set local role berth_audit;
do $$
declare
  entry platform.audit_log;
begin
  for entry in select * from platform.audit_log order by created_at, id loop
    perform platform.append_audit_link(
      coalesce(entry.tenant_id, '00000000-0000-0000-0000-000000000000'), entry.id, platform.audit_digest(entry));
  end loop;
end
$$;
reset role;
drop policy audit_scope on platform.audit_log;
revoke select on platform.audit_log from berth_audit;
revoke create on schema platform from berth_audit;

-- Right before the commit: a chain is locked no longer than the commit itself takes.
create constraint trigger entry_chained after insert on platform.audit_log
  deferrable initially deferred for each row execute function platform.chain_audit_entry();

-- A tenant's role speaks for people of the tenant, and cannot pass as the platform.
grant create on schema tenant_gateway to berth_platform;
set local role berth_platform;
create or replace function tenant_gateway.append_audit(entry jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  insert into platform.audit_log
    (id, tenant_id, actor_id, actor_kind, action, resource_type, resource_id, details, ip, user_agent, request_id)
  select
    (entry ->> 'id')::uuid, t.id, (entry ->> 'actorId')::uuid, 'user',
    entry ->> 'action', entry ->> 'resourceType', entry ->> 'resourceId', coalesce(entry -> 'details', '{}'),
    entry ->> 'ip', entry ->> 'userAgent', entry ->> 'requestId'
  from platform.tenants t
  where t.role_name = current_setting('role')
$$;
-- Stores the answer of an idempotent request in the very transaction that did the work; that transaction fails
-- when the claim was taken over in the meantime, so that the work is not done twice.
create function tenant_gateway.finish_idempotent(p_id uuid, p_status int, p_answer bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update platform.idempotency_keys k set status = p_status, answer = p_answer
  from platform.tenants t
  where k.id = p_id and t.id = k.tenant_id and t.role_name = current_setting('role') and k.answer is null;
  if not found then
    raise exception 'the claim is lost' using errcode = 'serialization_failure';
  end if;
end
$$;
reset role;
revoke create on schema tenant_gateway from berth_platform;

-- Rights that change are looked up again: open sockets close, and come back with the new ones.
create function platform.announce_person_change() returns trigger
language plpgsql
as $$
begin
  perform pg_notify('berth_events', json_build_object('revoke', json_build_object('userId', new.id))::text);
  return null;
end
$$;
create trigger person_change_announced after update of role, is_active on platform.users
  for each row when (old.role is distinct from new.role or old.is_active is distinct from new.is_active)
  execute function platform.announce_person_change();

-- What processes remember of a tenant is forgotten when it changes.
create function platform.announce_tenant_change() returns trigger
language plpgsql
as $$
declare
  v_row jsonb := to_jsonb(coalesce(new, old));
begin
  perform pg_notify('berth_events', json_build_object('tenant', coalesce(v_row ->> 'tenant_id', v_row ->> 'id'))::text);
  return null;
end
$$;
create trigger tenant_change_announced after insert or update or delete on platform.tenants
  for each row execute function platform.announce_tenant_change();
create trigger feature_change_announced after insert or update or delete on platform.tenant_features
  for each row execute function platform.announce_tenant_change();
