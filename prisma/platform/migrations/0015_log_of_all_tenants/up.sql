-- The audit log is read over all tenants, too: from the newest back, and by each filter its own way in.

create index audit_log_created_idx on platform.audit_log (created_at desc, id desc);
create index audit_log_action_idx on platform.audit_log (action collate "C", created_at desc);
create index audit_log_resource_idx on platform.audit_log (resource_type, resource_id);
-- A person belongs to one tenant, so that who they are says whose log it is.
drop index platform.audit_log_tenant_actor_idx;
create index audit_log_actor_idx on platform.audit_log (actor_id, created_at desc, id desc);

-- The log an entry stands in is a word that nobody can type: it was `tenant:…`, which the beginning of "tenant" found
-- in every entry. And what the words of an entry cost to make is said, or they are made for all entries of a log.
drop index platform.audit_log_words_idx;
create or replace function platform.audit_words(
  tenant_id uuid, action text, resource_type text, resource_id text, details jsonb
) returns tsvector
language sql immutable parallel safe cost 5000
return array_to_tsvector(array['#' || coalesce(tenant_id::text, '00000000-0000-0000-0000-000000000000')])
  || to_tsvector('simple', concat_ws(' ', action, translate(action, '._', '  '), resource_type, resource_id))
  || jsonb_to_tsvector('simple', details, '["string", "numeric"]');
create index audit_log_words_idx on platform.audit_log
  using gin (platform.audit_words(tenant_id, action, resource_type, resource_id, details));
