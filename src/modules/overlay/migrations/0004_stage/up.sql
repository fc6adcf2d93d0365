-- What the overlay shows, how it looks, and the links it is shown by.

create table streamer_profile (
  id uuid primary key,
  tenant_id uuid not null,
  kick_user_id text check (length(kick_user_id) <= 60),
  username text check (length(username) <= 60),
  display_name text check (length(display_name) <= 60),
  avatar_url text check (length(avatar_url) <= 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint streamer_profile_tenant_key unique (tenant_id)
);

create table theme_settings (
  id uuid primary key,
  tenant_id uuid not null,
  theme jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint theme_settings_tenant_key unique (tenant_id)
);

create table overlay_layouts (
  id uuid primary key,
  tenant_id uuid not null,
  layout jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint overlay_layouts_tenant_key unique (tenant_id)
);

create table overlay_settings (
  id uuid primary key,
  tenant_id uuid not null,
  key text not null check (length(key) <= 60),
  value text check (length(value) <= 2000),
  description text check (length(description) <= 300),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index overlay_settings_key_key on overlay_settings (key) where deleted_at is null;
create index overlay_settings_key_idx on overlay_settings (key, id) where deleted_at is null;

create table overlay_links (
  id uuid primary key,
  tenant_id uuid not null,
  name text collate "und-x-icu" not null check (length(name) between 1 and 60),
  -- SHA-256 of the secret part, in hex.
  token_hash text not null check (length(token_hash) = 64),
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint overlay_links_token_key unique (token_hash)
);
