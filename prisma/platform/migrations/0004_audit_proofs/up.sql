-- The audit log is searched, sealed, and written to several chains at once without two writers blocking each other.

-- A chain's state, signed with a key that is not in the database: whoever rewrites the log here cannot rewrite this.
create table platform.audit_seals (
  chain uuid not null,
  seq bigint not null,
  hash bytea not null,
  -- entries up to here went when their retention ended; their links stay
  pruned_seq bigint not null default 0 check (pruned_seq <= seq),
  -- tells seals of another secret from forged ones
  key_id text not null,
  signature bytea not null,
  created_at timestamptz not null default now(),
  primary key (chain, seq)
);
alter table platform.audit_seals enable row level security;
alter table platform.audit_seals force row level security;
create policy platform_scope on platform.audit_seals to berth_platform using (true) with check (true);
create policy tenant_scope on platform.audit_seals to berth_member using (chain = platform.current_tenant_id());
grant select, insert on platform.audit_seals to berth_platform;
grant select on platform.audit_seals to berth_member;

-- Lists go from the newest back; each filter has its own way in.
drop index platform.audit_log_tenant_created_idx;
create index audit_log_tenant_created_idx on platform.audit_log (tenant_id, created_at desc, id desc);
create index audit_log_tenant_actor_idx on platform.audit_log (tenant_id, actor_id, created_at desc, id desc);
create index audit_log_tenant_action_idx on platform.audit_log (tenant_id, action collate "C", created_at desc);

-- The words of an entry. The tenant is one of them, so that a search never walks through the words of others.
create function platform.audit_words(
  tenant_id uuid, action text, resource_type text, resource_id text, details jsonb
) returns tsvector
language sql immutable parallel safe
return array_to_tsvector(array['tenant:' || coalesce(tenant_id::text, 'none')])
  || to_tsvector('simple', concat_ws(' ', action, translate(action, '._', '  '), resource_type, resource_id))
  || jsonb_to_tsvector('simple', details, '["string", "numeric"]');
create index audit_log_words_idx on platform.audit_log
  using gin (platform.audit_words(tenant_id, action, resource_type, resource_id, details));

-- Remembers which chains a transaction is going to write to, for its commit.
create function platform.note_audit_chain() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  v_noted text := coalesce(current_setting('berth.audit_chains', true), '');
  v_chain text := coalesce(new.tenant_id, '00000000-0000-0000-0000-000000000000')::text;
begin
  if position(v_chain in v_noted) = 0 then
    perform set_config('berth.audit_chains', ltrim(v_noted || ' ' || v_chain), true);
  end if;
  return null;
end
$$;
create trigger entry_noted after insert on platform.audit_log
  for each row execute function platform.note_audit_chain();

-- Two transactions that write to the same chains take them in the same order, whatever order they wrote in.
grant create on schema platform to berth_audit;
set local role berth_audit;
create or replace function platform.chain_audit_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_noted text := coalesce(current_setting('berth.audit_chains', true), '');
begin
  if position(' ' in v_noted) > 0 then
    perform from platform.audit_heads where chain = any (string_to_array(v_noted, ' ')::uuid[])
      order by chain for no key update;
    perform set_config('berth.audit_chains', '', true);
  end if;
  perform platform.append_audit_link(
    coalesce(new.tenant_id, '00000000-0000-0000-0000-000000000000'), new.id, platform.audit_digest(new));
  return null;
end
$$;
reset role;
revoke create on schema platform from berth_audit;
