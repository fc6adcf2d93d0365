drop index platform.audit_log_words_idx;
create or replace function platform.audit_words(
  tenant_id uuid, action text, resource_type text, resource_id text, details jsonb
) returns tsvector
language sql immutable parallel safe
return array_to_tsvector(array['tenant:' || coalesce(tenant_id::text, 'none')])
  || to_tsvector('simple', concat_ws(' ', action, translate(action, '._', '  '), resource_type, resource_id))
  || jsonb_to_tsvector('simple', details, '["string", "numeric"]');
create index audit_log_words_idx on platform.audit_log
  using gin (platform.audit_words(tenant_id, action, resource_type, resource_id, details));
drop index platform.audit_log_actor_idx;
create index audit_log_tenant_actor_idx on platform.audit_log (tenant_id, actor_id, created_at desc, id desc);
drop index platform.audit_log_resource_idx;
drop index platform.audit_log_action_idx;
drop index platform.audit_log_created_idx;
