-- The certificate of a vaccination, as it is known of a stored file.
alter table vaccination_records add column certificate jsonb;
