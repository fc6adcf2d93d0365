-- Packages, what of them was bought, and payments. Credits are a ledger (docs/ledger.md): entries are only ever
-- added, and what is left on a bought package follows from them.

create table packages (
  id uuid primary key,
  tenant_id uuid not null,
  name text collate "und-x-icu" not null check (length(name) between 1 and 120),
  credits integer not null check (credits between 1 and 1000),
  price_cents integer not null check (price_cents >= 0),
  expiry_days integer check (expiry_days between 1 and 3650),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index packages_name_idx on packages (name, id) where deleted_at is null;

create table package_purchases (
  id uuid primary key,
  tenant_id uuid not null,
  owner_id uuid not null references owners (id),
  package_id uuid not null references packages (id),
  purchased_on date,
  -- As it was sold: a later change of the package changes nothing that was bought.
  package_name text collate "und-x-icu" not null check (length(package_name) <= 120),
  credits integer not null,
  credits_left integer not null,
  price_cents integer not null,
  expires_on date,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint package_purchases_balance_check check (credits_left >= 0)
);
create index package_purchases_owner_id_idx on package_purchases (owner_id, created_at);
create index package_purchases_package_id_idx on package_purchases (package_id);
create index package_purchases_created_at_idx on package_purchases (created_at, id) where deleted_at is null;

create table credit_entries (
  id uuid primary key,
  tenant_id uuid not null,
  purchase_id uuid not null references package_purchases (id),
  appointment_id uuid references appointments (id),
  amount integer not null check (amount <> 0),
  balance_after integer not null,
  reason text not null check (reason in ('purchase', 'use', 'return')),
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index credit_entries_purchase_id_idx on credit_entries (purchase_id, created_at);
create index credit_entries_appointment_id_idx on credit_entries (appointment_id) where appointment_id is not null;
create index credit_entries_created_at_idx on credit_entries (created_at, id) where deleted_at is null;

create function keep_package_credits() returns trigger language plpgsql as $$
begin
  -- Entries of one account wait here for each other.
  update package_purchases set credits_left = credits_left + new.amount
    where id = new.purchase_id returning credits_left into new.balance_after;
  new.created_at := clock_timestamp();
  return new;
end $$;
create trigger keep_balance before insert on credit_entries for each row execute function keep_package_credits();

create function refuse_credit_entry_change() returns trigger language plpgsql as $$
begin
  raise exception 'Entries of % are never changed: add one that corrects them.', tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger refuse_change before update or delete on credit_entries
  for each row execute function refuse_credit_entry_change();

-- What is bought begins with nothing; its first entry is the package itself.
create function open_package_credits() returns trigger language plpgsql as $$
begin
  insert into credit_entries (id, tenant_id, purchase_id, amount, balance_after, reason)
    values (new.id, new.tenant_id, new.id, new.credits, 0, 'purchase');
  return null;
end $$;
create trigger open_balance after insert on package_purchases for each row execute function open_package_credits();

create function refuse_package_credit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.credits_left <> 0
    or tg_op = 'UPDATE' and new.credits_left <> old.credits_left and pg_trigger_depth() < 2 then
    raise exception 'Credits of % follow from the entries alone.', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger refuse_change before insert or update on package_purchases
  for each row execute function refuse_package_credit_change();

create table payments (
  id uuid primary key,
  tenant_id uuid not null,
  owner_id uuid not null references owners (id),
  appointment_id uuid references appointments (id),
  purchase_id uuid references package_purchases (id),
  type text not null check (type in ('deposit', 'full_payment', 'tip', 'package', 'gift_card')),
  amount_cents integer not null check (amount_cents > 0),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  status text not null default 'pending' check (status in ('pending', 'completed', 'failed', 'refunded')),
  refund_reason text check (length(refund_reason) <= 500),
  notes text check (length(notes) <= 4000),
  stripe_payment_intent_id text check (length(stripe_payment_intent_id) <= 255),
  stripe_charge_id text check (length(stripe_charge_id) <= 255),
  metadata text check (length(metadata) <= 4000),
  paid_at timestamptz,
  refunded_at timestamptz,
  is_active boolean not null default true,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint payments_refunded_check check (status <> 'refunded' or refund_reason is not null)
);
create index payments_owner_id_idx on payments (owner_id, created_at);
create index payments_appointment_id_idx on payments (appointment_id) where appointment_id is not null;
create index payments_purchase_id_idx on payments (purchase_id) where purchase_id is not null;
create index payments_created_at_idx on payments (created_at, id) where deleted_at is null;
