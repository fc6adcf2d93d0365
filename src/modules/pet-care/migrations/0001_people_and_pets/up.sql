-- Owners, pets, staff, services and bookable resources. Rights and row level security are added by the step
-- that secures the whole schema. Deleted rows stay, so the indexes of lists leave them out.
-- What lists are sorted by is compared as people do, whatever the collation of the database.

create table owners (
  id uuid primary key,
  tenant_id uuid not null,
  name text collate "und-x-icu" not null check (length(name) between 1 and 120),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 30),
  phone_alt text check (length(phone_alt) <= 30),
  address text check (length(address) <= 300),
  notes text check (length(notes) <= 4000),
  stripe_customer_id text check (length(stripe_customer_id) <= 255),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index owners_name_idx on owners (name, id) where deleted_at is null;

create table pets (
  id uuid primary key,
  tenant_id uuid not null,
  owner_id uuid not null references owners (id),
  name text collate "und-x-icu" not null check (length(name) between 1 and 80),
  species text not null check (species in ('dog', 'cat', 'rabbit', 'guinea_pig', 'bird', 'reptile', 'other')),
  breed text collate "und-x-icu" check (length(breed) <= 80),
  date_of_birth date,
  weight numeric(6, 2) check (weight > 0),
  medical_notes text check (length(medical_notes) <= 4000),
  behavioral_notes text check (length(behavioral_notes) <= 4000),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index pets_owner_id_idx on pets (owner_id);
create index pets_name_idx on pets (name, id) where deleted_at is null;

create table staff (
  id uuid primary key,
  tenant_id uuid not null,
  user_id uuid,
  name text collate "und-x-icu" not null check (length(name) between 1 and 120),
  role text not null check (role in ('groomer', 'trainer', 'both')),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 30),
  skills text[] not null default '{}' check (cardinality(skills) <= 30),
  availability jsonb not null default '{}' check (jsonb_typeof(availability) = 'object'),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index staff_name_idx on staff (name, id) where deleted_at is null;

create table services (
  id uuid primary key,
  tenant_id uuid not null,
  name text collate "und-x-icu" not null check (length(name) between 1 and 120),
  description text check (length(description) <= 4000),
  duration_minutes integer not null check (duration_minutes between 1 and 1440),
  buffer_before_minutes integer not null default 0 check (buffer_before_minutes between 0 and 1440),
  buffer_after_minutes integer not null default 0 check (buffer_after_minutes between 0 and 1440),
  price_cents integer not null check (price_cents >= 0),
  requires_vaccination boolean not null default false,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index services_name_idx on services (name, id) where deleted_at is null;

create table resources (
  id uuid primary key,
  tenant_id uuid not null,
  name text collate "und-x-icu" not null check (length(name) between 1 and 120),
  type text not null check (type in ('table', 'van', 'room')),
  is_mobile boolean not null default false,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index resources_name_idx on resources (name, id) where deleted_at is null;
