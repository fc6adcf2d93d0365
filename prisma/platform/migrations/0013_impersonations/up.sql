-- Somebody of the platform looks at a workspace as one of its people: why, until when, and how it came to its end.
create table platform.impersonations (
  id uuid primary key,
  tenant_id uuid not null references platform.tenants (id),
  admin_id uuid not null references platform.users (id) on delete cascade,
  -- as they were called then: a tenant reads the names and cannot look people of the platform up
  admin_name text not null,
  user_id uuid not null references platform.users (id) on delete cascade,
  user_name text not null,
  reason text not null check (length(reason) between 3 and 300),
  started_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_how text check (ended_how in
    ('ended', 'expired', 'replaced', 'session-ended', 'rights-lost', 'tenant-shut')),
  -- who ended it and from where; nothing for what ended by itself
  ended_from jsonb,
  constraint impersonations_are_short check (expires_at <= started_at + interval '1 hour'),
  constraint impersonations_end_somehow check ((ended_at is null) = (ended_how is null))
);
-- One at a time for each administrator.
create unique index impersonations_open_key on platform.impersonations (admin_id) where ended_at is null;
create index impersonations_tenant_id_idx on platform.impersonations (tenant_id, started_at desc);
create index impersonations_user_id_idx on platform.impersonations (user_id);

alter table platform.impersonations enable row level security;
alter table platform.impersonations force row level security;
create policy platform_scope on platform.impersonations to berth_platform using (true) with check (true);
create policy tenant_scope on platform.impersonations to berth_member
  using (tenant_id = platform.current_tenant_id()) with check (tenant_id = platform.current_tenant_id());
-- Its end cannot be moved, nor can its reason.
grant select, insert, update (ended_at, ended_how, ended_from) on platform.impersonations to berth_platform;
grant select on platform.impersonations to berth_member;

-- The session it lives in: one, held by a cookie, without anything that could be renewed.
alter table platform.sessions add column impersonation_id uuid
  references platform.impersonations (id) on delete cascade;
create unique index sessions_impersonation_id_key on platform.sessions (impersonation_id);
alter table platform.sessions add constraint sessions_impersonated_by_cookie
  check (impersonation_id is null or kind = 'web');

-- However an impersonation ends, its session ends with it, and both logs say so, in the same transaction.
grant create on schema platform to berth_platform;
set local role berth_platform;
create function platform.conclude_impersonation() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_from jsonb := coalesce(new.ended_from, '{}');
  v_details jsonb := jsonb_build_object('impersonationId', new.id, 'how', new.ended_how, 'tenantId', new.tenant_id,
    'adminName', new.admin_name, 'userName', new.user_name);
  v_log uuid;
begin
  update platform.sessions set revoked_at = now() where impersonation_id = new.id and revoked_at is null;
  foreach v_log in array array[new.tenant_id, null] loop
    insert into platform.audit_log (id, tenant_id, actor_id, actor_kind, action, resource_type, resource_id, details,
      ip, user_agent, request_id)
    values (gen_random_uuid(), v_log, (v_from ->> 'userId')::uuid,
      case when v_from ? 'userId' then 'platform' else 'system' end, 'impersonations.end', 'user', new.user_id,
      v_details, v_from ->> 'ip', v_from ->> 'userAgent', v_from ->> 'requestId');
  end loop;
  return null;
end
$$;

-- And with its session, with the rights of who began it, and with the workspace.
create function platform.end_impersonations() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_row jsonb := to_jsonb(new);
begin
  update platform.impersonations set ended_at = now(), ended_how = tg_argv[1]
  where ended_at is null and expires_at > now()
    and case tg_argv[0]
      when 'session' then id = (v_row ->> 'impersonation_id')::uuid
      when 'admin' then admin_id = (v_row ->> 'id')::uuid
      when 'tenant' then tenant_id = (v_row ->> 'id')::uuid
    end;
  return null;
end
$$;
-- Whoever could put one of them on a table of their own could write to the log.
revoke all on function platform.conclude_impersonation(), platform.end_impersonations() from public;
grant execute on function platform.conclude_impersonation(), platform.end_impersonations() to session_user;
reset role;
revoke create on schema platform from berth_platform;

create trigger impersonation_concluded after update of ended_at on platform.impersonations
  for each row when (old.ended_at is null and new.ended_at is not null)
  execute function platform.conclude_impersonation();
create trigger impersonation_ended after update of revoked_at on platform.sessions
  for each row when (new.impersonation_id is not null and old.revoked_at is null and new.revoked_at is not null)
  execute function platform.end_impersonations('session', 'session-ended');
create trigger impersonations_ended after update of role, is_active, removed_at on platform.users
  for each row when (new.tenant_id is null and
    (new.role <> 'platform_admin' or not new.is_active or new.removed_at is not null))
  execute function platform.end_impersonations('admin', 'rights-lost');
create trigger impersonations_ended after update of status on platform.tenants
  for each row when (new.status not in ('trial', 'active'))
  execute function platform.end_impersonations('tenant', 'tenant-shut');
