alter table platform.nodes drop column marks, drop column locks;

grant create on schema tenant_gateway to berth_platform;
set local role berth_platform;
create or replace function tenant_gateway.enqueue_record_task(task text, record_id uuid) returns void
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

drop function platform.enqueue_tenant_job(text, json, text, uuid);
drop function platform.enqueue_job(text, json, timestamptz, text, int);
