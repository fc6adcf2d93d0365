-- The smaller the number, the earlier the job: what somebody waits for goes before what may take its time.
create function platform.enqueue_job(task text, payload json, run_at timestamptz, job_key text, priority int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => 3, job_key => job_key,
    priority => priority);
end
$$;
revoke all on function platform.enqueue_job(text, json, timestamptz, text, int) from public;
grant execute on function platform.enqueue_job(text, json, timestamptz, text, int) to berth_platform;

-- Work of one tenant, one job after the other: however many it queues, it takes one place of all workers.
create function platform.enqueue_tenant_job(task text, payload json, job_key text, tenant uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(task, payload, queue_name => 'tenant:' || tenant, max_attempts => 3,
    job_key => job_key, priority => 10);
end
$$;
revoke all on function platform.enqueue_tenant_job(text, json, text, uuid) from public;
grant execute on function platform.enqueue_tenant_job(text, json, text, uuid) to berth_platform;

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
  perform platform.enqueue_tenant_job(task, json_build_object('tenantId', v_tenant, 'recordId', record_id),
    format('%s:%s:%s', task, v_tenant, record_id), v_tenant);
end
$$;
reset role;
revoke create on schema tenant_gateway from berth_platform;

-- Under which names a process holds jobs, so that others give them back when it is lost; and marks of its secrets and
-- of where it keeps files, none of which tells what it is made from: all processes must have the same.
alter table platform.nodes
  add column locks text[] not null default '{}',
  add column marks text[] not null default '{}';
