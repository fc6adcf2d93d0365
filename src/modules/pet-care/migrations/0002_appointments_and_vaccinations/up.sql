-- Appointments, which can overlap neither for a person nor for a resource, and vaccinations. Owners may be people
-- who sign in, and services may ask for skills.

alter table owners add column user_id uuid;
create index owners_user_id_idx on owners (user_id) where user_id is not null;

alter table services add column required_skills text[] not null default '{}' check (cardinality(required_skills) <= 30);

create table appointments (
  id uuid primary key,
  tenant_id uuid not null,
  pet_id uuid not null references pets (id),
  owner_id uuid not null references owners (id),
  service_id uuid not null references services (id),
  staff_id uuid not null references staff (id),
  resource_id uuid references resources (id),
  title text collate "und-x-icu" not null check (length(title) <= 210),
  scheduled_start timestamptz not null,
  duration_minutes integer check (duration_minutes between 1 and 1440),
  scheduled_end timestamptz not null,
  -- With the buffers that the service had when it was booked: a later change of the service moves nobody.
  occupied_from timestamptz not null,
  occupied_until timestamptz not null,
  actual_start timestamptz,
  actual_end timestamptz,
  status text not null default 'scheduled'
    check (status in ('scheduled', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show')),
  cancellation_reason text check (length(cancellation_reason) <= 500),
  vaccination_override_reason text check (length(vaccination_override_reason) <= 500),
  notes text check (length(notes) <= 4000),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint appointments_end_check
    check (extract(epoch from scheduled_end - scheduled_start) = coalesce(duration_minutes, 0) * 60),
  constraint appointments_buffers_check
    check (occupied_from <= scheduled_start and scheduled_end <= occupied_until),
  constraint appointments_cancelled_check check (status <> 'cancelled' or cancellation_reason is not null),
  -- Touching is no overlap. What was cancelled, missed or deleted occupies nothing.
  constraint appointments_staff_free
    exclude using gist (staff_id with =, tstzrange(occupied_from, occupied_until) with &&)
    where (deleted_at is null and status in ('scheduled', 'confirmed', 'in_progress', 'completed')),
  constraint appointments_resource_free
    exclude using gist (resource_id with =, tstzrange(occupied_from, occupied_until) with &&)
    where (resource_id is not null and deleted_at is null
      and status in ('scheduled', 'confirmed', 'in_progress', 'completed'))
);
create index appointments_scheduled_start_idx on appointments (scheduled_start, id) where deleted_at is null;
create index appointments_staff_id_idx on appointments (staff_id, occupied_from);
create index appointments_resource_id_idx on appointments (resource_id, occupied_from) where resource_id is not null;
create index appointments_pet_id_idx on appointments (pet_id, scheduled_start);
create index appointments_owner_id_idx on appointments (owner_id, scheduled_start);
create index appointments_service_id_idx on appointments (service_id);

create table vaccination_records (
  id uuid primary key,
  tenant_id uuid not null,
  pet_id uuid not null references pets (id),
  vax_type text collate "und-x-icu" not null check (length(vax_type) between 1 and 80),
  date date not null,
  expiry_date date,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (expiry_date >= date)
);
create index vaccination_records_pet_id_idx on vaccination_records (pet_id, date);
create index vaccination_records_date_idx on vaccination_records (date, id) where deleted_at is null;
