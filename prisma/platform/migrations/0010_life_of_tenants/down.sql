drop index platform.tenant_features_enabled_idx;
drop index platform.users_team_idx;
drop index platform.users_owner_idx;
drop index platform.users_owner_words_idx;
drop index platform.tenants_words_idx;
drop index platform.tenants_deletion_due_idx;
drop index platform.tenants_name_idx;
drop index platform.tenants_created_idx;
revoke select on platform.applied_migrations from berth_platform;
drop trigger status_change_noted on platform.tenants;
drop function platform.note_status_change();
alter table platform.tenants
  drop constraint tenants_deletion_check,
  drop column status_reason,
  drop column status_before,
  drop column status_changed_at,
  drop column deletion_due_at;
