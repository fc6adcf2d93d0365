drop index owners_label_idx, pets_count_idx, pets_list_idx;
create index pets_name_idx on pets (name, id) where deleted_at is null;
