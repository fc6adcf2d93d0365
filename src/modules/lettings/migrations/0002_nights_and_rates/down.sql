drop index properties_owner_user_id_idx;
alter table bookings
  drop constraint bookings_nights_free,
  drop constraint bookings_nights_check,
  drop constraint bookings_total_check,
  alter column total_cents set not null,
  drop column nights,
  drop column nightly_rate_cents,
  drop column currency;
