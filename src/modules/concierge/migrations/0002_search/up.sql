-- A search over all texts, each in its own language.

-- A column of type regconfig would keep the whole server from pg_upgrade, and a cast from text is not immutable.
create function text_search_of(language text) returns regconfig
language sql immutable parallel safe
return case language
  when 'arabic' then 'pg_catalog.arabic'::regconfig
  when 'armenian' then 'pg_catalog.armenian'::regconfig
  when 'basque' then 'pg_catalog.basque'::regconfig
  when 'catalan' then 'pg_catalog.catalan'::regconfig
  when 'danish' then 'pg_catalog.danish'::regconfig
  when 'dutch' then 'pg_catalog.dutch'::regconfig
  when 'english' then 'pg_catalog.english'::regconfig
  when 'finnish' then 'pg_catalog.finnish'::regconfig
  when 'french' then 'pg_catalog.french'::regconfig
  when 'german' then 'pg_catalog.german'::regconfig
  when 'greek' then 'pg_catalog.greek'::regconfig
  when 'hindi' then 'pg_catalog.hindi'::regconfig
  when 'hungarian' then 'pg_catalog.hungarian'::regconfig
  when 'indonesian' then 'pg_catalog.indonesian'::regconfig
  when 'irish' then 'pg_catalog.irish'::regconfig
  when 'italian' then 'pg_catalog.italian'::regconfig
  when 'lithuanian' then 'pg_catalog.lithuanian'::regconfig
  when 'nepali' then 'pg_catalog.nepali'::regconfig
  when 'norwegian' then 'pg_catalog.norwegian'::regconfig
  when 'portuguese' then 'pg_catalog.portuguese'::regconfig
  when 'romanian' then 'pg_catalog.romanian'::regconfig
  when 'russian' then 'pg_catalog.russian'::regconfig
  when 'serbian' then 'pg_catalog.serbian'::regconfig
  when 'spanish' then 'pg_catalog.spanish'::regconfig
  when 'swedish' then 'pg_catalog.swedish'::regconfig
  when 'tamil' then 'pg_catalog.tamil'::regconfig
  when 'turkish' then 'pg_catalog.turkish'::regconfig
  when 'yiddish' then 'pg_catalog.yiddish'::regconfig
  else 'pg_catalog.simple'::regconfig
end;

-- In a database whose locale is C, all that is not ASCII counts as a letter, quotation marks and dashes too; and in any,
-- what stands in angle brackets counts as a tag and is lost. Both become space. Soft hyphens go.
create function words_of(content text) returns text
language sql immutable parallel safe
return translate(content, '<>“”„‚‘’«»‹›–—…•·¿¡' || chr(160) || chr(173), '                    ');

alter table knowledge_documents
  add column language text check (language in (
    'arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'greek', 'hindi',
    'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian', 'portuguese', 'romanian',
    'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish', 'simple')),
  add column search_language text not null default 'english' check (search_language in (
    'arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'greek', 'hindi',
    'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian', 'portuguese', 'romanian',
    'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish', 'simple')),
  add column search tsvector not null generated always as (
    setweight(to_tsvector(text_search_of(search_language), words_of(title)), 'A') ||
    setweight(to_tsvector(text_search_of(search_language), words_of(body)), 'B')
  ) stored;
alter table knowledge_documents alter column search_language drop default;
create index knowledge_documents_search_idx on knowledge_documents using gin (search);
create index knowledge_documents_language_idx on knowledge_documents (search_language);

-- Row level security keeps the tenant's own role from using the index: a condition that might leak is checked after
-- the policies alone. So the index is asked by a role that sees the words of all rows, never their texts, and that
-- nothing runs as but this function. It tells ids; what they stand for is read under the policies as ever.
create policy search_rows on knowledge_documents for select to berth_search using (true);
grant select (id, tenant_id, status, search, search_language, deleted_at) on knowledge_documents to berth_search;
do $$ begin execute format('grant usage, create on schema %I to berth_search', current_schema()); end $$;
set local role berth_search;
create function find_knowledge(words text, statuses text[]) returns table (id uuid, rank real)
language sql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
begin atomic
  with recursive spoken (language) as (
    (select d.search_language from knowledge_documents d order by d.search_language limit 1)
    union all
    select (select d.search_language from knowledge_documents d
            where d.search_language > spoken.language order by d.search_language limit 1)
    from spoken where spoken.language is not null
  ), asked as materialized (
    select language, websearch_to_tsquery(text_search_of(language), words_of(words)) as query
    from spoken where language is not null
  )
  select found.id, found.rank
  from asked
  -- One look into the index for each language. How rare the words are is not known when this is planned, and other
  -- ways would seem cheaper; so the conditions beside the words are put in a way that suits no other index.
  cross join lateral (
    select d.id, ts_rank_cd(d.search, asked.query, 1) as rank
    from knowledge_documents d
    where d.search @@ asked.query and d.search_language || '' = asked.language
      and coalesce(d.deleted_at, 'infinity') = 'infinity' and d.status = any (statuses)
      and d.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
      and nullif(current_setting('app.owner_id', true), '') is null
    offset 0
  ) found
  order by 2 desc, 1
  limit 1000;
end;
reset role;
do $$ begin execute format('revoke create on schema %I from berth_search', current_schema()); end $$;
