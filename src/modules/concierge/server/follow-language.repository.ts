import type { RunQuery } from '#src/db/server/run-query.ts'

/** Few enough for one statement, however long the documents are. */
const AT_ONCE = 200

/** Lets documents without a language of their own be searched in another one. It is no change that people made. */
export async function followLanguage(query: RunQuery, language: string): Promise<void> {
  for (;;) {
    const changed = await query<{ id: string }>({
      text: `update knowledge_documents set search_language = $1 where id in (
               select id from knowledge_documents
               where language is null and search_language <> $1 limit ${AT_ONCE}
             ) returning id`,
      values: [language],
    })
    if (changed.length < AT_ONCE) return
  }
}
