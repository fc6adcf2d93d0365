-- Texts that answers are drawn from, and the ways customers come in.
-- What lists are sorted by is compared as people do, whatever the collation of the database.

create table knowledge_documents (
  id uuid primary key,
  tenant_id uuid not null,
  title text collate "und-x-icu" not null check (length(title) between 1 and 200),
  source text check (length(source) <= 500),
  body text not null check (length(body) between 1 and 60000),
  status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index knowledge_documents_title_idx on knowledge_documents (title, id) where deleted_at is null;

create table channels (
  id uuid primary key,
  tenant_id uuid not null,
  name text collate "und-x-icu" not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('web_chat', 'email', 'phone', 'whatsapp', 'sms')),
  enabled boolean not null default true,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index channels_name_idx on channels (name, id) where deleted_at is null;
