-- Tokens of providers, encrypted, and how a viewer of the chat proves who they are.

create table api_tokens (
  id uuid primary key,
  tenant_id uuid not null,
  provider text not null check (provider ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  access_token text not null,
  access_token_end text not null check (length(access_token_end) <= 4),
  refresh_token text,
  refresh_token_end text check (length(refresh_token_end) <= 4),
  expires_at timestamptz,
  scope text check (length(scope) <= 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint api_tokens_provider_key unique (provider)
);

create table verification_codes (
  id uuid primary key,
  tenant_id uuid not null,
  username text not null check (length(username) between 1 and 60),
  -- A keyed hash: six digits could be tried out against a plain one.
  code_hash text not null check (length(code_hash) = 64),
  attempts integer not null default 0,
  verified boolean not null default false,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Of a name the newest one counts; those before it say how many were asked for.
create index verification_codes_username_idx on verification_codes (lower(username), created_at);
create index verification_codes_created_at_idx on verification_codes (created_at);

create table viewer_sessions (
  id uuid primary key,
  tenant_id uuid not null,
  viewer_id uuid not null references viewers (id),
  token_hash text not null check (length(token_hash) = 64),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint viewer_sessions_token_key unique (token_hash)
);
create index viewer_sessions_viewer_idx on viewer_sessions (viewer_id);
