-- Files, settings and what documents have no room for are lost.
alter table channels drop column address, drop column greeting, drop column hours;
delete from knowledge_documents where body is null;
update knowledge_documents set body = left(body, 60000) where length(body) > 60000;
alter table knowledge_documents
  drop constraint knowledge_documents_published_check,
  drop constraint knowledge_documents_text_check,
  drop column file, drop column extraction, drop column extraction_message,
  drop constraint knowledge_documents_body_check,
  add constraint knowledge_documents_body_check check (length(body) between 1 and 60000),
  alter column body set not null;
create or replace function words_of(content text) returns text
language sql immutable parallel safe
return translate(content, '<>“”„‚‘’«»‹›–—…•·¿¡' || chr(160) || chr(173), '                    ');
