-- Money that viewers give, drops they score with, and goals that move by either.

alter table goals
  add column progress text not null default 'manual'
    check (progress in ('manual', 'tip-amount', 'tip-count', 'drops')),
  -- Of an amount: what is beyond whole units of the currency, so that no cent is lost on the way.
  add column remainder_cents integer not null default 0 check (remainder_cents between 0 and 99);
create index goals_progress_idx on goals (progress, id) where enabled and deleted_at is null;

create table received_tips (
  id uuid primary key,
  tenant_id uuid not null,
  viewer_id uuid references viewers (id),
  from_name text collate "und-x-icu" not null check (length(from_name) <= 60),
  amount_cents integer not null check (amount_cents between 1 and 100000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  message text check (length(message) <= 300),
  -- The provider's own name for it: the same one twice is one tip.
  external_id text check (length(external_id) <= 120),
  -- Sent from the studio to look at it: counts nowhere.
  is_test boolean not null default false,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint received_tips_external_key unique (external_id)
);
create index received_tips_created_at_idx on received_tips (created_at, id) where deleted_at is null;
create index received_tips_viewer_idx on received_tips (viewer_id, created_at);
create trigger refuse_change before update or delete on received_tips
  for each row execute function refuse_history_change();

create table drop_history (
  id uuid primary key,
  tenant_id uuid not null,
  viewer_id uuid not null references viewers (id),
  score integer not null check (score between 0 and 1000000),
  is_perfect boolean not null default false,
  powerup_used text check (length(powerup_used) <= 40),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index drop_history_created_at_idx on drop_history (created_at, id) where deleted_at is null;
create index drop_history_viewer_idx on drop_history (viewer_id, created_at);

create function keep_drop_points() returns trigger language plpgsql as $$
begin
  insert into viewer_points as p (id, tenant_id, viewer_id, drop_points, total_drops)
    values (new.id, new.tenant_id, new.viewer_id, new.score, 1)
    on conflict (viewer_id) do update set
      drop_points = least(2000000000, p.drop_points::bigint + excluded.drop_points),
      total_drops = p.total_drops + 1,
      updated_at = now();
  return new;
end $$;
create trigger keep_drop_points before insert on drop_history
  for each row execute function keep_drop_points();
create trigger refuse_change before update or delete on drop_history
  for each row execute function refuse_history_change();
