-- Files that people upload. Their bytes lie in the file store under `storage_key`; a record of the tenant names the row.
create table platform.files (
  id uuid primary key,
  tenant_id uuid not null references platform.tenants (id),
  -- the resource and field it was checked for, such as vaccination-records.certificate
  purpose text not null,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size int not null check (size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  storage_key text not null constraint files_storage_key_key unique,
  -- a person of the tenant, who may be gone before the file is
  created_by uuid not null,
  created_at timestamptz not null default now(),
  attached_at timestamptz,
  -- when it goes, unless a record takes it until then
  expires_at timestamptz,
  constraint files_attached_or_expiring check ((attached_at is null) <> (expires_at is null))
);
create index files_tenant_id_idx on platform.files (tenant_id);
create index files_expires_at_idx on platform.files (expires_at) where expires_at is not null;

alter table platform.files enable row level security;
alter table platform.files force row level security;
create policy platform_scope on platform.files to berth_platform using (true) with check (true);
create policy tenant_scope on platform.files to berth_member
  using (tenant_id = platform.current_tenant_id()) with check (tenant_id = platform.current_tenant_id());
grant select, insert, update, delete on platform.files to berth_platform;
grant select, insert on platform.files to berth_member;

-- A record is written by the tenant's own role, which cannot reach the files themselves. It takes one, or gives one
-- back, in the transaction that stores the record. The tenant is taken from the role, as for the audit log.
grant create on schema tenant_gateway to berth_platform;
set local role berth_platform;
create function tenant_gateway.attach_file(p_id uuid, p_person uuid, p_purpose text) returns jsonb
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  update platform.files f set attached_at = now(), expires_at = null
  from platform.tenants t
  where t.role_name = current_setting('role') and f.tenant_id = t.id
    and f.id = p_id and f.created_by = p_person and f.purpose = p_purpose and f.expires_at > now()
  returning jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size)
$$;
create function tenant_gateway.release_file(p_id uuid, p_hours int) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
  update platform.files f set attached_at = null, expires_at = now() + make_interval(hours => p_hours)
  from platform.tenants t
  where t.role_name = current_setting('role') and f.tenant_id = t.id and f.id = p_id and f.attached_at is not null
$$;
reset role;
revoke create on schema tenant_gateway from berth_platform;
