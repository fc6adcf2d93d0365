-- What checks of tenants' structures have found. The newest ones are kept.
create table platform.drift_checks (
  id uuid primary key,
  state text not null default 'pending' check (state in ('pending', 'running', 'succeeded', 'failed')),
  -- null: the clock, or the command line
  requested_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  -- tenants looked at so far, and all of them
  done int not null default 0,
  total int not null default 0,
  -- how much was compared, and how much differs
  summary jsonb
);
create index drift_checks_created_idx on platform.drift_checks (created_at desc, id desc);

create table platform.drift_findings (
  check_id uuid not null references platform.drift_checks (id) on delete cascade,
  position int not null,
  -- null: a schema or a role that belongs to nobody
  tenant_id uuid references platform.tenants (id),
  schema_name text not null,
  severity text not null check (severity in ('critical', 'warning')),
  finding jsonb not null,
  primary key (check_id, position)
);
create index drift_findings_tenant_idx on platform.drift_findings (tenant_id, check_id);

alter table platform.drift_checks enable row level security;
alter table platform.drift_checks force row level security;
create policy platform_scope on platform.drift_checks to berth_platform using (true) with check (true);
grant select, insert, update, delete on platform.drift_checks to berth_platform;
alter table platform.drift_findings enable row level security;
alter table platform.drift_findings force row level security;
create policy platform_scope on platform.drift_findings to berth_platform using (true) with check (true);
grant select, insert, delete on platform.drift_findings to berth_platform;

-- Whoever looks at drift hears that a check moved, whichever process works on it.
create function platform.announce_drift_check() returns trigger
language plpgsql
as $$
begin
  perform pg_notify('berth_events', json_build_object('drift', new.id)::text);
  return null;
end
$$;
create trigger drift_check_announced after insert or update on platform.drift_checks
  for each row execute function platform.announce_drift_check();
