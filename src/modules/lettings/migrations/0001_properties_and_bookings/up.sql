-- Properties and the bookings of their guests.
-- What lists are sorted by is compared as people do, whatever the collation of the database.

create table properties (
  id uuid primary key,
  tenant_id uuid not null,
  name text collate "und-x-icu" not null check (length(name) between 1 and 120),
  address text not null check (length(address) between 1 and 300),
  type text not null check (type in ('apartment', 'house', 'cottage', 'villa', 'studio', 'room')),
  bedrooms integer not null default 1 check (bedrooms between 0 and 100),
  nightly_rate_cents integer not null check (nightly_rate_cents >= 0),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  owner_user_id uuid,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index properties_name_idx on properties (name, id) where deleted_at is null;

create table bookings (
  id uuid primary key,
  tenant_id uuid not null,
  property_id uuid not null references properties (id),
  guest_name text collate "und-x-icu" not null check (length(guest_name) between 1 and 120),
  guest_email text check (length(guest_email) <= 254),
  guest_phone text check (length(guest_phone) <= 30),
  check_in date not null,
  check_out date not null,
  guests integer not null default 1 check (guests between 1 and 100),
  total_cents integer not null check (total_cents >= 0),
  status text not null default 'pending'
    check (status in ('pending', 'confirmed', 'checked_in', 'checked_out', 'cancelled')),
  notes text check (length(notes) <= 4000),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (check_in < check_out)
);
create index bookings_property_id_idx on bookings (property_id, check_in);
create index bookings_check_in_idx on bookings (check_in, id) where deleted_at is null;
