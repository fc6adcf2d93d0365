-- What modules build constraints and indexes with: exclusion by equal ids (btree_gist) and search by parts of words
-- (pg_trgm). Both are trusted: whoever may create schemas in the database may install them.
create schema if not exists extensions;
grant usage on schema extensions to public;
create extension if not exists btree_gist with schema extensions;
create extension if not exists pg_trgm with schema extensions;

do $$
declare elsewhere text;
begin
  select string_agg(format('alter extension %I set schema extensions', extname), '; ') into elsewhere
    from pg_extension where extname in ('btree_gist', 'pg_trgm') and extnamespace <> 'extensions'::regnamespace;
  if elsewhere is not null then
    raise exception 'An extension lies in another schema than extensions.' using hint = 'As its owner, run: ' || elsewhere;
  end if;
end $$;
