-- Which processes of this installation live: each tells so again and again, and takes its row away when it ends.
create table platform.nodes (
  -- of one start: a process that comes back is another one
  id uuid primary key,
  kind text not null check (kind in ('web', 'worker')),
  -- false where jobs are left to others, and when the part that takes them has died
  takes_jobs boolean not null,
  host text not null,
  pid int not null,
  version text not null,
  "commit" text,
  runtime text not null,
  started_at timestamptz not null,
  -- by the clock of the database, the only one that all of them share
  seen_at timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on platform.nodes to berth_platform;

-- What the console asks over all tenants: runs by when they were asked for, and by how they ended.
create index provisioning_runs_created_idx on platform.provisioning_runs (created_at desc, id desc);
create index provisioning_runs_state_created_idx
  on platform.provisioning_runs (state, created_at desc, id desc);
create index provisioning_runs_failed_idx on platform.provisioning_runs (finished_at desc) where state = 'failed';
drop index platform.provisioning_runs_finished_idx;
create index provisioning_runs_finished_idx
  on platform.provisioning_runs (kind, state, finished_at desc) include (started_at);

-- Mails from the newest back, each filter with its own way in.
create index mail_outbox_state_idx on platform.mail_outbox (state, created_at desc, id desc);
create index mail_outbox_tenant_idx on platform.mail_outbox (tenant_id, created_at desc, id desc);
drop index platform.mail_outbox_created_at_idx;
create index mail_outbox_created_at_idx on platform.mail_outbox (created_at desc, id desc);
