-- Points of viewers as a ledger (docs/ledger.md), and what they buy.

create table viewer_points (
  id uuid primary key,
  tenant_id uuid not null,
  viewer_id uuid not null references viewers (id),
  -- What there is to spend: the sum of the transactions.
  channel_points integer not null default 0,
  -- All that ever came in, which spending does not take away.
  earned_points integer not null default 0,
  drop_points integer not null default 0,
  total_drops integer not null default 0,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint viewer_points_viewer_key unique (viewer_id),
  constraint viewer_points_balance_check check (channel_points between 0 and 2000000000)
);
create index viewer_points_channel_points_idx on viewer_points (channel_points, id) where deleted_at is null;
create index viewer_points_earned_points_idx on viewer_points (earned_points desc, id);
create index viewer_points_drop_points_idx on viewer_points (drop_points desc, id);

create table point_transactions (
  id uuid primary key,
  tenant_id uuid not null,
  viewer_id uuid not null references viewers (id),
  amount integer not null check (amount <> 0),
  balance_after integer not null,
  source text not null check (
    source in ('chat', 'watch', 'drop', 'sub', 'gift', 'renewal', 'tip', 'admin', 'spend', 'gamble', 'duel')
  ),
  description text check (length(description) <= 300),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index point_transactions_viewer_idx on point_transactions (viewer_id, created_at);
create index point_transactions_created_at_idx on point_transactions (created_at, id) where deleted_at is null;

-- The same three functions that every ledger has, with names of this module: docs/ledger.md.
create function keep_viewer_points() returns trigger language plpgsql as $$
begin
  -- Entries of an account get the order in which they got its row; those brought in from elsewhere keep their own time.
  if new.created_at = now() then new.created_at := clock_timestamp(); end if;
  update viewer_points set
      channel_points = channel_points + new.amount,
      earned_points = least(2000000000, earned_points::bigint + greatest(new.amount, 0)),
      updated_at = clock_timestamp()
    where viewer_id = new.viewer_id returning channel_points into new.balance_after;
  if not found then
    insert into viewer_points as p (id, tenant_id, viewer_id, channel_points, earned_points)
      values (new.id, new.tenant_id, new.viewer_id, new.amount, greatest(new.amount, 0))
      on conflict (viewer_id) do update set
        channel_points = p.channel_points + excluded.channel_points,
        earned_points = least(2000000000, p.earned_points::bigint + excluded.earned_points)
      returning p.channel_points into new.balance_after;
  end if;
  return new;
end $$;
create trigger keep_viewer_points before insert on point_transactions
  for each row execute function keep_viewer_points();

create function refuse_history_change() returns trigger language plpgsql as $$
begin
  raise exception 'Entries of % are never changed: add one that corrects them.', tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger refuse_change before update or delete on point_transactions
  for each row execute function refuse_history_change();

create function refuse_viewer_points_change() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'Balances of % follow from the entries alone.', tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger refuse_change before insert or update or delete on viewer_points
  for each row execute function refuse_viewer_points_change();

create table powerup_config (
  id uuid primary key,
  tenant_id uuid not null,
  key text not null check (length(key) <= 40),
  name text collate "und-x-icu" not null check (length(name) <= 60),
  description text check (length(description) <= 300),
  cost integer not null check (cost between 0 and 1000000000),
  emoji text check (length(emoji) <= 16),
  effect text check (length(effect) <= 60),
  variables text check (length(variables) <= 4000),
  enabled boolean not null default true,
  -- Empty: there is no end of them.
  stock integer check (stock between 0 and 1000000),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index powerup_config_key_key on powerup_config (lower(key)) where deleted_at is null;
create index powerup_config_name_idx on powerup_config (name, id) where deleted_at is null;

create table powerup_inventory (
  id uuid primary key,
  tenant_id uuid not null,
  viewer_id uuid not null references viewers (id),
  powerup_id uuid not null references powerup_config (id),
  quantity integer not null check (quantity between 0 and 1000000),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint powerup_inventory_owner_key unique (viewer_id, powerup_id)
);
create index powerup_inventory_powerup_idx on powerup_inventory (powerup_id, viewer_id);

create table powerup_purchases (
  id uuid primary key,
  tenant_id uuid not null,
  viewer_id uuid not null references viewers (id),
  powerup_id uuid not null references powerup_config (id),
  quantity integer not null check (quantity between 1 and 1000),
  -- Of all of them together.
  cost integer not null check (cost >= 0),
  -- What was taken for it; nothing for what is free.
  transaction_id uuid references point_transactions (id),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index powerup_purchases_viewer_idx on powerup_purchases (viewer_id, created_at);
create index powerup_purchases_created_at_idx on powerup_purchases (created_at, id) where deleted_at is null;
create index powerup_purchases_powerup_idx on powerup_purchases (powerup_id);
create trigger refuse_change before update or delete on powerup_purchases
  for each row execute function refuse_history_change();
