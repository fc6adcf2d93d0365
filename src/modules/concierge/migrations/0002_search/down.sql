drop function find_knowledge(text, text[]);
drop policy search_rows on knowledge_documents;
revoke select (id, tenant_id, status, search, search_language, deleted_at) on knowledge_documents from berth_search;
do $$ begin execute format('revoke usage on schema %I from berth_search', current_schema()); end $$;
alter table knowledge_documents drop column search, drop column search_language, drop column language;
drop function words_of(text), text_search_of(text);
