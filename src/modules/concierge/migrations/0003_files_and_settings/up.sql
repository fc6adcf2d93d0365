-- Documents that begin as a file, and what a channel needs to know to be one.
-- A document without a text yet is found by its title.
create or replace function words_of(content text) returns text
language sql immutable parallel safe
return translate(coalesce(content, ''), '<>“”„‚‘’«»‹›–—…•·¿¡' || chr(160) || chr(173), '                    ');

alter table knowledge_documents
  alter column body drop not null,
  drop constraint knowledge_documents_body_check,
  add constraint knowledge_documents_body_check check (length(body) between 1 and 100000),
  add column file jsonb,
  add column extraction text not null default 'none' check (extraction in ('none', 'waiting', 'succeeded', 'failed')),
  add column extraction_message text check (length(extraction_message) <= 500),
  add constraint knowledge_documents_text_check check (body is not null or file is not null),
  add constraint knowledge_documents_published_check check (body is not null or status <> 'published');
alter table knowledge_documents alter column extraction drop default;

alter table channels
  add column address text check (length(address) <= 200),
  add column greeting text check (length(greeting) <= 1000),
  add column hours jsonb not null default '{}';
