-- Whoever looks at a rollout hears that it moved, whichever process works on it: each tells that it lives about once a second.
-- The rows of its tenants announce nothing, or their transactions would commit one after the other.
create function platform.announce_rollout_change() returns trigger
language plpgsql
as $$
begin
  perform pg_notify('berth_events', json_build_object('rollout', new.id)::text);
  return null;
end
$$;
create trigger rollout_change_announced after insert or update on platform.rollouts
  for each row execute function platform.announce_rollout_change();
