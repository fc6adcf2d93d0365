-- What people of the platform do to a workspace: suspend it, and delete it with days of grace.
alter table platform.tenants
  add column status_reason text check (length(status_reason) between 1 and 300),
  add column status_before text check (status_before in ('trial', 'active', 'suspended', 'cancelled')),
  add column status_changed_at timestamptz not null default now(),
  add column deletion_due_at timestamptz,
  add constraint tenants_deletion_check check (
    (deletion_due_at is null) = (status_before is null) and (deletion_due_at is null or status = 'cancelled'));

update platform.tenants set status_changed_at = coalesce(deleted_at, activated_at, created_at);

-- Runs change the status as well as people do; the moment is noted for all of them.
create function platform.note_status_change() returns trigger
language plpgsql
as $$
begin
  new.status_changed_at := clock_timestamp();
  return new;
end
$$;
create trigger status_change_noted before update of status on platform.tenants
  for each row when (old.status is distinct from new.status) execute function platform.note_status_change();

-- Which of a tenant's migrations were applied is shown with the tenant.
grant select on platform.applied_migrations to berth_platform;

-- Ways into the list of all tenants, by order, by part of a word, by module; and to the people of one page of it.
create index tenants_created_idx on platform.tenants (created_at, id);
create index tenants_name_idx on platform.tenants (business_name, id);
create index tenants_deletion_due_idx on platform.tenants (deletion_due_at) where deletion_due_at is not null;
create index tenants_words_idx on platform.tenants
  using gin (subdomain extensions.gin_trgm_ops, business_name extensions.gin_trgm_ops);
create index users_owner_words_idx on platform.users
  using gin (full_name extensions.gin_trgm_ops, email extensions.gin_trgm_ops)
  where role = 'owner' and removed_at is null;
create index users_owner_idx on platform.users (tenant_id, created_at) where role = 'owner' and removed_at is null;
create index users_team_idx on platform.users (tenant_id) where role <> 'client' and removed_at is null;
create index tenant_features_enabled_idx on platform.tenant_features (name, tenant_id) where enabled;
