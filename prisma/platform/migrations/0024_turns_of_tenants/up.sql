-- Work of one tenant carries the name of the tenant, by which workers take turns: no more than one job of it is in hand
-- in each process. A queue of its own would do that, too; but whoever takes a job locks the rows of all free queues, and
-- a queue whose job has just ended is found free only by the next look, a second later.
create or replace function platform.enqueue_tenant_job(task text, payload json, job_key text, tenant uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(task, payload, flags => array['tenant:' || tenant], max_attempts => 3,
    job_key => job_key, priority => 10);
end
$$;
