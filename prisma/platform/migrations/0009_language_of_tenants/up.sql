-- The language that a business writes in, by the name of its text search configuration in PostgreSQL 15.
alter table platform.tenants add column language text not null default 'english' check (language in (
  'arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'greek',
  'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian', 'portuguese',
  'romanian', 'russian', 'serbian', 'simple', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish'));
grant update (language) on platform.tenants to berth_member;

-- What was written before is searched in the new language as soon as the change is there, whoever made it.
create function platform.follow_language() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job('tenant.follow-language', json_build_object('tenantId', new.id),
    max_attempts => 3, job_key => 'tenant.follow-language:' || new.id);
  return null;
end
$$;
revoke all on function platform.follow_language() from public;
create trigger language_followed after update of language on platform.tenants
  for each row when (old.language is distinct from new.language) execute function platform.follow_language();

-- Work about one record, queued in the transaction that changes it. The tenant is taken from the role that is set,
-- also in the key of the job, so that nobody replaces a waiting job of others.
grant create on schema tenant_gateway to berth_platform;
set local role berth_platform;
create function tenant_gateway.enqueue_record_task(task text, record_id uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_tenant uuid := (select id from platform.tenants where role_name = current_setting('role'));
begin
  if v_tenant is null or task !~ '^record\.[a-z-]{1,40}$' then
    raise exception 'this work cannot be queued' using errcode = 'insufficient_privilege';
  end if;
  perform platform.enqueue_job(task, json_build_object('tenantId', v_tenant, 'recordId', record_id), now(),
    format('%s:%s:%s', task, v_tenant, record_id));
end
$$;
reset role;
revoke create on schema tenant_gateway from berth_platform;
