-- A night belongs to one guest, and a booking keeps the rate it was made at.

alter table bookings
  add column nights integer,
  add column nightly_rate_cents integer check (nightly_rate_cents >= 0),
  add column currency text check (currency ~ '^[A-Z]{3}$');

update bookings set
  nights = check_out - check_in,
  nightly_rate_cents = properties.nightly_rate_cents,
  currency = properties.currency
from properties where properties.id = bookings.property_id;

alter table bookings
  alter column nights set not null,
  alter column nightly_rate_cents set not null,
  alter column currency set not null,
  -- A request may leave it out, a booking has it.
  alter column total_cents drop not null,
  add constraint bookings_total_check check (total_cents is not null),
  add constraint bookings_nights_check check (nights = check_out - check_in),
  -- The night of the day of departure is free again: touching is no overlap. What was cancelled or deleted takes none.
  add constraint bookings_nights_free
    exclude using gist (property_id with =, daterange(check_in, check_out) with &&)
    where (deleted_at is null and status <> 'cancelled');

-- Whose properties a client sees.
create index properties_owner_user_id_idx on properties (owner_user_id) where owner_user_id is not null;
