-- Words are looked for in tenants and owners at once, by one look at the table: an index on the words of tenants was read
-- for none of it.
drop index platform.tenants_words_idx;
