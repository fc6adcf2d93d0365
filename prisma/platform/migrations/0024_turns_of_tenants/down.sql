create or replace function platform.enqueue_tenant_job(task text, payload json, job_key text, tenant uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(task, payload, queue_name => 'tenant:' || tenant, max_attempts => 3,
    job_key => job_key, priority => 10);
end
$$;
