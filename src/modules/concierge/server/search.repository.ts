import type { RunQuery } from '#src/db/server/run-query.ts'
import type { SearchInput } from '../search.ts'
import { headline, masking } from './highlight.ts'

/** A document that was found, with the marks of `ts_headline` in its texts. */
export type MarkedDocument = {
  id: string
  title: string
  body: string
  source: string | null
  status: 'draft' | 'published' | 'archived'
  rank: number
  updatedAt: string
}

/**
 * One page of what answers a query best. The index tells ids; texts are read as everything else is, so that no more
 * appears than the caller may see.
 */
export async function findDocuments(
  query: RunQuery,
  { q, status, page, limit }: SearchInput,
): Promise<{ total: number; items: MarkedDocument[] }> {
  const [found] = await query<{ total: number; items: MarkedDocument[] }>({
    text: `
      with found as materialized (select id, rank from find_knowledge($1, $2::text[])),
      visible as materialized (
        select found.id, found.rank from found
        join knowledge_documents d on d.id = found.id and d.deleted_at is null
      ),
      page as (select id, rank from visible order by rank desc, id limit $3::int offset $4::int)
      select (select count(*)::int from visible) as total, coalesce(json_agg(json_build_object(
        'id', d.id, 'source', d.source, 'status', d.status, 'rank', page.rank, 'updatedAt', d.updated_at,
        'title', ts_headline(asked.config, translate(d.title, $5, $6), asked.query, $7),
        'body', ts_headline(asked.config, translate(coalesce(d.body, ''), $5, $6), asked.query, $8)
      ) order by page.rank desc, page.id), '[]') as items
      from page
      join knowledge_documents d on d.id = page.id
      cross join lateral (
        select text_search_of(d.search_language) as config,
               websearch_to_tsquery(text_search_of(d.search_language), words_of($1)) as query
      ) asked`,
    values: [q, status, limit, (page - 1) * limit, masking.from, masking.to, headline.title, headline.body],
  })
  return found ?? { total: 0, items: [] }
}

/** How alike two words must be for one to be a slip of the other, from 0 to 1. */
const ALIKE = 0.35

/**
 * The words of titles that are most like the given ones, each beside the one it is like; a word that some title has
 * is its own.
 */
export async function listAlikeWords(
  query: RunQuery,
  { words, status }: { words: readonly string[]; status: readonly string[] },
): Promise<{ asked: string; alike: string }[]> {
  return query<{ asked: string; alike: string }>({
    text: `
      with known as materialized (
        select distinct word from knowledge_documents d,
          regexp_split_to_table(lower(words_of(d.title)), '[^[:alnum:]]+') word
        where d.deleted_at is null and d.status = any ($2::text[]) and length(word) > 2
      )
      select asked, nearest.word as alike
      from unnest($1::text[]) asked
      cross join lateral (
        select word from known
        where extensions.similarity(word, asked) >= ${ALIKE}
        order by extensions.similarity(word, asked) desc, word limit 1
      ) nearest`,
    values: [words, status],
  })
}
