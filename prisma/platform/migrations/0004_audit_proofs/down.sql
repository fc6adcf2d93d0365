grant create on schema platform to berth_audit;
set local role berth_audit;
create or replace function platform.chain_audit_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform platform.append_audit_link(
    coalesce(new.tenant_id, '00000000-0000-0000-0000-000000000000'), new.id, platform.audit_digest(new));
  return null;
end
$$;
reset role;
revoke create on schema platform from berth_audit;
drop trigger entry_noted on platform.audit_log;
drop function platform.note_audit_chain();
drop index platform.audit_log_words_idx;
drop function platform.audit_words(uuid, text, text, text, jsonb);
drop index platform.audit_log_tenant_action_idx;
drop index platform.audit_log_tenant_actor_idx;
drop index platform.audit_log_tenant_created_idx;
create index audit_log_tenant_created_idx on platform.audit_log (tenant_id, created_at desc);
drop table platform.audit_seals;
