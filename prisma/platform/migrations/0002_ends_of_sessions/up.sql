-- Sockets outlive the request that opened them. The end of a session, however it came about, is announced to
-- all processes in the transaction that ends it; they close the sockets of that session.
create function platform.announce_session_end() returns trigger
language plpgsql
as $$
begin
  perform pg_notify('berth_events', json_build_object('revoke', json_build_object('sessionId', new.id))::text);
  return null;
end
$$;
create trigger session_end_announced after update of revoked_at on platform.sessions
  for each row when (old.revoked_at is null and new.revoked_at is not null)
  execute function platform.announce_session_end();

-- What has ended stays ended: a tenant's scope may end a session, not bring one back.
create policy ended_stays_ended on platform.sessions as restrictive for update to berth_member
  using (revoked_at is null) with check (true);

-- The record of what happened only grows: removing a run would take its events along.
revoke delete on platform.tenants, platform.provisioning_runs, platform.provisioning_steps from berth_platform;
