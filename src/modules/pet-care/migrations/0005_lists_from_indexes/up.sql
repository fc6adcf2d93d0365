-- Lists of many pets are answered from indexes alone. Row level security admits no index of words (`like` is not
-- leakproof), but what an index holds need not be read from the table: it holds what the policies and a search look at,
-- words in lower case as the search compares them.

drop index pets_name_idx;
create index pets_list_idx on pets (name, id, lower(name collate "und-x-icu"), lower(breed collate "und-x-icu"))
  include (tenant_id, owner_id, breed) where deleted_at is null;
-- For the total, which needs no words.
create index pets_count_idx on pets (tenant_id, owner_id) where deleted_at is null;

-- Labels of pets: those of deleted owners are still shown.
create index owners_label_idx on owners (id, lower(name collate "und-x-icu")) include (tenant_id, user_id, name);
