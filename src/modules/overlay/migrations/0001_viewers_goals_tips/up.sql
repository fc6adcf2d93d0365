-- Viewers of a stream, its goals and the tips it shows.
-- What lists are sorted by is compared as people do, whatever the collation of the database.

create table viewers (
  id uuid primary key,
  tenant_id uuid not null,
  username text collate "und-x-icu" not null check (length(username) between 1 and 60),
  voice text check (length(voice) <= 60),
  drop_image text check (length(drop_image) <= 500),
  country text check (length(country) <= 80),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Platforms treat names that differ by case alone as one person.
create unique index viewers_username_key on viewers (lower(username)) where deleted_at is null;
create index viewers_username_idx on viewers (username, id) where deleted_at is null;

create table goals (
  id uuid primary key,
  tenant_id uuid not null,
  label text collate "und-x-icu" not null check (length(label) between 1 and 120),
  current_value integer not null default 0 check (current_value >= 0),
  target_value integer not null check (target_value >= 1),
  enabled boolean not null default true,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index goals_label_idx on goals (label, id) where deleted_at is null;

create table tips (
  id uuid primary key,
  tenant_id uuid not null,
  content text collate "und-x-icu" not null check (length(content) between 1 and 300),
  sort_order integer not null default 0 check (sort_order between 0 and 10000),
  enabled boolean not null default true,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index tips_sort_order_idx on tips (sort_order, id) where deleted_at is null;
