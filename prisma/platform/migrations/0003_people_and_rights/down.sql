drop trigger feature_change_announced on platform.tenant_features;
drop trigger tenant_change_announced on platform.tenants;
drop function platform.announce_tenant_change();
drop trigger person_change_announced on platform.users;
drop function platform.announce_person_change();

grant create on schema tenant_gateway to berth_platform;
set local role berth_platform;
drop function tenant_gateway.finish_idempotent(uuid, int, bytea);
create or replace function tenant_gateway.append_audit(entry jsonb) returns void
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

drop trigger entry_chained on platform.audit_log;
set local role berth_audit;
drop function platform.chain_audit_entry();
drop function platform.append_audit_link(uuid, uuid, bytea);
reset role;
drop table platform.audit_chain;
drop table platform.audit_heads;
drop function platform.audit_digest(platform.audit_log);
revoke usage on schema platform from berth_audit;

drop index platform.audit_log_tenant_resource_idx;
revoke insert (id, tenant_id, actor_id, actor_kind, action, resource_type, resource_id, details, ip, user_agent, request_id)
  on platform.audit_log from berth_platform, berth_member;
grant insert on platform.audit_log to berth_platform, berth_member;

drop function platform.enqueue_mail(uuid);
revoke insert on platform.mail_outbox from berth_member;
revoke select (id, tenant_id, email, full_name, role, is_active, last_sign_in_at, created_at, updated_at, removed_at),
  update (full_name, role, is_active, updated_at, removed_at)
  on platform.users from berth_member;
grant select on platform.users to berth_member;

alter table platform.mail_outbox drop column attempts;
update platform.mail_outbox set state = 'pending' where state = 'kept';
alter table platform.mail_outbox drop constraint mail_outbox_state_check;
alter table platform.mail_outbox add constraint mail_outbox_state_check check (state in ('pending', 'sent', 'failed'));

alter table platform.idempotency_keys drop column locked_until;
alter table platform.idempotency_keys drop column answer;
alter table platform.idempotency_keys add column response jsonb;

alter table platform.users drop column removed_at;
alter table platform.sessions drop column last_used_at;
drop table platform.rate_limits;
drop table platform.invitations;
drop table platform.api_tokens;
drop table platform.refresh_tokens;
drop table platform.one_time_tokens;

create table platform.sign_in_tickets (
  id uuid primary key,
  token_hash text not null unique,
  tenant_id uuid not null references platform.tenants (id),
  user_id uuid not null references platform.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
alter table platform.sign_in_tickets enable row level security;
alter table platform.sign_in_tickets force row level security;
create policy platform_scope on platform.sign_in_tickets to berth_platform using (true) with check (true);
create policy tenant_scope on platform.sign_in_tickets to berth_member
  using (tenant_id = platform.current_tenant_id()) with check (tenant_id = platform.current_tenant_id());
grant select, insert, update, delete on platform.sign_in_tickets to berth_platform;
