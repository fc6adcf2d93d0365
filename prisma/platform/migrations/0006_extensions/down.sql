drop extension pg_trgm;
drop extension btree_gist;
drop schema extensions;
